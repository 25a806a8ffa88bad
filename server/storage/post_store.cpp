// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/post_store.h"

#include "server/storage/feed_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

//! How many rows that hang on a post go in the transaction that erases it; more would keep everybody else waiting.
constexpr int removedAtOnce = 500;

app::PostRow post(Row &row)
{
    app::PostRow out;
    row.to(out.number, out.id, out.author, out.cid, out.heading, out.text, out.tags, out.at, out.edited, out.likes, out.comments, out.views, out.people, out.reads, out.ranked, out.dayRank, out.weekRank);
    return out;
}

} // namespace

std::optional<app::PostRow> SqlPostStore::find(PostId id)
{
    return m_database.first(u"SELECT number, id, author, cid, title, text, tags, at, edited, likes, comments, views, people, reads, ranked, day_rank, week_rank FROM post WHERE id = ? AND erased = 0"_s, post, id);
}

std::optional<PostId> SqlPostStore::byClientId(AccountId author, ClientId cid)
{
    const auto there = m_database.value<PostId>(u"SELECT id FROM post WHERE author = ? AND cid = ?"_s, author, cid);
    return there ? there : m_database.value<PostId>(u"SELECT id FROM spent_writing WHERE author = ? AND comment = 0 AND cid = ?"_s, author, cid);
}

qint64 SqlPostStore::insert(const app::PostRow &row)
{
    const auto number = m_database.value<qint64>(u"INSERT INTO post (id, author, cid, title, text, tags, at, ranked, day_rank, week_rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING number"_s, row.id, row.author, row.cid,
                                                 row.heading, row.text, row.tags, row.at, row.ranked, row.dayRank, row.weekRank);
    for (const QString &tag : row.tags)
        m_database.change(u"INSERT INTO post_tag (tag, post) VALUES (?, ?)"_s, tag, number);
    if (number && *number % postsOfDigest == 0)
        writePostDigest(m_database, *number / postsOfDigest - 1);
    return number.value_or(0);
}

void SqlPostStore::edit(const app::PostRow &row)
{
    const auto before = m_database.list(u"SELECT tag FROM post_tag WHERE post = ?"_s, [](Row &r) { return r.next<QString>(); }, row.number);
    m_database.change(u"UPDATE post SET title = ?, text = ?, tags = ?, edited = ? WHERE number = ?"_s, row.heading, row.text, row.tags, row.edited, row.number);
    for (const QString &tag : before) {
        if (row.tags.contains(tag))
            continue;
        m_database.change(u"DELETE FROM post_tag WHERE tag = ? AND post = ?"_s, tag, row.number);
        m_database.change(u"DELETE FROM tag_use WHERE post = ? AND tag = ?"_s, row.number, tag);
    }
    for (const QString &tag : row.tags)
        m_database.change(u"INSERT INTO post_tag (tag, post) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, tag, row.number);
}

void SqlPostStore::remove(const app::PostRow &row, Time until)
{
    m_database.change(u"INSERT INTO spent_writing (author, comment, cid, id, until) VALUES (?, 0, ?, ?, ?) ON CONFLICT DO NOTHING"_s, row.author, row.cid, row.id, until);
    // The comments' own repetitions find no post any more, so that nothing has to be remembered of them.
    m_database.change(u"UPDATE post SET erased = 1, title = '-', text = '', tags = '', ranked = 0, day_rank = NULL, week_rank = NULL WHERE number = ?"_s, row.number);
    m_database.change(u"DELETE FROM post_tag WHERE post = ?"_s, row.number);
    m_database.change(u"DELETE FROM picture WHERE post = ?"_s, row.number);
    takeAway(row.number, removedAtOnce);
}

void SqlPostStore::removeErased(int rows)
{
    if (const auto post = m_database.value<qint64>(u"SELECT number FROM post WHERE erased = 1 ORDER BY number LIMIT 1"_s))
        takeAway(*post, rows);
}

// A comment goes when its likes are gone, and the post when everything is: no deletion takes more rows with it than are counted.
void SqlPostStore::takeAway(qint64 post, int rows)
{
    rows -= m_database.change(u"DELETE FROM tag_use WHERE number IN (SELECT number FROM tag_use WHERE post = ? LIMIT ?)"_s, post, rows);
    rows -= m_database.change(u"DELETE FROM post_person WHERE (post, account) IN (SELECT post, account FROM post_person WHERE post = ? LIMIT ?)"_s, post, rows);
    rows -= m_database.change(u"DELETE FROM post_view WHERE (day, post, account) IN (SELECT day, post, account FROM post_view WHERE post = ? LIMIT ?)"_s, post, rows);
    while (rows > 0 && m_database.failure() == Database::Failure::None) {
        const auto comment = m_database.value<qint64>(u"SELECT number FROM comment WHERE post = ? ORDER BY number LIMIT 1"_s, post);
        if (!comment) {
            m_database.change(u"DELETE FROM post WHERE number = ?"_s, post);
            return;
        }
        rows -= m_database.change(u"DELETE FROM comment_like WHERE (comment, account) IN (SELECT comment, account FROM comment_like WHERE comment = ? LIMIT ?)"_s, comment, rows);
        if (rows > 0)
            rows -= m_database.change(u"DELETE FROM comment WHERE number = ?"_s, comment);
    }
}

domain::Deed SqlPostStore::deed(qint64 post, AccountId account)
{
    return m_database
        .first(
            u"SELECT liked, comments, counts FROM post_person WHERE post = ? AND account = ?"_s,
            [](Row &row) {
                domain::Deed out;
                row.to(out.liked, out.comments, out.counts);
                return out;
            },
            post, account)
        .value_or(domain::Deed());
}

void SqlPostStore::setDeed(qint64 post, AccountId account, const domain::Deed &deed)
{
    if (deed.isNothing())
        m_database.change(u"DELETE FROM post_person WHERE post = ? AND account = ?"_s, post, account);
    else
        m_database.change(u"INSERT INTO post_person (post, account, liked, comments, counts) VALUES (?, ?, ?, ?, ?) ON CONFLICT (post, account) DO UPDATE SET liked = excluded.liked, comments = excluded.comments, counts = excluded.counts"_s,
                          post, account, deed.liked, deed.comments, deed.counts);
}

void SqlPostStore::setCounts(const app::PostRow &row)
{
    m_database.change(u"UPDATE post SET likes = ?, comments = ?, people = ?, day_rank = ?, week_rank = ? WHERE number = ?"_s, row.likes, row.comments, row.people, row.dayRank, row.weekRank, row.number);
}

} // namespace jjak::storage
