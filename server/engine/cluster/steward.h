// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>

#include "server/app/pool.h"
#include "server/app/ports/clock.h"
#include "server/engine/cluster/node_fan_out.h"
#include "server/engine/cluster/stream_log.h"

namespace jjak::engine {

//! The database's clock, as far as it is known: the system's, put right every second. Any thread.
class SharedClock final : public app::Clock {
public:
    Time now() const override { return m_system.now() + Duration(m_offset.load()); }
    Time systems() const { return m_system.now(); }
    //! What the database told, and when, by the system's clock, it was asked: it was that late at some moment since then. Nothing changes
    //! when that may be so by what is known, however long the answer took.
    void set(Time told, Time asked)
    {
        const Duration::rep least = (told - m_system.now()).count(), most = std::max(least, (told - asked).count());
        m_offset = std::clamp(m_offset.load(), least, most);
    }

private:
    app::SystemClock m_system;
    std::atomic<Duration::rep> m_offset{0};
};

//! What the steward knows, for the metrics and for readiness. Read from any thread.
struct StewardFigures {
    std::atomic<qint64> nodes{0}, workers{0}, takenOver{0}, timesGone{0};
    std::atomic<qint64> lastSuccess{0}; //!< ms of the steady clock
};

//! Keeps this node's place among the others: says every second that it is alive, takes its share of the streams, gives up what is more than
//! that, and has those streams run on whose owner is gone. Everything of it is decided in SQL on the database's clock; a node that could not
//! say that it is alive for the time of a lease owns nothing any more, whether it knows or not. A thread of its own.
class Steward {
public:
    struct Options {
        QString name;
        bool works = true;
        int streams = 24;          //!< only for the first node ever
        Duration lease = 6s;       //!< how long a node counts as alive without a word
        Duration beat = 1s;        //!< how often it gives one
        Duration compare = 15s;    //!< how often the database is asked who is connected here
    };

    //! These connections are not what the database knows of them; without a list all have to come anew, since the others took this node for gone.
    using SendAway = std::function<void(std::optional<QList<app::ConnectionId>>)>;

    //! Enters; when it returns the node has its number. Throws std::runtime_error when the database does not take it.
    Steward(Options options, std::unique_ptr<app::StoreAccess> stores, SharedClock &clock);
    ~Steward();

    qint64 node() const { return m_node; }
    //! How many streams there are, whatever the options say.
    int streams() const { return m_streams; }
    //! What all servers of this database have agreed on under this name. Before start().
    QByteArray agree(const QString &name, const QByteArray &mine);
    //! From now on the log gets its streams and the fan-out its nodes, and connections here that have to come anew are sent away.
    void start(StreamLog &log, NodeFanOut &fanOut, SendAway sendAway);
    //! Gives everything back.
    void stop();
    const StewardFigures &figures() const { return m_figures; }

private:
    void run();
    bool step();
    bool inTransaction(const std::function<void(Time now)> &work);
    int settle(Time now, const QList<app::NodeRow> &nodes);
    void claim(int most);
    void seeToOrphans();
    void compareConnected();

    const Options m_options;
    std::unique_ptr<app::StoreAccess> m_access;
    app::Stores m_stores;
    SharedClock &m_clock;
    qint64 m_node = 0;
    int m_streams = 0;
    StreamLog *m_log = nullptr;
    NodeFanOut *m_fanOut = nullptr;
    SendAway m_sendAway;
    StewardFigures m_figures;
    std::chrono::steady_clock::time_point m_sawOrphans{}, m_compared{};
    QSet<app::ConnectionId> m_suspects; //!< connections of which the database and this node told different things the last time
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_stopped = false;
    std::thread m_thread;
};

} // namespace jjak::engine
