// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/worker.h"

namespace jjak::app {

namespace {

constexpr Duration retryLater = 1s;

const Error unavailable = Error::later(ErrorCode::Unavailable, retryLater);

} // namespace

Worker::Worker(Stores stores, CommandLog &log, FanOut &fanOut, MatchPool &pool, const Clock &clock, Rng &rng, const Policy &policy, const Tokens &tokens)
    : m_stores(stores), m_log(log), m_fanOut(fanOut), m_clock(clock), m_rng(rng), m_policy(policy), m_services(pool, tokens)
{
}

bool Worker::start()
{
    if (!m_stores.transaction.begin())
        return false;
    Effects effects;
    Context ctx{m_stores, m_clock.now(), m_rng, m_policy, effects, m_shelf};
    m_services.nearby().afterStart(ctx);
    m_services.dates().afterStart(ctx);
    return m_stores.transaction.commit();
}

void Worker::run()
{
    for (auto jobs = m_log.take(batchSize); !jobs.empty(); jobs = m_log.take(batchSize))
        runBatch(jobs);
}

bool Worker::runBatch(const std::vector<Job> &jobs)
{
    const auto begun = std::chrono::steady_clock::now();
    std::vector<Outgoing> out;
    const bool kept = m_stores.transaction.begin() && runJobs(jobs, out) && m_stores.transaction.commit();
    if (kept) {
        m_fanOut.release(std::move(out));
    } else {
        m_stores.transaction.rollback();
        m_poolStale = true;
        m_figures.failedBatches++;
        refuseAll(jobs);
    }
    m_figures.jobs += jobs.size();
    m_figures.batches++;
    m_figures.commitMicroseconds += quint64(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count());
    return kept;
}

bool Worker::runJobs(const std::vector<Job> &jobs, std::vector<Outgoing> &out)
{
    for (const Job &job : jobs) {
        if (m_poolStale) {
            m_services.nearby().rebuildPool(m_stores);
            m_poolStale = false;
        }
        auto effects = runJob(job);
        if (m_stores.transaction.failure() == Transaction::Failure::Whole)
            return false;
        std::move(effects.begin(), effects.end(), std::back_inserter(out));
    }
    auto last = finishBatch();
    std::move(last.begin(), last.end(), std::back_inserter(out));
    return m_stores.transaction.failure() == Transaction::Failure::None;
}

//! What follows from all jobs together. A constraint that stops it fails the batch: it only reads, and counts versions.
std::vector<Outgoing> Worker::finishBatch()
{
    Effects effects;
    Context ctx{m_stores, m_clock.now(), m_rng, m_policy, effects, m_shelf};
    m_services.dates().finish(ctx);
    return effects.take();
}

std::vector<Outgoing> Worker::runJob(const Job &job)
{
    Transaction &transaction = m_stores.transaction;
    Effects effects;
    Context ctx{m_stores, m_clock.now(), m_rng, m_policy, effects, m_shelf};
    transaction.savepoint();
    m_services.run(ctx, job);
    if (transaction.failure() == Transaction::Failure::None) {
        transaction.releaseSavepoint();
        return effects.take();
    }
    // A constraint stopped a step that the service thought possible. The command is undone; its sender may try again.
    transaction.rollbackToSavepoint();
    m_poolStale = true;
    Effects refusal;
    if (job.caller.connection != 0)
        refusal.refuse(job.caller, unavailable);
    return refusal.take();
}

void Worker::refuseAll(const std::vector<Job> &jobs)
{
    Effects refusal;
    for (const Job &job : jobs) {
        if (job.caller.connection != 0)
            refusal.refuse(job.caller, unavailable);
    }
    m_fanOut.release(refusal.take());
}

} // namespace jjak::app
