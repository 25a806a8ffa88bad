// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "common/protocol/values.h"

namespace jjak::terminal {

//! Something about Nearby that is worth a sentence or a bell.
struct NearbyNews {
    enum class Kind {
        Waiting, //!< the search goes on: after a proposal, or found so at the start
        Stopped, //!< the search ended without a proposal
        Found,   //!< a proposal
        Left,    //!< so many seconds are left to answer
        Accepted,//!< one's own yes has arrived
        Ended,   //!< the proposal is over: see `ended`
    } kind = Kind::Waiting;
    int seconds = 0;
    std::optional<protocol::Ended> ended = {};
    bool operator==(const NearbyNews &) const = default;
};

//! Compares what Nearby is with what it was, and says what is new: each proposal, each end and each mark of the countdown
//! once, however often the same state is told. Pure.
class NearbyWatch {
public:
    //! Call for every change and, while a proposal is open, about every second. The first call tells only what lives.
    std::vector<NearbyNews> update(const protocol::Nearby &nearby, Time serverNow);

    static int secondsLeft(const protocol::Proposal &proposal, Time serverNow);

private:
    void proposalNews(std::vector<NearbyNews> &news, const protocol::Nearby &nearby, Time serverNow);

    std::optional<protocol::Nearby> m_known;
    int m_told = 0; //!< the mark of the countdown that was told last
};

} // namespace jjak::terminal
