// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "server/app/ports/clock.h"
#include "server/app/ports/command_log.h"
#include "server/app/services.h"

namespace jjak::app {

//! Counts of what the worker did, for the metrics. Read from any thread.
struct WorkerFigures {
    std::atomic<quint64> jobs{0}, batches{0}, failedBatches{0}, commitMicroseconds{0};
};

//! The one writer: takes what is waiting, runs it in one transaction with a savepoint each, commits once, and only then
//! lets answers and events go. What a failed commit held is answered `unavailable` and nothing else.
class Worker {
public:
    //! Jobs that share one commit, at most (design §3).
    static constexpr int batchSize = 256;

    Worker(Stores stores, CommandLog &log, FanOut &fanOut, MatchPool &pool, const Clock &clock, Rng &rng, const Policy &policy, const Tokens &tokens, UploadFolder &uploads,
           FileFolder &files);

    //! Brings what the last run left into order; before anything else. false when the store refuses.
    bool start();
    //! Works until the log is closed and empty. For the worker's own thread.
    void run();
    //! One batch; true when it was committed. For tests and the simulation, which have no thread.
    bool runBatch(const std::vector<Job> &jobs);

    const WorkerFigures &figures() const { return m_figures; }

private:
    bool runJobs(const std::vector<Job> &jobs, std::vector<Outgoing> &out);
    std::vector<Outgoing> runJob(const Job &job);
    std::vector<Outgoing> playDueDates();
    std::vector<Outgoing> playDueTables();
    //! What the step has to tell; nullopt when a constraint stopped it and it is undone.
    std::optional<std::vector<Outgoing>> attempt(const std::function<void(Context &)> &step);
    bool finishBatch(std::vector<Outgoing> &out);
    Context context(Effects &effects) { return {m_stores, m_clock.now(), m_rng, m_policy, effects, m_shelf}; }
    void refuseAll(const std::vector<Job> &jobs);

    Stores m_stores;
    CommandLog &m_log;
    FanOut &m_fanOut;
    const Clock &m_clock;
    Rng &m_rng;
    const Policy &m_policy;
    ScriptShelf m_shelf;
    Services m_services;
    bool m_poolStale = true;
    std::vector<Job> m_owed; //!< goodbyes of batches and jobs that failed: nobody would repeat them
    WorkerFigures m_figures;
};

} // namespace jjak::app
