// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <atomic>

#include "server/engine/cluster/hot_codec.h"
#include "server/engine/cluster/seal.h"
#include "server/engine/redis/keyspace.h"
#include "server/engine/redis/redis_connection.h"

namespace jjak::engine {

//! What became of looking into Redis before the database, a room each; for the metrics. Read from any thread.
struct HotFigures {
    std::atomic<quint64> hits{0}, misses{0};
    std::atomic<quint64> unreadable{0}; //!< of the misses: something stood there that no server of ours has written for that place
    std::atomic<quint64> failures{0};   //!< times that Redis did not answer, or was not asked because it had not
};

//! The last messages of rooms as readers of all servers keep them for each other in Redis: sealed, for some minutes, and never older ones over
//! newer ones. Who takes one compares its stamp with the room. Redis may lose all of it, or be away: that costs its times, and then a
//! moment in which nobody asks. One thread.
class HotPages {
public:
    struct Options {
        QString redis;
        RedisTimes times{100ms, 100ms, 1s};
        Duration kept = 5min;
        Duration looks = 10s; //!< how often it is looked whether Redis has room
    };
    //! A page to be kept: for how long at most.
    struct Kept {
        RoomId room;
        HotPage page;
        Duration time = Duration::max();
    };
    //! A page of more bytes is not kept: most are a tenth of that.
    static constexpr qsizetype largest = 64 * 1024;

    //! The address as RedisConnection wants it; throws as it does.
    HotPages(Options options, const Keyspace &space, const Seal &seal, HotFigures &figures);

    //! What is kept of each of these rooms, in their order.
    std::vector<std::optional<HotPage>> find(const QList<app::RoomRow> &rooms, int limit);
    void keep(const std::vector<Kept> &pages, int limit);
    HotFigures &figures() { return m_figures; }

private:
    bool hasRoom();

    const Options m_options;
    const Keyspace m_space;
    const Seal &m_seal;
    HotFigures &m_figures;
    RedisConnection m_redis;
    QSet<QByteArray> m_spoiled; //!< keys under which the last find() could read nothing
    std::optional<std::chrono::steady_clock::time_point> m_looked;
    bool m_room = false;
};

} // namespace jjak::engine
