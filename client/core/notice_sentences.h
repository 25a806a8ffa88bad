// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/values.h"

namespace jjak::client {

//! What a notice says, with the names that its members bear in the room. A code of a newer server gets a general sentence.
QString noticeText(const protocol::Room &room, const protocol::Message &notice);

//! An image or file in one line: what it is and its caption or name; also when its bytes are gone.
QString fileSentence(const protocol::Message &message);

//! How long messages are kept: "1 hour", "off".
QString label(protocol::Expiry expiry);
//! What a member is: "Moderator".
QString label(protocol::MemberRole role);
//! "active now", "away", "active recently"; empty for none.
QString label(const std::optional<protocol::Presence> &presence);

} // namespace jjak::client
