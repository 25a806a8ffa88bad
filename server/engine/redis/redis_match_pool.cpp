// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/redis_match_pool.h"

#include <algorithm>
#include <ranges>
#include <tuple>

namespace jjak::engine {

namespace {

//! So many around somebody are all looked at. Where there are more, some of those who have waited longest are among them: there the queue is read.
constexpr int few = 24;
constexpr int firstOfQueue = 16, mostOfQueue = 4096; // at once: four times more with each time
constexpr int everybody = 1'000'000'000;
constexpr double withinOneCell = 0.1; // km: centres of two cells are further apart

using Turn = std::pair<bool, Time>;

Turn turnOf(const domain::Ticket &t)
{
    return {!t.front, t.since};
}

} // namespace

//! Those within both reaches of one ticket. They stand apart by how far they look themselves, as it follows from that how far away they may be.
class RedisMatchPool::Search {
public:
    Search(const RedisMatchPool &pool, const domain::Ticket &ticket) : m_pool(pool), m_ticket(ticket)
    {
        for (const Reach reach : allReaches) {
            const Reach both = shorter(reach, ticket.reach);
            const double km = both == Reach::SameArea ? withinOneCell : kilometres(both) + ticket.cell.sizeKm() / 2.0;
            m_lines.push_back({.reach = reach, .km = km, .byPlace = both != Reach::Anywhere && RedisTickets::knowsAround(ticket.cell, km), .allMeet = both == Reach::Anywhere});
        }
    }

    //! The next ones to be asked, in their order; none when there are no more.
    std::vector<domain::Ticket> next()
    {
        if (!std::exchange(m_begun, true))
            begin();
        for (;; readOn()) {
            const auto open = [](const Line &line) { return !line.complete; };
            const bool all = std::ranges::none_of(m_lines, open);
            Turn known{true, Time::max()}; // everybody before that
            for (const Line &line : m_lines | std::views::filter(open))
                known = std::min(known, line.known);
            if (auto out = takeBefore(known); all || !out.empty())
                return out;
        }
    }

    int count(int most)
    {
        // Of what comes some do not count: this one itself, those that have changed, and those in the rim of a circle.
        const int enough = most + int(m_pool.m_changed.size()) + 1;
        if (countAtMost(enough) && int(m_found.size()) < most)
            countAtMost(everybody);
        return std::min(most, int(m_found.size()));
    }

private:
    //! Those who look equally far.
    struct Line {
        Reach reach = Reach::SameArea;
        double km = 0;
        bool byPlace = false; //!< or out of the queue
        bool allMeet = false;
        bool complete = false;
        int read = 0, atOnce = firstOfQueue; //!< of the queue
        Turn known{};                        //!< whoever comes before has been read
    };

    void begin()
    {
        ask([](const Line &line) { return line.byPlace ? few : firstOfQueue; },
            [this](Line &line, const RedisTickets::Answer &answer) {
                if (!line.byPlace) {
                    takeOfQueue(line, answer);
                } else if (answer.entries < few) {
                    take(answer.tickets);
                    line.complete = true;
                }
                line.byPlace = false;
            });
        takeChanged();
    }

    void readOn()
    {
        ask([](const Line &line) { return line.atOnce; }, [this](Line &line, const RedisTickets::Answer &answer) { takeOfQueue(line, answer); });
    }

    //! Whether there may be more.
    bool countAtMost(int most)
    {
        bool more = false;
        m_found.clear();
        ask([most](const Line &line) { return line.byPlace || line.allMeet ? most : everybody; },
            [&](Line &, const RedisTickets::Answer &answer) {
                take(answer.tickets);
                more |= answer.entries >= most;
            });
        takeChanged();
        return more;
    }

    //! Asks every line that is not complete, all of them at once. Without an answer there is nobody.
    void ask(const std::function<int(const Line &)> &most, const std::function<void(Line &, const RedisTickets::Answer &)> &then)
    {
        std::vector<RedisCommand> questions;
        std::vector<Line *> asked;
        for (Line &line : m_lines) {
            if (line.complete)
                continue;
            asked.push_back(&line);
            questions.push_back(line.byPlace ? m_pool.m_tickets->around(line.reach, m_ticket.cell, line.km, most(line)) : m_pool.m_tickets->inTurn(line.reach, line.read, most(line)));
        }
        const auto answers = m_pool.m_tickets->ask(std::move(questions));
        for (size_t i = 0; i < asked.size(); ++i) {
            if (answers)
                then(*asked[i], (*answers)[i]);
            else
                asked[i]->complete = true;
        }
    }

    void takeOfQueue(Line &line, const RedisTickets::Answer &answer)
    {
        line.complete = answer.entries < line.atOnce;
        line.read += answer.entries;
        line.atOnce = std::min(4 * line.atOnce, mostOfQueue);
        if (!answer.tickets.empty())
            line.known = turnOf(answer.tickets.back());
        take(answer.tickets);
    }

    void take(const std::vector<domain::Ticket> &tickets)
    {
        for (const domain::Ticket &other : tickets) {
            if (!m_pool.m_changed.contains(other.account))
                takeIfNear(other);
        }
    }

    void takeChanged()
    {
        for (const auto &[account, ticket] : m_pool.m_changed) {
            if (ticket)
                takeIfNear(*ticket);
        }
    }

    void takeIfNear(const domain::Ticket &other)
    {
        if (other.account != m_ticket.account && domain::withinReach(m_ticket, other))
            m_found.push_back(other);
    }

    std::vector<domain::Ticket> takeBefore(const Turn &end)
    {
        const auto rest = std::partition(m_found.begin(), m_found.end(), [&](const domain::Ticket &t) { return turnOf(t) < end; });
        std::vector<std::tuple<Turn, double, AccountId, domain::Ticket>> order;
        for (auto it = m_found.begin(); it != rest; ++it)
            order.emplace_back(turnOf(*it), distanceKm(m_ticket.cell, it->cell), it->account, *it);
        m_found.erase(m_found.begin(), rest);
        std::ranges::sort(order, [](const auto &a, const auto &b) { return std::tie(std::get<0>(a), std::get<1>(a), std::get<2>(a)) < std::tie(std::get<0>(b), std::get<1>(b), std::get<2>(b)); });
        std::vector<domain::Ticket> out;
        for (auto &each : order)
            out.push_back(std::move(std::get<3>(each)));
        return out;
    }

    const RedisMatchPool &m_pool;
    const domain::Ticket &m_ticket;
    std::vector<Line> m_lines;
    std::vector<domain::Ticket> m_found;
    bool m_begun = false;
};

RedisMatchPool::RedisMatchPool(const QString &address, const Keyspace &space, const RedisTimes &times) : m_tickets(std::make_unique<RedisTickets>(address, space, times)) {}

void RedisMatchPool::add(const domain::Ticket &ticket)
{
    m_changes.push_back({ticket.account, ticket});
    m_changed[ticket.account] = ticket;
}

void RedisMatchPool::remove(AccountId account)
{
    m_changes.push_back({account});
    m_changed[account] = std::nullopt;
}

std::optional<domain::Ticket> RedisMatchPool::partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const
{
    Search search(*this, ticket);
    for (auto some = search.next(); !some.empty(); some = search.next()) {
        if (const auto found = std::ranges::find_if(some, may); found != some.end())
            return *found;
    }
    return std::nullopt;
}

int RedisMatchPool::countNear(const domain::Ticket &ticket, int most) const
{
    return Search(*this, ticket).count(most);
}

int RedisMatchPool::size() const
{
    std::vector<AccountId> changed;
    int waiting = 0;
    for (const auto &[account, ticket] : m_changed) {
        changed.push_back(account);
        waiting += ticket.has_value();
    }
    return m_tickets->countWithout(changed) + waiting;
}

void RedisMatchPool::undoTo(size_t mark)
{
    while (m_changes.size() > mark)
        m_changes.pop_back();
    m_changed.clear();
    for (const Change &change : m_changes)
        m_changed[change.account] = change.ticket;
    if (mark == 0)
        m_tickets->abandonFilling();
}

void RedisMatchPool::settle()
{
    m_tickets->write(m_changed);
    m_changes.clear();
    m_changed.clear();
}

void RedisMatchPool::clear()
{
    m_changes.clear();
    m_changed.clear();
    m_tickets->beginFilling();
}

} // namespace jjak::engine
