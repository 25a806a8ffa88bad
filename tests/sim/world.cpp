// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/world.h"

#include "server/storage/migrations.h"

namespace jjak::sim {

Server::Server(VirtualClock &clock, Rng &rng, Sink sink)
    : m_clock(clock), m_rng(rng), m_sink(std::move(sink)), m_set(QStringLiteral(":memory:"), storage::OpenAs::Writer), m_transaction(m_set.stores().transaction),
      m_stores{m_transaction,           m_set.stores().accounts, m_set.stores().devices, m_set.stores().tickets, m_set.stores().proposals, m_set.stores().pairs,
               m_set.stores().rooms,    m_set.stores().messages, m_set.stores().blocks,  m_set.stores().reports, m_set.stores().agenda}
{
    storage::migrate(m_set.database().connection());
    start();
}

void Server::start()
{
    m_pool = std::make_unique<engine::MemoryMatchPool>();
    app::FanOut &fanOut = *this;
    m_worker = std::make_unique<app::Worker>(m_stores, m_log, fanOut, *m_pool, m_clock, m_rng, m_policy, m_tokens);
    if (!m_worker->start())
        qFatal("the worker does not start");
}

void Server::run(const std::vector<app::Job> &jobs, Fate fate)
{
    if (fate == Fate::CommitFails || fate == Fate::DiesBeforeCommit)
        m_transaction.breakNextCommit();
    m_silent = fate == Fate::DiesBeforeCommit || fate == Fate::DiesAfterCommit;
    m_worker->runBatch(jobs);
    if (std::exchange(m_silent, false))
        start();
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
