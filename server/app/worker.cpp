// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/worker.h"

#include <algorithm>

#include "server/app/services/people_service.h"
#include "server/app/services/table_service.h"

namespace jjak::app {

namespace {

constexpr Duration retryLater = 1s;

bool isGoodbye(const Job &job)
{
    return std::holds_alternative<DeviceGone>(job.work);
}

const Error unavailable = Error::later(ErrorCode::Unavailable, retryLater);

} // namespace

Worker::Worker(Stores stores, CommandLog &log, FanOut &fanOut, MatchPool &pool, const Clock &clock, Rng &rng, const Policy &policy, const Tokens &tokens, UploadFolder &uploads,
               FileFolder &files)
    : m_stores(stores), m_log(log), m_fanOut(fanOut), m_clock(clock), m_rng(rng), m_policy(policy), m_services(pool, tokens, uploads, files)
{
}

bool Worker::start()
{
    if (!m_stores.transaction.begin())
        return false;
    Effects effects;
    Context ctx = context(effects);
    m_services.nearby().afterStart(ctx);
    m_services.dates().afterStart(ctx);
    people::afterStart(ctx);
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
    const auto goodbyes = std::exchange(m_owed, {});
    std::vector<Outgoing> out;
    const bool kept = m_stores.transaction.begin() && runJobs(goodbyes, out) && runJobs(jobs, out) && finishBatch(out) && m_stores.transaction.commit();
    if (kept) {
        m_services.connected().settle();
        m_fanOut.release(std::move(out));
        m_services.files().settle(m_stores);
        m_services.sweeper().settle(m_stores);
    } else {
        m_stores.transaction.rollback();
        m_services.connected().undoTo(0);
        m_services.files().undoTo(0);
        m_poolStale = true;
        m_figures.failedBatches++;
        m_owed = goodbyes;
        std::ranges::copy_if(jobs, std::back_inserter(m_owed), isGoodbye);
        refuseAll(jobs);
    }
    m_figures.jobs += jobs.size();
    m_figures.batches++;
    m_figures.commitMicroseconds += quint64(std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count());
    return kept;
}

bool Worker::runJobs(const std::vector<Job> &jobs, std::vector<Outgoing> &out)
{
    const auto tell = [&](std::vector<Outgoing> effects) { std::move(effects.begin(), effects.end(), std::back_inserter(out)); };
    for (const Job &job : jobs) {
        if (std::holds_alternative<Tick>(job.work)) {
            tell(playDueDates());
            tell(playDueTables());
        }
        tell(runJob(job));
        if (m_stores.transaction.failure() == Transaction::Failure::Whole)
            return false;
    }
    return true;
}

//! What follows from all jobs together. A constraint that stops it fails the batch: it only reads, and counts versions.
bool Worker::finishBatch(std::vector<Outgoing> &out)
{
    Effects effects;
    Context ctx = context(effects);
    m_services.dates().finish(ctx);
    auto last = effects.take();
    std::move(last.begin(), last.end(), std::back_inserter(out));
    return m_stores.transaction.failure() == Transaction::Failure::None;
}

std::vector<Outgoing> Worker::runJob(const Job &job)
{
    if (auto done = attempt([&](Context &ctx) { m_services.run(ctx, job); }))
        return std::move(*done);
    // A constraint stopped a step that the service thought possible: its sender may try again.
    if (isGoodbye(job))
        m_owed.push_back(job);
    Effects refusal;
    if (job.caller.connection != 0)
        refusal.refuse(job.caller, unavailable);
    return refusal.take();
}

//! Each by itself: one that cannot be played does not stop the others.
std::vector<Outgoing> Worker::playDueDates()
{
    Effects none;
    Context now = context(none);
    std::vector<Outgoing> out;
    for (const DateId &id : DateService::due(now)) {
        auto told = attempt([&](Context &ctx) { m_services.dates().goOn(ctx, id); });
        if (!told)
            told = attempt([&](Context &ctx) { DateService::rest(ctx, id); });
        if (told)
            std::move(told->begin(), told->end(), std::back_inserter(out));
    }
    return out;
}

std::vector<Outgoing> Worker::playDueTables()
{
    Effects none;
    Context now = context(none);
    std::vector<Outgoing> out;
    for (const TableId &id : tables::due(now)) {
        auto told = attempt([&](Context &ctx) { tables::goOn(ctx, id); });
        if (!told)
            told = attempt([&](Context &ctx) { tables::rest(ctx, id); });
        if (told)
            std::move(told->begin(), told->end(), std::back_inserter(out));
    }
    return out;
}

std::optional<std::vector<Outgoing>> Worker::attempt(const std::function<void(Context &)> &step)
{
    if (std::exchange(m_poolStale, false))
        m_services.nearby().rebuildPool(m_stores);
    Transaction &transaction = m_stores.transaction;
    Effects effects;
    Context ctx = context(effects);
    const size_t mark = m_services.connected().mark(), filesMark = m_services.files().mark();
    transaction.savepoint();
    step(ctx);
    if (transaction.failure() == Transaction::Failure::None) {
        transaction.releaseSavepoint();
        return effects.take();
    }
    transaction.rollbackToSavepoint();
    m_services.connected().undoTo(mark);
    m_services.files().undoTo(filesMark);
    m_poolStale = true;
    return std::nullopt;
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
