// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/seating_store.h"

#include <algorithm>

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! Puts in the place of %1 whether the persons of rows x and y (account, demo) may not sit together; the moment is bound
//! twice. Each part is one look into a unique index. (|| makes a text of two blobs; the cast leaves its bytes as they are.)
QString withConflict(const QString &sql)
{
    return sql.arg(u"EXISTS (SELECT 1 FROM block WHERE blocker = x.account AND blocked = y.account) "
                   "OR EXISTS (SELECT 1 FROM block WHERE blocker = y.account AND blocked = x.account) "
                   "OR (x.demo = 0 AND y.demo = 0 AND ("
                   "EXISTS (SELECT 1 FROM room WHERE pair = CAST(min(x.account, y.account) || max(x.account, y.account) AS BLOB)) "
                   "OR EXISTS (SELECT 1 FROM apart WHERE a = min(x.account, y.account) AND b = max(x.account, y.account) AND until > ?) "
                   "OR EXISTS (SELECT 1 FROM met WHERE a = min(x.account, y.account) AND b = max(x.account, y.account) AND until > ?)))"_s);
}

} // namespace

std::optional<DateId> SqlSeatingStore::lobbyFor(EventId event, AccountId account, Time now)
{
    static const QString sql = withConflict(u"SELECT d.id FROM blind_date d WHERE d.event = ? AND d.closed = 0 AND d.act = -1 "
                                            "AND d.seated < d.size "
                                            "AND NOT EXISTS (SELECT 1 FROM (SELECT id AS account, demo FROM account WHERE id = ?) x, seat y WHERE y.date = d.id AND (%1)) "
                                            "ORDER BY d.opened, d.id LIMIT 1"_s);
    return m_database.value<DateId>(sql, event, account, now, now);
}

bool SqlSeatingStore::mayMerge(DateId one, DateId other, Time now)
{
    static const QString sql = withConflict(u"SELECT NOT EXISTS (SELECT 1 FROM seat x, seat y WHERE x.date = ? AND y.date = ? AND (%1))"_s);
    return m_database.value<bool>(sql, one, other, now, now).value_or(false);
}

void SqlSeatingStore::remember(AccountId a, AccountId b, Time until)
{
    m_database.change(u"INSERT INTO met (a, b, until) VALUES (?, ?, ?) ON CONFLICT (a, b) DO UPDATE SET until = max(met.until, excluded.until)"_s, std::min(a, b), std::max(a, b), until);
}

void SqlSeatingStore::forget(Time before, int limit)
{
    m_database.change(u"DELETE FROM met WHERE (a, b) IN (SELECT a, b FROM met WHERE until < ? ORDER BY until LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
