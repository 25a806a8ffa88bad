// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/event_card.h"

#include <QHBoxLayout>
#include <QLabel>

#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

EventCard::EventCard(Context &context, const protocol::EventInfo &event, QWidget *parent)
    : Translated(context.theme, parent), m_context(context), m_event(event), m_title(makeLabel(this, Tone::Title)), m_when(makeLabel(this)), m_detail(makeLabel(this, Tone::Muted)),
      m_caption(makeLabel(this, Tone::Muted)), m_countdown(makeLabel(this, Tone::Display)), m_enter(makeButton(this, Kind::Primary)), m_remind(makeButton(this)), m_calendar(makeButton(this))
{
    const Theme &theme = context.theme;
    m_remind->setCheckable(true);
    m_calendar->setIcon(themedIcon(theme, u"calendar"_s));
    m_enter->setIcon(themedIcon(theme, u"date-filled"_s, IconTone::OnAccent));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8)); // besides those of the card
    layout->setSpacing(theme.px(6));
    for (QLabel *label : {m_title, m_when, m_detail})
        layout->addWidget(label);
    layout->addSpacing(theme.px(10));
    layout->addWidget(m_caption);
    layout->addWidget(m_countdown);
    layout->addSpacing(theme.px(10));
    auto *buttons = new CardFlow(theme.px(190), theme.px(10));
    for (QPushButton *button : {m_enter, m_remind, m_calendar})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    connect(m_enter, &QPushButton::clicked, this, [this] {
        if (!m_entering)
            Q_EMIT enterWanted(m_event.event);
    });
    connect(m_calendar, &QPushButton::clicked, this, [this] { Q_EMIT calendarWanted(m_event.event); });
    connect(m_remind, &QPushButton::toggled, this, [this](bool on) {
        m_context.session.setReminder(client::occasionOf(m_event), on);
        tick();
    });
    retranslate();
}

void EventCard::setEvent(const protocol::EventInfo &event)
{
    m_event = event;
    retranslate();
}

void EventCard::setEntering(bool entering)
{
    m_entering = entering;
    tick();
}

bool EventCard::isOpen() const
{
    const Time now = m_context.session.serverNow();
    return !m_event.closed && now >= m_event.doors && now < m_event.until;
}

void EventCard::retranslate()
{
    const Time now = m_context.session.serverNow();
    m_title->setText(m_event.heading);
    const QString planned = plannedText(m_event);
    m_when->setText(planned.isEmpty() ? windowText(m_event, now) : tr("%1 your time (%2)", "a time window · a time elsewhere").arg(windowText(m_event, now), planned));
    m_detail->setText(tr("%n seats at each table · %1", "followed by languages", m_event.seats).arg(languagesText(m_event.languages)));
    setAccessibleName(m_event.heading);
    m_calendar->setText(tr("Add to calendar"));
    tick();
}

void EventCard::tick()
{
    const Time now = m_context.session.serverNow();
    const bool open = isOpen(), begun = now >= m_event.from;
    m_caption->setText(begun ? tr("It is on. Time left to take a seat:") : open ? tr("The doors are open. It begins in") : tr("Begins in"));
    m_countdown->setText(waitText((begun ? m_event.until : m_event.from) - now));
    m_enter->setVisible(open);
    // Not disabled meanwhile: the keyboard would go elsewhere, and the lobby is left with a key.
    m_enter->setText(m_entering ? tr("One moment …") : tr("Enter"));
    const bool reminds = m_context.session.hasReminder(m_event.event);
    const QSignalBlocker quiet(m_remind);
    m_remind->setChecked(reminds);
    m_remind->setIcon(themedIcon(m_context.theme, reminds ? u"bell"_s : u"bell-off"_s));
    m_remind->setText(reminds ? tr("I will be reminded") : tr("Remind me"));
    m_remind->setToolTip(tr("10 minutes and 1 minute before it begins, while Jjak is running"));
    m_remind->setAccessibleDescription(m_remind->toolTip());
    m_remind->setVisible(!begun);
    m_calendar->setVisible(!begun);
}

} // namespace jjak::desktop
