// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! What people show of themselves: whether they are there, how far they have read, that they are writing. All of it is
//! mutual, and none of it exists in dates. Functions, because nothing is kept between commands.
namespace jjak::app::people {

//! Stores whether the account is there, as its devices say, and tells the rooms when that is another thing than before.
void refresh(Context &ctx, AccountId account);
Result<protocol::cmd::Empty> setAway(Context &ctx, const Identity &who, const protocol::cmd::SetAway &command);
//! All rooms are told anew, because what they see of this account is another thing, and what it sees of them.
Result<protocol::cmd::Empty> change(Context &ctx, const Identity &who, const protocol::cmd::ChangeSettings &command);
//! Who was here recently is that no more after a while.
void sweep(Context &ctx);
//! Nobody is connected to a server that has just started.
void afterStart(Context &ctx);

} // namespace jjak::app::people
