// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/table_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about coffee tables.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::TableReply);
JJAK_INSTANTIATE_CODEC(cmd::OfferTable);
JJAK_INSTANTIATE_CODEC(cmd::JoinTable);
JJAK_INSTANTIATE_CODEC(cmd::LeaveTable);
JJAK_INSTANTIATE_CODEC(cmd::AdmitToTable);
JJAK_INSTANTIATE_CODEC(cmd::RenameTable);
JJAK_INSTANTIATE_CODEC(cmd::RemoveFromTable);
JJAK_INSTANTIATE_CODEC(cmd::CloseTable);
JJAK_INSTANTIATE_CODEC(cmd::KeepTable);
JJAK_INSTANTIATE_CODEC(cmd::ThankHost);
JJAK_INSTANTIATE_CODEC(cmd::LookAtTable);
JJAK_INSTANTIATE_CODEC(cmd::TableList);
JJAK_INSTANTIATE_CODEC(cmd::ListTables);

} // namespace jjak::protocol
