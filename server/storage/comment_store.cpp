// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/comment_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

std::optional<app::CommentRow> SqlCommentStore::find(CommentId id)
{
    return m_database.first(
        u"SELECT c.number, c.id, c.post, p.id, p.author, c.author, c.cid, c.text, c.at, c.edited, c.likes FROM comment c CROSS JOIN post p ON p.number = c.post WHERE c.id = ? AND p.erased = 0"_s,
        [](Row &row) {
            app::CommentRow out;
            row.to(out.number, out.id, out.post, out.postId, out.postAuthor, out.author, out.cid, out.text, out.at, out.edited, out.likes);
            return out;
        },
        id);
}

std::optional<CommentId> SqlCommentStore::byClientId(AccountId author, ClientId cid)
{
    const auto there = m_database.value<CommentId>(u"SELECT id FROM comment WHERE author = ? AND cid = ?"_s, author, cid);
    return there ? there : m_database.value<CommentId>(u"SELECT id FROM spent_writing WHERE author = ? AND comment = 1 AND cid = ?"_s, author, cid);
}

qint64 SqlCommentStore::insert(const app::CommentRow &row)
{
    return m_database.value<qint64>(u"INSERT INTO comment (id, post, author, cid, text, at) VALUES (?, ?, ?, ?, ?, ?) RETURNING number"_s, row.id, row.post, row.author, row.cid, row.text, row.at).value_or(0);
}

void SqlCommentStore::edit(const app::CommentRow &row)
{
    m_database.change(u"UPDATE comment SET text = ?, edited = ? WHERE number = ?"_s, row.text, row.edited, row.number);
}

void SqlCommentStore::remove(const app::CommentRow &row, Time until)
{
    m_database.change(u"INSERT INTO spent_writing (author, comment, cid, id, until) VALUES (?, 1, ?, ?, ?) ON CONFLICT DO NOTHING"_s, row.author, row.cid, row.id, until);
    m_database.change(u"DELETE FROM comment WHERE number = ?"_s, row.number);
}

bool SqlCommentStore::like(qint64 comment, AccountId account, bool on)
{
    const int changed = on ? m_database.change(u"INSERT INTO comment_like (comment, account) VALUES (?, ?) ON CONFLICT DO NOTHING"_s, comment, account)
                           : m_database.change(u"DELETE FROM comment_like WHERE comment = ? AND account = ?"_s, comment, account);
    if (changed > 0)
        m_database.change(u"UPDATE comment SET likes = likes + ? WHERE number = ?"_s, on ? 1 : -1, comment);
    return changed > 0;
}

QList<app::SeenComment> SqlCommentStore::page(qint64 post, AccountId viewer, qint64 behind, int limit)
{
    return m_database.list(
        u"SELECT c.number, c.id, a.id, a.name, x.demo, c.author = ?, c.text, c.at, c.edited, c.likes, EXISTS (SELECT 1 FROM comment_like l WHERE l.comment = c.number AND l.account = ?) "
        "FROM comment c CROSS JOIN persona a ON a.account = c.author CROSS JOIN account x ON x.id = c.author WHERE c.post = ? AND c.number > ? "
        "AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = c.author) AND NOT EXISTS (SELECT 1 FROM block WHERE blocker = c.author AND blocked = ?) ORDER BY c.number LIMIT ?"_s,
        [](Row &row) {
            app::SeenComment out;
            protocol::Comment &c = out.comment;
            row.to(out.number, c.comment, c.author, c.name, c.demo, c.mine, c.text, c.at, c.edited, c.likes, c.liked);
            return out;
        },
        viewer, viewer, post, behind, viewer, viewer, limit);
}

} // namespace jjak::storage
