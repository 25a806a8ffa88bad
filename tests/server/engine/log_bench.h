// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QTest>
#include <map>
#include <numeric>

#include "server/engine/cluster/job_codec.h"
#include "server/engine/cluster/redis_keys.h"
#include "server/engine/cluster/stream_log.h"
#include "tests/server/engine/bench.h"

//! What tests of the log of streams share.
namespace jjak::engine::testing {

inline constexpr int streams = 24;

//! Jobs of a stream, as a node would append them.
class Jobs {
public:
    app::Job of(int stream, qint64 request)
    {
        RoomId &room = m_rooms[stream];
        while (room.isNull() || streamOf(room.toBytes(), streams) != stream)
            room = RoomId::random(m_rng);
        return {{app::firstConnection(1) + quint64(stream) + 1, request, m_who, QStringLiteral("::1")}, protocol::Command(protocol::cmd::Read{room, 1})};
    }
    //! A goodbye, and in which stream it goes.
    std::pair<app::Job, int> goodbye()
    {
        const app::DeviceGone gone{{AccountId::random(m_rng), DeviceId::random(m_rng)}, app::firstConnection(1) + m_rng.below(1000)};
        const app::Job job{{}, gone};
        return {job, streamOf(keyOf(job), streams)};
    }

private:
    SeededRng m_rng{11};
    const app::Identity m_who{AccountId::random(m_rng), DeviceId::random(m_rng)};
    std::map<int, RoomId> m_rooms;
};

inline QList<app::Lease> leases(const QList<int> &of, qint64 fence = 1, const QString &position = QStringLiteral("0-0"), bool left = false)
{
    QList<app::Lease> out;
    for (const int stream : of)
        out.append({stream, fence, position, left});
    return out;
}

inline QList<int> allStreams()
{
    QList<int> out(streams);
    std::iota(out.begin(), out.end(), 0);
    return out;
}

//! A Redis, and what logs on it need.
class LogBench {
public:
    std::unique_ptr<StreamLog> make(const RedisTimes &times = {}, int capacity = 10'000) { return make(StreamLog::Options{addressOf(redis), times, streams, true, capacity}); }
    std::unique_ptr<StreamLog> make(const StreamLog::Options &options) { return std::make_unique<StreamLog>(options, space, seal, clock, refusals); }

    //! As a client would: again and again with a new number, until one gets through; from then on all of them do.
    bool arrives(StreamLog &log, const Runner &runner, int stream = 3)
    {
        QElapsedTimer timer;
        for (timer.start(); timer.elapsed() < long30s;) {
            if (!log.append(jobs.of(stream, ++request)))
                return false;
            for (int i = 0; i < 20; ++i) {
                QTest::qSleep(10);
                if (runner.requests().contains(request))
                    return true;
            }
        }
        return false;
    }

    test::RedisServer redis;
    app::SystemClock clock;
    const Seal seal{QByteArray(32, 's')};
    Recorded refusals;
    Jobs jobs;
    qint64 request = 0; //!< the number that was used last
};

//! Nothing came twice, and of every stream what was appended later came later.
inline bool onceAndInOrder(const Runner &runner)
{
    std::map<int, std::pair<EntryId, qint64>> last;
    for (const app::Job &job : runner.all()) {
        if (job.origin->position.isEmpty())
            continue;
        auto &[position, request] = last[job.origin->stream];
        const EntryId here = EntryId::from(job.origin->position.toLatin1()).value_or(EntryId());
        if (here <= position || job.caller.request <= request)
            return false;
        position = here;
        request = job.caller.request;
    }
    return true;
}

} // namespace jjak::engine::testing
