// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/steward.h"

#include <algorithm>
#include <stdexcept>

#include "server/engine/cluster/job_codec.h"
#include "server/engine/cluster/log.h"

namespace jjak::engine {

namespace {

constexpr Duration orphansEvery = 3s; //!< by then the goodbyes of the last look have been run
constexpr int goodbyesAtOnce = 1000;

} // namespace

Steward::Steward(Options options, std::unique_ptr<app::StoreAccess> stores, SharedClock &clock)
    : m_options(std::move(options)), m_access(std::move(stores)), m_stores(m_access->stores()), m_clock(clock)
{
    const bool entered = inTransaction([this](Time now) {
        m_streams = m_stores.leases.create(m_options.streams);
        m_node = m_stores.nodes.enter(m_options.name, m_options.works, now + m_options.lease);
    });
    if (!entered || m_node == 0)
        throw std::runtime_error("the database does not take this server among the others");
    qCInfo(clusterLog, "node %lld of %d streams", m_node, m_streams);
}

Steward::~Steward()
{
    stop();
}

QByteArray Steward::agree(const QString &name, const QByteArray &mine)
{
    QByteArray out;
    if (!inTransaction([&](Time) { out = m_stores.nodes.agree(name, mine); }))
        throw std::runtime_error("the database does not answer");
    return out;
}

void Steward::start(StreamLog &log, NodeFanOut &fanOut, SendAway sendAway)
{
    m_log = &log;
    m_fanOut = &fanOut;
    m_sendAway = std::move(sendAway);
    m_thread = std::thread([this] { run(); });
}

void Steward::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    if (m_node == 0)
        return;
    const bool left = inTransaction([this](Time) {
        if (m_log) {
            for (const int stream : m_log->owned())
                m_stores.leases.release(m_node, stream);
        }
        m_stores.nodes.leave(m_node);
    });
    if (!left)
        qCWarning(clusterLog, "node %lld could not say goodbye: the others wait until its time is over", m_node);
    m_node = 0;
}

void Steward::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopped) {
        lock.unlock();
        if (step())
            m_figures.lastSuccess = std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
        lock.lock();
        m_wake.wait_for(lock, m_options.beat, [this] { return m_stopped; });
    }
}

bool Steward::step()
{
    QList<app::StreamRow> positions;
    QList<app::NodeRow> nodes;
    bool wasGone = false;
    int missing = 0;
    const bool good = inTransaction([&](Time now) {
        wasGone = !m_stores.nodes.stay(m_node, m_options.name, m_options.works, now + m_options.lease);
        nodes = m_stores.nodes.all();
        nodes.removeIf([now](const app::NodeRow &node) { return node.until < now; });
        if (m_options.works)
            missing = settle(now, nodes);
        positions = m_stores.leases.all();
    });
    if (!good)
        return false;
    m_figures.nodes = nodes.size();
    m_figures.workers = std::ranges::count_if(nodes, &app::NodeRow::works);
    if (wasGone) {
        qCWarning(clusterLog, "node %lld was silent for too long: the others took it for gone, and its connections begin anew", m_node);
        m_figures.timesGone++;
        m_sendAway(std::nullopt);
    }
    QList<qint64> others;
    for (const app::NodeRow &node : std::as_const(nodes)) {
        if (node.number != m_node)
            others.append(node.number);
    }
    m_fanOut->setNodes(others);
    m_log->forget(positions);
    claim(missing);
    if (m_log->owned().contains(houseStream))
        seeToOrphans();
    compareConnected();
    return true;
}

//! Streams are shared out evenly: who has more than its share gives some back, who has less takes what is free. How many are missing.
int Steward::settle(Time now, const QList<app::NodeRow> &nodes)
{
    QList<int> mine = m_stores.leases.renew(m_node, now + m_options.lease);
    for (const int stream : m_log->owned()) {
        if (!mine.contains(stream))
            m_log->disown(stream);
    }
    const QList<int> known = m_log->owned();
    for (const int stream : std::as_const(mine)) {
        if (!known.contains(stream)) // of a transaction whose end we did not learn: as if it had never been ours
            m_stores.leases.release(m_node, stream);
    }
    mine = known;
    int workers = 0, before = 0;
    for (const app::NodeRow &node : nodes) {
        workers += node.works;
        before += node.works && node.number < m_node;
    }
    const int share = m_streams / std::max(workers, 1) + (before < m_streams % std::max(workers, 1));
    std::ranges::sort(mine, std::greater());
    while (mine.size() > share) {
        const int stream = mine.takeFirst();
        m_log->disown(stream);
        m_stores.leases.release(m_node, stream);
    }
    return share - int(mine.size());
}

//! Apart from saying that we are alive: somebody who was stopped in the middle of a transaction may hold what is wanted here until the
//! database ends that one.
void Steward::claim(int most)
{
    QList<app::Lease> taken;
    const bool good = inTransaction([&](Time now) {
        m_stores.nodes.removeGone(now);
        if (most > 0)
            taken = m_stores.leases.claim(m_node, most, now, now + m_options.lease);
    });
    if (!good || taken.isEmpty())
        return;
    m_figures.takenOver += std::ranges::count_if(taken, &app::Lease::wasLeft);
    qCInfo(clusterLog, "node %lld takes %lld streams", m_node, qint64(taken.size()));
    m_log->own(taken);
}

//! Nobody says goodbye for the connections of a node that is gone.
void Steward::seeToOrphans()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_sawOrphans < orphansEvery || m_log->unsent() >= goodbyesAtOnce) // Redis is away: they would only be more
        return;
    m_sawOrphans = now;
    QList<app::DeviceGone> orphans;
    if (!inTransaction([&](Time) { orphans = m_stores.nodes.orphans(goodbyesAtOnce); }))
        return;
    for (const app::DeviceGone &gone : std::as_const(orphans))
        (void)m_log->append({{}, gone});
}

//! What Redis has lost nobody would say again: a goodbye, or a sign-in of which this node never heard, shows somebody who is not here; the end
//! of a device, its sign-in elsewhere, or another role, leaves somebody here who should not be. One look alone is not enough, for all of it
//! may be on its way.
void Steward::compareConnected()
{
    const auto now = std::chrono::steady_clock::now();
    if (now - m_compared < m_options.compare || m_log->unsent() >= goodbyesAtOnce)
        return;
    m_compared = now;
    QHash<app::ConnectionId, app::Identity> here;
    for (const app::ConnectedDevice &one : m_fanOut->connected())
        here.insert(one.connection, one.identity);
    QList<app::ConnectedDevice> known;
    if (!inTransaction([&](Time) { known = m_stores.nodes.connectedTo(m_node); }))
        return;
    QSet<app::ConnectionId> suspects;
    const auto isOddAgain = [&](app::ConnectionId connection) {
        suspects.insert(connection);
        return m_suspects.contains(connection);
    };
    for (const app::ConnectedDevice &one : std::as_const(known)) {
        const auto it = here.constFind(one.connection);
        if (it == here.cend() && isOddAgain(one.connection))
            (void)m_log->append({{}, app::DeviceGone{one.identity, one.connection}});
        else if (it != here.cend() && *it == one.identity)
            here.erase(it);
    }
    QList<app::ConnectionId> strangers;
    for (auto it = here.cbegin(); it != here.cend(); ++it) {
        if (!isOddAgain(it.key()))
            continue;
        strangers.append(it.key());
        m_fanOut->left(it.value(), it.key()); // also one that the gateway does not have any more
    }
    m_suspects = suspects;
    if (strangers.isEmpty())
        return;
    qCWarning(clusterLog, "node %lld: %lld connections are not what the database knows of them, and begin anew", m_node, qint64(strangers.size()));
    m_sendAway(strangers);
}

//! false: nothing of it is kept, as far as we know.
bool Steward::inTransaction(const std::function<void(Time now)> &work)
{
    app::Transaction &transaction = m_stores.transaction;
    if (transaction.begin()) {
        const Time asked = m_clock.systems();
        const auto now = m_stores.nodes.now();
        if (now) {
            m_clock.set(*now, asked);
            work(*now);
        }
        if (now && transaction.failure() == app::Transaction::Failure::None && transaction.commit())
            return true;
    }
    transaction.rollback();
    return false;
}

} // namespace jjak::engine
