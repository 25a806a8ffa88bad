// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QIODevice>
#include <memory>
#include <optional>

#include "client/core/cache/outbox_entry.h"

namespace jjak::client {

//! The folder beside the cache with the bytes of images and files: those that were fetched, the longest unused of which go
//! when there are too many, and copies of those that wait to be sent. It knows no network and no messages.
class FileShelf {
public:
    static constexpr qint64 mostBytes = qint64(500) << 20;

    explicit FileShelf(qint64 most = mostBytes) : m_most(most) {}

    //! Empty: nothing is written to the disk, and nothing that was fetched is kept.
    void open(const QString &folder);
    void close();
    //! Deletes the folder; what is not sent yet too.
    void erase();
    //! Deletes what was fetched.
    void eraseFetched();

    std::optional<QByteArray> fetched(RoomId room, qint64 seq, bool thumbnail);
    void putFetched(RoomId room, qint64 seq, bool thumbnail, const QByteArray &bytes);
    void drop(RoomId room, qint64 seq);
    void dropUpTo(RoomId room, qint64 seq);
    void dropRoom(RoomId room);
    //! The same of pictures of posts.
    std::optional<QByteArray> picture(UploadId upload, bool thumbnail);
    void putPicture(UploadId upload, bool thumbnail, const QByteArray &bytes);
    void dropPicture(UploadId upload);

    //! A copy of what is to be sent. False when it cannot be kept.
    bool keep(ClientId cid, const QByteArray &bytes);
    //! To read it from the start: the copy, or the file where it lies. Null when it is gone or another one.
    std::unique_ptr<QIODevice> outgoing(const OutboxEntry &entry) const;
    //! The bytes of an image that waits to be sent, to be shown.
    QByteArray outgoingBytes(ClientId cid) const;
    void rename(ClientId from, ClientId to);
    void forget(ClientId cid);
    //! Deletes copies of others than these.
    void keepOnly(const QList<ClientId> &cids);

private:
    QString fetchedFolder() const;
    QString roomFolder(RoomId room) const;
    QString fetchedPath(RoomId room, qint64 seq, bool thumbnail) const;
    QString pictureFolder() const;
    QString picturePath(UploadId upload, bool thumbnail) const;
    std::optional<QByteArray> read(const QString &path) const;
    void put(const QString &path, const QByteArray &bytes);
    QString outgoingPath(ClientId cid) const;
    void remove(const QString &path);
    void trim();

    qint64 m_most;
    QString m_folder;
    qint64 m_bytes = 0;                    //!< of what was fetched
    QHash<ClientId, QByteArray> m_memory;  //!< copies, where there is no folder
};

} // namespace jjak::client
