// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <optional>

#include "common/base/result.h"
#include "common/protocol/values.h"

namespace jjak::app {

//! The SHA-256 of a file's bytes, 32 bytes: its name in the store.
using FileHash = QByteArray;

//! What an upload becomes when it is finished: a message with a file, or a picture that a post can have.
enum class UploadFor { Message, Post };

//! A file that is on its way up: what was offered. The bytes that are there lie in the UploadFolder.
struct UploadRow {
    UploadId id;
    AccountId account;
    DeviceId device;
    std::optional<RoomId> room; //!< of the message; nullopt: it is for a post
    ClientId cid;
    QString name; //!< harmless already
    qint64 bytes = 0;
    bool image = false;
    QString caption;
    std::optional<qint64> reply;
    Time created;

    UploadFor purpose() const { return room ? UploadFor::Message : UploadFor::Post; }
};

//! Uploads that are not finished. (device, cid) is unique.
class UploadStore {
public:
    virtual ~UploadStore() = default;
    virtual std::optional<UploadRow> find(UploadId id) = 0;
    virtual std::optional<UploadRow> byClientId(DeviceId device, ClientId cid) = 0;
    virtual void insert(const UploadRow &row) = 0;
    virtual void remove(UploadId id) = 0;
    virtual int countOf(AccountId account) = 0;
    virtual qint64 bytesOf(AccountId account) = 0; //!< of what was offered, not of what is there
    //! Removes what was offered before that moment, at most limit, and returns it.
    virtual QList<UploadId> removeBefore(Time before, int limit) = 0;
    virtual int count() = 0;
};

//! A file that is ready for the store, beside it.
struct StagedFile {
    QString path;
    FileHash hash;
    qint64 bytes = 0;
};

//! What a message carries, and where its bytes are.
struct AttachmentRow {
    RoomId room;
    qint64 seq = 0;
    AccountId account; //!< whose quota it takes from
    protocol::Attachment file;
    FileHash hash;
    std::optional<FileHash> thumbnail;
    Time expires;
};

//! What messages carry, and which files are held: the rows. A file is held as long as an attachment or a picture (PictureStore) refers to it;
//! who deletes those, alone or with their messages, rooms or posts, need not think of it (triggers count).
class FileStore {
public:
    virtual ~FileStore() = default;
    virtual std::optional<AttachmentRow> find(RoomId room, qint64 seq) = 0;
    virtual void insert(const AttachmentRow &row) = 0; //!< and the files it refers to, when they are new
    virtual void remove(RoomId room, qint64 seq) = 0;
    virtual qint64 bytesOf(AccountId account) = 0; //!< of all attachments and pictures of the account
    virtual bool isKnown(const FileHash &hash) = 0; //!< held, or not taken away yet
    //! Before the file is put on the disk: whoever is about to take it away, here or at another server, is waited for, or does not.
    virtual void hold(const FileHash &hash, qint64 bytes) = 0;
    //! Forgets files that nothing refers to any more, at most limit, and returns them: to be taken off the disk before the commit, in a
    //! transaction in which nothing else is done. If that fails then they are known, and not there, as hold() expects.
    virtual QList<FileHash> takeUnused(int limit) = 0;
    virtual qint64 bytes() = 0; //!< of all files, looked at one by one: for the metrics
};

//! The bytes of uploads, in a folder for each. For one upload only one thread at a time; for several any.
class UploadFolder {
public:
    virtual ~UploadFolder() = default;
    virtual qint64 size(UploadId id) = 0; //!< bytes that are there; 0 also when there is nothing
    //! Puts bytes behind those that are there; returns how many are there now. Unavailable: nothing was kept.
    virtual Result<qint64> append(UploadId id, QByteArrayView bytes) = 0;
    virtual QString path(UploadId id) = 0; //!< of the file with the bytes
    virtual QString makeRoom(UploadId id) = 0; //!< a new empty folder for what is made of it; empty when there can be none
    //! The file is on the disk, with its hash and size; nullopt when it cannot be read or synced. Any thread.
    virtual std::optional<StagedFile> seal(const QString &path) = 0;
    virtual void remove(UploadId id) = 0; //!< with all that was made of it
    virtual QList<UploadId> all() = 0;
};

//! The store of finished files, each under its hash.
class FileFolder {
public:
    virtual ~FileFolder() = default;
    //! The file is in the store from now on, also after a power cut, and still where it was. false: it could not be done. Worker's thread only.
    virtual bool put(const StagedFile &file) = 0;
    virtual void remove(const FileHash &hash) = 0; //!< worker's thread only
    //! At most so many bytes from there on, none behind the end; nullopt when there is no such file. Any thread.
    virtual std::optional<QByteArray> read(const FileHash &hash, qint64 offset, int most) = 0;
    static constexpr int shelves = 256;
    virtual QList<FileHash> all(int shelf) = 0; //!< those whose first byte is that. Any thread
};

} // namespace jjak::app
