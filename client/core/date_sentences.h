// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <QTimeZone>

#include "common/base/error.h"
#include "common/protocol/date_values.h"
#include "common/rules/alias.h"

//! What is said to people about events and blind dates; the other half of sentences.h, which includes it. Dates and times
//! are written as the default QLocale does.
namespace jjak::client {

//! "Gentle Otter", "다정한 수달".
QString aliasName(const Alias &alias);
//! The same from its code; what is no alias ("Bora") stays as it is.
QString aliasName(const QString &code);
//! Whose alias: seat of that number; empty for none.
QString seatName(const QList<protocol::Seat> &seats, int number);

//! Of a phase, for the phase bar: "Arrow"; of topics and talks with the round: "Topic 2 of 3".
QString phaseName(protocol::DatePhase phase);
QString phaseName(const protocol::Date &date);
QString label(protocol::SeatState state);
//! Of the date's room: "Blind date · Saturday evening", without a title the day on which it was opened.
QString dateTitle(const QString &heading, Time opened);

//! Why waiting ended without a date.
QString sentence(protocol::LobbyEnd reason);
//! The error as sentence(error), with the time from `now` to error.until where that tells more: "The host is speaking. You
//! can write again in 4 seconds."
QString sentence(const Error &error, Time now);
//! How long one will wait, roughly: "about 2 minutes"; for `wait` (ms) absent: nobody can say.
QString waitLabel(std::optional<qint64> wait);

//! Until something begins: "in 3 days", "in 2 h 5 min", "in 25 minutes", below ten minutes "09:42"; never below "00:00".
QString countdown(Duration left);
//! A time left, in words: "10 seconds", "1 minute", "2 minutes 30 seconds".
QString durationText(std::chrono::seconds time);
//! When an event is, in the viewer's time zone; where the event's own differs, also its time there:
//! "Saturday, 21 November 2026, 12:00–14:00 (21:00 Korean Standard Time)".
QString eventTime(const protocol::EventInfo &event, const QTimeZone &viewer = QTimeZone::systemTimeZone());

//! The key of the host's line in that message.
QString hostKey(const protocol::Message &line);
//! The host's line: `words` are those of hostKey() in the script, with %1 %2 … for the arguments and %* for all of them;
//! seats by alias for "invite" and "cool", a time for "left". Without words "…".
QString hostSentence(const protocol::Message &line, const std::optional<QString> &words, const QList<protocol::Member> &members);

} // namespace jjak::client
