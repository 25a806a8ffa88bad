// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! Coffee tables: seats, the line, and the room. Functions, because nothing is kept between commands.
namespace jjak::app::tables {

//! How many tables one command that searches looks at.
inline constexpr int looksAtMost = 300;

Result<protocol::cmd::TableReply> offer(Context &ctx, const Identity &who, const protocol::cmd::OfferTable &command);
Result<protocol::cmd::TableReply> join(Context &ctx, const Identity &who, const protocol::cmd::JoinTable &command);
Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::LeaveTable &command);
Result<protocol::cmd::TableReply> admit(Context &ctx, const Identity &who, const protocol::cmd::AdmitToTable &command);
Result<protocol::cmd::TableReply> rename(Context &ctx, const Identity &who, const protocol::cmd::RenameTable &command);
Result<protocol::cmd::TableReply> remove(Context &ctx, const Identity &who, const protocol::cmd::RemoveFromTable &command);
Result<protocol::cmd::Empty> close(Context &ctx, const Identity &who, const protocol::cmd::CloseTable &command);
Result<protocol::cmd::TableReply> keep(Context &ctx, const Identity &who, const protocol::cmd::KeepTable &command);
//! A guest is who sits, or sat, there while its room is open.
Result<protocol::cmd::TableReply> thank(Context &ctx, const Identity &who, const protocol::cmd::ThankHost &command);
//! The table that the post offers; none once that has ended, or where a block stands between.
std::optional<protocol::Table> ofPost(Context &ctx, AccountId viewer, PostId post);
Result<protocol::cmd::TableReply> look(Context &ctx, const Identity &who, const protocol::cmd::LookAtTable &command);
//! With `text` it looks at so many tables, at most: what is behind them is for the next page.
Result<protocol::cmd::TableList> list(Context &ctx, const Identity &who, const protocol::cmd::ListTables &command, int looks = looksAtMost);
//! Leaving its room is leaving the table.
Result<protocol::cmd::Empty> leaveRoomOf(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);
//! Something is due: the room opens, a seat was not taken in time, it ends.
void goOn(Context &ctx, TableId id);
//! One that cannot go on is left alone for a while.
void rest(Context &ctx, TableId id);
//! Rooms whose time has ended go, in small steps.
void tick(Context &ctx);

} // namespace jjak::app::tables
