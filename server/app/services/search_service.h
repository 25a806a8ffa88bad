// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

namespace jjak::app::search {

//! How many messages, and digests of 32 messages, one command looks at, at most; what is older is for the next page.
inline constexpr int looksAtMost = 50'000;

//! Messages with the text that the account can read, the latest first. A page can have fewer hits than it could, even none,
//! and still a `next`. Errors: room.not_found, room.left, and protocol.bad_field for a text of blanks or a `next` that is none.
Result<protocol::cmd::Found> find(Context &ctx, const Identity &who, const protocol::cmd::Search &command, int looks = looksAtMost);

} // namespace jjak::app::search
