// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/cluster/network_cut.h"

#include <QElapsedTimer>
#include <QThread>
#include <stdexcept>

namespace jjak::faults {

using namespace Qt::StringLiterals;
using test::TwoNetworks;

namespace {

constexpr int healsWithin = 60;  //!< s
constexpr int healthyFor = 2000; //!< ms between two cuts

QString seconds(qint64 ms)
{
    return QString::number(double(ms) / 1000, 'f', 1);
}

} // namespace

NetworkCut::NetworkCut(int people, int every) : m_cluster(test::PostgresServer::Fsync::Off), m_talkers(m_cluster.database(), people, every)
{
    m_cluster.postgres().listenAt(TwoNetworks::near());
    m_cluster.redis().listenAt(TwoNetworks::near());
    m_cluster.start(1);
    m_talkers.begin(m_cluster.node(0).port());
    const TwoNetworks::Far there(m_networks);
    m_cluster.start(1, {{u"JJAK_DATA_DATABASE"_s, u"postgresql://jjak@%1/jjak"_s.arg(TwoNetworks::near())}, {u"JJAK_CLUSTER_REDIS"_s, u"redis://%1"_s.arg(TwoNetworks::near())}});
    m_talkers.begin(m_cluster.node(1).port());
}

bool NetworkCut::sharesAreEven() const
{
    const auto owned = streamsOwned(m_cluster.database());
    return owned.size() == 2 && owned.value(u"node 0"_s) == owned.value(u"node 1"_s);
}

QString NetworkCut::play(const QList<int> &cuts)
{
    if (!m_cluster.settle(2) || !m_talkers.waitUntilServed(healsWithin))
        return u"not everybody was served at the beginning\n"_s + m_cluster.log();
    for (const int each : cuts) {
        QThread::msleep(healthyFor);
        if (const QString wrong = cutOnce(each); !wrong.isEmpty())
            return wrong + u'\n' + m_cluster.log();
    }
    return m_talkers.becomeQuiet() ? QString() : u"somebody still waits for something, a minute after all was quiet\n"_s + m_cluster.log();
}

QString NetworkCut::cutOnce(int length)
{
    m_talkers.log().note(-1, Op::Fault, {OperationLog::text("network-cut")});
    m_networks.cut();
    QElapsedTimer timer;
    timer.start();
    qint64 taken = -1, served = -1, even = -1; // ms: since the cut, since the end of it
    for (; timer.elapsed() < length * 1000; QThread::msleep(50))
        if (taken < 0 && !streamsOwned(m_cluster.database()).contains(u"node 1"_s))
            taken = timer.elapsed();
    const bool wasNoticed = !m_talkers.served();
    m_networks.mend();
    m_talkers.log().note(-1, Op::Healed, {OperationLog::text("network-cut")});
    for (timer.start(); (served < 0 || even < 0) && timer.elapsed() < healsWithin * 1000; QThread::msleep(50)) {
        if (served < 0 && m_talkers.served())
            served = timer.elapsed();
        if (even < 0 && sharesAreEven())
            even = timer.elapsed();
    }
    m_lines.append(u"cut for %1 s: its streams were %2; afterwards everybody was served after %3 s, and it owned its share after %4 s"_s.arg(length)
                       .arg(taken < 0 ? u"never taken"_s : u"out of its hands after %1 s"_s.arg(seconds(taken)), seconds(served), seconds(even)));
    if (!wasNoticed)
        return m_lines.last() + u": nobody noticed, so nothing was cut"_s;
    return served < 0 || even < 0 ? m_lines.last() + u": it did not heal within %1 s"_s.arg(healsWithin) : QString();
}

Findings NetworkCut::judge()
{
    return m_talkers.judge();
}

bool NetworkCut::stop()
{
    return m_cluster.node(1).terminate() && m_cluster.node(0).terminate();
}

} // namespace jjak::faults
