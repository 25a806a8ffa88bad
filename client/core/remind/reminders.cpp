// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/remind/reminders.h"

#include <algorithm>
#include <array>

namespace jjak::client {

using protocol::EventInfo;

namespace {

constexpr std::array moments{10, 1}; //!< minutes before the beginning, the earliest first

Time momentOf(const EventInfo &event, int minutes)
{
    return event.from - std::chrono::minutes(minutes);
}

//! The moment that was reached last; 0: none, or the event has begun.
int reached(const EventInfo &event, Time now)
{
    int latest = 0;
    for (const int minutes : moments)
        if (now >= momentOf(event, minutes) && now < event.from)
            latest = minutes;
    return latest;
}

int saidAbout(const EventInfo &event, const Reminder &wish)
{
    return wish.from == event.from ? wish.said : 0;
}

bool isSaid(int minutes, int said)
{
    return said != 0 && minutes >= said;
}

} // namespace

std::vector<DueReminder> dueReminders(const QList<EventInfo> &events, const Reminders &wanted, Time now)
{
    std::vector<DueReminder> due;
    for (const EventInfo &event : events) {
        const auto wish = wanted.constFind(event.event);
        const int minutes = event.closed ? 0 : reached(event, now);
        if (wish != wanted.cend() && minutes > 0 && !isSaid(minutes, saidAbout(event, *wish)))
            due.push_back({event, minutes});
    }
    return due;
}

Reminder reminderFor(const EventInfo &event, Time now)
{
    return {event.from, reached(event, now)};
}

std::optional<Time> nextReminder(const QList<EventInfo> &events, const Reminders &wanted, Time now)
{
    std::optional<Time> next;
    for (const EventInfo &event : events) {
        const auto wish = wanted.constFind(event.event);
        if (wish == wanted.cend() || event.closed || now >= event.from)
            continue;
        for (const int minutes : moments)
            if (!isSaid(minutes, saidAbout(event, *wish)) && !(minutes > moments.back() && now >= momentOf(event, moments.back())))
                next = next ? std::min(*next, momentOf(event, minutes)) : momentOf(event, minutes);
    }
    return next;
}

} // namespace jjak::client
