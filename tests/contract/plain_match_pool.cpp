// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/plain_match_pool.h"

#include <algorithm>

namespace jjak::contract {

std::vector<domain::Ticket> PlainMatchPool::candidates(const domain::Ticket &ticket) const
{
    std::vector<domain::Ticket> out;
    for (const auto &[account, other] : waiting) {
        if (account != ticket.account && domain::withinReach(ticket, other))
            out.push_back(other);
    }
    const auto order = [&](const domain::Ticket &t) { return std::tuple(!t.front, t.since, distanceKm(ticket.cell, t.cell), t.account); };
    std::ranges::sort(out, [&](const domain::Ticket &a, const domain::Ticket &b) { return order(a) < order(b); });
    return out;
}

} // namespace jjak::contract
