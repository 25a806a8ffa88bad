// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/forms/form_dialog.h"

class QLineEdit;

namespace jjak::desktop {

class FormField;

//! Asks who has none yet for a name in the lounge, and says who will see it. accepted(): one has it now.
class NameDialog final : public FormDialog {
    Q_OBJECT

public:
    NameDialog(Context &context, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    QString error() const;

protected:
    void send() override;

private:
    void refuse(const Error &error);

    Context &m_context;
    QLineEdit *m_edit;
    FormField *m_field;
};

//! Whether an error of `lounge.introduce` is about the name.
[[nodiscard]] bool isAboutName(const Error &error);

} // namespace jjak::desktop
