// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/inbox.h"

#include <algorithm>
#include <utility>

#include "server/engine/cluster/log.h"
#include "server/engine/cluster/parcel_codec.h"
#include "server/engine/cluster/redis_keys.h"

namespace jjak::engine {

namespace {

constexpr Duration readFor = 200ms;
constexpr Duration lookEvery = 1s;
constexpr Duration pause = 100ms;
constexpr int readAtOnce = 200;
const QByteArray keptFor = "60"; // seconds: of a node that crashed nobody takes anything away

//! The value behind a name in what XINFO answers; nullptr: there is no such stream.
const RedisReply *named(const RedisReply &facts, QByteArrayView name)
{
    const auto it = std::ranges::find(facts.list, name, &RedisReply::text);
    return it == facts.list.end() || it + 1 == facts.list.end() ? nullptr : &*(it + 1);
}

} // namespace

Inbox::Inbox(NodeFanOut::Options options, const Keyspace &space, const Seal &seal, NodeFanOut &fanOut)
    : m_options(std::move(options)), m_name(keys::inbox(space, m_options.node)), m_marker(keys::node(space, m_options.node)), m_seal(seal), m_fanOut(fanOut), m_redis(m_options.redis, m_options.times),
      m_thread([this] { run(); })
{
}

Inbox::~Inbox()
{
    stop();
}

void Inbox::stop()
{
    m_stopped = true;
    if (m_thread.joinable())
        m_thread.join();
}

void Inbox::run()
{
    std::optional<std::chrono::steady_clock::time_point> looked;
    quint64 generation = 0;
    while (!m_stopped) {
        const auto now = std::chrono::steady_clock::now();
        if (!looked || now - *looked > lookEvery || generation != m_redis.generation()) {
            if (!look()) {
                std::this_thread::sleep_for(pause);
                continue;
            }
            looked = now;
            generation = m_redis.generation();
        }
        if (!read())
            std::this_thread::sleep_for(pause);
        m_readMs = m_read.ms;
    }
    (void)m_redis.ask(RedisCommand{"DEL", m_name, m_marker});
}

//! Whether Redis is still the one that we put our mark into.
bool Inbox::look()
{
    const auto replies = m_redis.ask({{"EXISTS", m_marker}, {"XINFO", "STREAM", m_name}, {"SET", m_marker, "1", "EX", keptFor}, {"EXPIRE", m_name, keptFor}});
    if (!replies || (*replies)[0].isError() || (*replies)[2].isError()) {
        m_fanOut.lost(); // it may have forgotten meanwhile who is here
        return false;
    }
    const bool wiped = std::exchange(m_marked, true) && (*replies)[0].integer == 0;
    const RedisReply *added = named((*replies)[1], "entries-added"), *length = named((*replies)[1], "length"), *last = named((*replies)[1], "last-generated-id");
    const bool trimmed = added && length && m_read == EntryId() && added->integer > length->integer;
    if (last && EntryId::from(last->text).value_or(m_read) < m_read) // another stream, of a Redis whose clock is behind
        m_read = {};
    if (wiped || trimmed)
        lose(wiped ? "Redis has lost what was in it" : "the inbox was longer than what is kept of it");
    if (m_read != EntryId())
        (void)m_redis.ask(RedisCommand{"XTRIM", m_name, "MINID", "~", m_read.toBytes()});
    return true;
}

bool Inbox::read()
{
    const quint64 generation = m_redis.generation();
    // What was read last stays until something behind it was read, unless more came than is kept (Redis itself does not tell of that:
    // its max-deleted-entry-id knows XDEL only).
    const auto replies = m_redis.ask({{"XREAD", "COUNT", QByteArray::number(readAtOnce), "BLOCK", QByteArray::number(readFor.count()), "STREAMS", m_name, m_read.toBytes()},
                                      {"XRANGE", m_name, m_read.toBytes(), m_read.toBytes()}},
                                     readFor);
    if (!replies || generation != m_redis.generation()) // while it was away something may have been sent in vain
        m_fanOut.lost();
    if (!replies || (*replies)[0].isError())
        return false;
    const std::vector<RedisReply> &streams = (*replies)[0].list;
    if (!streams.empty() && m_read != EntryId() && (*replies)[1].list.empty())
        lose("something was taken out of the inbox before it was read");
    for (const RedisReply &stream : streams) {
        if (stream.list.size() != 2)
            continue;
        for (const RedisReply &entry : stream.list[1].list)
            take(entry);
    }
    return true;
}

void Inbox::lose(const char *why)
{
    qCInfo(clusterLog, "%s: everybody here looks again", why);
    m_fanOut.lost();
}

void Inbox::take(const RedisReply &entry)
{
    const bool shaped = entry.list.size() == 2 && entry.list[1].list.size() == 2;
    if (const auto id = entry.list.empty() ? std::nullopt : EntryId::from(entry.list[0].text))
        m_read = std::max(m_read, *id);
    const auto plain = shaped ? m_seal.open(entry.list[1].list[1].text, m_name) : std::nullopt;
    auto parcel = plain ? decodeParcel(*plain) : std::nullopt;
    if (!parcel) {
        if (m_unreadable++ == 0)
            qCWarning(clusterLog, "something is in the inbox that no server of ours has written");
    } else if (m_turnstile.passes(parcel->sender, parcel->serial)) {
        m_fanOut.arrived(std::move(parcel->outgoing), parcel->position);
    } else if (m_repeated++ == 0) {
        qCInfo(clusterLog, "something is in the inbox a second time, or came behind what its server has sent since: it does nothing");
    }
}

} // namespace jjak::engine
