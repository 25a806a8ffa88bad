// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/connected_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::ConnectionId;
using protocol::Presence;

void SqlConnectedStore::arrive(AccountId account, DeviceId device, ConnectionId connection)
{
    m_database.change(u"INSERT INTO connected (device, account, connection, away) VALUES (?, ?, ?, 0) "
                      "ON CONFLICT (device) DO UPDATE SET connection = excluded.connection, away = 0"_s,
                      device, account, qint64(connection));
}

bool SqlConnectedStore::depart(DeviceId device, ConnectionId connection)
{
    return m_database.change(u"DELETE FROM connected WHERE device = ? AND connection = ?"_s, device, qint64(connection)) > 0;
}

void SqlConnectedStore::setAway(DeviceId device, bool away)
{
    m_database.change(u"UPDATE connected SET away = ? WHERE device = ?"_s, away, device);
}

std::optional<Presence> SqlConnectedStore::presenceOf(AccountId account)
{
    const auto allAway = m_database.value<qint64>(u"SELECT away FROM connected WHERE account = ? ORDER BY away LIMIT 1"_s, account);
    return allAway ? std::optional(*allAway ? Presence::Away : Presence::Online) : std::nullopt;
}

ConnectionId SqlConnectedStore::connectionOf(DeviceId device)
{
    return ConnectionId(m_database.value<qint64>(u"SELECT connection FROM connected WHERE device = ?"_s, device).value_or(0));
}

QHash<qint64, int> SqlConnectedStore::countByNode()
{
    using Count = std::pair<qint64, int>;
    const auto counts = m_database.list(u"SELECT connection / 1099511627776, count(*) FROM connected GROUP BY connection / 1099511627776"_s, [](Row &row) {
        Count out;
        row.to(out.first, out.second);
        return out;
    });
    QHash<qint64, int> out;
    for (const auto &[node, devices] : counts)
        out.insert(node, devices);
    return out;
}

void SqlConnectedStore::removeAll()
{
    m_database.change(u"DELETE FROM connected"_s);
}

} // namespace jjak::storage
