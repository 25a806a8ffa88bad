// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace jjak::desktop {

class Theme;

//! One line of a form: a label above an editor, and below it either what to know or what is wrong.
class FormField final : public QWidget {
    Q_OBJECT

public:
    //! Takes the editor over. With `extra` something stands between the editor and the hint, for instance a strength bar.
    FormField(const Theme &theme, QWidget *editor, QWidget *extra = nullptr, QWidget *parent = nullptr);

    //! `label` may have a mnemonic; without it it is the editor's accessible name.
    void setTexts(const QString &label, const QString &hint = {});
    //! Empty: nothing is wrong (any more).
    void setError(const QString &error);
    bool hasError() const;
    QWidget *editor() const { return m_editor; }

private:
    void refresh();

    QWidget *m_editor;
    QLabel *m_label;
    QLabel *m_note;
    QString m_name;
    QString m_hint;
    QString m_error;
};

} // namespace jjak::desktop
