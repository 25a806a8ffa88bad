// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <optional>
#include <vector>

#include "common/protocol/date_values.h"

namespace jjak::client {

//! Somebody's wish to be reminded of an event, and how far that has been done.
struct Reminder {
    Time from{};  //!< the beginning that `said` is about: an event that is moved is reminded of anew
    int said = 0; //!< the minutes that were said last, 10 or 1; 0: nothing yet
    bool operator==(const Reminder &) const = default;
};
using Reminders = QHash<EventId, Reminder>;

//! One thing to say now.
struct DueReminder {
    protocol::EventInfo event;
    int minutes = 0; //!< 10 or 1
    bool operator==(const DueReminder &) const = default;
};

//! What has to be said at `now` (server's clock). What was missed - the computer slept - is not made up for: within the last
//! minute only that is said, and of what has begun nothing.
std::vector<DueReminder> dueReminders(const QList<protocol::EventInfo> &events, const Reminders &wanted, Time now);
//! The wish as it is after that was said.
inline Reminder saidAfter(const DueReminder &due)
{
    return {due.event.from, due.minutes};
}
//! A new wish: what is past already is not said.
Reminder reminderFor(const protocol::EventInfo &event, Time now);
//! When dueReminders() will next have something, nullopt for never.
std::optional<Time> nextReminder(const QList<protocol::EventInfo> &events, const Reminders &wanted, Time now);

} // namespace jjak::client
