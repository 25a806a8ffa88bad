// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/date_values.h"
#include "common/protocol/described_codec.h"
#include "common/protocol/lounge_values.h"
#include "common/protocol/table_values.h"
#include "common/protocol/values.h"

//! The values that commands, answers and events hold are compiled in codecs_values.cpp, and not again in each of the others.
namespace jjak::protocol {

JJAK_EXTERN_CODEC(Ticket);
JJAK_EXTERN_CODEC(Proposal);
JJAK_EXTERN_CODEC(Ended);
JJAK_EXTERN_CODEC(Nearby);
JJAK_EXTERN_CODEC(Reaction);
JJAK_EXTERN_CODEC(Attachment);
JJAK_EXTERN_CODEC(Message);
JJAK_EXTERN_CODEC(Member);
JJAK_EXTERN_CODEC(Room);
JJAK_EXTERN_CODEC(Invitation);
JJAK_EXTERN_CODEC(HiddenMember);
JJAK_EXTERN_CODEC(Settings);
JJAK_EXTERN_CODEC(DeviceInfo);
JJAK_EXTERN_CODEC(BlockInfo);
JJAK_EXTERN_CODEC(EventInfo);
JJAK_EXTERN_CODEC(Lobby);
JJAK_EXTERN_CODEC(Seat);
JJAK_EXTERN_CODEC(Reveal);
JJAK_EXTERN_CODEC(Date);
JJAK_EXTERN_CODEC(Pair);
JJAK_EXTERN_CODEC(LetGo);
JJAK_EXTERN_CODEC(BlindDate);
JJAK_EXTERN_CODEC(Profile);
JJAK_EXTERN_CODEC(Picture);
JJAK_EXTERN_CODEC(Post);
JJAK_EXTERN_CODEC(Comment);
JJAK_EXTERN_CODEC(Host);
JJAK_EXTERN_CODEC(Trend);
JJAK_EXTERN_CODEC(TableGuest);
JJAK_EXTERN_CODEC(Table);

} // namespace jjak::protocol
