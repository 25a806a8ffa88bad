// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <tuple>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/rules/reach.h"

namespace jjak::domain {

//! A person waiting in Nearby.
struct Ticket {
    AccountId account;
    DeviceId device; //!< the one that asked; when it stays away for too long the ticket ends
    Cell cell;
    Reach reach = Reach::Km10;
    Time since;
    bool front = false; //!< came back without fault from a proposal: before all who did not
    std::optional<ProposalId> proposal;
    std::optional<Time> away; //!< since when its device is not connected
    bool demo = false;

    //! Whether somebody may be proposed to them now.
    bool isWaiting() const { return !proposal && !away; }
};

//! Who is served first: those put to the front, then the longest waiting; the id decides between equals.
inline auto rank(const Ticket &t)
{
    return std::tuple(!t.front, t.since, t.account);
}

//! Whether place allows the two to meet: both reaches cover the distance between their cells.
inline bool withinReach(const Ticket &a, const Ticket &b)
{
    return covers(shorter(a.reach, b.reach), a.cell, b.cell);
}

} // namespace jjak::domain
