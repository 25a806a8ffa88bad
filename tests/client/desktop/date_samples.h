// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desk.h"

//! An evening to look at: an event, a table of seven, and what was said there.
namespace jjak::desktop::test {

EventId eventId(int number);
DateId dateId();
PairId pairId();
RoomId dateRoom();

//! Begins `in` from now, and lasts two hours.
protocol::EventInfo eventIn(Duration in, int number = 1, const QString &title = QStringLiteral("토요일 저녁의 일곱 사람"));
protocol::Lobby lobbyOf(int seated, int seats = 7);
//! Seat 4 is one's own, 6 is away, 2 has left.
protocol::Date dateIn(protocol::DatePhase phase, Duration left = std::chrono::seconds(90));
protocol::Reveal revealOf(int seat);

//! A desk with an operator or a guest in front of these doors. The script's words are there in both languages.
void openDoors(Desk &desk, const QList<protocol::EventInfo> &events, protocol::Role role = protocol::Role::User);
//! The room of the date with what was said so far.
void fillDateRoom(Desk &desk);
//! What the server says of the blind date from now on, with a version of its own.
void tellDate(Desk &desk, protocol::BlindDate now);
void tellDate(Desk &desk, const protocol::Date &date);

} // namespace jjak::desktop::test
