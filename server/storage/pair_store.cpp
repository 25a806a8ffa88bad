// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/pair_store.h"

#include "server/storage/pair_key.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

app::NearbyRow SqlPairStore::nearby(AccountId account)
{
    const auto row = m_database.first(
        u"SELECT version, last FROM nearby WHERE account = ?"_s, [](Row &r) { app::NearbyRow out; r.to(out.version, out.last); return out; }, account);
    return row.value_or(app::NearbyRow());
}

app::NearbyRow SqlPairStore::advance(AccountId account, std::optional<ProposalId> last)
{
    const auto version = m_database.value<qint64>(u"INSERT INTO nearby (account, version, last) VALUES (?, 1, ?) "
                                                  "ON CONFLICT (account) DO UPDATE SET version = nearby.version + 1, last = excluded.last RETURNING version"_s,
                                                  account, last);
    return {version.value_or(0), last};
}

bool SqlPairStore::mayMeet(AccountId a, AccountId b, Time now)
{
    const auto may = m_database.value<bool>(u"SELECT NOT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = ?) "
                                            "AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = ?) "
                                            "AND NOT EXISTS (SELECT 1 FROM room WHERE pair = ?) "
                                            "AND NOT EXISTS (SELECT 1 FROM apart WHERE a = ? AND b = ? AND until > ?)"_s,
                                            a, b, b, a, pairKey(a, b), std::min(a, b), std::max(a, b), now);
    return may.value_or(false);
}

void SqlPairStore::keepApart(AccountId a, AccountId b, Time until)
{
    m_database.change(u"INSERT INTO apart (a, b, until) VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET until = max(apart.until, excluded.until)"_s, std::min(a, b), std::max(a, b), until);
}

QList<std::pair<AccountId, AccountId>> SqlPairStore::takeEnded(Time now, int limit)
{
    return m_database.list(
        u"DELETE FROM apart WHERE (a, b) IN (SELECT a, b FROM apart WHERE until <= ? ORDER BY until LIMIT ?) RETURNING a, b"_s,
        [](Row &row) { std::pair<AccountId, AccountId> out; row.to(out.first, out.second); return out; }, now, limit);
}

} // namespace jjak::storage
