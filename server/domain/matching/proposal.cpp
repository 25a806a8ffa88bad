// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/matching/proposal.h"

#include <algorithm>

namespace jjak::domain {

namespace {

ProposalStep end(ProposalStep s, Outcome outcome, Time now)
{
    s.changed = true;
    s.proposal.outcome = outcome;
    s.proposal.ended = now;
    for (size_t i = 0; i < 2; ++i)
        s.fates[i] = outcome == Outcome::Accepted || s.proposal.sides[i].fault ? TicketFate::Ends : TicketFate::Returns;
    return s;
}

ProposalStep timeOut(ProposalStep s, Time now, const ProposalRules &rules)
{
    for (Side &side : s.proposal.sides)
        side.fault = side.answer == Answer::Open;
    s.apart = rules.silentApart;
    return end(std::move(s), Outcome::TimedOut, now);
}

ProposalStep endBy(ProposalStep s, int side, Outcome outcome, Duration apart, Time now)
{
    s.proposal.sides[size_t(side)].fault = true;
    s.apart = apart;
    return end(std::move(s), outcome, now);
}

ProposalStep accept(ProposalStep s, int side, Time now)
{
    Side &mine = s.proposal.sides[size_t(side)];
    if (mine.answer == Answer::Accepted)
        return s;
    mine.answer = Answer::Accepted;
    s.changed = true;
    if (!std::ranges::all_of(s.proposal.sides, [](const Side &each) { return each.answer == Answer::Accepted; }))
        return s;
    s.opensRoom = true;
    return end(std::move(s), Outcome::Accepted, now);
}

} // namespace

int Proposal::sideOf(AccountId account) const
{
    return account == sides[0].account ? 0 : account == sides[1].account ? 1 : -1;
}

Proposal openProposal(ProposalId id, AccountId one, AccountId other, Time now, Duration time)
{
    Proposal p;
    p.id = id;
    p.sides[0].account = std::min(one, other);
    p.sides[1].account = std::max(one, other);
    p.opened = now;
    p.deadline = now + time;
    return p;
}

ProposalStep step(Proposal proposal, const ProposalInput &input, Time now, const ProposalRules &rules)
{
    ProposalStep s{std::move(proposal)};
    if (!s.proposal.open())
        return s;
    if (const auto *w = std::get_if<Withdrew>(&input))
        return endBy(std::move(s), w->side, Outcome::Gone, rules.silentApart, now);
    if (now >= s.proposal.deadline)
        return timeOut(std::move(s), now, rules);
    if (const auto *d = std::get_if<Declined>(&input))
        return endBy(std::move(s), d->side, Outcome::Refused, rules.refusedApart, now);
    if (const auto *a = std::get_if<Accepted>(&input))
        return accept(std::move(s), a->side, now);
    return s;
}

} // namespace jjak::domain
