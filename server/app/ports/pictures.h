// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "common/protocol/lounge_values.h"
#include "server/app/ports/files.h"

namespace jjak::app {

//! A picture that was made safe: one of a post, or one that waits for its post.
struct PictureRow {
    UploadId id; //!< of the upload it came by
    AccountId account; //!< whose quota it takes from; a post has pictures of its author alone
    DeviceId device;
    ClientId cid;
    qint64 sent = 0; //!< bytes that went up
    protocol::Attachment file;
    FileHash hash, thumbnail;
    std::optional<qint64> post; //!< its number
    Time created;
};

//! Pictures of posts. Their files are held as those of messages are (FileStore), and they go with their post. (device, cid) is unique.
class PictureStore {
public:
    virtual ~PictureStore() = default;
    virtual std::optional<PictureRow> find(UploadId id) = 0;
    virtual std::optional<PictureRow> byClientId(DeviceId device, ClientId cid) = 0;
    virtual void insert(const PictureRow &row) = 0; //!< waiting, and the files it refers to, when they are new
    virtual void remove(UploadId id) = 0;
    //! The post has these from now on, in that order: pictures that wait, and those it has. What it had else is removed.
    virtual void assign(qint64 post, const QList<UploadId> &pictures) = 0;
    //! By the numbers of the posts, in the authors' order. Posts without a picture are left out.
    virtual QHash<qint64, QList<protocol::Picture>> ofPosts(const QList<qint64> &posts) = 0;
    //! Removes those that wait since before that moment, at most limit.
    virtual void removeWaiting(Time before, int limit) = 0;
};

} // namespace jjak::app
