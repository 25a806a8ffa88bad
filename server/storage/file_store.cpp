// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/file_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::AttachmentRow attachment(Row &row)
{
    app::AttachmentRow out;
    row.to(out.room, out.seq, out.account, out.file.name, out.file.bytes, out.file.type, out.file.width, out.file.height, out.file.thumbnail, out.hash, out.thumbnail, out.expires);
    return out;
}

} // namespace

std::optional<app::AttachmentRow> SqlFileStore::find(RoomId room, qint64 seq)
{
    return m_database.first(u"SELECT room, seq, account, name, bytes, type, width, height, thumbnail, hash, small, expires FROM attachment WHERE room = ? AND seq = ?"_s, attachment, room, seq);
}

void SqlFileStore::insert(const app::AttachmentRow &row)
{
    holdFile(m_database, row.hash, row.file.bytes);
    if (row.thumbnail)
        holdFile(m_database, *row.thumbnail, row.file.thumbnail);
    m_database.change(u"INSERT INTO attachment (room, seq, account, name, bytes, type, width, height, thumbnail, hash, small, expires) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.room, row.seq, row.account, row.file.name,
                      row.file.bytes, row.file.type, row.file.width, row.file.height, row.file.thumbnail, row.hash, row.thumbnail, row.expires);
}

void SqlFileStore::remove(RoomId room, qint64 seq)
{
    m_database.change(u"DELETE FROM attachment WHERE room = ? AND seq = ?"_s, room, seq);
}

qint64 SqlFileStore::bytesOf(AccountId account)
{
    return m_database.value<qint64>(u"SELECT (SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM attachment WHERE account = ?) + (SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM picture WHERE account = ?)"_s, account, account).value_or(0);
}

bool SqlFileStore::isKnown(const app::FileHash &hash)
{
    return m_database.value<int>(u"SELECT 1 FROM blob WHERE hash = ?"_s, hash).has_value();
}

void SqlFileStore::hold(const app::FileHash &hash, qint64 bytes)
{
    holdFile(m_database, hash, bytes);
}

QList<app::FileHash> SqlFileStore::takeUnused(int limit)
{
    return m_database.list(u"DELETE FROM blob WHERE hash IN (SELECT hash FROM blob WHERE refs = 0 LIMIT ?) RETURNING hash"_s, [](Row &row) { return row.next<app::FileHash>(); }, limit);
}

qint64 SqlFileStore::bytes()
{
    return m_database.value<qint64>(u"SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM blob"_s).value_or(0);
}

void holdFile(Database &database, const app::FileHash &hash, qint64 bytes)
{
    database.change(u"INSERT INTO blob (hash, bytes, refs) VALUES (?, ?, 0) ON CONFLICT (hash) DO UPDATE SET bytes = excluded.bytes"_s, hash, bytes);
}

} // namespace jjak::storage
