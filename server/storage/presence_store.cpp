// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/presence_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using protocol::Presence;

// One statement for all of them, as in SqlMessageStore::findLast: their ids one behind the other, and a number for each of where its own begins.
QHash<AccountId, Presence> SqlPresenceStore::of(const QList<AccountId> &accounts)
{
    QHash<AccountId, Presence> out;
    if (accounts.isEmpty())
        return out;
    QByteArray ids;
    QStringList places;
    for (const AccountId &account : accounts) {
        places.append(QString::number(ids.size() + 1));
        ids += account.toBytes();
    }
    const auto found = m_database.list(
        u"SELECT p.account, p.state FROM json_each(?) wanted CROSS JOIN presence p ON p.account = substr(?, CAST(wanted.value AS INTEGER), 16) "
        "WHERE CAST(wanted.value AS INTEGER) BETWEEN 1 AND ? AND p.state IS NOT NULL"_s,
        [](Row &row) {
            std::pair<AccountId, Presence> one;
            row.to(one.first, one.second);
            return one;
        },
        u'[' + places.join(u',') + u']', ids, ids.size());
    for (const auto &[account, presence] : found)
        out.insert(account, presence);
    return out;
}

void SqlPresenceStore::set(AccountId account, std::optional<Presence> presence, Time at)
{
    m_database.change(u"INSERT INTO presence (account, state, since) VALUES (?, ?, ?) ON CONFLICT (account) DO UPDATE "
                      "SET since = CASE WHEN presence.state = excluded.state THEN presence.since ELSE excluded.since END, state = excluded.state"_s,
                      account, presence, at);
}

QList<AccountId> SqlPresenceStore::recentBefore(Time before, int limit)
{
    return m_database.list(u"SELECT account FROM presence WHERE state = 2 AND since < ? ORDER BY since, account LIMIT ?"_s, [](Row &row) { return row.next<AccountId>(); }, before, limit);
}

void SqlPresenceStore::allGone(Time now)
{
    m_database.change(u"UPDATE presence SET state = 2, since = ? WHERE state IN (0, 1)"_s, now);
}

} // namespace jjak::storage
