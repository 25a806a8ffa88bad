// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include "common/protocol/date_values.h"

//! What is said about the times of an event, in the viewer's own time zone and language.
namespace jjak::desktop {

[[nodiscard]] QDateTime localTime(Time time);
//! "Today, 21:00": for a time close to now the day has a name.
[[nodiscard]] QString momentText(Time time, Time now);
//! "Today, 21:00 – 23:00".
[[nodiscard]] QString windowText(const protocol::EventInfo &event, Time now);
//! Where it was planned, when clocks are different there: "13:00 in Europe/Berlin"; else empty.
[[nodiscard]] QString plannedText(const protocol::EventInfo &event);
[[nodiscard]] QString plannedText(Time at, const QString &zone);
//! "한국어, English".
[[nodiscard]] QString languagesText(const QList<QString> &languages);
//! How long until then, never less than nothing: "3 days 4 h", "2 h 5 min", "12:34".
[[nodiscard]] QString waitText(Duration left);

} // namespace jjak::desktop
