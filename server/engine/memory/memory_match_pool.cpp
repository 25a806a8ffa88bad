// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/memory/memory_match_pool.h"

#include <algorithm>
#include <limits>

namespace jjak::engine {

namespace {

constexpr ZoneKey exactly = ZoneKey(1) << 56; //!< marks the zones of those who look exactly as far as the zone's step

} // namespace

bool MemoryMatchPool::Place::operator<(const Place &other) const
{
    if (!sameTurn(other))
        return std::tie(behind, since) < std::tie(other.behind, other.since);
    return who->ticket.account < other.who->ticket.account;
}

//! The zones that can hold a partner for one ticket, and who in them is within reach.
class MemoryMatchPool::Search {
public:
    Search(const MemoryMatchPool &pool, const domain::Ticket &ticket) : m_pool(pool), m_ticket(ticket), m_spot(ticket.cell)
    {
        for (const Reach step : allReaches) {
            if (step < ticket.reach && pool.m_ofReach[size_t(step)] > 0)
                open(step, exactly);
        }
        open(ticket.reach, 0);
    }

    std::vector<Walk> walks;

    bool reaches(const Walk &walk, const Waiting &other) const
    {
        const double chord = distance(other);
        if (chord > walk.never || other.ticket.account == m_ticket.account)
            return false;
        return chord < walk.surely || domain::withinReach(m_ticket, other.ticket);
    }
    double distance(const Waiting &other) const { return chordSquared(m_spot, other.spot); }

private:
    void open(Reach step, ZoneKey kind)
    {
        // Only SameArea asks for the cell itself, and Anywhere for nothing: there the bounds leave the decision to the zone.
        static constexpr double all = std::numeric_limits<double>::max();
        const double km = kilometres(step) + m_ticket.cell.sizeKm() / 2.0;
        const bool bySpot = step != Reach::SameArea && step != Reach::Anywhere;
        const double edge = chordSquaredOf(km);
        for (const ZoneKey zone : zonesAround(step, m_spot, km)) {
            const auto it = m_pool.m_zones.find(zone | kind);
            if (it != m_pool.m_zones.end())
                walks.push_back({it->second.begin(), it->second.end(), bySpot ? edge * (1 - 1e-6) : all, bySpot ? edge * (1 + 1e-6) : all});
        }
    }

    const MemoryMatchPool &m_pool;
    const domain::Ticket &m_ticket;
    const Spot m_spot;
};

template <class F>
void MemoryMatchPool::forZones(const Waiting &waiting, F &&f)
{
    const Reach reach = waiting.ticket.reach;
    for (const Reach step : allReaches) {
        if (step <= reach)
            f(zoneOf(step, waiting.spot));
    }
    if (reach != Reach::Anywhere) // nobody looks further
        f(zoneOf(reach, waiting.spot) | exactly);
}

void MemoryMatchPool::add(const domain::Ticket &ticket)
{
    note(ticket.account);
    leave(ticket.account);
    enter(ticket);
}

void MemoryMatchPool::remove(AccountId account)
{
    note(account);
    leave(account);
}

void MemoryMatchPool::note(AccountId account)
{
    const auto it = m_waiting.find(account);
    m_changes.push_back({account, it != m_waiting.end() ? std::optional(it->second.ticket) : std::nullopt});
}

void MemoryMatchPool::enter(const domain::Ticket &ticket)
{
    const Waiting &waiting = m_waiting.emplace(ticket.account, Waiting{ticket, Spot(ticket.cell)}).first->second;
    forZones(waiting, [&](ZoneKey zone) { m_zones[zone].insert({!ticket.front, ticket.since, &waiting}); });
    ++m_ofReach[size_t(ticket.reach)];
}

void MemoryMatchPool::leave(AccountId account)
{
    const auto it = m_waiting.find(account);
    if (it == m_waiting.end())
        return;
    const Waiting &waiting = it->second;
    forZones(waiting, [&](ZoneKey key) {
        const auto zone = m_zones.find(key);
        zone->second.erase({!waiting.ticket.front, waiting.ticket.since, &waiting});
        if (zone->second.empty())
            m_zones.erase(zone);
    });
    --m_ofReach[size_t(waiting.ticket.reach)];
    m_waiting.erase(it);
}

void MemoryMatchPool::undoTo(size_t mark)
{
    for (; m_changes.size() > mark; m_changes.pop_back()) {
        const Change &change = m_changes.back();
        leave(change.account);
        if (change.before)
            enter(*change.before);
    }
    if (mark == 0 && m_filled == Filled::BeingSo)
        m_filled = Filled::Not;
}

void MemoryMatchPool::settle()
{
    m_changes.clear();
    if (m_filled == Filled::BeingSo)
        m_filled = Filled::Wholly;
}

void MemoryMatchPool::clear()
{
    m_zones.clear();
    m_waiting.clear();
    m_ofReach.fill(0);
    m_changes.clear();
    m_filled = Filled::BeingSo;
}

std::optional<domain::Ticket> MemoryMatchPool::partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const
{
    Search search(*this, ticket);
    auto &walks = search.walks; // a heap, the one whose next person is to be served first on top
    const auto later = [](const Walk &a, const Walk &b) { return *b.at < *a.at; };
    std::ranges::make_heap(walks, later);
    std::vector<std::pair<double, const Waiting *>> turn; // those who have waited equally long
    while (!walks.empty()) {
        const Place first = *walks.front().at;
        turn.clear();
        while (!walks.empty() && walks.front().at->sameTurn(first)) {
            std::ranges::pop_heap(walks, later);
            Walk &walk = walks.back();
            if (const Waiting &other = *walk.at->who; search.reaches(walk, other))
                turn.emplace_back(search.distance(other), &other);
            if (++walk.at == walk.end)
                walks.pop_back();
            else
                std::ranges::push_heap(walks, later);
        }
        std::ranges::sort(turn, [](const auto &a, const auto &b) { return std::tie(a.first, a.second->ticket.account) < std::tie(b.first, b.second->ticket.account); });
        for (const auto &[distance, other] : turn) {
            if (may(other->ticket))
                return other->ticket;
        }
    }
    return std::nullopt;
}

int MemoryMatchPool::countNear(const domain::Ticket &ticket, int most) const
{
    const Search search(*this, ticket);
    int count = 0;
    for (Walk walk : search.walks) {
        for (; walk.at != walk.end && count < most; ++walk.at)
            count += search.reaches(walk, *walk.at->who);
    }
    return count;
}

} // namespace jjak::engine
