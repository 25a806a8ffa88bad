// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/room_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about rooms.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::RoomList);
JJAK_INSTANTIATE_CODEC(cmd::ListRooms);
JJAK_INSTANTIATE_CODEC(cmd::Page);
JJAK_INSTANTIATE_CODEC(cmd::History);
JJAK_INSTANTIATE_CODEC(cmd::Sent);
JJAK_INSTANTIATE_CODEC(cmd::Send);
JJAK_INSTANTIATE_CODEC(cmd::Read);
JJAK_INSTANTIATE_CODEC(cmd::Got);
JJAK_INSTANTIATE_CODEC(cmd::ReadAll);
JJAK_INSTANTIATE_CODEC(cmd::Silence);
JJAK_INSTANTIATE_CODEC(cmd::SetExpiry);
JJAK_INSTANTIATE_CODEC(cmd::Hit);
JJAK_INSTANTIATE_CODEC(cmd::Found);
JJAK_INSTANTIATE_CODEC(cmd::Search);
JJAK_INSTANTIATE_CODEC(cmd::SetAway);
JJAK_INSTANTIATE_CODEC(cmd::ChangeSettings);
JJAK_INSTANTIATE_CODEC(cmd::Typing);
JJAK_INSTANTIATE_CODEC(cmd::Leave);

} // namespace jjak::protocol
