// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/name_dialog.h"

#include <QLineEdit>
#include <QPointer>

#include "client/core/lounge/lounge_words.h"
#include "client/core/sentences.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int fieldsWidth = 380; // at 100 %

} // namespace

bool isAboutName(const Error &error)
{
    return error.code == ErrorCode::AccountNameTaken || error.code == ErrorCode::AccountNameInvalid || error.code == ErrorCode::LoungeNameSame || error.field.endsWith(".name"_L1);
}

NameDialog::NameDialog(Context &context, QWidget *parent)
    : FormDialog(context.theme, tr("Your name in the lounge"), tr("Take this name"), parent), m_context(context), m_edit(new QLineEdit), m_field(new FormField(context.theme, m_edit))
{
    auto *explain = makeLabel(this);
    explain->setText(client::whoSeesWhat().join(u"\n\n"_s));
    setFields({explain, m_field}, fieldsWidth);
    m_edit->setMaxLength(2 * limits::nameMax);
    m_field->setTexts(tr("Name"), tr("Another one than that of your account."));
    okButton()->setEnabled(false);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        okButton()->setEnabled(!text.trimmed().isEmpty());
        m_field->setError({});
    });
    m_edit->setFocus();
}

QString NameDialog::error() const
{
    return m_field->hasError() ? m_edit->accessibleDescription() : formError();
}

void NameDialog::send()
{
    okButton()->setEnabled(false);
    setFormError({});
    client::Lounge &lounge = m_context.session.lounge();
    protocol::Profile profile = lounge.profile().value_or(protocol::Profile());
    profile.name = m_edit->text().trimmed();
    if (profile.languages.isEmpty())
        profile.languages = {m_context.languages.current()};
    const QPointer<NameDialog> self(this);
    lounge.introduce(profile, [self](const Result<Done> &result) {
        if (!self)
            return;
        if (result)
            self->accept();
        else
            self->refuse(result.error());
    });
}

void NameDialog::refuse(const Error &error)
{
    okButton()->setEnabled(true);
    if (isAboutName(error)) {
        m_field->setError(client::sentence(error));
        m_edit->setFocus();
        return;
    }
    setFormError(client::sentence(error));
}

} // namespace jjak::desktop
