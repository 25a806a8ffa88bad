// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/cluster_commands.h"
#include "common/protocol/described_codec.h"

// Instantiates: commands about the servers that share a database.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::ClusterNode);
JJAK_INSTANTIATE_CODEC(cmd::ClusterStream);
JJAK_INSTANTIATE_CODEC(cmd::ClusterState);
JJAK_INSTANTIATE_CODEC(cmd::LookAtCluster);
JJAK_INSTANTIATE_CODEC(cmd::Letter);
JJAK_INSTANTIATE_CODEC(cmd::LetterList);
JJAK_INSTANTIATE_CODEC(cmd::ListLetters);
JJAK_INSTANTIATE_CODEC(cmd::OpenedLetter);
JJAK_INSTANTIATE_CODEC(cmd::ShowLetter);
JJAK_INSTANTIATE_CODEC(cmd::ReplayedLetter);
JJAK_INSTANTIATE_CODEC(cmd::ReplayLetter);
JJAK_INSTANTIATE_CODEC(cmd::DropLetter);

} // namespace jjak::protocol
