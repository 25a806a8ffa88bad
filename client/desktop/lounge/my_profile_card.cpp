// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/my_profile_card.h"

#include <QVBoxLayout>

#include "client/core/lounge/lounge_words.h"
#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/tag_words.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::Feed;

MyProfileCard::MyProfileCard(Context &context, QWidget *parent)
    : Translated(context.theme, parent), m_context(context), m_name(makeLabel(this, Tone::Title)), m_line(makeLabel(this)),
      m_details(makeLabel(this, Tone::Muted)), m_seen(makeLabel(this, Tone::Muted)), m_edit(makeButton(this)), m_written(makeButton(this)), m_liked(makeButton(this))
{
    const Theme &theme = context.theme;
    m_edit->setIcon(themedIcon(theme, u"user"_s));
    m_written->setIcon(themedIcon(theme, u"edit"_s));
    m_liked->setIcon(themedIcon(theme, u"bookmark"_s));
    auto *buttons = new FlowLayout(theme.px(8));
    for (QPushButton *button : {m_edit, m_written, m_liked})
        buttons->addWidget(button);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(2), 0, theme.px(2), 0); // besides those of the card
    layout->setSpacing(theme.px(6));
    for (QLabel *label : {m_name, m_line, m_details, m_seen})
        layout->addWidget(label);
    layout->addSpacing(theme.px(6));
    layout->addLayout(buttons);
    const client::Lounge &lounge = context.session.lounge();
    connect(&lounge, &client::Lounge::profileChanged, this, &MyProfileCard::refresh);
    connect(&lounge, &client::Lounge::forgotten, this, &MyProfileCard::refresh);
    connect(m_edit, &QPushButton::clicked, this, &MyProfileCard::editWanted);
    connect(m_written, &QPushButton::clicked, this, [this] { Q_EMIT feedWanted(Feed::Written); });
    connect(m_liked, &QPushButton::clicked, this, [this] { Q_EMIT feedWanted(Feed::Liked); });
    retranslate();
}

void MyProfileCard::retranslate()
{
    m_written->setText(tr("What I have written"));
    m_liked->setText(tr("What I like"));
    setAccessibleName(tr("My profile in the lounge"));
    refresh();
}

void MyProfileCard::refresh()
{
    const client::Lounge &lounge = m_context.session.lounge();
    const auto &profile = lounge.profile();
    if (profile) {
        QStringList details;
        if (!profile->languages.isEmpty())
            details += languagesText(profile->languages);
        if (!profile->interests.isEmpty())
            details += tagsText(profile->interests);
        m_name->setText(displayText(profile->name).simplified());
        m_line->setText(displayText(profile->line).simplified());
        m_details->setText(details.join(u" · "_s));
        m_edit->setText(tr("Change my profile"));
    } else {
        const bool known = lounge.isProfileKnown();
        m_name->setText(known ? tr("You have no name here yet") : tr("Your profile is not here yet"));
        m_line->setText(known ? tr("Take one to write posts and to sit at tables. Choose another name than the one you sign in with.") : tr("It comes as soon as there is a connection."));
        m_details->clear();
        m_edit->setText(tr("Take a name"));
    }
    m_edit->setVisible(lounge.isProfileKnown());
    m_seen->setText(client::whoSeesWhat(profile).join(u'\n'));
    for (QLabel *label : {m_line, m_details})
        label->setVisible(!label->text().isEmpty());
}

QString MyProfileCard::text() const
{
    QStringList lines;
    for (const QLabel *label : {m_name, m_line, m_details, m_seen})
        if (!label->text().isEmpty())
            lines += label->text();
    return lines.join(u'\n');
}

} // namespace jjak::desktop
