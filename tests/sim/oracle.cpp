// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/oracle.h"

namespace jjak::sim {

using namespace protocol;

namespace {

QList<ProposalId> openIds(storage::Database &db)
{
    return db.list(QStringLiteral("SELECT id FROM proposal WHERE outcome IS NULL"), [](storage::Row &row) { return row.next<ProposalId>(); });
}

} // namespace

void Oracle::afterBatch()
{
    app::Stores &stores = m_town.m_server.stores();
    QMap<ProposalId, domain::Proposal> now;
    for (const ProposalId id : openIds(m_town.m_server.database())) {
        const auto proposal = stores.proposals.find(id);
        require(proposal.has_value(), "an open proposal cannot be read");
        now.insert(id, *proposal);
        if (!m_open.contains(id))
            checkNew(*proposal);
    }
    for (const domain::Proposal &before : std::as_const(m_open)) {
        if (!now.contains(before.id))
            noteEnd(*stores.proposals.find(before.id));
    }
    m_open = now;
}

std::optional<AccountId> Oracle::somebodyProposed(Rng &rng) const
{
    if (m_open.isEmpty())
        return std::nullopt;
    const auto it = std::next(m_open.cbegin(), int(rng.below(quint64(m_open.size()))));
    return it->sides[rng.below(2)].account;
}

void Oracle::checkNew(const domain::Proposal &proposal)
{
    app::Stores &stores = m_town.m_server.stores();
    const AccountId a = proposal.sides[0].account, b = proposal.sides[1].account;
    m_town.m_tally.proposals++;
    const auto one = stores.tickets.find(a), other = stores.tickets.find(b);
    require(one && other, "a proposal of somebody who does not wait");
    require(one->proposal == proposal.id && other->proposal == proposal.id, "a ticket does not know its proposal");
    require(covers(one->reach, one->cell, other->cell) && covers(other->reach, one->cell, other->cell), "a pair outside one of the reaches");
    const Pair key = pair(a, b);
    require(m_apart.value(key, Time{}) <= m_town.m_clock.now(), "a pair that was to be kept apart");
    require(!m_roomed.contains(key), "a pair that has a room already");
    require(!blocked.contains(key), "a blocked pair");
}

void Oracle::noteEnd(const domain::Proposal &proposal)
{
    const Pair key = pair(proposal.sides[0].account, proposal.sides[1].account);
    const app::Policy &policy = m_rules;
    Tally &tally = m_town.m_tally;
    switch (*proposal.outcome) {
    case Outcome::Accepted:
        tally.accepted++;
        require(!m_roomed.contains(key), "a second room of one pair");
        m_roomed.insert(key);
        return;
    case Outcome::Refused:
        tally.refused++;
        m_apart[key] = std::max(m_apart[key], *proposal.ended + policy.proposalRules.refusedApart);
        return;
    case Outcome::TimedOut:
        tally.timedOut++;
        m_apart[key] = std::max(m_apart[key], *proposal.ended + policy.proposalRules.silentApart);
        return;
    case Outcome::Gone:
        tally.gone++;
        m_apart[key] = std::max(m_apart[key], *proposal.ended + policy.proposalRules.silentApart);
        return;
    }
}

void Oracle::everything()
{
    checkTickets();
    checkViews();
    checkRooms();
    checkNobodyWaitsInVain();
}

void Oracle::checkTickets()
{
    app::Stores &stores = m_town.m_server.stores();
    QHash<AccountId, int> sides;
    for (const domain::Proposal &p : std::as_const(m_open)) {
        for (const domain::Side &side : p.sides) {
            require(++sides[side.account] == 1, "somebody is in two proposals");
            const auto ticket = stores.tickets.find(side.account);
            require(ticket && ticket->proposal == p.id, "an open proposal without its ticket");
        }
    }
    int waiting = 0;
    for (const Person &person : m_town.m_people) {
        const auto ticket = stores.tickets.find(person.account);
        if (!ticket)
            continue;
        require(!ticket->proposal || m_open.contains(*ticket->proposal), "somebody is stuck in a proposal that has ended");
        waiting += !ticket->proposal && !ticket->away;
    }
    require(m_town.m_server.pool().size() == waiting, "the pool does not hold exactly those who wait");
}

void Oracle::checkViews()
{
    app::Effects effects;
    app::Context ctx = m_town.m_server.context(effects);
    for (const Person &person : m_town.m_people) {
        if (person.connection == 0)
            continue;
        const Nearby truth = app::NearbyService::view(ctx, person.account);
        Nearby seen = person.nearby;
        seen.crowd.reset();
        require(seen.version == truth.version, "a connected client missed a change");
        require(encode(seen) == encode(truth), "a connected client sees something else than what is stored");
    }
}

void Oracle::checkRooms()
{
    storage::Database &db = m_town.m_server.database();
    const auto gaps = db.value<qint64>(QStringLiteral("SELECT count(*) FROM room r WHERE r.head <> (SELECT count(*) FROM message m WHERE m.room = r.id)"
                                                      " OR r.head <> (SELECT coalesce(max(seq), 0) FROM message m WHERE m.room = r.id)"));
    require(gaps == 0, "a room's messages are not numbered without gaps");
    const auto rooms = db.value<qint64>(QStringLiteral("SELECT count(*) FROM room"));
    require(rooms == m_roomed.size(), "rooms and accepted proposals are not one to one");
}

void Oracle::checkNobodyWaitsInVain()
{
    app::Stores &stores = m_town.m_server.stores();
    QList<domain::Ticket> free;
    for (const domain::Ticket &ticket : stores.tickets.free()) {
        if (!ticket.away)
            free.append(ticket);
    }
    for (qsizetype i = 0; i < free.size(); ++i) {
        for (qsizetype k = i + 1; k < free.size(); ++k) {
            if (domain::withinReach(free[i], free[k]))
                require(!stores.pairs.mayMeet(free[i].account, free[k].account, m_town.m_clock.now()), "two wait who could meet");
        }
    }
}

} // namespace jjak::sim
