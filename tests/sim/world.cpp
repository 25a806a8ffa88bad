// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "server/storage/migrations.h"
#include "tests/support/engine.h"

namespace jjak::sim {

namespace {

//! A pool that has forgotten what a reach is.
class CarelessPool final : public app::MatchPool {
public:
    void add(const domain::Ticket &ticket) override { m_tickets.insert(ticket.account, ticket); }
    void remove(AccountId account) override { m_tickets.remove(account); }
    std::optional<domain::Ticket> partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const override
    {
        for (const domain::Ticket &other : m_tickets) {
            if (other.account != ticket.account && may(other))
                return other;
        }
        return std::nullopt;
    }
    int countNear(const domain::Ticket &, int most) const override { return std::min(most, size()); }
    int size() const override { return int(m_tickets.size()); }
    size_t mark() const override { return 0; }
    void undoTo(size_t) override { m_whole = false; }
    void settle() override {}
    bool isWhole() override { return std::exchange(m_whole, true); }
    void clear() override { m_tickets.clear(); }

private:
    QMap<AccountId, domain::Ticket> m_tickets;
    bool m_whole = false;
};

} // namespace

Server::Server(VirtualClock &clock, Rng &rng, Sink sink, const Faults &faults, const app::Policy &policy)
    : m_clock(clock), m_rng(rng), m_sink(std::move(sink)), m_faults(faults), m_policy(policy), m_set(jjak::test::freshDatabase(), storage::OpenAs::Writer), m_transaction(m_set.stores().transaction),
      m_dates(m_set.stores().dates, m_rng, faults), m_seating(m_set.stores().seating, m_dates, faults), m_tables(m_set.stores().tables, m_rng, faults),
      m_stores{m_transaction,           m_set.stores().accounts, m_set.stores().devices, m_set.stores().connected, m_set.stores().presence, m_set.stores().tickets, m_set.stores().proposals, m_set.stores().pairs,
               m_set.stores().rooms,    m_set.stores().messages, m_set.stores().blocks,  m_set.stores().reports, m_set.stores().events,    m_set.stores().scripts,
               m_dates,                 m_seating,               m_set.stores().arrowPairs, m_set.stores().attendance, m_set.stores().agenda, m_set.stores().uploads, m_set.stores().files, m_set.stores().pictures, m_set.stores().groups, m_set.stores().invitations, m_set.stores().expiry, m_set.stores().search,
               m_set.stores().personas, m_set.stores().posts,    m_set.stores().comments, m_set.stores().feeds,  m_set.stores().pulse,
               m_tables,                m_set.stores().tableDirectory, m_set.stores().thanks, m_set.stores().streams, m_set.stores().nodes, m_set.stores().leases}
{
    if (faults.forgetsRefusals)
        m_policy.proposalRules = {};
    if (faults.sleepsThrough)
        m_policy.dateRules.late = 10h;
    storage::migrate(m_set.database());
    start();
}

void Server::start()
{
    if (m_faults.ignoresReach)
        m_pool = std::make_unique<CarelessPool>();
    else
        m_pool = std::make_unique<engine::MemoryMatchPool>();
    app::FanOut &fanOut = *this;
    m_worker = std::make_unique<app::Worker>(m_stores, m_log, fanOut, *m_pool, m_clock, m_rng, m_policy, m_tokens, m_uploads, m_files);
    if (!m_worker->start())
        qFatal("the worker does not start");
}

void Server::run(const std::vector<app::Job> &jobs, Fate fate)
{
    if (fate == Fate::CommitFails || fate == Fate::DiesBeforeCommit)
        m_transaction.breakNextCommit();
    m_silent = fate == Fate::DiesBeforeCommit || fate == Fate::DiesAfterCommit;
    if (m_faults.tellsTooEarly && fate == Fate::CommitFails)
        tellTooEarly(jobs);
    m_worker->runBatch(jobs);
    if (std::exchange(m_silent, false))
        start();
}

void Server::tellTooEarly(const std::vector<app::Job> &jobs)
{
    app::Effects effects;
    app::Context ctx = context(effects);
    engine::MemoryMatchPool pool;
    app::Services services(pool, m_tokens, m_uploads, m_files);
    services.nearby().keepPoolWhole(m_stores);
    m_set.stores().transaction.begin();
    for (const app::Job &job : jobs)
        services.run(ctx, job);
    m_set.stores().transaction.rollback();
    release(effects.take());
}

void Server::read(const app::Caller &caller, const protocol::Command &command)
{
    app::Effects effects;
    app::Context ctx = context(effects);
    app::runRead(ctx, caller, command);
    release(effects.take());
}

bool Server::isDue()
{
    const auto next = m_stores.agenda.next(m_policy.ticketGrace);
    return next && *next <= m_clock.now();
}

void Server::release(std::vector<app::Outgoing> batch)
{
    if (m_silent)
        return;
    for (const app::Outgoing &out : batch)
        m_sink(out);
}

} // namespace jjak::sim
