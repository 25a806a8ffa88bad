// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/settings/privacy_section.h"

#include <QCheckBox>
#include <QPointer>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

PrivacySection::PrivacySection(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_presence(new QCheckBox(this)), m_read(new QCheckBox(this)), m_typing(new QCheckBox(this)), m_note(makeLabel(this, Tone::Muted))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(context.theme.px(10));
    for (QCheckBox *box : {m_presence, m_read, m_typing}) {
        layout->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &PrivacySection::choose);
    }
    layout->addWidget(m_note);
    connect(&context.session, &client::Session::settingsChanged, this, &PrivacySection::refresh);
    connect(&context.session, &client::Session::synced, this, &PrivacySection::refresh);
    retranslate();
    refresh();
}

//! Shows what the server said, without asking it for the same.
void PrivacySection::refresh()
{
    const protocol::Settings settings = m_context.session.settings();
    const QSignalBlocker presence(m_presence), read(m_read), typing(m_typing);
    m_presence->setChecked(settings.presence);
    m_read->setChecked(settings.read);
    m_typing->setChecked(settings.typing);
}

void PrivacySection::choose()
{
    const QPointer<PrivacySection> self(this);
    m_context.session.changeSettings({m_presence->isChecked(), m_read->isChecked(), m_typing->isChecked()}, [self](const Result<> &result) {
        if (!self)
            return;
        self->refresh(); // after a refusal: as it was
        if (!result)
            Q_EMIT self->said(client::sentence(result.error()));
    });
}

void PrivacySection::retranslate()
{
    m_presence->setText(tr("That you are there, or when you were"));
    m_read->setText(tr("How far you have read"));
    m_typing->setText(tr("That you are writing"));
    m_note->setText(tr("What you do not show, you do not see of others either."));
}

} // namespace jjak::desktop
