// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "server/app/ports/match_pool.h"
#include "server/app/services/context.h"

namespace jjak::app {

//! Nearby: tickets, proposals and their ends. It keeps the match pool in step with the tickets it stores, and believes nothing that the pool says
//! before it has looked at what is stored.
class NearbyService {
public:
    explicit NearbyService(MatchPool &pool) : m_pool(pool) {}

    Result<protocol::Nearby> seek(Context &ctx, const Identity &who, const protocol::cmd::Seek &command);
    Result<protocol::Nearby> cancel(Context &ctx, const Identity &who);
    Result<protocol::Nearby> accept(Context &ctx, const Identity &who, const protocol::cmd::Accept &command);
    Result<protocol::Nearby> decline(Context &ctx, const Identity &who, const protocol::cmd::Decline &command);

    //! Ends an open proposal because of one of its two (a block, for instance). Nothing when it has ended.
    void withdraw(Context &ctx, AccountId account, ProposalId proposal);
    //! The device's tickets wait outside the queue from now on, until it is back or the grace time is over.
    void deviceGone(Context &ctx, DeviceId device);
    void deviceBack(Context &ctx, DeviceId device);
    //! Ends what is due and looks again for partners: of pairs whose time apart is over, and of the next few in turn.
    void tick(Context &ctx);

    //! After a start of the server: nobody is connected yet, and nobody loses a proposal to the time it was down.
    void afterStart(Context &ctx);
    //! Nobody loses a proposal to the time in which nobody was there to take an answer.
    static void afterTakeOver(Context &ctx);
    //! Fills the pool from the stored tickets when it is not whole, or not to be trusted; in a transaction of its own.
    void keepPoolWhole(Stores &stores);
    //! Much may have been stored of which the pool was not told, as at a start and when another server was left by those who were connected.
    void distrustPool() { m_trusted = false; }

    //! What an account sees of Nearby; without the crowd, which only the pool knows.
    static protocol::Nearby view(Context &ctx, AccountId account);

private:
    protocol::Nearby viewWithCrowd(Context &ctx, AccountId account) const;
    //! Returns what was told.
    protocol::Nearby tell(Context &ctx, AccountId account) const;
    //! Looks for a partner; true when there is one, and then both tickets are stored in their proposal and both are told.
    bool match(Context &ctx, const domain::Ticket &ticket);
    void propose(Context &ctx, domain::Ticket one, domain::Ticket other);
    void apply(Context &ctx, const domain::ProposalStep &step);
    void settle(Context &ctx, AccountId account, domain::TicketFate fate);
    RoomId openRoom(Context &ctx, const domain::Proposal &proposal);
    void endTicket(Context &ctx, AccountId account);

    void refresh(Context &ctx, AccountId account);
    void lookAgain(Context &ctx);
    QList<domain::Ticket> nextInTurn(Stores &stores);

    MatchPool &m_pool;
    bool m_trusted = false;
    QSet<AccountId> m_doubtful; //!< of whom the pool says something else than what is stored
    AccountId m_lookedAt;       //!< the last one whose turn it was to be looked at again
};

} // namespace jjak::app
