// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/node_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::Lease;
using app::NodeRow;

namespace {

app::DeviceGone goodbye(Row &row)
{
    app::DeviceGone out;
    qint64 connection = 0;
    row.to(out.identity.account, out.identity.device, connection);
    out.connection = app::ConnectionId(connection);
    return out;
}

} // namespace

qint64 SqlNodeStore::enter(const QString &name, bool works, Time until)
{
    return m_database.value<qint64>(u"INSERT INTO node (name, works, until) VALUES (?, ?, ?) RETURNING number"_s, name, works, until).value_or(0);
}

bool SqlNodeStore::stay(qint64 number, const QString &name, bool works, Time until)
{
    if (m_database.change(u"UPDATE node SET until = ? WHERE number = ?"_s, until, number) == 1)
        return true;
    m_database.change(u"INSERT INTO node (number, name, works, until) VALUES (?, ?, ?, ?)"_s, number, name, works, until);
    return false;
}

void SqlNodeStore::leave(qint64 number)
{
    m_database.change(u"DELETE FROM node WHERE number = ?"_s, number);
}

QList<NodeRow> SqlNodeStore::all()
{
    return m_database.list(u"SELECT number, name, works, until FROM node ORDER BY number"_s, [](Row &row) {
        NodeRow out;
        row.to(out.number, out.name, out.works, out.until);
        return out;
    });
}

int SqlNodeStore::removeGone(Time now)
{
    return m_database.change(u"DELETE FROM node WHERE until < ?"_s, now);
}

QList<app::DeviceGone> SqlNodeStore::orphans(int most)
{
    return m_database.list(
        u"SELECT account, device, connection FROM connected WHERE NOT EXISTS (SELECT 1 FROM node WHERE node.number = connected.connection / 1099511627776) ORDER BY connection LIMIT ?"_s,
        goodbye, most);
}

QList<app::ConnectedDevice> SqlNodeStore::connectedTo(qint64 number)
{
    return m_database.list(
        u"SELECT c.account, c.device, a.role, c.connection FROM connected c JOIN account a ON a.id = c.account WHERE c.connection >= ? AND c.connection < ?"_s,
        [](Row &row) {
            app::ConnectedDevice out;
            qint64 connection = 0;
            row.to(out.identity.account, out.identity.device, out.identity.role, connection);
            out.connection = app::ConnectionId(connection);
            return out;
        },
        qint64(app::firstConnection(number)), qint64(app::firstConnection(number + 1)));
}

QByteArray SqlNodeStore::agree(const QString &name, const QByteArray &mine)
{
    m_database.change(u"INSERT INTO shared (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, name, mine);
    return m_database.value<QByteArray>(u"SELECT value FROM shared WHERE name = ?"_s, name).value_or(QByteArray());
}

int SqlLeaseStore::create(int streams)
{
    const int there = m_database.value<int>(u"SELECT count(*) FROM stream"_s).value_or(0);
    if (there > 0)
        return there;
    for (int number = 0; number < streams; ++number) {
        m_database.change(u"INSERT INTO stream (number, owner, until) VALUES (?, NULL, 0) ON CONFLICT DO NOTHING"_s, number);
        m_database.change(u"INSERT INTO stream_position (number, fence, position) VALUES (?, 0, '0-0') ON CONFLICT DO NOTHING"_s, number);
    }
    return m_database.value<int>(u"SELECT count(*) FROM stream"_s).value_or(0);
}

QList<int> SqlLeaseStore::renew(qint64 owner, Time until)
{
    return m_database.list(u"UPDATE stream SET until = ? WHERE owner = ? RETURNING number"_s, [](Row &row) { return row.next<int>(); }, until, owner);
}

void SqlLeaseStore::release(qint64 owner, int stream)
{
    m_database.change(u"UPDATE stream SET owner = NULL, until = 0 WHERE number = ? AND owner = ?"_s, stream, owner);
}

QList<Lease> SqlLeaseStore::claim(qint64 owner, int most, Time now, Time until)
{
    struct Free {
        int stream = 0;
        bool left = false;
    };
    const auto free = m_database.list(
        u"SELECT number, owner IS NOT NULL FROM stream WHERE owner IS NULL OR until < ? ORDER BY number LIMIT ?"_s,
        [](Row &row) { Free out; row.to(out.stream, out.left); return out; }, now, most);
    QList<Lease> out;
    for (const Free &each : free) {
        // Of two nodes that saw it free the second one changes no row.
        if (m_database.change(u"UPDATE stream SET owner = ?, until = ? WHERE number = ? AND (owner IS NULL OR until < ?)"_s, owner, until, each.stream, now) == 0)
            continue;
        const auto lease = m_database.first(
            u"UPDATE stream_position SET fence = fence + 1 WHERE number = ? RETURNING number, fence, position"_s,
            [&](Row &row) { Lease taken; row.to(taken.stream, taken.fence, taken.position); taken.wasLeft = each.left; return taken; }, each.stream);
        if (lease)
            out.append(*lease);
    }
    return out;
}

QList<app::StreamRow> SqlLeaseStore::all()
{
    return m_database.list(u"SELECT s.number, s.owner, s.until, p.position FROM stream s JOIN stream_position p ON p.number = s.number ORDER BY s.number"_s, [](Row &row) {
        app::StreamRow out;
        row.to(out.stream, out.owner, out.until, out.position);
        return out;
    });
}

} // namespace jjak::storage
