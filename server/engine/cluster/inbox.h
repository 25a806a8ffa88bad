// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <thread>

#include "server/engine/cluster/entry_id.h"
#include "server/engine/cluster/node_fan_out.h"
#include "server/engine/cluster/turnstile.h"

namespace jjak::engine {

//! Reads what other nodes send to connections of this one, and notices when something of it may be lost: Redis was away, was wiped, or the
//! inbox was trimmed before it was read. A thread of its own.
class Inbox {
public:
    Inbox(NodeFanOut::Options options, const Keyspace &space, const Seal &seal, NodeFanOut &fanOut);
    ~Inbox();
    void stop();
    //! Entries that no server of ours has written. Any thread.
    quint64 unreadable() const { return m_unreadable; }
    //! Parcels that had been here, or came behind later ones of their sender. Any thread.
    quint64 repeated() const { return m_repeated; }
    //! The moment of the last entry that was read, by Redis' clock; 0: none. Any thread.
    quint64 readMs() const { return m_readMs; }

private:
    void run();
    bool look();
    bool read();
    void take(const RedisReply &entry);
    void lose(const char *why);

    const NodeFanOut::Options m_options;
    const QByteArray m_name, m_marker;
    const Seal &m_seal;
    NodeFanOut &m_fanOut;
    RedisConnection m_redis;
    EntryId m_read;
    std::atomic<quint64> m_readMs{0};
    bool m_marked = false; //!< our mark stood in Redis the last time
    Turnstile m_turnstile;
    std::atomic<quint64> m_unreadable{0}, m_repeated{0};
    std::atomic<bool> m_stopped{false};
    std::thread m_thread; //!< last: it uses the others
};

} // namespace jjak::engine
