// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace jjak::desktop {

class Theme;

//! The frame of a dialog with fields: its title as a heading, the fields, which scroll where the screen has no room for them, what
//! is wrong, Cancel and the button that sends. What is asked and what becomes of it the classes above it know.
class FormDialog : public QDialog {
    Q_OBJECT

public:
    QPushButton *okButton() const { return m_ok; }
    //! What is wrong and belongs to no field; empty: nothing.
    QString formError() const;

protected:
    FormDialog(const Theme &theme, const QString &title, const QString &ok, QWidget *parent);

    //! One below the other, `width` pixels wide at 100 % or more. Called once.
    void setFields(const QList<QWidget *> &fields, int width);
    void setFormError(const QString &error);
    //! The button was pressed.
    virtual void send() = 0;
    bool event(QEvent *event) override;

private:
    void grow();

    const Theme &m_theme;
    QLabel *m_error;
    QPushButton *m_cancel;
    QPushButton *m_ok;
};

} // namespace jjak::desktop
