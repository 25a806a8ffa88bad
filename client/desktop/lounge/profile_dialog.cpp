// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/profile_dialog.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>

#include "client/core/lounge/lounge_words.h"
#include "client/core/sentences.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/tag_words.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int fieldsWidth = 420; // at 100 %

//! What is offered; others that a profile has already are added.
QStringList usualLanguages()
{
    return {u"ko"_s, u"en"_s, u"ja"_s, u"zh"_s, u"vi"_s, u"es"_s, u"fr"_s, u"de"_s};
}

QString ownNameOf(const QString &code)
{
    const QString name = QLocale(code).nativeLanguageName();
    return name.isEmpty() ? code : code == "en"_L1 ? u"English"_s : name;
}

} // namespace

ProfileDialog::ProfileDialog(Context &context, QWidget *parent)
    : FormDialog(context.theme, tr("My profile in the lounge"), tr("Save"), parent), m_context(context), m_name(new QLineEdit), m_line(new QLineEdit), m_interests(new QLineEdit),
      m_nameField(new FormField(context.theme, m_name)), m_lineField(new FormField(context.theme, m_line)), m_interestsField(new FormField(context.theme, m_interests)),
      m_ranked(new QCheckBox(tr("My posts may stand among the most read of the week")))
{
    auto *explain = makeLabel(this, Tone::Muted);
    explain->setText(client::whoSeesWhat().join(u'\n'));
    setFields({explain, m_nameField, m_lineField, makeLanguages(), m_interestsField, m_ranked}, fieldsWidth);
    m_nameField->setTexts(tr("Name"), tr("Another one than that of your account."));
    m_lineField->setTexts(tr("A line about you"));
    m_interestsField->setTexts(tr("What you like"), tr("Up to %n word(s), for instance: #film #baking", nullptr, limits::profileTags));
    m_name->setMaxLength(2 * limits::nameMax);
    m_line->setMaxLength(2 * limits::profileLineCodePoints);
    readProfile();
    m_name->setFocus();
}

void ProfileDialog::readProfile()
{
    const protocol::Profile now = m_context.session.lounge().profile().value_or(protocol::Profile());
    m_name->setText(now.name);
    m_line->setText(now.line);
    m_interests->setText(tagsText(now.interests));
    m_ranked->setChecked(now.ranked);
}

QWidget *ProfileDialog::makeLanguages()
{
    auto *box = new QWidget;
    auto *label = makeLabel(box);
    label->setText(tr("Languages you speak"));
    auto *row = new QWidget(box);
    auto *flow = new FlowLayout(m_context.theme.px(10), row);
    const QList<QString> chosen = m_context.session.lounge().profile().value_or(protocol::Profile()).languages;
    QStringList offered = usualLanguages();
    for (const QString &code : chosen)
        if (!offered.contains(code))
            offered.append(code);
    for (const QString &code : std::as_const(offered)) {
        auto *check = new QCheckBox(ownNameOf(code), row);
        check->setChecked(chosen.contains(code));
        flow->addWidget(check);
        m_languages.insert(code, check);
    }
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(label);
    layout->addWidget(row);
    return box;
}

protocol::Profile ProfileDialog::profile() const
{
    protocol::Profile profile{m_name->text().trimmed(), m_line->text().trimmed(), {}, tagsIn(m_interests->text()), m_ranked->isChecked()};
    for (const auto &[code, check] : m_languages.asKeyValueRange())
        if (check->isChecked())
            profile.languages.append(code);
    return profile;
}

QString ProfileDialog::error() const
{
    for (const FormField *field : {m_nameField, m_lineField, m_interestsField})
        if (field->hasError())
            return field->editor()->accessibleDescription();
    return formError();
}

void ProfileDialog::clearErrors()
{
    for (FormField *field : {m_nameField, m_lineField, m_interestsField})
        field->setError({});
    setFormError({});
}

void ProfileDialog::send()
{
    clearErrors();
    const protocol::Profile wanted = profile();
    if (wanted.name.isEmpty())
        return m_nameField->setError(tr("A profile needs a name."));
    okButton()->setEnabled(false);
    const QPointer<ProfileDialog> self(this);
    m_context.session.lounge().introduce(wanted, [self](const Result<Done> &result) {
        if (!self)
            return;
        if (result)
            self->accept();
        else
            self->refuse(result.error());
    });
}

void ProfileDialog::refuse(const Error &error)
{
    okButton()->setEnabled(true);
    if (isAboutName(error))
        return m_nameField->setError(client::sentence(error));
    if (error.field.contains("line"_L1))
        return m_lineField->setError(tr("This is too long, or has characters that cannot be shown."));
    if (error.field.contains("interests"_L1))
        return m_interestsField->setError(wrongTagText(error, limits::profileTags));
    setFormError(error.field.contains("languages"_L1) ? tr("Choose %n language(s) at most.", nullptr, limits::profileTags) : client::sentence(error));
}

} // namespace jjak::desktop
