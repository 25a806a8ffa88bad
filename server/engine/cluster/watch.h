// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <map>
#include <mutex>
#include <vector>

#include "server/app/pool.h"
#include "server/engine/cluster/beat.h"
#include "server/engine/cluster/inbox.h"

namespace jjak::engine {

//! What the watch has seen, for the metrics and for readiness. Read from any thread.
struct WatchFigures {
    //! A stream of commands, as this node sees it.
    struct Stream {
        std::atomic<bool> ours{false};
        std::atomic<qint64> behindMs{0}; //!< how long the oldest command waits that was not run; of ours only
    };

    explicit WatchFigures(int streamCount) : streams(size_t(streamCount)) {}

    std::vector<Stream> streams;
    std::atomic<qint64> databaseAnswered{0}, redisAnswered{0}; //!< the last time, by steadyMs(); 0: never
    std::atomic<qint64> databaseMicroseconds{0}, redisMicroseconds{0}; //!< how long that took
    std::atomic<qint64> letters{0}, inboxBehindMs{0};
};

//! Looks every second whether the database and Redis do what this node needs of them, and how far its streams and its inbox have come. Over
//! connections of its own, and in a thread for each of the two: one that does not answer does not hide the other.
class Watch {
public:
    struct Options {
        QString redis;
        RedisTimes times{};
        qint64 node = 0;
        int streams = 24;
        Duration pause = 1s;
    };

    Watch(Options options, const Keyspace &space, std::unique_ptr<app::StoreAccess> stores, const Inbox &inbox);
    void stop();
    const WatchFigures &figures() const { return m_figures; }

private:
    //! How far our streams had been run, and when.
    struct Positions {
        qint64 at = 0; //!< by steadyMs()
        std::map<int, EntryId> streams;
    };

    void lookAtDatabase();
    void lookAtRedis();
    void lookAtStreams();
    void measure(const std::map<int, EntryId> &positions, qint64 ago, const std::vector<RedisReply> &replies);

    const Options m_options;
    const Keyspace m_space;
    const std::unique_ptr<app::StoreAccess> m_access;
    app::Stores m_stores; //!< the database thread's
    const Inbox &m_inbox;
    RedisConnection m_redis; //!< the other one's
    WatchFigures m_figures;
    std::mutex m_mutex; //!< guards m_positions
    Positions m_positions;
    Beat m_database, m_other; //!< last: they use the others
};

} // namespace jjak::engine
