// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/remind/reminders.h"

#include <algorithm>
#include <array>

namespace jjak::client {

namespace {

constexpr std::array moments{10, 1}; //!< minutes before the beginning, the earliest first

bool isAwaited(const Occasion &occasion)
{
    return !occasion.closed && occasion.attended;
}

Time momentOf(const Occasion &occasion, int minutes)
{
    return occasion.from - std::chrono::minutes(minutes);
}

//! The moment that was reached last; 0: none, or it has begun.
int reached(const Occasion &occasion, Time now)
{
    int latest = 0;
    for (const int minutes : moments)
        if (now >= momentOf(occasion, minutes) && now < occasion.from)
            latest = minutes;
    return latest;
}

int saidAbout(const Occasion &occasion, const Reminder &wish)
{
    return wish.from == occasion.from ? wish.said : 0;
}

bool isSaid(int minutes, int said)
{
    return said != 0 && minutes >= said;
}

} // namespace

std::vector<DueReminder> dueReminders(const QList<Occasion> &occasions, const Reminders &wanted, Time now)
{
    std::vector<DueReminder> due;
    for (const Occasion &occasion : occasions) {
        const auto wish = wanted.constFind(occasion.id);
        const int minutes = isAwaited(occasion) ? reached(occasion, now) : 0;
        if (wish != wanted.cend() && minutes > 0 && !isSaid(minutes, saidAbout(occasion, *wish)))
            due.push_back({occasion, minutes});
    }
    return due;
}

Reminder reminderFor(const Occasion &occasion, Time now)
{
    return {occasion.from, reached(occasion, now)};
}

std::optional<Time> nextReminder(const QList<Occasion> &occasions, const Reminders &wanted, Time now)
{
    std::optional<Time> next;
    for (const Occasion &occasion : occasions) {
        const auto wish = wanted.constFind(occasion.id);
        if (wish == wanted.cend() || !isAwaited(occasion) || now >= occasion.from)
            continue;
        for (const int minutes : moments)
            if (!isSaid(minutes, saidAbout(occasion, *wish)) && !(minutes > moments.back() && now >= momentOf(occasion, moments.back())))
                next = next ? std::min(*next, momentOf(occasion, minutes)) : momentOf(occasion, minutes);
    }
    return next;
}

} // namespace jjak::client
