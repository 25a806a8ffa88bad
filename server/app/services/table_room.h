// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! The room of a coffee table. Whoever has a seat is in it, under the name borne in the lounge, and nobody else.
namespace jjak::app::tables {

//! With all who sit as members, told to them, and with the topic as its first message.
void openRoom(Context &ctx, const domain::CoffeeTable &table);
void enterRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account);
void leaveRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account);
//! The host's deed, and told as such.
void removeFromRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account);
void renameRoom(Context &ctx, const domain::CoffeeTable &table);
//! From now on it can only be read, for a while.
void endRoom(Context &ctx, const domain::CoffeeTable &table);

} // namespace jjak::app::tables
