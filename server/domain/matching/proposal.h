// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <variant>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "common/protocol/values.h"

namespace jjak::domain {

using protocol::Answer;
using protocol::Outcome;

//! One of the two people in a proposal.
struct Side {
    AccountId account;
    Answer answer = Answer::Open;
    bool fault = false; //!< after the end: it ended because of this side
};

//! Two tickets put together, waiting for two answers until a deadline. A state machine without timers: step() is told
//! what happened and when.
struct Proposal {
    ProposalId id;
    std::array<Side, 2> sides; //!< the smaller account id first
    Time opened;
    Time deadline;
    std::optional<Outcome> outcome; //!< empty while open
    std::optional<RoomId> room;     //!< after both accepted
    std::optional<Time> ended;

    bool open() const { return !outcome; }
    //! 0 or 1; -1 when the account is not in it.
    int sideOf(AccountId account) const;
    AccountId otherThan(AccountId account) const { return sides[account == sides[0].account ? 1 : 0].account; }
};

//! What can happen to a proposal. `side` is 0 or 1.
struct Accepted {
    int side;
};
struct Declined {
    int side;
};
//! The side cancelled, blocked, or its device stayed away.
struct Withdrew {
    int side;
};
//! Time has passed; ends the proposal when its deadline has.
struct Elapsed {};
using ProposalInput = std::variant<Accepted, Declined, Withdrew, Elapsed>;

//! What follows for one side's ticket.
enum class TicketFate {
    Keep,   //!< still in the proposal
    Ends,   //!< matched, or it was this side's doing
    Returns //!< back to the front of the queue
};

struct ProposalStep {
    Proposal proposal;
    bool changed = false; //!< false: the input has no effect (ended already, or said before)
    std::array<TicketFate, 2> fates{TicketFate::Keep, TicketFate::Keep};
    bool opensRoom = false;
    Duration apart{0}; //!< how long the pair is kept apart from now on
};

//! Durations a proposal's end depends on.
struct ProposalRules {
    Duration refusedApart;
    Duration silentApart;
};

//! Two people, in either order.
Proposal openProposal(ProposalId id, AccountId one, AccountId other, Time now, Duration time);

//! Pure. An answer at or after the deadline counts as Elapsed.
ProposalStep step(Proposal proposal, const ProposalInput &input, Time now, const ProposalRules &rules);

} // namespace jjak::domain
