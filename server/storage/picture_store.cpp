// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/picture_store.h"

#include <QJsonArray>
#include <QJsonDocument>

#include "server/storage/file_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::PictureRow picture(Row &row)
{
    app::PictureRow out;
    row.to(out.id, out.account, out.device, out.cid, out.sent, out.file.name, out.file.bytes, out.file.type, out.file.width, out.file.height, out.file.thumbnail, out.hash, out.thumbnail, out.post, out.created);
    return out;
}

} // namespace

std::optional<app::PictureRow> SqlPictureStore::find(UploadId id)
{
    return m_database.first(u"SELECT id, account, device, cid, sent, name, bytes, type, width, height, thumbnail, hash, small, post, created FROM picture WHERE id = ?"_s, picture, id);
}

std::optional<app::PictureRow> SqlPictureStore::byClientId(DeviceId device, ClientId cid)
{
    return m_database.first(u"SELECT id, account, device, cid, sent, name, bytes, type, width, height, thumbnail, hash, small, post, created FROM picture WHERE device = ? AND cid = ?"_s, picture, device, cid);
}

void SqlPictureStore::insert(const app::PictureRow &row)
{
    holdFile(m_database, row.hash, row.file.bytes);
    holdFile(m_database, row.thumbnail, row.file.thumbnail);
    m_database.change(u"INSERT INTO picture (id, account, device, cid, sent, name, bytes, type, width, height, thumbnail, hash, small, created) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, row.account, row.device,
                      row.cid, row.sent, row.file.name, row.file.bytes, row.file.type, row.file.width, row.file.height, row.file.thumbnail, row.hash, row.thumbnail, row.created);
}

void SqlPictureStore::remove(UploadId id)
{
    m_database.change(u"DELETE FROM picture WHERE id = ?"_s, id);
}

// First all places are given up, so that those that stay can change theirs with each other.
void SqlPictureStore::assign(qint64 post, const QList<UploadId> &pictures)
{
    const auto before = m_database.list(u"UPDATE picture SET post = NULL, place = NULL WHERE post = ? RETURNING id"_s, [](Row &row) { return row.next<UploadId>(); }, post);
    for (int place = 0; place < pictures.size(); ++place) {
        if (m_database.change(u"UPDATE picture SET post = ?, place = ? WHERE id = ? AND post IS NULL"_s, post, place, pictures[place]) != 1)
            m_database.refuse("a picture stands in one post, once");
    }
    for (const UploadId &id : before) {
        if (!pictures.contains(id))
            remove(id);
    }
}

QHash<qint64, QList<protocol::Picture>> SqlPictureStore::ofPosts(const QList<qint64> &posts)
{
    QHash<qint64, QList<protocol::Picture>> out;
    if (posts.isEmpty())
        return out;
    QJsonArray wanted;
    for (const qint64 number : posts)
        wanted.append(number);
    const auto add = [&](Row &row) {
        qint64 post = 0;
        protocol::Picture picture;
        protocol::Attachment &file = picture.file;
        row.to(post, picture.upload, file.name, file.bytes, file.type, file.width, file.height, file.thumbnail);
        out[post].append(picture);
        return true;
    };
    (void)m_database.list(u"SELECT p.post, p.id, p.name, p.bytes, p.type, p.width, p.height, p.thumbnail FROM json_each(?) wanted CROSS JOIN picture p ON p.post = CAST(wanted.value AS BIGINT) ORDER BY p.post, p.place"_s, add,
                          QString::fromUtf8(QJsonDocument(wanted).toJson(QJsonDocument::Compact)));
    return out;
}

void SqlPictureStore::removeWaiting(Time before, int limit)
{
    m_database.change(u"DELETE FROM picture WHERE id IN (SELECT id FROM picture WHERE post IS NULL AND created < ? ORDER BY created LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
