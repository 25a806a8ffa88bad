// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/result.h"
#include "common/protocol/values.h"

namespace jjak::domain {

//! Whether a text is one emoji and nothing else: a symbol with its modifiers, several joined into one, a flag, or a key cap
//! (the shapes of Unicode Technical Standard 51, without its tables: any symbol counts).
bool isEmoji(const QString &text);

//! The reactions after a member has put one, or taken it back; the same list when it was so already.
//! Errors: bad_field (no emoji), reaction.limit.
Result<QList<protocol::Reaction>> withReaction(QList<protocol::Reaction> reactions, const QString &emoji, int member, bool on);

} // namespace jjak::domain
