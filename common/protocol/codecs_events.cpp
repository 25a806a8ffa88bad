// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/events.h"
#include "common/protocol/value_codecs.h"

// Instantiates: events.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(ev::NearbyState);
JJAK_INSTANTIATE_CODEC(ev::RoomState);
JJAK_INSTANTIATE_CODEC(ev::RoomMessage);
JJAK_INSTANTIATE_CODEC(ev::RoomChanged);
JJAK_INSTANTIATE_CODEC(ev::RoomRead);
JJAK_INSTANTIATE_CODEC(ev::RoomGot);
JJAK_INSTANTIATE_CODEC(ev::RoomPresence);
JJAK_INSTANTIATE_CODEC(ev::InvitationsState);
JJAK_INSTANTIATE_CODEC(ev::HiddenState);
JJAK_INSTANTIATE_CODEC(ev::SettingsState);
JJAK_INSTANTIATE_CODEC(ev::TableState);
JJAK_INSTANTIATE_CODEC(ev::FileProgress);
JJAK_INSTANTIATE_CODEC(ev::RoomTyping);
JJAK_INSTANTIATE_CODEC(ev::DateState);
JJAK_INSTANTIATE_CODEC(ev::EventState);
JJAK_INSTANTIATE_CODEC(ev::SessionEnded);
JJAK_INSTANTIATE_CODEC(ev::Resync);

} // namespace jjak::protocol
