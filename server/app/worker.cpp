// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/worker.h"

#include <algorithm>
#include <map>
#include <set>
#include <thread>

#include "server/app/services/people_service.h"
#include "server/app/services/table_service.h"

namespace jjak::app {

namespace {

constexpr Duration retryLater = 1s;
constexpr Duration lookAgain = 100ms; //!< at a database that is away

//! What a job is, for people.
QString nameOf(const Job &job)
{
    const auto *command = std::get_if<protocol::Command>(&job.work);
    if (!command)
        return QStringLiteral("server.%1").arg(job.work.index());
    const std::string_view name = command->spec().name;
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

bool isGoodbye(const Job &job)
{
    return std::holds_alternative<DeviceGone>(job.work);
}

//! What people say in a room is run in the order of its stream by one server, and changes the room's own row: rows are enough. Who comes or goes
//! changes the row of the account's presence. All else may look at anything.
Transaction::Apart apartOf(const Job &job)
{
    const auto *command = std::get_if<protocol::Command>(&job.work);
    const bool isTalk = command && (command->is<protocol::cmd::Send>() || command->is<protocol::cmd::React>() || command->is<protocol::cmd::Read>() || command->is<protocol::cmd::Got>());
    const bool comesOrGoes = isGoodbye(job) || (command && command->is<protocol::cmd::Resume>());
    return isTalk || comesOrGoes ? Transaction::Apart::Rows : Transaction::Apart::Everything;
}

const Error unavailable = Error::later(ErrorCode::Unavailable, retryLater);

} // namespace

Worker::Worker(Stores stores, CommandLog &log, FanOut &fanOut, MatchPool &pool, const Clock &clock, Rng &rng, const Policy &policy, const Tokens &tokens, UploadFolder &uploads,
               FileFolder &files)
    : m_stores(stores), m_log(log), m_fanOut(fanOut), m_pool(pool), m_clock(clock), m_rng(rng), m_policy(policy), m_services(pool, tokens, uploads, files)
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
    for (auto jobs = m_log.take(batchSize); !jobs.empty(); jobs = m_log.take(batchSize)) {
        if (jobs.front().origin)
            runShared(std::move(jobs));
        else
            runBatch(jobs);
    }
}

bool Worker::runBatch(const std::vector<Job> &jobs)
{
    const auto goodbyes = m_owed;
    const bool kept = runOnce(jobs, Apart::Everything) == Fate::Kept;
    if (!kept) {
        m_owed = goodbyes;
        std::ranges::copy_if(jobs, std::back_inserter(m_owed), isGoodbye);
        refuseAll(jobs);
    }
    return kept;
}

//! In portions that have to be kept apart from other servers in the same way, each as large as went well lately.
void Worker::runShared(std::vector<Job> jobs)
{
    while (!jobs.empty()) {
        const Apart apart = apartOf(jobs.front());
        Portion &most = m_portion[size_t(apart)];
        std::vector<Job> portion = take(jobs, apart, most.size());
        const auto size = portion.size();
        const int conflicts = runPortion(std::move(portion), apart, false);
        conflicts > 0 ? most.wasInTheWay(size, conflicts) : most.wentWell();
        if (m_log.isClosed())
            return; // they stand in their streams
    }
}

//! The jobs of that kind, as far as none of them would come before an earlier one of its stream.
std::vector<Job> Worker::take(std::vector<Job> &jobs, Apart apart, size_t most)
{
    std::vector<Job> out, rest;
    std::set<int> behind;
    for (Job &job : jobs) {
        const int stream = job.origin ? job.origin->stream : -1;
        if (out.size() < most && apartOf(job) == apart && !behind.contains(stream)) {
            out.push_back(std::move(job));
        } else {
            behind.insert(stream);
            rest.push_back(std::move(job));
        }
    }
    jobs = std::move(rest);
    return out;
}

//! How often others were in the way. `refused`: who waits for these has been told that it did not work.
int Worker::runPortion(std::vector<Job> jobs, Apart apart, bool refused)
{
    int conflicts = 0;
    for (int failures = 0; !jobs.empty();) {
        const auto goodbyes = m_owed;
        const bool isTick = std::ranges::any_of(jobs, [](const Job &job) { return std::holds_alternative<Tick>(job.work); });
        const Fate fate = runOnce(jobs, apart);
        if (fate == Fate::Kept && isTick)
            ticked();
        if (fate == Fate::Kept)
            return conflicts;
        if (fate == Fate::Again && isTick)
            m_due.wasInTheWay(m_due.size(), 1);
        m_owed = goodbyes;
        if (fate == Fate::NotOurs)
            letGo(jobs);
        if (fate == Fate::Further)
            apart = Apart::Everything;
        if (fate == Fate::NotOurs || fate == Fate::Further)
            continue;
        conflicts += fate == Fate::Again;
        const bool isFailing = fate == Fate::Failed && jobs.size() == 1 && ++failures >= triesBeforeBurial;
        if ((fate == Fate::NoDatabase || isFailing) && !std::exchange(refused, true))
            refuseAll(jobs); // who comes again with the same command gets the same answer, whichever of the two is run first
        if (m_log.isClosed() || (isFailing && bury(jobs.front())))
            return conflicts;
        if (fate != Fate::NoDatabase && jobs.size() > 1) { // fewer are less in each other's way, and show which of them fails
            const auto middle = jobs.begin() + std::ptrdiff_t(jobs.size() / 2);
            conflicts += runPortion({jobs.begin(), middle}, apart, refused);
            jobs.erase(jobs.begin(), middle);
        } else if (fate == Fate::Again) {
            std::this_thread::sleep_for(std::chrono::microseconds(m_rng.below(1000 * quint64(std::min(conflicts, 20)))));
        } else {
            std::this_thread::sleep_for(lookAgain); // a disk that is full for a moment makes no dead letters
        }
    }
    return conflicts;
}

//! What is left of what is due comes behind those who have waited meanwhile.
void Worker::ticked()
{
    if (m_isMoreDue)
        (void)m_log.append({{}, Tick{}}); // closed: the next owner ticks
    m_due.wentWell();
}

void Worker::letGo(std::vector<Job> &jobs) const
{
    std::erase_if(jobs, [this](const Job &job) { return job.origin && job.origin->stream == m_lostStream; });
}

//! In a transaction of its own, in which the stream goes on behind it. false: it has to be tried again, for nothing behind it may be run
//! before it is done or buried.
bool Worker::bury(const Job &job)
{
    if (job.origin->position.isEmpty())
        return true; // of no stream: it comes again by itself
    Transaction &transaction = m_stores.transaction;
    const QString reason = transaction.failureText().section(u'\n', 0, 0).left(1024);
    const bool begun = transaction.begin(), ours = begun && areOurs({job});
    const bool hasLetter = std::holds_alternative<Replay>(job.work);
    if (ours && !hasLetter)
        m_stores.streams.bury({0, *job.origin, m_clock.now(), nameOf(job), reason});
    const bool kept = ours && transaction.commit();
    const bool notOurs = begun && !ours && transaction.failure() == Transaction::Failure::None;
    m_figures.buried += kept && !hasLetter;
    if (!kept)
        transaction.rollback();
    return kept || notOurs;
}

Worker::Fate Worker::runOnce(const std::vector<Job> &jobs, Apart apart)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto goodbyes = std::exchange(m_owed, {});
    std::vector<Outgoing> out;
    m_services.nearby().keepPoolWhole(m_stores);
    const Fate fate = play(jobs, goodbyes, out, apart);
    if (fate == Fate::Kept) {
        if (m_freshness && !out.empty())
            m_freshness->told(out, m_stores.transaction.logPosition());
        m_fanOut.release(std::move(out));
        m_pool.settle();
        m_services.files().settle(m_stores);
        m_services.sweeper().settle(m_stores);
    } else {
        m_stores.transaction.rollback();
        m_services.files().undoTo(0);
        m_pool.undoTo(0);
        m_services.dates().undo();
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    m_figures.note(jobs.size(), took);
    count(fate);
    return fate;
}

void Worker::count(Fate fate)
{
    switch (fate) {
    case Fate::Kept:
        m_figures.lastKept = steadyMs();
        return;
    case Fate::Again:
        m_figures.conflicts++;
        return;
    case Fate::Further:
        return;
    case Fate::NotOurs:
        m_figures.fenced++;
        return;
    case Fate::Failed:
    case Fate::NoDatabase:
        m_figures.failedBatches++;
        m_figures.lastFailed = steadyMs();
    }
}

Worker::Fate Worker::play(const std::vector<Job> &jobs, const std::vector<Job> &goodbyes, std::vector<Outgoing> &out, Apart apart)
{
    Transaction &transaction = m_stores.transaction;
    m_isMoreDue = false;
    if (!transaction.begin(apart))
        return Fate::NoDatabase;
    if (!areOurs(jobs))
        return transaction.failure() == Transaction::Failure::None ? Fate::NotOurs : fateOfFailure();
    if (runJobs(goodbyes, out) && runJobs(jobs, out) && finishBatch(out) && transaction.commit())
        return Fate::Kept;
    return fateOfFailure();
}

Worker::Fate Worker::fateOfFailure() const
{
    switch (m_stores.transaction.failure()) {
    case Transaction::Failure::Again:
        return Fate::Again;
    case Transaction::Failure::Further:
        return Fate::Further;
    default:
        return Fate::Failed;
    }
}

//! Looks at every stream that a job comes from, and notes how far it will have been run. Before anything else, so that whoever is owner no
//! more does nothing, and whoever wants to be the next one waits until this is over.
bool Worker::areOurs(const std::vector<Job> &jobs)
{
    std::map<int, Origin> last;
    for (const Job &job : jobs) {
        if (!job.origin)
            continue;
        Origin &to = last[job.origin->stream];
        to.stream = job.origin->stream;
        to.fence = job.origin->fence;
        if (!job.origin->position.isEmpty())
            to.position = job.origin->position;
    }
    return std::ranges::all_of(last, [this](const auto &each) {
        m_lostStream = each.first;
        return m_stores.streams.advance(each.second);
    });
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
        if (m_stores.transaction.isOver())
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
    if (!job.isTooLate) {
        if (auto done = attempt([&](Context &ctx) { m_services.run(ctx, job); }))
            return std::move(*done);
    }
    // It is too late, or a constraint stopped a step that the service thought possible: its sender may try again.
    if (isGoodbye(job))
        m_owed.push_back({job.caller, job.work});
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
    const auto due = m_stores.dates.due(now.now, int(m_due.size()));
    m_isMoreDue |= due.size() == qsizetype(m_due.size());
    for (const DateId &id : due) {
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
    const auto due = m_stores.tables.due(now.now, int(m_due.size()));
    m_isMoreDue |= due.size() == qsizetype(m_due.size());
    for (const TableId &id : due) {
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
    Transaction &transaction = m_stores.transaction;
    Effects effects;
    Context ctx = context(effects);
    const size_t mark = m_services.files().mark(), poolMark = m_pool.mark();
    transaction.savepoint();
    step(ctx);
    if (transaction.failure() == Transaction::Failure::None) {
        transaction.releaseSavepoint();
        return effects.take();
    }
    transaction.rollbackToSavepoint();
    m_services.files().undoTo(mark);
    m_pool.undoTo(poolMark);
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
