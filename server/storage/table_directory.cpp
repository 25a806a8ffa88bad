// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/table_directory.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::TableSpot;

namespace {

TableSpot spot(Row &row)
{
    TableSpot out;
    row.to(out.at, out.table);
    return out;
}

//! Before and behind all times there are.
constexpr Time first = fromMs(0), last = fromMs(qint64(1) << 62);
//! How many tables one statement of a search looks at: a word that many have is found soon.
constexpr int looksOfAStep = 60;

} // namespace

//! OFFSET 0 keeps what is unseen a look-up for each table: without it PostgreSQL joins with everybody's seats.
QList<TableSpot> SqlTableDirectory::open(AccountId account, std::optional<TableSpot> after, int limit)
{
    const TableSpot from = after.value_or(TableSpot{first, {}});
    return m_database.list(u"SELECT t.at, t.id FROM coffee_table t WHERE t.phase <> 2 AND (t.at, t.id) > (?, ?) "
                           "AND NOT EXISTS (SELECT 1 FROM unseen_table u WHERE u.seating = t.id AND u.account = ? LIMIT 1 OFFSET 0) ORDER BY t.at, t.id LIMIT ?"_s,
                           spot, from.at, from.table, account, limit);
}

QList<TableSpot> SqlTableDirectory::of(AccountId account, bool past, std::optional<TableSpot> after, int limit)
{
    const TableSpot from = after.value_or(TableSpot{past ? last : first, {}});
    if (past)
        return m_database.list(u"SELECT at, seating FROM table_guest g WHERE account = ? AND standing > 0 AND phase = 2 AND (at, seating) < (?, ?) "
                               "AND NOT EXISTS (SELECT 1 FROM unseen_table u WHERE u.seating = g.seating AND u.account = ? LIMIT 1 OFFSET 0) ORDER BY at DESC, seating DESC LIMIT ?"_s,
                               spot, account, from.at, from.table, account, limit);
    return m_database.list(u"SELECT at, seating FROM table_guest g WHERE account = ? AND standing > 0 AND phase <> 2 AND (at, seating) > (?, ?) "
                           "AND NOT EXISTS (SELECT 1 FROM unseen_table u WHERE u.seating = g.seating AND u.account = ? LIMIT 1 OFFSET 0) ORDER BY at, seating LIMIT ?"_s,
                           spot, account, from.at, from.table, account, limit);
}

app::TableStretch SqlTableDirectory::look(const app::TableSearch &q, domain::Needle &topic)
{
    const bool past = q.among == app::TableSearch::Among::Past;
    const TableSpot from = q.after.value_or(TableSpot{past ? last : first, {}});
    app::TableStretch out;
    int looks = 0;
    // Most words are no tag; then no table's tags have to be looked at.
    const bool isTag = m_database.value<bool>(u"SELECT EXISTS (SELECT 1 FROM post_tag WHERE tag = ?)"_s, q.tag).value_or(false);
    const auto compare = [&](Row &row) {
        TableSpot spot;
        QString text;
        bool tagged = false;
        row.to(spot.at, spot.table, text, tagged);
        if (tagged || topic.isIn(text))
            out.hits.append(spot);
        if (++looks == q.looks)
            out.reached = spot;
        return true;
    };
    if (q.among == app::TableSearch::Among::Open)
        (void)m_database.list(u"SELECT t.at, t.id, t.topic, ? <> 0 AND EXISTS (SELECT 1 FROM post p CROSS JOIN post_tag g ON g.post = p.number WHERE p.id = t.post AND g.tag = ?) FROM coffee_table t "
                              "WHERE t.phase <> 2 AND (t.at, t.id) > (?, ?) ORDER BY t.at, t.id LIMIT ?"_s,
                              compare, isTag, q.tag, from.at, from.table, q.looks);
    else if (past)
        (void)m_database.list(u"SELECT me.at, me.seating, t.topic, ? <> 0 AND EXISTS (SELECT 1 FROM post p CROSS JOIN post_tag g ON g.post = p.number WHERE p.id = t.post AND g.tag = ?) FROM table_guest me CROSS JOIN coffee_table t ON t.id = me.seating "
                              "WHERE me.account = ? AND me.standing > 0 AND me.phase = 2 AND (me.at, me.seating) < (?, ?) ORDER BY me.at DESC, me.seating DESC LIMIT ?"_s,
                              compare, isTag, q.tag, q.account, from.at, from.table, q.looks);
    else
        (void)m_database.list(u"SELECT me.at, me.seating, t.topic, ? <> 0 AND EXISTS (SELECT 1 FROM post p CROSS JOIN post_tag g ON g.post = p.number WHERE p.id = t.post AND g.tag = ?) FROM table_guest me CROSS JOIN coffee_table t ON t.id = me.seating "
                              "WHERE me.account = ? AND me.standing > 0 AND me.phase <> 2 AND (me.at, me.seating) > (?, ?) ORDER BY me.at, me.seating LIMIT ?"_s,
                              compare, isTag, q.tag, q.account, from.at, from.table, q.looks);
    return out;
}

app::TableStretch SqlTableDirectory::find(const app::TableSearch &search, domain::Needle &topic)
{
    app::TableStretch out{{}, search.after};
    app::TableSearch step = search;
    for (int left = search.looks; left > 0 && out.hits.size() < search.hits; left -= step.looks) {
        step.after = out.reached;
        step.looks = std::min(left, looksOfAStep);
        const app::TableStretch looked = look(step, topic);
        out.reached = looked.reached;
        for (const TableSpot &spot : looked.hits) {
            if (isHidden(spot.table, search.account))
                continue;
            out.hits.append(spot);
            if (out.hits.size() < search.hits)
                continue;
            if (spot.table != looked.hits.last().table)
                out.reached = spot; // the others are for the next page
            break;
        }
        if (!looked.reached)
            break;
    }
    return m_database.failure() == Database::Failure::None ? out : app::TableStretch();
}

bool SqlTableDirectory::isHidden(TableId table, AccountId account)
{
    return m_database.value<bool>(u"SELECT EXISTS (SELECT 1 FROM unseen_table WHERE seating = ? AND account = ?)"_s, table, account).value_or(false);
}

bool SqlTableDirectory::isBusy(AccountId account, Time at, Duration apart, TableId except)
{
    return m_database.value<bool>(u"SELECT EXISTS (SELECT 1 FROM table_guest WHERE account = ? AND standing > 0 AND phase <> 2 AND at > ? AND at < ? AND phase = 0 AND standing >= 2 AND seating <> ?)"_s, account, at - apart, at + apart,
                                  except)
        .value_or(false);
}

} // namespace jjak::storage
