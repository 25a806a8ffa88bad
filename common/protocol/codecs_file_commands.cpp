// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/picture_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about files and pictures.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::Ticket);
JJAK_INSTANTIATE_CODEC(cmd::Offer);
JJAK_INSTANTIATE_CODEC(cmd::Finish);
JJAK_INSTANTIATE_CODEC(cmd::Withdraw);
JJAK_INSTANTIATE_CODEC(cmd::Fetch);
JJAK_INSTANTIATE_CODEC(cmd::OfferPicture);
JJAK_INSTANTIATE_CODEC(cmd::PictureReply);
JJAK_INSTANTIATE_CODEC(cmd::FinishPicture);
JJAK_INSTANTIATE_CODEC(cmd::FetchPicture);

} // namespace jjak::protocol
