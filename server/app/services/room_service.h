// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

namespace jjak::app {

//! Direct rooms and their messages. It knows nothing of matching.
namespace rooms {

//! Opens the direct room of two accounts and tells both; the one they have already if there is one.
RoomId openDirect(Context &ctx, const AccountRow &one, const AccountRow &other, std::optional<Reach> distance);

Result<protocol::cmd::Sent> send(Context &ctx, const Identity &who, const protocol::cmd::Send &command);
Result<protocol::cmd::Empty> read(Context &ctx, const Identity &who, const protocol::cmd::Read &command);
Result<protocol::cmd::Empty> typing(Context &ctx, const Identity &who, const protocol::cmd::Typing &command);
Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);
Result<protocol::cmd::Page> history(Context &ctx, const Identity &who, const protocol::cmd::History &command);
Result<protocol::cmd::RoomList> list(Context &ctx, const Identity &who, const protocol::cmd::ListRooms &command);

//! The members of a room if the account is, or was, one of them: room.not_found for everybody else.
struct Membership {
    RoomRow room;
    QList<MemberRow> members;
    MemberRow me;

    //! The other one of a direct room.
    const MemberRow *other() const;
};
Result<Membership> membership(Context &ctx, AccountId account, RoomId room);

} // namespace rooms

} // namespace jjak::app
