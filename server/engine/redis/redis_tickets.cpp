// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/redis_tickets.h"

#include <QUuid>
#include <QtEndian>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace jjak::engine {

namespace {

using Clock = std::chrono::steady_clock;

constexpr double northernmost = 85.05;        // degrees; GEO's places end at 85.05112878 (EPSG:3857)
constexpr double kmPerDegree = 111.2;         // of latitude, and rather more than that
constexpr double widerEarth = 1.0003;         // GEO reckons with a radius of 6372.8 km, we with 6371.0 (common/rules/grid.cpp)
constexpr double roundedMetres = 5;           // and rounds places to less than a metre
constexpr Duration fillingTakes = 10s;        //!< whoever has not filled them by then has died
constexpr Duration betweenFillings = 2s;      //!< after one that failed: it does not get better by reading everything from SQL all the time
constexpr size_t argumentsAtOnce = 640;       // of a script: no long one holds up the other servers
constexpr int entryLength = 34;
constexpr qint64 behind = qint64(1) << 51;    //!< more than any time in ms, and still exact in a double

constexpr size_t whole = 0, tickets = 1, firstPlaces = 2; //!< in allKeys()

//! That all are there, the tickets, then the places and the queue of each reach.
std::vector<QByteArray> allKeys(const Keyspace &space)
{
    std::vector<QByteArray> keys{space.name("pool:whole"), space.name("pool:tickets")};
    for (const char *part : {"pool:places:", "pool:queue:"}) {
        for (const Reach reach : allReaches)
            keys.push_back(space.name(part + QByteArray::number(int(reach))));
    }
    return keys;
}

//! KEYS: as in allKeys(). ARGV: "1" when those who are there stay as they are; what the key of being whole has to hold for that to be
//! lasting from now on, or nothing; and of each ticket: account, entry (empty: it goes), turn, longitude (empty: no place for GEO), latitude.
const RedisScript &writing()
{
    static const RedisScript script(R"(
local reaches = (#KEYS - 2) / 2
for i = 3, #ARGV, 5 do
    local account, entry = ARGV[i], ARGV[i + 1]
    local before = redis.call('HGET', KEYS[2], account)
    if before ~= entry and not (before and ARGV[1] == '1') then
        local reach = before and tonumber(string.match(before, '^%d'))
        if reach and reach < reaches then
            redis.call('ZREM', KEYS[3 + reach], before)
            redis.call('ZREM', KEYS[3 + reaches + reach], before)
        end
        if entry == '' then
            redis.call('HDEL', KEYS[2], account)
        else
            reach = tonumber(string.match(entry, '^%d'))
            redis.call('HSET', KEYS[2], account, entry)
            redis.call('ZADD', KEYS[3 + reaches + reach], ARGV[i + 2], entry)
            if ARGV[i + 3] ~= '' then redis.call('GEOADD', KEYS[3 + reach], ARGV[i + 3], ARGV[i + 4], entry) end
        end
    end
end
if ARGV[2] ~= '' and redis.call('GET', KEYS[1]) == ARGV[2] then redis.call('PERSIST', KEYS[1]) end
return 1
)");
    return script;
}

//! KEYS: as in allKeys(). ARGV: what the key of being whole must hold, what it is to hold from now on, and for how many ms.
const RedisScript &clearing()
{
    static const RedisScript script(R"(
if (redis.call('GET', KEYS[1]) or '') ~= ARGV[1] then return 0 end
redis.call('UNLINK', unpack(KEYS))
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
)");
    return script;
}

//! A ticket as it stands in Redis: its reach and whether it is put to the front, a digit each, then since when it waits, its cell (8 bytes each,
//! the highest first) and its account. Of equal length, as thousands are read in one search.
QByteArray entryOf(const domain::Ticket &t)
{
    QByteArray out(entryLength, Qt::Uninitialized);
    char *at = out.data();
    at[0] = char('0' + int(t.reach));
    at[1] = t.front ? '1' : '0';
    qToBigEndian(toMs(t.since), at + 2);
    qToBigEndian(t.cell.key(), at + 10);
    std::memcpy(at + 18, t.account.data(), AccountId::byteCount);
    return out;
}

//! nullopt for anything but what entryOf() writes: somebody else may have written there.
std::optional<domain::Ticket> ticketOf(const QByteArray &entry)
{
    if (entry.size() != entryLength)
        return std::nullopt;
    const auto reach = size_t(entry[0] - '0');
    const qint64 since = qFromBigEndian<qint64>(entry.constData() + 2);
    const auto cell = Cell::fromKey(qFromBigEndian<qint64>(entry.constData() + 10));
    const auto account = AccountId::fromBytes(entry.last(AccountId::byteCount));
    if (reach >= allReaches.size() || (entry[1] != '0' && entry[1] != '1') || since < 0 || since >= behind || !cell || account.isNull())
        return std::nullopt;
    domain::Ticket t;
    t.account = account;
    t.cell = *cell;
    t.reach = Reach(reach);
    t.since = fromMs(since);
    t.front = entry[1] == '1';
    return t;
}

void append(std::vector<QByteArray> &arguments, AccountId account, const std::optional<domain::Ticket> &ticket)
{
    arguments.push_back(account.toBytes());
    if (!ticket) {
        arguments.insert(arguments.end(), 4, QByteArray());
        return;
    }
    const Coordinate centre = ticket->cell.centre();
    const bool hasPlace = std::abs(centre.latitude) < northernmost;
    arguments.push_back(entryOf(*ticket));
    arguments.push_back(QByteArray::number(toMs(ticket->since) + (ticket->front ? 0 : behind)));
    arguments.push_back(hasPlace ? QByteArray::number(centre.longitude, 'f', 7) : QByteArray());
    arguments.push_back(QByteArray::number(centre.latitude, 'f', 7));
}

} // namespace

RedisTickets::RedisTickets(const QString &address, const Keyspace &space, const RedisTimes &times) : m_keys(allKeys(space)), m_redis(address, times) {}

bool RedisTickets::knowsAround(const Cell &cell, double km)
{
    return std::abs(cell.centre().latitude) + (km + 1) / kmPerDegree * 1.01 < northernmost;
}

RedisCommand RedisTickets::around(Reach reach, const Cell &cell, double km, int most) const
{
    const Coordinate centre = cell.centre();
    return {"GEOSEARCH", m_keys[firstPlaces + size_t(reach)], "FROMLONLAT", QByteArray::number(centre.longitude, 'f', 7), QByteArray::number(centre.latitude, 'f', 7),
            "BYRADIUS", QByteArray::number(km * 1000 * widerEarth + roundedMetres, 'f', 1), "m", "COUNT", QByteArray::number(most), "ANY"};
}

RedisCommand RedisTickets::inTurn(Reach reach, int from, int count) const
{
    return {"ZRANGE", m_keys[firstPlaces + allReaches.size() + size_t(reach)], QByteArray::number(from), QByteArray::number(from + count - 1)};
}

//! Whatever is asked, whether all are there is asked along.
std::optional<std::vector<RedisReply>> RedisTickets::read(std::vector<RedisCommand> commands)
{
    commands.push_back({"GET", m_keys[whole]});
    auto replies = m_redis.ask(commands);
    if (replies) {
        m_whole = replies->back().text;
        replies->pop_back();
    } else {
        m_whole.reset();
    }
    return replies;
}

std::optional<std::vector<RedisTickets::Answer>> RedisTickets::ask(std::vector<RedisCommand> questions)
{
    const auto replies = read(std::move(questions));
    if (!replies)
        return std::nullopt;
    std::vector<Answer> out(replies->size());
    for (size_t i = 0; i < out.size(); ++i) {
        for (const RedisReply &entry : (*replies)[i].list) {
            if (auto ticket = ticketOf(entry.text))
                out[i].tickets.push_back(std::move(*ticket));
        }
        out[i].entries = int((*replies)[i].list.size());
    }
    return out;
}

int RedisTickets::countWithout(const std::vector<AccountId> &accounts)
{
    RedisCommand entries{"HMGET", m_keys[tickets], "nobody"}; // of none it would be an error
    for (const AccountId &account : accounts)
        entries.push_back(account.toBytes());
    const auto replies = read({{"HLEN", m_keys[tickets]}, entries});
    if (!replies)
        return 0;
    const auto &list = replies->back().list;
    return int(replies->front().integer - std::ranges::count(list, RedisReply::Type::Text, &RedisReply::type));
}

bool RedisTickets::isWhole()
{
    if (m_failed && Clock::now() < *m_failed + betweenFillings)
        return true;
    if ((!m_whole || m_lacking) && !read({}))
        return true;
    return !m_whole->isEmpty() && !m_lacking;
}

void RedisTickets::beginFilling()
{
    m_filling = QUuid::createUuid().toByteArray(QUuid::Id128);
    const auto call = clearing().call(m_keys, {m_whole.value_or(QByteArray()), m_filling, QByteArray::number(qint64(fillingTakes.count()))});
    const auto replies = clearing().run(m_redis, {call});
    m_whole.reset();
    m_lacking = false;
    if (!replies || replies->front().isError())
        m_failed = Clock::now();
}

void RedisTickets::abandonFilling()
{
    m_lacking |= !m_filling.isEmpty();
    m_filling.clear();
}

void RedisTickets::write(const Changes &changes)
{
    const QByteArray filled = std::exchange(m_filling, QByteArray());
    const std::vector<QByteArray> begin{filled.isEmpty() ? "0" : "1", QByteArray()};
    auto arguments = begin;
    bool kept = true;
    for (const auto &[account, ticket] : changes) {
        append(arguments, account, ticket);
        if (arguments.size() >= argumentsAtOnce)
            kept = kept && send(std::exchange(arguments, begin));
    }
    arguments[1] = filled;
    if (arguments != begin)
        kept = kept && send(arguments);
    m_lacking |= !kept;
    if (!kept && !filled.isEmpty())
        m_failed = Clock::now();
}

bool RedisTickets::send(const std::vector<QByteArray> &arguments)
{
    const auto replies = writing().run(m_redis, {writing().call(m_keys, arguments)});
    return replies && !replies->front().isError();
}

} // namespace jjak::engine
