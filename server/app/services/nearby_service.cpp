// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/nearby_service.h"

#include "server/app/services/room_service.h"

namespace jjak::app {

namespace {

using namespace protocol;
using domain::TicketFate;

constexpr int dueAtOnce = 256;  //!< how many ends one tick works off; what is left is due at the next
constexpr int lookedAgain = 16; //!< how many tickets are looked at again on each tick

Crowd crowdOf(int count)
{
    return count >= 50 ? Crowd::Fifty : count >= 10 ? Crowd::Ten : Crowd::Few;
}

Ended endedAs(const domain::Proposal &p, AccountId account)
{
    return {p.id, *p.outcome, p.sides[size_t(p.sideOf(account))].fault, p.room};
}

} // namespace

Nearby NearbyService::view(Context &ctx, AccountId account)
{
    const NearbyRow row = ctx.stores.pairs.nearby(account);
    Nearby view;
    view.version = row.version;
    if (const auto ticket = ctx.stores.tickets.find(account))
        view.ticket = Ticket{ticket->cell, ticket->reach, ticket->since};
    if (const auto open = ctx.stores.proposals.openOf(account)) {
        const auto partner = ctx.stores.tickets.find(open->otherThan(account));
        view.proposal = Proposal{open->id, open->deadline, open->sides[size_t(open->sideOf(account))].answer, partner && partner->demo};
    } else if (row.last) {
        if (const auto last = ctx.stores.proposals.find(*row.last); last && last->outcome)
            view.ended = endedAs(*last, account);
    }
    return view;
}

Nearby NearbyService::viewWithCrowd(Context &ctx, AccountId account) const
{
    Nearby out = view(ctx, account);
    if (out.ticket && !out.proposal) {
        if (const auto ticket = ctx.stores.tickets.find(account))
            out.crowd = crowdOf(m_pool.countNear(*ticket, 50));
    }
    return out;
}

Nearby NearbyService::tell(Context &ctx, AccountId account) const
{
    Nearby view = viewWithCrowd(ctx, account);
    ctx.effects.tell(account, ev::NearbyState{view});
    return view;
}

Result<Nearby> NearbyService::seek(Context &ctx, const Identity &who, const cmd::Seek &command)
{
    if (command.cell.sizeKm() != ctx.policy.cellKm)
        return ErrorCode::PlaceNotACell;
    auto ticket = ctx.stores.tickets.find(who.account);
    const bool same = ticket && ticket->cell == command.cell && ticket->reach == command.reach;
    if (same && ticket->device == who.device && !ticket->away)
        return viewWithCrowd(ctx, who.account);
    if (ticket && ticket->proposal && !same)
        return ErrorCode::NearbyProposalOpen;
    if (!ticket) {
        const auto account = ctx.stores.accounts.byId(who.account);
        ticket = domain::Ticket{.account = who.account, .device = {}, .cell = {}, .since = ctx.now, .proposal = {}, .away = {}, .demo = account && account->demo};
    }
    ticket->device = who.device;
    ticket->cell = command.cell;
    ticket->reach = command.reach;
    ticket->away.reset();
    if (!ticket->proposal && match(ctx, *ticket)) // which has stored and told everything
        return viewWithCrowd(ctx, who.account);
    ctx.stores.tickets.save(*ticket);
    if (!ticket->proposal)
        m_pool.add(*ticket);
    ctx.stores.pairs.advance(who.account, same ? ctx.stores.pairs.nearby(who.account).last : std::nullopt);
    return tell(ctx, who.account);
}

Result<Nearby> NearbyService::cancel(Context &ctx, const Identity &who)
{
    const auto ticket = ctx.stores.tickets.find(who.account);
    if (ticket && ticket->proposal)
        withdraw(ctx, who.account, *ticket->proposal);
    else if (ticket)
        endTicket(ctx, who.account);
    return viewWithCrowd(ctx, who.account);
}

Result<Nearby> NearbyService::accept(Context &ctx, const Identity &who, const cmd::Accept &command)
{
    const auto proposal = ctx.stores.proposals.find(command.proposal);
    const int side = proposal ? proposal->sideOf(who.account) : -1;
    if (side < 0)
        return ErrorCode::ProposalGone;
    const auto step = domain::step(*proposal, domain::Accepted{side}, ctx.now, ctx.policy.proposalRules);
    if (step.changed)
        apply(ctx, step);
    const auto &after = step.proposal;
    if (after.outcome && *after.outcome != Outcome::Accepted)
        return ErrorCode::ProposalGone;
    return viewWithCrowd(ctx, who.account);
}

Result<Nearby> NearbyService::decline(Context &ctx, const Identity &who, const cmd::Decline &command)
{
    const auto proposal = ctx.stores.proposals.find(command.proposal);
    const int side = proposal ? proposal->sideOf(who.account) : -1;
    if (side < 0)
        return ErrorCode::ProposalGone;
    const auto step = domain::step(*proposal, domain::Declined{side}, ctx.now, ctx.policy.proposalRules);
    if (step.changed)
        apply(ctx, step);
    const auto &after = step.proposal;
    if (after.outcome != Outcome::Refused || !after.sides[size_t(side)].fault)
        return ErrorCode::ProposalGone;
    return viewWithCrowd(ctx, who.account);
}

void NearbyService::withdraw(Context &ctx, AccountId account, ProposalId id)
{
    const auto proposal = ctx.stores.proposals.find(id);
    const int side = proposal ? proposal->sideOf(account) : -1;
    if (side < 0)
        return;
    const auto step = domain::step(*proposal, domain::Withdrew{side}, ctx.now, ctx.policy.proposalRules);
    if (step.changed)
        apply(ctx, step);
}

void NearbyService::deviceGone(Context &ctx, DeviceId device)
{
    for (const domain::Ticket &ticket : ctx.stores.tickets.ofDevice(device)) {
        if (ticket.away)
            continue;
        ctx.stores.tickets.setAway(ticket.account, ctx.now);
        m_pool.remove(ticket.account);
    }
}

void NearbyService::deviceBack(Context &ctx, DeviceId device)
{
    for (domain::Ticket ticket : ctx.stores.tickets.ofDevice(device)) {
        if (!ticket.away)
            continue;
        ticket.away.reset();
        ctx.stores.tickets.setAway(ticket.account, {});
        if (ticket.proposal)
            continue;
        m_pool.add(ticket);
        match(ctx, ticket);
    }
}

void NearbyService::tick(Context &ctx)
{
    for (const domain::Proposal &due : ctx.stores.proposals.due(ctx.now, dueAtOnce))
        apply(ctx, domain::step(due, domain::Elapsed{}, ctx.now, ctx.policy.proposalRules));
    for (const domain::Ticket &ticket : ctx.stores.tickets.awaySince(ctx.now - ctx.policy.ticketGrace, dueAtOnce)) {
        if (ticket.proposal)
            withdraw(ctx, ticket.account, *ticket.proposal);
        else
            endTicket(ctx, ticket.account);
    }
    lookAgain(ctx);
}

void NearbyService::lookAgain(Context &ctx)
{
    for (const AccountId account : std::exchange(m_doubtful, {}))
        refresh(ctx, account);
    //! True when the account still waits.
    const auto again = [&](AccountId account) {
        const auto ticket = ctx.stores.tickets.find(account);
        return ticket && ticket->isWaiting() && !match(ctx, *ticket);
    };
    for (const auto &[a, b] : ctx.stores.pairs.takeEnded(ctx.now, dueAtOnce)) {
        (void)again(a);
        (void)again(b);
    }
    for (const domain::Ticket &ticket : nextInTurn(ctx.stores)) {
        refresh(ctx, ticket.account);
        if (again(ticket.account))
            tell(ctx, ticket.account); // how many wait nearby may have changed since
    }
}

//! Over all of them, round and round.
QList<domain::Ticket> NearbyService::nextInTurn(Stores &stores)
{
    auto some = stores.tickets.waitingAfter(m_lookedAt, lookedAgain);
    if (some.isEmpty() && !m_lookedAt.isNull())
        some = stores.tickets.waitingAfter(AccountId(), lookedAgain);
    m_lookedAt = some.isEmpty() ? AccountId() : some.back().account;
    return some;
}

//! What others have done to a pool that is shared may have got there in another order than into SQL.
void NearbyService::refresh(Context &ctx, AccountId account)
{
    if (const auto ticket = ctx.stores.tickets.find(account); ticket && ticket->isWaiting())
        m_pool.add(*ticket);
    else
        m_pool.remove(account);
}

void NearbyService::afterStart(Context &ctx)
{
    ctx.stores.tickets.allAway(ctx.now);
    afterTakeOver(ctx);
}

void NearbyService::afterTakeOver(Context &ctx)
{
    ctx.stores.proposals.extendOpen(ctx.now + ctx.policy.ticketGrace);
}

void NearbyService::keepPoolWhole(Stores &stores)
{
    if (m_pool.isWhole() && m_trusted)
        return;
    m_pool.clear(); // before they are read: what others put there from now on may not be among those
    if (!stores.transaction.begin())
        return m_pool.undoTo(0);
    for (const domain::Ticket &ticket : stores.tickets.free()) {
        if (ticket.isWaiting())
            m_pool.add(ticket);
    }
    m_trusted = stores.transaction.failure() == Transaction::Failure::None;
    if (m_trusted)
        m_pool.settle();
    else
        m_pool.undoTo(0);
    stores.transaction.rollback(); // it has only read
}

bool NearbyService::match(Context &ctx, const domain::Ticket &ticket)
{
    ctx.stores.transaction.lookFurther(); // who has blocked whom
    std::optional<domain::Ticket> partner;
    (void)m_pool.partnerFor(ticket, [&](const domain::Ticket &other) {
        if (!ctx.stores.pairs.mayMeet(ticket.account, other.account, ctx.now))
            return false;
        partner = ctx.stores.tickets.find(other.account);
        if (partner && partner->isWaiting() && partner->cell == other.cell && partner->reach == other.reach)
            return true;
        // Not taken out at once: what this transaction sees may be older than what the pool knows.
        m_doubtful.insert(other.account);
        partner.reset();
        return false;
    });
    if (partner)
        propose(ctx, ticket, *partner);
    return partner.has_value();
}

void NearbyService::propose(Context &ctx, domain::Ticket one, domain::Ticket other)
{
    const auto proposal = domain::openProposal(ProposalId::random(ctx.rng), one.account, other.account, ctx.now, ctx.policy.proposalTime);
    ctx.stores.proposals.save(proposal);
    for (domain::Ticket *ticket : {&one, &other}) {
        ticket->proposal = proposal.id;
        ctx.stores.tickets.save(*ticket);
        m_pool.remove(ticket->account);
        ctx.stores.pairs.advance(ticket->account, std::nullopt);
    }
    tell(ctx, one.account);
    tell(ctx, other.account);
}

void NearbyService::apply(Context &ctx, const domain::ProposalStep &step)
{
    domain::Proposal proposal = step.proposal;
    if (step.opensRoom)
        proposal.room = openRoom(ctx, proposal);
    ctx.stores.proposals.save(proposal);
    if (proposal.open()) { // one of two has accepted: only they see it
        for (const domain::Side &side : proposal.sides) {
            if (side.answer == Answer::Accepted) {
                ctx.stores.pairs.advance(side.account, std::nullopt);
                tell(ctx, side.account);
            }
        }
        return;
    }
    if (step.apart.count() > 0)
        ctx.stores.pairs.keepApart(proposal.sides[0].account, proposal.sides[1].account, ctx.now + step.apart);
    for (size_t i = 0; i < 2; ++i) {
        settle(ctx, proposal.sides[i].account, step.fates[i]);
        ctx.stores.pairs.advance(proposal.sides[i].account, proposal.id);
    }
    for (const domain::Side &side : proposal.sides)
        tell(ctx, side.account);
    for (const domain::Side &side : proposal.sides) {
        if (const auto ticket = ctx.stores.tickets.find(side.account); ticket && ticket->isWaiting())
            match(ctx, *ticket);
    }
}

void NearbyService::settle(Context &ctx, AccountId account, TicketFate fate)
{
    auto ticket = ctx.stores.tickets.find(account);
    if (!ticket || fate == TicketFate::Keep)
        return;
    if (fate == TicketFate::Ends) {
        ctx.stores.tickets.remove(account);
        return;
    }
    ticket->proposal.reset();
    ticket->front = true;
    ctx.stores.tickets.save(*ticket);
    if (!ticket->away)
        m_pool.add(*ticket);
}

RoomId NearbyService::openRoom(Context &ctx, const domain::Proposal &proposal)
{
    const auto one = ctx.stores.accounts.byId(proposal.sides[0].account), other = ctx.stores.accounts.byId(proposal.sides[1].account);
    const auto ticket = ctx.stores.tickets.find(proposal.sides[0].account), partner = ctx.stores.tickets.find(proposal.sides[1].account);
    std::optional<Reach> distance;
    if (ticket && partner)
        distance = stepBetween(ticket->cell, partner->cell);
    return rooms::openDirect(ctx, one.value_or(AccountRow()), other.value_or(AccountRow()), distance);
}

void NearbyService::endTicket(Context &ctx, AccountId account)
{
    ctx.stores.tickets.remove(account);
    m_pool.remove(account);
    ctx.stores.pairs.advance(account, ctx.stores.pairs.nearby(account).last);
    tell(ctx, account);
}

} // namespace jjak::app
