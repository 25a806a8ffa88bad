// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/hot_pages.h"

#include <algorithm>

#include "server/engine/cluster/redis_keys.h"
#include "server/engine/redis/redis_script.h"

namespace jjak::engine {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qsizetype versionLength = 16; //!< digits in front of what is sealed, for the script

//! KEYS: where. ARGV: for each of them what to keep, its version in front; for how many ms; "1": over whatever stands there.
const RedisScript &keeping()
{
    static const RedisScript script(R"(
for i, key in ipairs(KEYS) do
    local page, time, whatever = ARGV[3 * i - 2], ARGV[3 * i - 1], ARGV[3 * i]
    local stands = redis.pcall('GETRANGE', key, 0, 15)
    local version = type(stands) == 'string' and tonumber(stands)
    if whatever == '1' or not version or version <= tonumber(string.sub(page, 1, 16)) then
        redis.call('SET', key, page, 'PX', time)
    end
end
return 1
)");
    return script;
}

QByteArray versionOf(const HotPage &page)
{
    return QByteArray::number(page.stamp.version()).rightJustified(versionLength, '0');
}

//! What stands in front is only believed when what is sealed says the same: otherwise somebody could keep newer pages away for ever.
std::optional<HotPage> opened(const Seal &seal, const QByteArray &key, const QByteArray &value)
{
    const auto plain = seal.open(value.mid(versionLength), key);
    auto page = plain ? decodeHotPage(*plain) : std::nullopt;
    return page && value.startsWith(versionOf(*page)) ? std::move(page) : std::nullopt;
}

qint64 figureIn(const QByteArray &info, const QByteArray &name)
{
    const qsizetype at = info.indexOf('\n' + name + ':');
    return at < 0 ? 0 : info.mid(at + name.size() + 2, info.indexOf('\r', at) - at - name.size() - 2).toLongLong();
}

} // namespace

HotPages::HotPages(Options options, const Keyspace &space, const Seal &seal, HotFigures &figures)
    : m_options(std::move(options)), m_space(space), m_seal(seal), m_figures(figures), m_redis(m_options.redis, m_options.times) {}

std::vector<std::optional<HotPage>> HotPages::find(const QList<app::RoomRow> &rooms, int limit)
{
    std::vector<std::optional<HotPage>> out(size_t(rooms.size()));
    m_spoiled.clear();
    if (rooms.isEmpty())
        return out;
    RedisCommand question{"MGET"};
    for (const app::RoomRow &room : rooms)
        question.push_back(keys::newest(m_space, room.id, limit));
    const auto reply = m_redis.ask(question);
    if (!reply || reply->list.size() != out.size()) {
        m_figures.failures++;
        return out;
    }
    for (size_t i = 0; i < out.size(); ++i) {
        const QByteArray &key = question[i + 1];
        if (reply->list[i].type != RedisReply::Type::Text)
            continue;
        out[i] = opened(m_seal, key, reply->list[i].text);
        if (!out[i]) {
            m_figures.unreadable++;
            m_spoiled.insert(key);
        }
    }
    return out;
}

void HotPages::keep(const std::vector<Kept> &pages, int limit)
{
    std::vector<QByteArray> where, arguments;
    for (const Kept &each : pages) {
        const QByteArray plain = encodeHotPage(each.page), key = keys::newest(m_space, each.room, limit);
        const Duration time = std::min(each.time, m_options.kept);
        if (plain.size() > largest || time <= Duration::zero())
            continue;
        where.push_back(key);
        arguments.insert(arguments.end(), {versionOf(each.page) + m_seal.close(plain, key), QByteArray::number(qint64(time.count())), m_spoiled.contains(key) ? "1" : "0"});
    }
    if (where.empty() || !hasRoom())
        return;
    const auto replies = keeping().run(m_redis, {keeping().call(where, arguments)});
    if (!replies || replies->front().isError())
        m_figures.failures++;
}

//! Redis throws nothing away, so that no command is lost: what is only convenient takes none of the upper half of its memory.
bool HotPages::hasRoom()
{
    const auto now = Clock::now();
    if (m_looked && now - *m_looked < m_options.looks)
        return m_room;
    const auto info = m_redis.ask(RedisCommand{"INFO", "memory"});
    if (!info) {
        m_figures.failures++;
        return false;
    }
    m_looked = now;
    m_room = !info->isError();
    if (!m_room)
        m_figures.failures++;
    else if (const qint64 most = figureIn(info->text, "maxmemory"); most > 0)
        m_room = figureIn(info->text, "used_memory") < most / 2;
    return m_room;
}

} // namespace jjak::engine
