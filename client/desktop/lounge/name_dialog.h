// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/context.h"

class QLabel;
class QLineEdit;
class QPushButton;

namespace jjak::desktop {

class FormField;

//! Asks who has none yet for a name in the lounge, and says who will see it. accepted(): one has it now.
class NameDialog final : public QDialog {
    Q_OBJECT

public:
    NameDialog(Context &context, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    QPushButton *okButton() const { return m_ok; }
    QString error() const;

private:
    void send();
    void refuse(const Error &error);

    Context &m_context;
    QLineEdit *m_edit;
    FormField *m_field;
    QLabel *m_error;
    QPushButton *m_ok;
};

//! Whether an error of `lounge.introduce` is about the name.
[[nodiscard]] bool isAboutName(const Error &error);

} // namespace jjak::desktop
