// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/node_fan_out.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "common/protocol/frame.h"
#include "server/engine/cluster/log.h"
#include "server/engine/cluster/parcel_codec.h"
#include "server/engine/cluster/redis_keys.h"

namespace jjak::engine {

using namespace app;

namespace {

constexpr Duration announceEvery = 15s;
constexpr int forgottenAfter = 45; //!< seconds
constexpr size_t announcedAtOnce = 500;
constexpr int inboxEntries = 10'000; //!< about; who falls behind further is told to look again
constexpr int inboxKept = 60;        //!< seconds: of a node that crashed nobody takes it away
constexpr Duration retry = 200ms;
constexpr Duration drain = 2s;

Outgoing lookAgain()
{
    return ToEverybody{protocol::encodeEvent(protocol::ev::Resync())};
}

//! An answer that is a refusal (Redis is loading, or full) is none.
bool answered(const std::optional<std::vector<RedisReply>> &replies)
{
    return replies && std::ranges::none_of(*replies, &RedisReply::isError);
}

} // namespace

NodeFanOut::NodeFanOut(Options options, const Keyspace &space, const Seal &seal, FanOut &local, Freshness &freshness)
    : m_options(std::move(options)), m_space(space), m_seal(seal), m_local(local), m_freshness(freshness), m_redis(m_options.redis, m_options.times),
      m_others{{}, m_options.node}, m_thread([this] { run(); })
{
}

NodeFanOut::~NodeFanOut()
{
    stop();
}

//! Who signs in gets the answer when the other nodes can know of it: what they keep afterwards is sent here, and what they kept before is
//! in the snapshot that the client asks for then. What comes behind such an answer stays behind it.
void NodeFanOut::release(Batch batch)
{
    noticeEnds(batch);
    if (waits(batch, true))
        return;
    Batch forOthers;
    std::ranges::copy_if(batch, std::back_inserter(forOthers), [this](const Outgoing &out) {
        const auto *answer = std::get_if<ToConnection>(&out);
        return !answer || !isHere(answer->connection);
    });
    m_local.release(std::move(batch));
    if (!forOthers.empty())
        post({std::move(forOthers), true});
}

void NodeFanOut::arrived(Batch batch, quint64 position)
{
    if (position > 0)
        m_freshness.told(batch, position);
    noticeEnds(batch);
    if (waits(batch, false))
        return;
    notice(batch);
    m_local.release(std::move(batch));
}

//! Whether the thread has it now, for connections here, too.
bool NodeFanOut::waits(Batch &batch, bool carry)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_delivering == 0 && !bindsHere(batch))
            return false;
        m_delivering++;
        m_tasks.push_back({std::move(batch), carry, true});
    }
    m_wake.notify_one();
    return true;
}

//! Before anything is done with the batch: a sign-in that is told from now on is behind it, or sees it.
void NodeFanOut::noticeEnds(const Batch &batch)
{
    for (const Outgoing &out : batch) {
        if (const auto *end = std::get_if<EndDevice>(&out))
            m_attendance.end(end->device);
    }
}

//! Devices that were here and are elsewhere now.
void NodeFanOut::notice(const Batch &batch)
{
    for (const Outgoing &out : batch) {
        const auto *bound = std::get_if<Bind>(&out);
        if (bound && !isHere(bound->connection) && m_attendance.moved(bound->identity, bound->connection))
            post({{}, false, false, bound->identity.account});
    }
}

//! Whether somebody comes here with it. A sign-in and the end of its device may have been kept by two nodes, and be told the other way round:
//! then the end follows once more.
bool NodeFanOut::admit(Batch &batch)
{
    bool come = false;
    std::vector<EndDevice> ends;
    for (const Outgoing &out : batch) {
        const auto *bound = std::get_if<Bind>(&out);
        if (!bound || !isHere(bound->connection))
            continue;
        m_attendance.arrive(bound->identity, bound->connection);
        come = true;
        if (m_attendance.hasEnded(bound->identity.device))
            ends.push_back({bound->identity.device});
    }
    batch.insert(batch.end(), ends.begin(), ends.end());
    return come;
}

void NodeFanOut::left(const Identity &who, ConnectionId connection)
{
    if (m_attendance.leave(who, connection))
        post({{}, false, false, who.account});
}

void NodeFanOut::lost()
{
    {
        const std::lock_guard lock(m_mutex);
        m_lost = true;
    }
    m_wake.notify_one();
}

void NodeFanOut::setNodes(const QList<qint64> &others)
{
    {
        const std::lock_guard lock(m_mutex);
        for (const qint64 node : others) {
            if (node > m_others.newest) // until now only answers went there
                m_newcomers.insert(node);
        }
        m_others.known = QSet<qint64>(others.begin(), others.end());
        m_others.newest = std::accumulate(others.begin(), others.end(), m_others.newest, [](qint64 a, qint64 b) { return std::max(a, b); });
    }
    m_wake.notify_one();
}

void NodeFanOut::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

bool NodeFanOut::bindsHere(const Batch &batch) const
{
    return std::ranges::any_of(batch, [this](const Outgoing &out) {
        const auto *bound = std::get_if<Bind>(&out);
        return bound && isHere(bound->connection);
    });
}

void NodeFanOut::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_tasks.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void NodeFanOut::run()
{
    auto announced = std::chrono::steady_clock::now();
    std::optional<std::chrono::steady_clock::time_point> giveUp;
    for (;;) {
        std::deque<Task> tasks;
        Others others;
        bool lost = false;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, m_missed.isEmpty() && !m_unannounced ? announceEvery : retry, [this] { return m_stopped || m_lost || !m_tasks.empty() || !m_newcomers.isEmpty(); });
            if (m_stopped && !giveUp)
                giveUp = std::chrono::steady_clock::now() + drain;
            if (giveUp && (m_tasks.empty() || std::chrono::steady_clock::now() > *giveUp))
                return;
            tasks.swap(m_tasks);
            others = m_others;
            m_missed += std::exchange(m_newcomers, {});
            lost = std::exchange(m_lost, false) || m_unannounced;
        }
        if (lost || std::chrono::steady_clock::now() - announced > announceEvery) {
            announced = std::chrono::steady_clock::now();
            m_unannounced = !announceAll();
            if (lost && !m_unannounced)
                lookAgainHere();
        }
        work(tasks, others);
        makeUp(others);
    }
}

void NodeFanOut::lookAgainHere()
{
    m_figures.resyncs++;
    m_local.release({lookAgain()});
}

void NodeFanOut::work(std::deque<Task> &tasks, const Others &others)
{
    if (tasks.empty())
        return;
    bool come = false;
    for (Task &task : tasks) {
        come = admit(task.batch) || come;
        notice(task.batch);
    }
    const auto where = whereabouts(tasks, !others.known.isEmpty());
    if (!where && come)
        lost();
    if (!where || !send(tasks, others, *where)) {
        m_missed += others.known;
        m_figures.missed++;
    }
    size_t delivered = 0;
    for (Task &task : tasks) {
        if (!task.deliver)
            continue;
        m_local.release(std::move(task.batch));
        delivered++;
    }
    const std::lock_guard lock(m_mutex);
    m_delivering -= delivered;
}

std::optional<QHash<AccountId, QSet<qint64>>> NodeFanOut::whereabouts(const std::deque<Task> &tasks, bool ask)
{
    const QByteArray me = QByteArray::number(m_options.node);
    std::vector<RedisCommand> commands;
    QSet<AccountId> recipients;
    for (const Task &task : tasks) {
        if (task.departed && !m_attendance.has(*task.departed))
            commands.push_back({"SREM", keys::nodesOf(m_space, *task.departed), me});
        for (const Outgoing &out : task.batch) {
            const auto *bound = std::get_if<Bind>(&out);
            if (bound && isHere(bound->connection)) {
                commands.push_back({"SADD", keys::nodesOf(m_space, bound->identity.account), me});
                commands.push_back({"EXPIRE", keys::nodesOf(m_space, bound->identity.account), QByteArray::number(forgottenAfter)});
            }
            const auto *event = std::get_if<ToAccount>(&out);
            if (task.carry && (bound || event))
                recipients.insert(bound ? bound->identity.account : event->account);
        }
    }
    const size_t told = commands.size();
    if (ask) {
        for (const AccountId &account : std::as_const(recipients))
            commands.push_back({"SMEMBERS", keys::nodesOf(m_space, account)});
    }
    QHash<AccountId, QSet<qint64>> out;
    if (commands.empty())
        return out;
    const auto replies = m_redis.ask(commands);
    if (!answered(replies))
        return std::nullopt;
    size_t at = told;
    for (const AccountId &account : std::as_const(recipients)) {
        if (at == replies->size())
            break;
        for (const RedisReply &node : (*replies)[at++].list)
            out[account].insert(node.text.toLongLong());
    }
    return out;
}

bool NodeFanOut::send(const std::deque<Task> &tasks, const Others &others, const QHash<AccountId, QSet<qint64>> &nodesOfAccount)
{
    std::map<qint64, Batch> parcels;
    const auto to = [&](qint64 node, const Outgoing &out) {
        if (node != m_options.node && others.has(node))
            parcels[node].push_back(out);
    };
    for (const Task &task : tasks) {
        if (!task.carry)
            continue;
        for (const Outgoing &out : task.batch) {
            if (const auto *answer = std::get_if<ToConnection>(&out)) {
                to(nodeOf(answer->connection), out);
            } else if (const auto *bound = std::get_if<Bind>(&out)) {
                QSet<qint64> nodes = nodesOfAccount.value(bound->identity.account); // an older connection of the device may be there
                for (const qint64 node : nodes << nodeOf(bound->connection))
                    to(node, out);
            } else {
                const auto *event = std::get_if<ToAccount>(&out);
                const QSet<qint64> nodes = event ? nodesOfAccount.value(event->account) : others.known;
                for (const qint64 node : nodes)
                    to(node, out);
            }
        }
    }
    return put(parcels);
}

//! Nothing is ever put in a second time: whoever may have missed it is told to look again, with a higher number. See Turnstile.
bool NodeFanOut::put(const std::map<qint64, Batch> &parcels)
{
    std::vector<RedisCommand> commands;
    for (const auto &[node, batch] : parcels) {
        const QByteArray inbox = keys::inbox(m_space, node);
        const QByteArray parcel = encodeParcel({m_options.node, ++m_serial, batch, m_freshness.latest()});
        commands.push_back({"XADD", inbox, "MAXLEN", "~", QByteArray::number(inboxEntries), "*", keys::field, m_seal.close(parcel, inbox)});
        commands.push_back({"EXPIRE", inbox, QByteArray::number(inboxKept)});
    }
    if (commands.empty())
        return true;
    m_figures.parcels += parcels.size();
    return answered(m_redis.ask(commands));
}

bool NodeFanOut::announceAll()
{
    const QByteArray me = QByteArray::number(m_options.node);
    std::vector<RedisCommand> commands;
    const auto flush = [&] { return commands.empty() || answered(m_redis.ask(std::exchange(commands, {}))); };
    const QList<AccountId> accounts = m_attendance.accounts();
    for (const AccountId &account : accounts) {
        commands.push_back({"SADD", keys::nodesOf(m_space, account), me});
        commands.push_back({"EXPIRE", keys::nodesOf(m_space, account), QByteArray::number(forgottenAfter)});
        if (commands.size() >= announcedAtOnce && !flush())
            return false;
    }
    commands.push_back({"PING"});
    return flush();
}

void NodeFanOut::makeUp(const Others &others)
{
    m_missed &= others.known;
    std::map<qint64, Batch> parcels;
    for (const qint64 node : std::as_const(m_missed))
        parcels[node] = {lookAgain()};
    if (!parcels.empty() && put(parcels))
        m_missed.clear();
}

} // namespace jjak::engine
