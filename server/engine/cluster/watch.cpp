// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/watch.h"

#include <algorithm>

#include "server/app/steady.h"
#include "server/engine/cluster/redis_keys.h"
#include "server/engine/cluster/stream_log.h"

namespace jjak::engine {

using app::steadyMs;

namespace {

constexpr Duration stale = 3s;
constexpr int markSeconds = 60; //!< what was written to see whether it can be goes by itself

qint64 microsecondsSince(std::chrono::steady_clock::time_point begun)
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count();
}

//! The moment that Redis' clock shows; TIME answers seconds and microseconds.
qint64 momentIn(const RedisReply &time)
{
    return time.list.size() == 2 ? time.list[0].text.toLongLong() * 1000 + time.list[1].text.toLongLong() / 1000 : 0;
}

//! The moment of the last entry that a stream ever had, out of what XINFO STREAM answers; nullopt: there is no such stream.
std::optional<qint64> momentOfLast(const RedisReply &facts)
{
    const auto name = std::ranges::find(facts.list, QByteArray("last-generated-id"), &RedisReply::text);
    const auto id = name == facts.list.end() || name + 1 == facts.list.end() ? std::nullopt : EntryId::from((name + 1)->text);
    return id ? std::optional(qint64(id->ms)) : std::nullopt;
}

//! The moment of the first of those entries; nullopt: there is none.
std::optional<qint64> momentOfFirst(const RedisReply &entries)
{
    const auto id = entries.list.empty() || entries.list[0].list.empty() ? std::nullopt : EntryId::from(entries.list[0].list[0].text);
    return id ? std::optional(qint64(id->ms)) : std::nullopt;
}

RedisCommand firstBehind(const QByteArray &stream, const QByteArray &position)
{
    return {"XRANGE", stream, '(' + position, "+", "COUNT", "1"};
}

} // namespace

Watch::Watch(Options options, const Keyspace &space, std::unique_ptr<app::StoreAccess> stores, const Inbox &inbox)
    : m_options(std::move(options)), m_space(space), m_access(std::move(stores)), m_stores(m_access->stores()), m_inbox(inbox), m_redis(m_options.redis, m_options.times), m_figures(m_options.streams),
      m_database(m_options.pause, [this] { lookAtDatabase(); }), m_other(m_options.pause, [this] { lookAtRedis(); })
{
}

void Watch::stop()
{
    m_other.stop();
    m_database.stop();
}

void Watch::lookAtDatabase()
{
    const auto begun = std::chrono::steady_clock::now();
    Positions positions{steadyMs(), {}};
    app::Transaction &transaction = m_stores.transaction;
    QList<app::StreamRow> rows;
    qint64 letters = 0;
    if (transaction.begin()) {
        rows = m_stores.leases.all();
        letters = m_stores.streams.countDead();
    }
    const bool good = transaction.failure() == app::Transaction::Failure::None;
    transaction.rollback();
    if (!good)
        return;
    m_figures.databaseMicroseconds = microsecondsSince(begun);
    m_figures.databaseAnswered = steadyMs();
    m_figures.letters = letters;
    for (const app::StreamRow &row : std::as_const(rows)) {
        if (row.stream < 0 || size_t(row.stream) >= m_figures.streams.size())
            continue;
        WatchFigures::Stream &stream = m_figures.streams[size_t(row.stream)];
        stream.ours = row.owner == m_options.node;
        if (stream.ours)
            positions.streams.emplace(row.stream, EntryId::from(row.position.toLatin1()).value_or(EntryId()));
        else
            stream.behindMs = 0;
    }
    const std::lock_guard lock(m_mutex);
    m_positions = std::move(positions);
}

void Watch::lookAtRedis()
{
    const auto begun = std::chrono::steady_clock::now();
    const auto taken = m_redis.ask(RedisCommand{"SET", keys::watch(m_space, m_options.node), "1", "EX", QByteArray::number(markSeconds)});
    if (!taken || taken->isError())
        return;
    m_figures.redisMicroseconds = microsecondsSince(begun);
    m_figures.redisAnswered = steadyMs();
    lookAtStreams();
}

void Watch::lookAtStreams()
{
    Positions positions;
    {
        const std::lock_guard lock(m_mutex);
        positions = m_positions;
    }
    const qint64 now = steadyMs();
    const qint64 ago = now - positions.at > stale.count() ? 0 : now - positions.at; // stale: the database is away, and nothing was run since
    // All that Redis knows within that millisecond was read; one more would only seem to wait.
    std::vector<RedisCommand> questions{{"TIME"}, firstBehind(keys::inbox(m_space, m_options.node), QByteArray::number(m_inbox.readMs()) + "-18446744073709551615")};
    for (const auto &[stream, position] : positions.streams) {
        questions.push_back(firstBehind(keys::commands(m_space, stream), position.toBytes()));
        questions.push_back({"XINFO", "STREAM", keys::commands(m_space, stream)});
    }
    if (const auto replies = m_redis.ask(questions))
        measure(positions.streams, ago, *replies);
}

//! Positions of so many ms ago, and what Redis answered to the questions about them: who came later did not wait then.
void Watch::measure(const std::map<int, EntryId> &positions, qint64 ago, const std::vector<RedisReply> &replies)
{
    const qint64 now = momentIn(replies[0]);
    m_figures.inboxBehindMs = std::max<qint64>(0, now - momentOfFirst(replies[1]).value_or(now));
    size_t at = 2;
    for (const auto &[number, position] : positions) {
        const auto first = momentOfFirst(replies[at]);
        const auto last = momentOfLast(replies[at + 1]);
        at += 2;
        const bool anybodyWaits = first && last && now - *last < StreamLog::patience.count(); // what is older is not run, nor passed
        m_figures.streams[size_t(number)].behindMs = anybodyWaits ? std::max<qint64>(0, now - ago - *first) : 0;
    }
}

} // namespace jjak::engine
