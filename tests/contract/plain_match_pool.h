// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "server/app/ports/match_pool.h"

namespace jjak::contract {

//! The definition of partnerFor() and countNear(), written down as plainly as possible: look at everybody. The measure
//! for faster pools.
class PlainMatchPool {
public:
    std::map<AccountId, domain::Ticket> waiting;

    //! All within both reaches, in the order in which they have to be asked.
    std::vector<domain::Ticket> candidates(const domain::Ticket &ticket) const;
};

} // namespace jjak::contract
