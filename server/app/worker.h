// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "server/app/freshness.h"
#include "server/app/histogram.h"
#include "server/app/ports/clock.h"
#include "server/app/ports/command_log.h"
#include "server/app/portion.h"
#include "server/app/services.h"
#include "server/app/steady.h"

namespace jjak::app {

//! Counts of what the worker did, for the metrics. Read from any thread.
struct WorkerFigures {
    std::atomic<quint64> jobs{0}, batches{0}, failedBatches{0}, commitMicroseconds{0};
    std::atomic<quint64> conflicts{0}, fenced{0}, buried{0};
    std::atomic<qint64> lastKept{0}, lastFailed{0}; //!< batches; by steadyMs(), 0: none yet
    Histogram batchCommands{1, 2, 5, 10, 20, 60, 120, 256};
    Histogram batchSeconds{0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5};

    //! A batch was run, whatever became of it.
    void note(size_t commands, std::chrono::microseconds took)
    {
        jobs += commands;
        batches++;
        commitMicroseconds += quint64(took.count());
        batchCommands.add(double(commands));
        batchSeconds.add(double(took.count()) / 1e6);
    }
};

//! The one writer: takes what is waiting, runs it in one transaction with a savepoint each, commits once, and only then
//! lets answers and events go. What a failed commit held is answered `unavailable` and nothing else.
class Worker {
public:
    //! Jobs that share one commit, at most (design §3).
    static constexpr int batchSize = 256;
    //! A job of a shared log that failed so often is a dead letter.
    static constexpr int triesBeforeBurial = 5;

    Worker(Stores stores, CommandLog &log, FanOut &fanOut, MatchPool &pool, const Clock &clock, Rng &rng, const Policy &policy, const Tokens &tokens, UploadFolder &uploads,
           FileFolder &files);

    //! Notes how new what people are told is, from now on.
    void setFreshness(Freshness *freshness) { m_freshness = freshness; }
    //! Brings what the last run left into order; before anything else. false when the store refuses.
    bool start();
    //! Works until the log is closed and empty. For the worker's own thread.
    void run();
    //! One batch; true when it was committed, otherwise its senders are refused. For tests and the simulation, which have no thread.
    bool runBatch(const std::vector<Job> &jobs);
    //! Jobs of a log that servers share, again and again until they are done, are somebody else's, or the log is closed: nobody else would
    //! run them while this one owns their streams.
    void runShared(std::vector<Job> jobs);

    const WorkerFigures &figures() const { return m_figures; }

private:
    //! What became of a batch. NotOurs: of the stream that runOnce() names. Further: it has to be kept apart by everything.
    enum class Fate { Kept, NotOurs, Again, Further, Failed, NoDatabase };
    using Apart = Transaction::Apart;
    static std::vector<Job> take(std::vector<Job> &jobs, Apart apart, size_t most);
    int runPortion(std::vector<Job> jobs, Apart apart, bool refused);
    Fate runOnce(const std::vector<Job> &jobs, Apart apart);
    Fate fateOfFailure() const;
    Fate play(const std::vector<Job> &jobs, const std::vector<Job> &goodbyes, std::vector<Outgoing> &out, Apart apart);
    void count(Fate fate);
    bool areOurs(const std::vector<Job> &jobs);
    void ticked();
    void letGo(std::vector<Job> &jobs) const;
    bool bury(const Job &job);
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
    MatchPool &m_pool;
    const Clock &m_clock;
    Rng &m_rng;
    const Policy &m_policy;
    ScriptShelf m_shelf;
    Services m_services;
    std::array<Portion, 2> m_portion{Portion(batchSize), Portion(batchSize)}; //!< jobs of a shared log that are run together, by Apart
    Portion m_due{batchSize}; //!< dates that one tick plays on, and tables; what is left is due at the next
    bool m_isMoreDue = false; //!< than the last tick looked at
    int m_lostStream = -1; //!< of the last Fate::NotOurs
    std::vector<Job> m_owed; //!< goodbyes of batches and jobs that failed: nobody would repeat them
    Freshness *m_freshness = nullptr; //!< nullptr: no copy of the database answers anybody
    WorkerFigures m_figures;
};

} // namespace jjak::app
