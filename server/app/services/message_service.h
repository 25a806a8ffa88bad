// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/room_service.h"

//! What happens to messages that are there already. Every change takes the room's next change number with it, and is told with it to
//! everybody who can still read the room. Functions, because nothing is kept between commands.
namespace jjak::app::messages {

//! New words for one's own text; the earlier ones are kept for reports. The same words again change nothing.
//! Errors: room.*, message.not_found, message.not_own, and why nothing may be written now.
Result<protocol::cmd::Changed> edit(Context &ctx, const Identity &who, const protocol::cmd::Edit &command, const rooms::DatePermit &mayWriteInDate);
//! The words, the earlier ones and the reactions are gone for good. Allowed as long as one has not left; in a group some may do it
//! to messages of others.
Result<protocol::cmd::Changed> erase(Context &ctx, const Identity &who, const protocol::cmd::Erase &command);
Result<protocol::cmd::Changed> react(Context &ctx, const Identity &who, const protocol::cmd::React &command, const rooms::DatePermit &mayWriteInDate);
//! What the message carried is gone; its words stay.
void dropFile(Context &ctx, RoomId room, qint64 seq);
Result<protocol::cmd::ChangePage> changes(Context &ctx, const Identity &who, const protocol::cmd::Changes &command);

} // namespace jjak::app::messages
