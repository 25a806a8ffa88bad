// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! Invitations to groups and who is told of them. Functions, because nothing is kept between commands.
namespace jjak::app::invitations {

//! Those that wait for this account's answer, the latest first.
QList<protocol::Invitation> openOf(Context &ctx, AccountId account);
void tell(Context &ctx, AccountId account);
//! The group bears another name, or has another number of members. More than could still come in are not told.
void tellWaiting(Context &ctx, RoomId group);
//! Nothing has to be undone when somebody goes who invited nobody.
void withdrawBy(Context &ctx, RoomId group, int member);
//! The two of a direct room part: what they had invited each other to.
void withdrawThrough(Context &ctx, RoomId direct);
//! The same, when one of them has blocked the other; they need not have a room.
void withdrawBetween(Context &ctx, AccountId one, AccountId other);
//! Removes what is too old.
void sweep(Context &ctx);

} // namespace jjak::app::invitations
