// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <optional>
#include <vector>

#include "client/core/occasion.h"

namespace jjak::client {

//! Somebody's wish to be reminded of an occasion, and how far that has been done.
struct Reminder {
    Time from{};  //!< the beginning that `said` is about: what is moved is reminded of anew
    int said = 0; //!< the minutes that were said last, 10 or 1; 0: nothing yet
    bool operator==(const Reminder &) const = default;
};
using Reminders = QHash<OccasionId, Reminder>;

//! One thing to say now.
struct DueReminder {
    Occasion occasion;
    int minutes = 0; //!< 10 or 1
    bool operator==(const DueReminder &) const = default;
};

//! What has to be said at `now` (server's clock): of what was wished, is held, and has a seat for oneself. What was missed -
//! the computer slept - is not made up for: within the last minute only that is said, and of what has begun nothing.
std::vector<DueReminder> dueReminders(const QList<Occasion> &occasions, const Reminders &wanted, Time now);
//! The wish as it is after that was said.
inline Reminder saidAfter(const DueReminder &due)
{
    return {due.occasion.from, due.minutes};
}
//! A new wish: what is past already is not said.
Reminder reminderFor(const Occasion &occasion, Time now);
//! When dueReminders() will next have something, nullopt for never.
std::optional<Time> nextReminder(const QList<Occasion> &occasions, const Reminders &wanted, Time now);

} // namespace jjak::client
