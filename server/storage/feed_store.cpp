// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/feed_store.h"

#include <algorithm>

#include "server/domain/lounge/markup.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::PostOrder;
using app::PostPlace;
using app::PostQuery;

namespace {

// It is there still, and nobody of the two has blocked the other; it takes the viewer twice.
#define JJAK_SEEN "AND p.erased = 0 AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = p.author) AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = p.author AND blocked = ?) "

// The best posts of the window, at most two of each author (popularity::postsOfOneAuthor): one that has two better ones is left out.
#define JJAK_BEST(rank) \
    u"SELECT p." rank ", p.number FROM post p WHERE p." rank " IS NOT NULL AND (p." rank ", p.number) < (?, ?) AND p.at > ? " JJAK_SEEN \
    "AND (SELECT count(*) FROM (SELECT 1 FROM post o WHERE o.author = p.author AND o." rank " IS NOT NULL AND (o." rank ", o.number) > (p." rank ", p.number) AND o.at > ? LIMIT 2) better) < 2 " \
    "ORDER BY p." rank " DESC, p.number DESC LIMIT ?"_s

//! How much longer it takes to compare a text than to look at a digest.
constexpr int lettersOfALook = 64;

PostPlace place(Row &row)
{
    PostPlace out;
    row.to(out.order, out.number);
    return out;
}

} // namespace

QList<PostPlace> SqlFeedStore::page(const PostQuery &q)
{
    const auto &[order, number] = q.behind;
    switch (q.order) {
    case PostOrder::Number:
        return m_database.list(u"SELECT 0, p.number FROM post p WHERE p.number < ? " JJAK_SEEN "ORDER BY p.number DESC LIMIT ?"_s, place, number, q.viewer, q.viewer, q.limit);
    case PostOrder::Author:
        return m_database.list(u"SELECT 0, p.number FROM post p WHERE p.author = ? AND p.number < ? " JJAK_SEEN "ORDER BY p.number DESC LIMIT ?"_s, place, q.author, number, q.viewer, q.viewer, q.limit);
    case PostOrder::Tag:
        return m_database.list(u"SELECT 0, t.post FROM post_tag t CROSS JOIN post p ON p.number = t.post WHERE t.tag = ? AND t.post < ? " JJAK_SEEN "ORDER BY t.post DESC LIMIT ?"_s, place, q.tag, number, q.viewer, q.viewer, q.limit);
    case PostOrder::Day:
        return m_database.list(JJAK_BEST("day_rank"), place, order, number, q.since, q.viewer, q.viewer, q.since, q.limit);
    case PostOrder::Week:
        return m_database.list(JJAK_BEST("week_rank"), place, order, number, q.since, q.viewer, q.viewer, q.since, q.limit);
    case PostOrder::Liked:
        return m_database.list(u"SELECT d.liked, d.post FROM post_person d CROSS JOIN post p ON p.number = d.post WHERE d.account = ? AND d.liked IS NOT NULL AND (d.liked, d.post) < (?, ?) " JJAK_SEEN
                               "ORDER BY d.liked DESC, d.post DESC LIMIT ?"_s,
                               place, q.viewer, order, number, q.viewer, q.viewer, q.limit);
    case PostOrder::Reads:
        return m_database.list(u"SELECT p.reads, p.number FROM post p WHERE p.ranked = 1 AND p.reads > 0 AND (p.reads, p.number) < (?, ?) " JJAK_SEEN "ORDER BY p.reads DESC, p.number DESC LIMIT ?"_s, place, order, number, q.viewer,
                               q.viewer, q.limit);
    }
    return {};
}

std::optional<protocol::Post> SqlFeedStore::seen(qint64 number, AccountId viewer, int letters)
{
    return m_database.first(
        u"SELECT p.id, a.id, a.name, x.demo, p.author = ?, p.title, substr(p.text, 1, CAST(? AS INTEGER)), length(p.text) <= ?, p.tags, p.at, p.edited, p.likes, p.comments, p.views, "
        "EXISTS (SELECT 1 FROM post_person d WHERE d.post = p.number AND d.account = ? AND d.liked IS NOT NULL) "
        "FROM post p CROSS JOIN persona a ON a.account = p.author CROSS JOIN account x ON x.id = p.author WHERE p.number = ? " JJAK_SEEN ""_s,
        [](Row &row) {
            protocol::Post out;
            row.to(out.post, out.author, out.name, out.demo, out.mine, out.heading, out.text, out.whole, out.tags, out.at, out.edited, out.likes, out.comments, out.views, out.liked);
            return out;
        },
        viewer, letters, letters, viewer, number, viewer, viewer);
}

qint64 SqlFeedStore::newest()
{
    return m_database.value<std::optional<qint64>>(u"SELECT max(number) FROM post"_s).value_or(std::nullopt).value_or(0);
}

int SqlFeedStore::countAfter(qint64 number, AccountId viewer, int most)
{
    return m_database.value<int>(u"SELECT count(*) FROM (SELECT 1 FROM post p WHERE p.number > ? AND p.author <> ? " JJAK_SEEN "LIMIT ?) behind"_s, number, viewer, viewer, viewer, most).value_or(0);
}

app::PostStretch SqlFeedStore::look(AccountId viewer, qint64 below, int looks, int hits, domain::Needle &needle)
{
    app::PostStretch out;
    out.reached = std::min(below, newest() + 1);
    while (out.reached > 1 && out.looks < looks && out.hits.size() < hits && m_database.failure() == Database::Failure::None) {
        const qint64 block = (out.reached - 2) / postsOfDigest, from = block * postsOfDigest + 1;
        const auto digest = m_database.value<QByteArray>(u"SELECT bits FROM post_digest WHERE block = ?"_s, block);
        out.looks++;
        const qint64 reached = std::exchange(out.reached, from);
        if (!digest || needle.mayBeIn(domain::Digest(*digest)))
            read(viewer, from, reached, hits, out, needle);
    }
    return out;
}

void SqlFeedStore::read(AccountId viewer, qint64 from, qint64 below, int hits, app::PostStretch &stretch, domain::Needle &needle)
{
    const auto compare = [&](Row &row) {
        if (stretch.hits.size() >= hits)
            return true; // for the next page
        qint64 number = 0;
        QString title, text, tags;
        row.to(number, title, text, tags);
        stretch.looks += 1 + int(text.size()) / lettersOfALook;
        if (needle.isIn(domain::withoutMarks(title)) || needle.isIn(domain::withoutMarks(text)) || needle.isIn(domain::withoutMarks(tags)))
            stretch.hits.append(number);
        if (stretch.hits.size() >= hits)
            stretch.reached = number;
        return true;
    };
    (void)m_database.list(u"SELECT p.number, p.title, p.text, p.tags FROM post p WHERE p.number >= ? AND p.number < ? " JJAK_SEEN "ORDER BY p.number DESC"_s, compare, from, below, viewer, viewer);
}

void writePostDigest(Database &database, qint64 block)
{
    domain::Digest digest;
    const auto add = [&](Row &row) {
        for (int i = 0; i < 3; ++i)
            digest.add(domain::folded(domain::withoutMarks(row.next<QString>())));
        return true;
    };
    (void)database.list(u"SELECT title, text, tags FROM post WHERE number > ? AND number <= ?"_s, add, block * postsOfDigest, (block + 1) * postsOfDigest);
    database.change(u"INSERT INTO post_digest (block, bits) VALUES (?, ?) ON CONFLICT (block) DO UPDATE SET bits = excluded.bits"_s, block, digest.bytes());
}

#undef JJAK_BEST
#undef JJAK_SEEN

} // namespace jjak::storage
