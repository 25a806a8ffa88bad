// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/date_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about dates.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::OpenEvent);
JJAK_INSTANTIATE_CODEC(cmd::CloseEvent);
JJAK_INSTANTIATE_CODEC(cmd::EventList);
JJAK_INSTANTIATE_CODEC(cmd::ListEvents);
JJAK_INSTANTIATE_CODEC(cmd::ScriptText);
JJAK_INSTANTIATE_CODEC(cmd::Texts);
JJAK_INSTANTIATE_CODEC(cmd::ScriptTexts);
JJAK_INSTANTIATE_CODEC(cmd::EnterDate);
JJAK_INSTANTIATE_CODEC(cmd::LeaveDate);
JJAK_INSTANTIATE_CODEC(cmd::Pick);
JJAK_INSTANTIATE_CODEC(cmd::Shoot);
JJAK_INSTANTIATE_CODEC(cmd::OpenPair);
JJAK_INSTANTIATE_CODEC(cmd::SetRole);

} // namespace jjak::protocol
