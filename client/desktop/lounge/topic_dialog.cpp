// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/topic_dialog.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

#include "client/core/sentences.h"
#include "client/desktop/forms/form_field.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int fieldsWidth = 380; // at 100 %

} // namespace

QString wrongTopicText(const QString &topic)
{
    const QString trimmed = topic.trimmed();
    if (trimmed.isEmpty())
        return TopicDialog::tr("A table needs a topic.");
    return trimmed.toUcs4().size() > limits::tableTopicCodePoints ? TopicDialog::tr("This topic is too long: %n character(s) are the most.", nullptr, limits::tableTopicCodePoints) : QString();
}

TopicDialog::TopicDialog(Context &context, const protocol::Table &table, QWidget *parent)
    : FormDialog(context.theme, tr("Another topic"), tr("Rename the table"), parent), m_context(context), m_table(table.table),
      m_edit(new QLineEdit(table.topic)), m_field(new FormField(context.theme, m_edit))
{
    setFields({m_field}, fieldsWidth);
    m_field->setTexts(tr("Topic"), tr("All who have to do with the table see it at once."));
    m_edit->setMaxLength(2 * limits::tableTopicCodePoints);
    m_edit->selectAll();
    connect(m_edit, &QLineEdit::textChanged, this, [this] { m_field->setError({}); });
    m_edit->setFocus();
}

QString TopicDialog::error() const
{
    return m_field->hasError() ? m_edit->accessibleDescription() : formError();
}

void TopicDialog::send()
{
    setFormError({});
    m_field->setError(wrongTopicText(m_edit->text()));
    if (m_field->hasError())
        return m_edit->setFocus();
    okButton()->setEnabled(false);
    m_context.session.tables().rename(m_table, m_edit->text(), [self = QPointer<TopicDialog>(this)](const Result<protocol::Table> &now) {
        if (!self)
            return;
        if (now)
            self->accept();
        else
            self->refuse(now.error());
    });
}

void TopicDialog::refuse(const Error &error)
{
    okButton()->setEnabled(true);
    if (error.field.endsWith(".topic"_L1))
        m_field->setError(tr("This topic has characters that cannot be shown."));
    else
        setFormError(client::sentence(error));
}

} // namespace jjak::desktop
