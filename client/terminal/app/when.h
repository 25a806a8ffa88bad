// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "common/base/time.h"

//! Moments as people read them, in local time.
namespace jjak::terminal {

//! This computer's clock.
Time localNow();
//! "14:05"
QString clockTime(const QDateTime &at);
//! "21 November", with the year when it is another one; "today", "yesterday".
QString dayName(const QDate &day, const QDate &today);
//! For a list that is sorted by time: the clock today, else the day.
QString shortMoment(const QDateTime &at, const QDate &today);
//! Day and clock.
QString moment(Time at);
//! "0:42", "1:02:03"
QString lasting(Duration time);

//! A label as a sentence of its own.
QString sentenceOf(const QString &label);

} // namespace jjak::terminal
