// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTime>

#include "client/terminal/app/commander.h"
#include "client/terminal/app/when.h"

//! Commands about being disturbed. What they choose is kept.
namespace jjak::terminal {

namespace {

QString clock(int minute)
{
    return QTime(minute / 60, minute % 60).toString(QStringLiteral("HH:mm"));
}

} // namespace

bool Commander::isQuiet() const
{
    const client::NotifyChoice choice = m_settings.notify();
    const Time now = localNow();
    return client::isPaused(choice, now) || client::isQuiet(choice.quiet, client::localMinute(now));
}

void Commander::switchBell(bool on)
{
    m_settings.setBell(on);
    m_settings.save();
    say(on ? translate("term", "The bell rings for news.") : translate("term", "The bell is silent."));
}

void Commander::switchTitle(bool on)
{
    m_settings.setUnreadTitle(on);
    m_settings.save();
    say(on ? translate("term", "The title shows how many messages are unread.") : translate("term", "The title does not show unread messages."));
    Q_EMIT lookChanged();
}

void Commander::setQuiet(const client::QuietHours &hours)
{
    client::NotifyChoice choice = m_settings.notify();
    choice.quiet = hours;
    m_settings.setNotify(choice);
    m_settings.save();
    say(hours.on ? translate("term", "Quiet hours: from %1 until %2 messages ring no bell.").arg(clock(hours.from), clock(hours.to)) : translate("term", "There are no quiet hours."));
}

void Commander::setPause(bool on)
{
    client::NotifyChoice choice = m_settings.notify();
    choice.pausedUntil = on ? localNow() + client::NotifyChoice::pause : Time();
    m_settings.setNotify(choice);
    m_settings.save();
    say(on ? translate("term", "For an hour messages ring no bell.") : translate("term", "Messages ring the bell again."));
}

void Commander::setSilent(bool silent)
{
    if (!m_session.state().room(m_room))
        return complain(translate("term", "Open the chat first that this is about."));
    m_session.setSilent(m_room, silent, answer(silent ? translate("term", "This chat is silent now.") : translate("term", "This chat is not silent any more.")));
}

} // namespace jjak::terminal
