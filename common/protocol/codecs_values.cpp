// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/date_values.h"
#include "common/protocol/described_codec.h"
#include "common/protocol/lounge_values.h"
#include "common/protocol/table_values.h"
#include "common/protocol/values.h"

// Instantiates: the values that commands, answers and events are made of.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(Ticket);
JJAK_INSTANTIATE_CODEC(Proposal);
JJAK_INSTANTIATE_CODEC(Ended);
JJAK_INSTANTIATE_CODEC(Nearby);
JJAK_INSTANTIATE_CODEC(Reaction);
JJAK_INSTANTIATE_CODEC(Attachment);
JJAK_INSTANTIATE_CODEC(Message);
JJAK_INSTANTIATE_CODEC(Member);
JJAK_INSTANTIATE_CODEC(Room);
JJAK_INSTANTIATE_CODEC(Invitation);
JJAK_INSTANTIATE_CODEC(HiddenMember);
JJAK_INSTANTIATE_CODEC(Settings);
JJAK_INSTANTIATE_CODEC(DeviceInfo);
JJAK_INSTANTIATE_CODEC(BlockInfo);
JJAK_INSTANTIATE_CODEC(EventInfo);
JJAK_INSTANTIATE_CODEC(Lobby);
JJAK_INSTANTIATE_CODEC(Seat);
JJAK_INSTANTIATE_CODEC(Reveal);
JJAK_INSTANTIATE_CODEC(Date);
JJAK_INSTANTIATE_CODEC(Pair);
JJAK_INSTANTIATE_CODEC(LetGo);
JJAK_INSTANTIATE_CODEC(BlindDate);
JJAK_INSTANTIATE_CODEC(Profile);
JJAK_INSTANTIATE_CODEC(Picture);
JJAK_INSTANTIATE_CODEC(Post);
JJAK_INSTANTIATE_CODEC(Comment);
JJAK_INSTANTIATE_CODEC(Host);
JJAK_INSTANTIATE_CODEC(Trend);
JJAK_INSTANTIATE_CODEC(TableGuest);
JJAK_INSTANTIATE_CODEC(Table);

} // namespace jjak::protocol
