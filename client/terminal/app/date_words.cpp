// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/date_words.h"

#include <algorithm>

#include "client/core/sentences.h"
#include "client/terminal/app/when.h"
#include "client/terminal/screen/compose.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Date;
using protocol::DatePhase;
using protocol::EventInfo;
using protocol::SeatState;

int secondsUntil(Time then, Time now)
{
    return std::max(0, int(std::chrono::ceil<std::chrono::seconds>(then - now).count()));
}

const EventInfo *nextEvent(const QList<EventInfo> &events, Time now)
{
    const auto it = std::ranges::find_if(events, [&](const EventInfo &event) { return !event.closed && now < event.until; });
    return it == events.cend() ? nullptr : &*it;
}

bool isOpen(const EventInfo &event, Time now)
{
    return !event.closed && event.doors <= now && now < event.until;
}

bool isLive(const Date &date)
{
    if (date.phase == DatePhase::Closed)
        return false;
    const auto me = std::ranges::find(date.seats, date.me, &protocol::Seat::number);
    return me == date.seats.end() || me->state != SeatState::Left;
}

QString eventState(const EventInfo &event, Time now)
{
    if (now < event.doors)
        return client::countdown(event.from - now);
    if (now < event.from)
        return translate("term", "the lobby is open · %1").arg(client::countdown(event.from - now));
    return translate("term", "open now");
}

QString reminder(const client::Occasion &occasion, int minutes)
{
    const QString words = occasion.isTable() ? translate("term", "The table “%1” opens in %n minute(s).", nullptr, minutes) : translate("term", "“%1” begins in %n minute(s). /date join takes part.", nullptr, minutes);
    return words.arg(cleanLine(occasion.heading));
}

QString seatName(const Date &date, int seat)
{
    const QString name = cleanLine(client::seatName(date.seats, seat));
    return name.isEmpty() ? QString::number(seat) : u"%1 %2"_s.arg(seat).arg(name);
}

QString arrowSentence(const Date &date, int seat)
{
    return seat == 0 ? translate("term", "Your arrow points at nobody.") : translate("term", "Your arrow points at %1.").arg(seatName(date, seat));
}

QString pickSentence(const Date &date, int seat)
{
    return seat == 0 ? translate("term", "You have noted nobody.") : translate("term", "You have noted %1.").arg(seatName(date, seat));
}

QStringList lobbyLines(const protocol::Lobby &lobby, Time now)
{
    QStringList lines;
    if (lobby.starts)
        lines += translate("term", "It starts as soon as it is full, or with those who are here: %1", "a countdown").arg(client::countdown(*lobby.starts - now));
    else
        lines += translate("term", "It starts as soon as enough people are here.");
    if (lobby.wait)
        lines += translate("term", "Until it is full: %1", "a rough wait").arg(client::waitLabel(lobby.wait));
    lines += translate("term", "You have been waiting for %1.").arg(lasting(now - lobby.since));
    return lines;
}

QStringList dateReport(const protocol::BlindDate &blindDate, const QList<EventInfo> &events, const DateExtras &extras, Time now)
{
    QStringList lines;
    if (isLive(blindDate.date)) {
        const Date &date = *blindDate.date;
        const QString left = date.until ? translate("term", "%1 left").arg(lasting(std::chrono::ceil<std::chrono::seconds>(*date.until - now))) : QString();
        lines += left.isEmpty() ? client::phaseName(date) : client::phaseName(date) + u" · "_s + left;
        if (!extras.topic.isEmpty())
            lines += cleanLine(extras.topic);
        for (const SeatLine &seat : dateBox(date, extras, false, now).seats)
            lines += u"%1 %2\t%3"_s.arg(seat.number).arg(seat.name, told(seat));
        lines += translate("term", "/leave leaves at once.");
    }
    if (blindDate.lobby) {
        lines += translate("term", "You are waiting: %1 of %2 are here.").arg(blindDate.lobby->seated).arg(blindDate.lobby->seats);
        lines += lobbyLines(*blindDate.lobby, now) + QStringList{translate("term", "/leave stops waiting.")};
    }
    for (qsizetype i = 0; i < events.size(); ++i) {
        const EventInfo &event = events[i];
        lines += u"%1. %2\t%3 · %4"_s.arg(i + 1).arg(cleanLine(event.heading), client::eventTime(event), eventState(event, now));
    }
    if (events.isEmpty())
        lines += translate("term", "No blind date is planned.");
    else if (!blindDate.lobby && !isLive(blindDate.date))
        lines += translate("term", "/date join takes part in the next one, /remind on reminds you of it.");
    return lines;
}

} // namespace jjak::terminal
