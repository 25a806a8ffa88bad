// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/arrow_pair_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::ArrowPairRow pair(Row &row)
{
    app::ArrowPairRow out;
    auto &[a, b] = out.halves;
    row.to(out.id, out.date, a.account, a.alias, a.yes, b.account, b.alias, b.yes, out.until, out.room);
    return out;
}

} // namespace

std::optional<app::ArrowPairRow> SqlArrowPairStore::find(PairId id)
{
    return m_database.first(u"SELECT id, date, a, a_alias, a_yes, b, b_alias, b_yes, until, room FROM arrow_pair WHERE id = ?"_s, pair, id);
}

QList<app::ArrowPairRow> SqlArrowPairStore::openOf(AccountId account, Time now, int limit)
{
    return m_database.list(u"SELECT id, date, a, a_alias, a_yes, b, b_alias, b_yes, until, room FROM arrow_pair WHERE (a = ? OR b = ?) AND until > ? AND room IS NULL "
                           "ORDER BY until DESC, id LIMIT ?"_s,
                           pair, account, account, now, limit);
}

void SqlArrowPairStore::save(const app::ArrowPairRow &row)
{
    const bool sorted = row.halves[0].account < row.halves[1].account;
    const auto &a = row.halves[sorted ? 0 : 1], &b = row.halves[sorted ? 1 : 0];
    m_database.change(u"INSERT INTO arrow_pair (id, date, a, a_alias, a_yes, b, b_alias, b_yes, until, room) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET date = excluded.date, a = excluded.a, a_alias = excluded.a_alias, a_yes = excluded.a_yes, b = excluded.b, "
                      "b_alias = excluded.b_alias, b_yes = excluded.b_yes, until = excluded.until, room = excluded.room"_s,
                      row.id, row.date, a.account, a.alias, a.yes, b.account, b.alias, b.yes, row.until, row.room);
}

void SqlArrowPairStore::removeEnded(Time before, int limit)
{
    m_database.change(u"DELETE FROM arrow_pair WHERE id IN (SELECT id FROM arrow_pair WHERE until < ? ORDER BY until LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
