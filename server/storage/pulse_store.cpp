// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/pulse_store.h"

#include "common/rules/popularity.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 daysOfReads = 7;

qint64 dayOf(Time at)
{
    return std::chrono::floor<std::chrono::days>(at).time_since_epoch().count();
}

} // namespace

bool SqlPulseStore::view(qint64 post, AccountId account, qint64 day, bool counts)
{
    if (m_database.change(u"INSERT INTO post_view (day, post, account, counts) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s, day, post, account, counts) == 0)
        return false;
    m_database.change(u"UPDATE post SET views = views + 1 WHERE number = ?"_s, post);
    if (counts) // apart: the number that posts are ordered by is changed as seldom as can be
        m_database.change(u"UPDATE post SET reads = reads + 1 WHERE number = ?"_s, post);
    return true;
}

void SqlPulseStore::wrote(const QStringList &tags, AccountId account, qint64 post, std::optional<qint64> comment, Time at)
{
    for (const QString &tag : tags)
        m_database.change(u"INSERT INTO tag_use (tag, account, post, comment, at) VALUES (?, ?, ?, ?, ?)"_s, tag, account, post, comment, at);
}

QList<protocol::Trend> SqlPulseStore::trends(int limit)
{
    return m_database.list(
        u"SELECT tag, people FROM tag WHERE people > 0 ORDER BY people DESC, tag DESC LIMIT ?"_s,
        [](Row &row) {
            protocol::Trend out;
            row.to(out.tag, out.people);
            return out;
        },
        limit);
}

void SqlPulseStore::forget(Time now, int limit)
{
    m_database.change(u"DELETE FROM tag_use WHERE number IN (SELECT number FROM tag_use WHERE at <= ? ORDER BY at LIMIT ?)"_s, now - popularity::day, limit);
    m_database.change(u"DELETE FROM post_view WHERE (day, post, account) IN (SELECT day, post, account FROM post_view WHERE day <= ? ORDER BY day LIMIT ?)"_s, dayOf(now) - daysOfReads, limit);
    m_database.change(u"UPDATE post SET day_rank = NULL WHERE number IN (SELECT number FROM post WHERE day_rank IS NOT NULL AND at <= ? ORDER BY at LIMIT ?)"_s, now - popularity::day, limit);
    m_database.change(u"UPDATE post SET week_rank = NULL WHERE number IN (SELECT number FROM post WHERE week_rank IS NOT NULL AND at <= ? ORDER BY at LIMIT ?)"_s, now - popularity::week, limit);
    m_database.change(u"DELETE FROM spent_writing WHERE (author, comment, cid) IN (SELECT author, comment, cid FROM spent_writing WHERE until <= ? ORDER BY until LIMIT ?)"_s, now, limit);
}

} // namespace jjak::storage
