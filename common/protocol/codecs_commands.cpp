// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands and their answers.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::Empty);
JJAK_INSTANTIATE_CODEC(cmd::HelloReply);
JJAK_INSTANTIATE_CODEC(cmd::Hello);
JJAK_INSTANTIATE_CODEC(cmd::SignedIn);
JJAK_INSTANTIATE_CODEC(cmd::SignUp);
JJAK_INSTANTIATE_CODEC(cmd::SignIn);
JJAK_INSTANTIATE_CODEC(cmd::Resume);
JJAK_INSTANTIATE_CODEC(cmd::SignOut);
JJAK_INSTANTIATE_CODEC(cmd::DeviceList);
JJAK_INSTANTIATE_CODEC(cmd::ListDevices);
JJAK_INSTANTIATE_CODEC(cmd::RevokeDevice);
JJAK_INSTANTIATE_CODEC(cmd::Snapshot);
JJAK_INSTANTIATE_CODEC(cmd::Sync);
JJAK_INSTANTIATE_CODEC(cmd::Seek);
JJAK_INSTANTIATE_CODEC(cmd::CancelSeek);
JJAK_INSTANTIATE_CODEC(cmd::Accept);
JJAK_INSTANTIATE_CODEC(cmd::Decline);
JJAK_INSTANTIATE_CODEC(cmd::Blocked);
JJAK_INSTANTIATE_CODEC(cmd::Block);
JJAK_INSTANTIATE_CODEC(cmd::BlockList);
JJAK_INSTANTIATE_CODEC(cmd::ListBlocks);
JJAK_INSTANTIATE_CODEC(cmd::Unblock);
JJAK_INSTANTIATE_CODEC(cmd::Reported);
JJAK_INSTANTIATE_CODEC(cmd::Report);

} // namespace jjak::protocol
