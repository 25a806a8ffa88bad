// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QSet>

#include "common/protocol/frame.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/store_set.h"
#include "tests/sim/faulty_stores.h"

namespace jjak::sim {

//! Time that passes when the world says so.
class VirtualClock final : public app::Clock {
public:
    Time now() const override { return m_now; }
    void pass(Duration duration) { m_now += duration; }

private:
    Time m_now = fromMs(1'800'000'000'000);
};

//! The real transaction, but it can be told to break at the worst moment.
class BreakableTransaction final : public app::Transaction {
public:
    explicit BreakableTransaction(app::Transaction &real) : m_real(real) {}
    void breakNextCommit() { m_break = true; }

    using Transaction::begin;
    bool begin(Apart apart) override { return m_real.begin(apart); }
    void lookFurther() override { m_real.lookFurther(); }
    void savepoint() override { m_real.savepoint(); }
    void releaseSavepoint() override { m_real.releaseSavepoint(); }
    void rollbackToSavepoint() override { m_real.rollbackToSavepoint(); }
    bool commit() override
    {
        if (!std::exchange(m_break, false))
            return m_real.commit();
        m_real.rollback();
        return false;
    }
    void rollback() override { m_real.rollback(); }
    Failure failure() const override { return m_real.failure(); }
    QString failureText() const override { return m_real.failureText(); }
    quint64 logPosition() override { return m_real.logPosition(); }

private:
    app::Transaction &m_real;
    bool m_break = false;
};

//! What is around the server's heart: one database, one clock, and everything else may be lost at any moment.
class Server final : private app::FanOut {
public:
    //! Where what is released goes.
    using Sink = std::function<void(const app::Outgoing &)>;

    Server(VirtualClock &clock, Rng &rng, Sink sink, const Faults &faults, const app::Policy &policy = {});

    enum class Fate {
        Works,
        CommitFails,       //!< disk full, say: everybody is told `unavailable`
        DiesBeforeCommit,  //!< nothing is stored, nobody is told
        DiesAfterCommit,   //!< everything is stored, nobody is told
    };
    //! Runs the jobs as one batch. After dying the server has been started again, without pool and connections.
    void run(const std::vector<app::Job> &jobs, Fate fate = Fate::Works);
    void read(const app::Caller &caller, const protocol::Command &command);
    bool isDue();

    app::Stores &stores() { return m_stores; }
    storage::Database &database() { return m_set.database(); }
    const app::MatchPool &pool() const { return *m_pool; }
    const app::Policy &policy() const { return m_policy; }
    app::Context context(app::Effects &effects) { return {m_stores, m_clock.now(), m_rng, m_policy, effects, m_shelf}; }

private:
    void release(std::vector<app::Outgoing> batch) override;
    void start();
    void tellTooEarly(const std::vector<app::Job> &jobs);

    //! The worker never takes from it here: batches are handed over directly.
    class NoLog final : public app::CommandLog {
    public:
        bool append(app::Job) override { return false; }
        std::vector<app::Job> take(int) override { return {}; }
        void close() override {}
        bool isClosed() const override { return true; }
    };

    VirtualClock &m_clock;
    Rng &m_rng;
    Sink m_sink;
    Faults m_faults;
    bool m_silent = false;
    app::Policy m_policy;
    app::ScriptShelf m_shelf;
    app::Tokens m_tokens{QByteArray(32, 's')};
    NoLog m_log;
    storage::DiskUploads m_uploads{{}}; // nobody sends files here
    storage::DiskFiles m_files{{}};
    storage::StoreSet m_set;
    BreakableTransaction m_transaction;
    FaultyDates m_dates;
    FaultySeating m_seating;
    FaultyTables m_tables;
    app::Stores m_stores;
    std::unique_ptr<app::MatchPool> m_pool;
    std::unique_ptr<app::Worker> m_worker;
};

} // namespace jjak::sim
