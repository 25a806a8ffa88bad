// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "common/rules/roles.h"
#include "server/app/services/context.h"

namespace jjak::app {

//! Rooms and their messages. It knows nothing of matching, and of dates and tables only that their members are seats: nobody is
//! told who reads or types there, and who has left sees nothing more.
namespace rooms {

//! Opens the direct room of two accounts and tells both; the one they have already if there is one.
RoomId openDirect(Context &ctx, const AccountRow &one, const AccountRow &other, std::optional<Reach> distance);

Result<protocol::cmd::Empty> read(Context &ctx, const Identity &who, const protocol::cmd::Read &command);
//! Moves the read positions of all rooms to their heads.
Result<protocol::cmd::Empty> readAll(Context &ctx, const Identity &who);
Result<protocol::cmd::Empty> got(Context &ctx, const Identity &who, const protocol::cmd::Got &command);
Result<protocol::cmd::Empty> silence(Context &ctx, const Identity &who, const protocol::cmd::Silence &command);
Result<protocol::cmd::Empty> typing(Context &ctx, const Identity &who, const protocol::cmd::Typing &command);
Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);
Result<protocol::cmd::Page> history(Context &ctx, const Identity &who, const protocol::cmd::History &command);
Result<protocol::cmd::RoomList> list(Context &ctx, const Identity &who, const protocol::cmd::ListRooms &command);

struct Membership;
//! Why a member of a date's room may not write now; nullopt: may, and it has been counted.
using DatePermit = std::function<std::optional<Error>(const Membership &)>;
Result<protocol::cmd::Sent> send(Context &ctx, const Identity &who, const protocol::cmd::Send &command, const DatePermit &mayWriteInDate);

//! A date's room: opened with its seats as members (told by announce()), spoken in by the host, departed from, ended.
void openDate(Context &ctx, RoomId room, const QList<MemberRow> &seats);
void announce(Context &ctx, RoomId room);
void say(Context &ctx, RoomId room, const QString &line);
void depart(Context &ctx, RoomId room, int member);
void expire(Context &ctx, RoomId room, Time at);

//! The members of a room if the account is, or was, one of them: room.not_found for everybody else.
struct Membership {
    RoomRow room;
    QList<MemberRow> members;
    MemberRow me;

    //! The other one of a direct room.
    const MemberRow *other() const;
    //! nullptr when nobody has that number.
    const MemberRow *member(int number) const;
};
Result<Membership> membership(Context &ctx, AccountId account, RoomId room);
//! Whether people see of each other there who is online, reads and types; not in dates and at tables.
inline bool showsPeople(protocol::RoomKind kind) { return kind == protocol::RoomKind::Direct || kind == protocol::RoomKind::Group; }
//! Whether many may write there, each as a member of a group does.
inline bool isLikeGroup(protocol::RoomKind kind) { return kind == protocol::RoomKind::Group || kind == protocol::RoomKind::Table; }
//! Whether the room can be read: who has left a date, a table or a group, or comes when a room is gone, finds none.
bool isOpen(const Context &ctx, const RoomRow &row, const MemberRow &me);
//! Stores a message of a member, or of the server, and tells it to all who are there; whether it may be written was asked before.
protocol::cmd::Sent append(Context &ctx, const Membership &in, protocol::Message message, std::optional<DeviceId> device);
//! Why the member may not write that into a room that is no date's; `written`: how many messages they have there already.
std::optional<Error> mayWrite(Context &ctx, const Membership &in, const QString &text, qint64 written);
//! The same in a group or at a table, for Right::Write, React and EditOwn.
std::optional<Error> mayUtter(Context &ctx, const Membership &in, Right right);

} // namespace rooms

} // namespace jjak::app
