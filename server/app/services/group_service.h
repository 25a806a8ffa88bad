// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/rules/roles.h"
#include "server/app/services/room_service.h"

//! Groups: who comes in, who goes, and what their members may do there. Every command asks the table of rights (common/rules/roles.h)
//! first; whatever changed is told by a notice and the room's state, and a repetition changes nothing and tells nothing.
//! Functions, because nothing is kept between commands.
namespace jjak::app::groups {

//! A group that the account is in, if their role has the right; the errors are room.not_found, room.kind, room.left and what the table says.
Result<rooms::Membership> groupFor(Context &ctx, const Identity &who, RoomId room, Right right);
//! Says in the room what a member did, before it happens: who goes by it is still told.
void note(Context &ctx, const rooms::Membership &in, const QString &text);
qsizetype presentIn(const rooms::Membership &in);

//! Errors of all but create and answer: room.not_found, room.left, room.kind, room.role; member.not_found where a member is named.
//! create, also: bad_field for a name of nothing but spaces, and for invited ones what invite() says, with the field args.with[n].
Result<protocol::cmd::Created> create(Context &ctx, const Identity &who, const protocol::cmd::CreateGroup &command);
//! Also: room.ended when the other has left the direct room or one of the two has blocked the other, stranger.limit before the other
//! has written, room.banned, room.full, invitation.limit.
Result<protocol::cmd::Empty> invite(Context &ctx, const Identity &who, const protocol::cmd::Invite &command);
//! Errors: invitation.gone, room.full.
Result<protocol::cmd::Joined> answer(Context &ctx, const Identity &who, const protocol::cmd::AnswerInvitation &command);
Result<protocol::cmd::Empty> remove(Context &ctx, const Identity &who, const protocol::cmd::Remove &command);
Result<protocol::cmd::Empty> unban(Context &ctx, const Identity &who, const protocol::cmd::Unban &command);
Result<protocol::cmd::Empty> mute(Context &ctx, const Identity &who, const protocol::cmd::Mute &command);
Result<protocol::cmd::Empty> rename(Context &ctx, const Identity &who, const protocol::cmd::Rename &command);
Result<protocol::cmd::Empty> slowDown(Context &ctx, const Identity &who, const protocol::cmd::SlowDown &command);
Result<protocol::cmd::Empty> appoint(Context &ctx, const Identity &who, const protocol::cmd::Appoint &command);
//! The owner's group goes to the next one; the last one leaves a room that is removed once it cannot be reported any more.
Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);

} // namespace jjak::app::groups
