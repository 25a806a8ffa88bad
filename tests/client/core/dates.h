// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/date_commands.h"
#include "peer.h"

//! Values of events and dates to build scenes from.
namespace jjak::client::test {

inline constexpr Time evening = fromMs(1'795'777'200'000); // 2026-11-27T11:00:00Z, 20:00 in Seoul

EventId eventId(int number);
DateId dateId(int number);
PairId pairId(int number);
ScriptId scriptId(int number);
RoomId dateRoomId();
//! Of two hours, in Seoul, with script 1.
protocol::EventInfo eventInfo(int number, qint64 version, Time from);
//! Date 1 of event 1 in dateRoomId() with four seats, oneself on the first.
protocol::BlindDate sitting(qint64 version, protocol::DatePhase phase, bool frozen = false);
//! The room of that date.
protocol::Room dateRoom(qint64 head, qint64 version = 1);
protocol::Message hostLine(qint64 seq, const QString &text);

} // namespace jjak::client::test
