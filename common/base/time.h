// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>
#include <chrono>
#include <optional>

namespace jjak {

using Duration = std::chrono::milliseconds;
//! A moment in UTC, to the millisecond; the only form in which time is passed around, stored and sent.
using Time = std::chrono::sys_time<Duration>;
//! A day of the civil calendar, for dates of birth.
using Day = std::chrono::sys_days;

using namespace std::chrono_literals;

constexpr qint64 toMs(Time t) { return t.time_since_epoch().count(); }
constexpr Time fromMs(qint64 ms) { return Time(Duration(ms)); }

//! "2026-11-21T08:48:42.123Z" (RFC 3339, always UTC, always three decimals).
QByteArray toIso(Time t);
//! Accepts exactly what toIso() writes, years 1970 to 9999; nullopt for anything else.
std::optional<Time> timeFromIso(QStringView text);

//! "2000-02-29".
QByteArray toIso(Day d);
//! Accepts exactly what toIso(Day) writes and only days that exist.
std::optional<Day> dayFromIso(QStringView text);

//! Completed years between birth and today, as a birthday is counted (29 February becomes 1 March).
int yearsBetween(Day birth, Day today);

} // namespace jjak
