// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/stream_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::DeadLetter;

bool SqlStreamStore::advance(const app::Origin &to)
{
    if (to.position.isEmpty())
        return m_database.change(u"UPDATE stream_position SET position = position WHERE number = ? AND fence = ?"_s, to.stream, to.fence) == 1;
    return m_database.change(u"UPDATE stream_position SET position = ? WHERE number = ? AND fence = ?"_s, to.position, to.stream, to.fence) == 1;
}

void SqlStreamStore::bury(const DeadLetter &letter)
{
    m_database.change(u"INSERT INTO dead_letter (stream, position, at, name, reason, entry) VALUES (?, ?, ?, ?, ?, ?)"_s, letter.origin.stream, letter.origin.position, letter.at, letter.name,
                      letter.reason, letter.origin.entry);
}

QList<DeadLetter> SqlStreamStore::deadLetters(int most)
{
    return m_database.list(
        u"SELECT number, stream, position, at, name, reason FROM dead_letter ORDER BY number DESC LIMIT ?"_s,
        [](Row &row) {
            DeadLetter out;
            row.to(out.number, out.origin.stream, out.origin.position, out.at, out.name, out.reason);
            return out;
        },
        most);
}

std::optional<DeadLetter> SqlStreamStore::deadLetter(qint64 number)
{
    return m_database.first(
        u"SELECT number, stream, position, at, name, reason, entry FROM dead_letter WHERE number = ?"_s,
        [](Row &row) {
            DeadLetter out;
            row.to(out.number, out.origin.stream, out.origin.position, out.at, out.name, out.reason, out.origin.entry);
            return out;
        },
        number);
}

bool SqlStreamStore::drop(qint64 number)
{
    return m_database.change(u"DELETE FROM dead_letter WHERE number = ?"_s, number) > 0;
}

qint64 SqlStreamStore::countDead()
{
    return m_database.value<qint64>(u"SELECT count(*) FROM dead_letter"_s).value_or(0);
}

} // namespace jjak::storage
