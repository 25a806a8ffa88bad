// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "server/app/ports/clock.h"
#include "server/app/ports/fan_out.h"
#include "server/app/ports/nodes.h"
#include "server/engine/cluster/entry_id.h"
#include "server/engine/cluster/seal.h"
#include "server/engine/redis/keyspace.h"
#include "server/engine/redis/redis_connection.h"

namespace jjak::engine {

//! What a log of streams did, for the metrics. Read from any thread.
struct StreamFigures {
    std::atomic<quint64> sent{0}, unsent{0}, taken{0}, unreadable{0}, late{0}, refused{0}, owned{0}, reset{0};
};

//! The command log of servers that share a database: streams in Redis. Every job goes into the stream of its key; the server that owns a
//! stream takes from it, behind the position that it has kept with what the jobs before did. What Redis loses was never answered, and is
//! sent again by whoever waits for the answer. Redis is only waited for by two threads of the log's own.
class StreamLog final : public app::CommandLog {
public:
    struct Options {
        QString redis;
        RedisTimes times{};
        int streams = 24;
        bool works = true; //!< takes jobs
        int capacity = 10'000;
        //! A command that has waited here for so long is marked as too late: refused instead of run. Whoever waits for its answer would give up (client/core/net/link_times.h: after
        //! 10 s), connect anew and ask again, and a server that already has more to do than it can would get still more.
        Duration runWithin = 6s;
    };
    //! Jobs of one batch; PostgreSQL keeps so many savepoints of a transaction at hand (64, with the transaction itself).
    static constexpr int batchSize = 60;
    //! Whoever waited for an answer has given up by then (the client's own patience is 10 s), and comes again.
    static constexpr Duration patience = 60s;

    //! `refusals` tells senders that their command did not get through.
    StreamLog(Options options, const Keyspace &space, const Seal &seal, const app::Clock &clock, app::FanOut &refusals);
    ~StreamLog() override;

    //! A tick is for the owner of the house's stream alone, and is dropped by all others.
    bool append(app::Job job) override;
    std::vector<app::Job> take(int most) override;
    bool isClosed() const override;
    //! Ends the threads, after what was appended is in Redis or 2 s are over. What was taken from no stream stays there.
    void close() override;

    //! Streams that are this node's from now on. Any thread, as all below.
    void own(const QList<app::Lease> &leases);
    void disown(int stream);
    QList<int> owned() const;
    //! What of the stream has been run for good: Redis may forget it.
    void forget(const QList<app::StreamRow> &positions);

    const StreamFigures &figures() const { return m_figures; }
    size_t length() const;
    //! What of it is not in Redis yet.
    size_t unsent() const;

private:
    //! An entry on its way into a stream.
    struct Letter {
        int stream = 0;
        QByteArray sealed;
        app::Caller caller; //!< connection 0: nobody waits, and it must arrive
    };
    //! A job that is to be taken.
    struct Ready {
        app::Job job;
        std::chrono::steady_clock::time_point since = std::chrono::steady_clock::now();
    };
    //! A stream that is ours: the last entry of it that was read.
    struct Owned {
        qint64 fence = 0;
        EntryId read;
        bool checked = false; //!< Redis' own numbers go on behind it
    };

    bool appendTick(app::Job job);
    void send();
    bool deliver(RedisConnection &redis, std::deque<Letter> &letters);
    void refuse(const std::deque<Letter> &letters);
    bool isTooLate(const app::Job &job, std::chrono::steady_clock::time_point since) const;
    void read();
    void readOnce(RedisConnection &redis);
    bool check(RedisConnection &redis, const std::map<int, Owned> &streams);
    void trim(RedisConnection &redis);
    void takeIn(int stream, qint64 fence, const std::vector<RedisReply> &entries);
    std::optional<app::Job> jobOf(int stream, const RedisReply &entry);

    const Options m_options;
    const Keyspace m_space;
    const Seal &m_seal;
    const app::Clock &m_clock;
    app::FanOut &m_refusals;
    StreamFigures m_figures;
    mutable std::mutex m_mutex; //!< guards all below
    std::condition_variable m_toSend, m_toTake, m_toRead;
    std::deque<Letter> m_letters;
    std::deque<Ready> m_ready;
    std::map<int, Owned> m_owned;
    std::map<int, QByteArray> m_forgettable;
    size_t m_sending = 0; //!< letters that are between here and Redis
    bool m_closed = false;
    bool m_away = false; //!< the sender's: what was tried last did not get into Redis
    std::thread m_sender, m_reader; //!< last: they use the others
};

} // namespace jjak::engine
