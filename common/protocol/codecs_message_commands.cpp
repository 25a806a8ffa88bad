// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/message_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about messages.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::Changed);
JJAK_INSTANTIATE_CODEC(cmd::Edit);
JJAK_INSTANTIATE_CODEC(cmd::Erase);
JJAK_INSTANTIATE_CODEC(cmd::React);
JJAK_INSTANTIATE_CODEC(cmd::ChangePage);
JJAK_INSTANTIATE_CODEC(cmd::Changes);

} // namespace jjak::protocol
