// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/upload_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::UploadRow upload(Row &row)
{
    app::UploadRow out;
    row.to(out.id, out.account, out.device, out.room, out.cid, out.name, out.bytes, out.image, out.caption, out.reply, out.created);
    return out;
}

} // namespace

std::optional<app::UploadRow> SqlUploadStore::find(UploadId id)
{
    return m_database.first(u"SELECT id, account, device, room, cid, name, bytes, image, caption, reply, created FROM upload WHERE id = ?"_s, upload, id);
}

std::optional<app::UploadRow> SqlUploadStore::byClientId(DeviceId device, ClientId cid)
{
    return m_database.first(u"SELECT id, account, device, room, cid, name, bytes, image, caption, reply, created FROM upload WHERE device = ? AND cid = ?"_s, upload, device, cid);
}

void SqlUploadStore::insert(const app::UploadRow &row)
{
    m_database.change(u"INSERT INTO upload (id, account, device, room, cid, name, bytes, image, caption, reply, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, row.account, row.device, row.room, row.cid,
                      row.name, row.bytes, row.image, row.caption, row.reply, row.created);
}

void SqlUploadStore::remove(UploadId id)
{
    m_database.change(u"DELETE FROM upload WHERE id = ?"_s, id);
}

int SqlUploadStore::countOf(AccountId account)
{
    return m_database.value<int>(u"SELECT count(*) FROM upload WHERE account = ?"_s, account).value_or(0);
}

qint64 SqlUploadStore::bytesOf(AccountId account)
{
    return m_database.value<qint64>(u"SELECT CAST(coalesce(sum(bytes), 0) AS BIGINT) FROM upload WHERE account = ?"_s, account).value_or(0);
}

QList<UploadId> SqlUploadStore::removeBefore(Time before, int limit)
{
    return m_database.list(u"DELETE FROM upload WHERE id IN (SELECT id FROM upload WHERE created < ? ORDER BY created LIMIT ?) RETURNING id"_s, [](Row &row) { return row.next<UploadId>(); }, before, limit);
}

int SqlUploadStore::count()
{
    return m_database.value<int>(u"SELECT count(*) FROM upload"_s).value_or(0);
}

} // namespace jjak::storage
