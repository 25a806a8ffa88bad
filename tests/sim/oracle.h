// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/sim/people.h"
#include "tests/sim/violation.h"

namespace jjak::sim {

//! Watches the town: keeps its own plain book of who refused whom, and compares.
class Oracle {
public:
    explicit Oracle(Town &town) : m_town(town) {}

    //! After each batch: proposals that are new or have ended.
    void afterBatch();
    //! Slower, now and then: everybody's view, tickets against proposals, the pool, the rooms, and that nobody waits beside
    //! somebody they could meet.
    void everything();

    //! One of those who have an open proposal.
    std::optional<AccountId> somebodyProposed(Rng &rng) const;

private:
    using Pair = std::pair<AccountId, AccountId>;
    static Pair pair(AccountId a, AccountId b) { return {std::min(a, b), std::max(a, b)}; }
    void checkNew(const domain::Proposal &proposal);
    void noteEnd(const domain::Proposal &proposal);
    void checkTickets();
    void checkViews();
    void checkRooms();
    void checkNobodyWaitsInVain();

    Town &m_town;
    QMap<ProposalId, domain::Proposal> m_open;
    const app::Policy m_rules; //!< the book's own: what the server does is measured against it
    QMap<Pair, Time> m_apart;
    QSet<Pair> m_roomed;

public:
    QSet<Pair> blocked;
    static Pair key(AccountId a, AccountId b) { return pair(a, b); }
};

} // namespace jjak::sim
