// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

#include "common/base/ids.h"
#include "common/base/time.h"
#include "server/domain/matching/proposal.h"
#include "server/domain/matching/ticket.h"

namespace jjak::app {

//! Tickets: at most one an account.
class TicketStore {
public:
    virtual ~TicketStore() = default;
    virtual std::optional<domain::Ticket> find(AccountId account) = 0;
    virtual void save(const domain::Ticket &ticket) = 0; //!< inserts or replaces the account's ticket
    //! Of a ticket that is there; nothing for one that is not. nullopt: its device is connected.
    virtual void setAway(AccountId account, std::optional<Time> since) = 0;
    virtual void remove(AccountId account) = 0;
    virtual QList<domain::Ticket> free() = 0; //!< all that are in no proposal, for building the pool anew
    //! The next that are in no proposal and not away, by account, at most limit.
    virtual QList<domain::Ticket> waitingAfter(AccountId account, int limit) = 0;
    virtual QList<domain::Ticket> ofDevice(DeviceId device) = 0;
    //! Tickets whose device went away at or before that moment, at most limit.
    virtual QList<domain::Ticket> awaySince(Time before, int limit) = 0;
    //! After a start: every device is away from now on, none for longer.
    virtual void allAway(Time now) = 0;
};

//! Proposals, open and ended. An account has at most one open one (primary key of the table of open sides).
class ProposalStore {
public:
    virtual ~ProposalStore() = default;
    virtual std::optional<domain::Proposal> find(ProposalId id) = 0;
    virtual std::optional<domain::Proposal> openOf(AccountId account) = 0;
    virtual void save(const domain::Proposal &proposal) = 0; //!< inserts or replaces
    //! Open proposals whose deadline is at or before that moment, at most limit, earliest first.
    virtual QList<domain::Proposal> due(Time now, int limit) = 0;
    virtual void extendOpen(Time deadline) = 0; //!< no open proposal ends before that moment
    virtual void removeEnded(Time before, int limit) = 0;
};

//! What Nearby remembers of an account beside ticket and proposal.
struct NearbyRow {
    qint64 version = 0;
    std::optional<ProposalId> last; //!< the proposal that ended last
};

//! Versions of the account's Nearby state, and which pairs may not meet.
class PairStore {
public:
    virtual ~PairStore() = default;
    virtual NearbyRow nearby(AccountId account) = 0;
    //! Version + 1; `last` as given. Returns the new row.
    virtual NearbyRow advance(AccountId account, std::optional<ProposalId> last) = 0;
    //! Not blocked either way, no direct room together, not kept apart now.
    virtual bool mayMeet(AccountId a, AccountId b, Time now) = 0;
    //! Keeps the pair apart at least until then (a later end that is stored already stays).
    virtual void keepApart(AccountId a, AccountId b, Time until) = 0;
    //! Takes away pairs whose time has ended, at most limit, and returns them.
    virtual QList<std::pair<AccountId, AccountId>> takeEnded(Time now, int limit) = 0;
};

} // namespace jjak::app
