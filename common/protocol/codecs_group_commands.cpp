// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/group_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about groups.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::Created);
JJAK_INSTANTIATE_CODEC(cmd::CreateGroup);
JJAK_INSTANTIATE_CODEC(cmd::Invite);
JJAK_INSTANTIATE_CODEC(cmd::Joined);
JJAK_INSTANTIATE_CODEC(cmd::AnswerInvitation);
JJAK_INSTANTIATE_CODEC(cmd::Remove);
JJAK_INSTANTIATE_CODEC(cmd::Unban);
JJAK_INSTANTIATE_CODEC(cmd::Mute);
JJAK_INSTANTIATE_CODEC(cmd::Rename);
JJAK_INSTANTIATE_CODEC(cmd::SlowDown);
JJAK_INSTANTIATE_CODEC(cmd::Appoint);

} // namespace jjak::protocol
