// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/name_dialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>

#include "client/core/lounge/lounge_words.h"
#include "client/core/sentences.h"
#include "client/desktop/forms/fitting_scroll.h"
#include "client/desktop/forms/form_field.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

bool isAboutName(const Error &error)
{
    return error.code == ErrorCode::AccountNameTaken || error.code == ErrorCode::AccountNameInvalid || error.code == ErrorCode::LoungeNameSame || error.field.endsWith(".name"_L1);
}

NameDialog::NameDialog(Context &context, QWidget *parent)
    : QDialog(parent), m_context(context), m_edit(new QLineEdit), m_field(new FormField(context.theme, m_edit)), m_error(makeLabel(this, Tone::Danger)), m_ok(makeButton(this, Kind::Primary))
{
    const Theme &theme = context.theme;
    setAttribute(Qt::WA_DeleteOnClose);
    setModal(true);
    setWindowTitle(tr("Your name in the lounge"));
    auto *heading = makeLabel(this, Tone::Title);
    heading->setText(windowTitle());
    auto *inside = new QWidget;
    inside->setMinimumWidth(theme.px(380));
    auto *explain = makeLabel(inside);
    explain->setText(client::whoSeesWhat().join(u"\n\n"_s));
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, theme.px(6), 0);
    column->setSpacing(theme.px(12));
    column->addWidget(explain);
    column->addWidget(m_field);
    m_edit->setMaxLength(2 * limits::nameMax);
    m_field->setTexts(tr("Name"), tr("Another one than that of your account."));
    m_error->hide();
    m_ok->setText(tr("Take this name"));
    m_ok->setEnabled(false);
    auto *cancel = makeButton(this);
    cancel->setText(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(new FittingScroll(inside, this), 1);
    layout->addWidget(m_error);
    layout->addLayout(buttons);
    connect(m_edit, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_ok->setEnabled(!text.trimmed().isEmpty());
        m_field->setError({});
    });
    connect(m_edit, &QLineEdit::returnPressed, m_ok, &QPushButton::click);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ok, &QPushButton::clicked, this, &NameDialog::send);
    m_edit->setFocus();
}

QString NameDialog::error() const
{
    return m_field->hasError() ? m_edit->accessibleDescription() : m_error->text();
}

void NameDialog::send()
{
    m_ok->setEnabled(false);
    m_error->hide();
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
    m_ok->setEnabled(true);
    if (isAboutName(error)) {
        m_field->setError(client::sentence(error));
        m_edit->setFocus();
        return;
    }
    m_error->setText(client::sentence(error));
    m_error->show();
}

} // namespace jjak::desktop
