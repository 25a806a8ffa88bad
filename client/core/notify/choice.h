// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"

//! What somebody chose about being disturbed. Pure: the clock is an argument.
namespace jjak::client {

//! How much notifications tell.
enum class NotifyDetail {
    Full,   //!< name and words
    Hidden, //!< that there is something, neither from whom nor what
    Off,    //!< there are none; the unread mark stays
};

//! From when to when messages disturb nobody, in minutes of the local day.
struct QuietHours {
    static constexpr int minutesOfDay = 24 * 60;
    bool on = false;
    int from = 22 * 60;
    int to = 8 * 60;
    bool operator==(const QuietHours &) const = default;
};

//! `from` is within, `to` is not. Over midnight when `to` is the earlier one; the whole day when they are the same.
bool isQuiet(const QuietHours &hours, int minute);

//! Everything that is chosen.
struct NotifyChoice {
    static constexpr Duration pause = 1h; //!< of "do not disturb"
    NotifyDetail detail = NotifyDetail::Hidden;
    QuietHours quiet = {};
    Time pausedUntil{}; //!< "do not disturb" ends then
    bool operator==(const NotifyChoice &) const = default;
};

//! "Do not disturb" goes on. A clock that was set back does not make it longer than it can be.
bool isPaused(const NotifyChoice &choice, Time now);

//! The minute of the local day.
int localMinute(Time at);

} // namespace jjak::client
