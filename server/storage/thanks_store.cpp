// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/thanks_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

bool SqlThanksStore::has(TableId table, AccountId guest)
{
    return m_database.value<bool>(u"SELECT EXISTS (SELECT 1 FROM thanks WHERE seating = ? AND guest = ?)"_s, table, guest).value_or(false);
}

void SqlThanksStore::give(const app::ThanksRow &row)
{
    m_database.change(u"INSERT INTO thanks (seating, guest, host, at, counts) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"_s, row.table, row.guest, row.host, row.at, row.counts);
}

void SqlThanksStore::takeBack(TableId table, AccountId guest)
{
    m_database.change(u"DELETE FROM thanks WHERE seating = ? AND guest = ?"_s, table, guest);
}

QList<protocol::Host> SqlThanksStore::mostThanked(AccountId viewer, int limit)
{
    return m_database.list(
        u"SELECT a.id, a.name, x.demo, t.guests FROM thanked_host t CROSS JOIN persona a ON a.account = t.host CROSS JOIN account x ON x.id = t.host WHERE t.ranked = 1 AND t.guests > 0 "
        "AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = t.host) AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = t.host AND blocked = ?) "
        "ORDER BY t.guests DESC, t.host DESC LIMIT ?"_s,
        [](Row &row) {
            protocol::Host out;
            row.to(out.persona, out.name, out.demo, out.guests);
            return out;
        },
        viewer, viewer, limit);
}

void SqlThanksStore::age(Time before, int limit)
{
    m_database.change(u"UPDATE thanks SET counts = 0 WHERE (seating, guest) IN (SELECT seating, guest FROM thanks WHERE counts = 1 AND at <= ? ORDER BY at LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
