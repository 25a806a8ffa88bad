// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "server/app/freshness.h"
#include "server/engine/cluster/attendance.h"
#include "server/engine/cluster/seal.h"
#include "server/engine/redis/keyspace.h"
#include "server/engine/redis/redis_connection.h"

namespace jjak::engine {

//! What went to other nodes, for the metrics. Read from any thread.
struct FanOutFigures {
    std::atomic<quint64> parcels{0}, missed{0}, resyncs{0};
};

//! Carries answers and events to the connections of this node at once, and to those of others through their inboxes in Redis; only to the
//! nodes at which a recipient is. What cannot be carried is not kept: when Redis is back everybody who may have missed something is told
//! to look again. Waits for Redis in a thread of its own only.
class NodeFanOut final : public app::FanOut {
public:
    struct Options {
        QString redis;
        RedisTimes times{};
        qint64 node = 0;
    };

    NodeFanOut(Options options, const Keyspace &space, const Seal &seal, app::FanOut &local, app::Freshness &freshness);
    ~NodeFanOut() override;

    void release(std::vector<app::Outgoing> batch) override;
    //! What another node sent to connections here, and how new it is.
    void arrived(std::vector<app::Outgoing> batch, quint64 position);
    //! A connection here has closed.
    void left(const app::Identity &who, app::ConnectionId connection);
    //! Who is connected here.
    QList<app::ConnectedDevice> connected() const { return m_attendance.devices(); }
    //! Redis has lost what was in it, or something for us: who is here is told anew, and looks again.
    void lost();
    //! The other nodes that are alive.
    void setNodes(const QList<qint64> &others);
    //! Everything that was released before is on its way, or 2 s are over.
    void stop();

    const FanOutFigures &figures() const { return m_figures; }

private:
    using Batch = std::vector<app::Outgoing>;
    //! One thing to do for the thread.
    struct Task {
        Batch batch;
        bool carry = false;                  //!< to other nodes
        bool deliver = false;                //!< here, too: after those who are new here are known to be
        std::optional<AccountId> departed{}; //!< its last connection here has closed
    };
    //! The other nodes that are alive. Numbers only grow: one beyond all that were seen has entered a moment ago.
    struct Others {
        QSet<qint64> known;
        qint64 newest = 0;
        bool has(qint64 node) const { return node > newest || known.contains(node); }
    };

    bool isHere(app::ConnectionId connection) const { return app::nodeOf(connection) == m_options.node; }
    bool bindsHere(const Batch &batch) const;
    bool waits(Batch &batch, bool carry);
    void noticeEnds(const Batch &batch);
    void notice(const Batch &batch);
    bool admit(Batch &batch);
    void post(Task task);
    void run();
    void lookAgainHere();
    void work(std::deque<Task> &tasks, const Others &others);
    //! At which nodes the recipients are, after telling where those are who have just come. nullopt: Redis does not answer.
    std::optional<QHash<AccountId, QSet<qint64>>> whereabouts(const std::deque<Task> &tasks, bool ask);
    bool send(const std::deque<Task> &tasks, const Others &others, const QHash<AccountId, QSet<qint64>> &nodesOf);
    bool put(const std::map<qint64, Batch> &parcels);
    bool announceAll();
    void makeUp(const Others &others);

    const Options m_options;
    const Keyspace m_space;
    const Seal &m_seal;
    app::FanOut &m_local;
    app::Freshness &m_freshness;
    Attendance m_attendance;
    FanOutFigures m_figures;
    RedisConnection m_redis; //!< the thread's
    bool m_unannounced = false; //!< the thread's: the others may not know who is here
    quint64 m_serial = 0;    //!< the thread's: of the last parcel that was sent
    QSet<qint64> m_missed;   //!< the thread's: nodes that may not have got something
    std::mutex m_mutex;      //!< guards all below
    std::condition_variable m_wake;
    std::deque<Task> m_tasks;
    size_t m_delivering = 0; //!< tasks for connections here, too: what comes later waits behind them
    Others m_others;
    QSet<qint64> m_newcomers; //!< nobody has told them yet what happened before they were known
    bool m_lost = false, m_stopped = false;
    std::thread m_thread; //!< last: it uses the others
};

} // namespace jjak::engine
