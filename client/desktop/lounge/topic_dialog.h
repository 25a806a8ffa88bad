// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/forms/form_dialog.h"
#include "common/protocol/table_values.h"

class QLineEdit;

namespace jjak::desktop {

class FormField;

//! Gives one's own table another topic. accepted(): it has it now.
class TopicDialog final : public FormDialog {
    Q_OBJECT

public:
    TopicDialog(Context &context, const protocol::Table &table, QWidget *parent);

    QLineEdit *edit() const { return m_edit; }
    QString error() const;

protected:
    void send() override;

private:
    void refuse(const Error &error);

    Context &m_context;
    const TableId m_table;
    QLineEdit *m_edit;
    FormField *m_field;
};

//! What is wrong with the topic of a table, in words; empty: nothing. The server says it again.
[[nodiscard]] QString wrongTopicText(const QString &topic);

} // namespace jjak::desktop
