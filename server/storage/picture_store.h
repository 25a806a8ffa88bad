// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/pictures.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Pictures of posts. The references to their files are counted by triggers of the schema.
class SqlPictureStore final : public app::PictureStore {
public:
    explicit SqlPictureStore(Database &database) : m_database(database) {}

    std::optional<app::PictureRow> find(UploadId id) override;
    std::optional<app::PictureRow> byClientId(DeviceId device, ClientId cid) override;
    void insert(const app::PictureRow &row) override;
    void remove(UploadId id) override;
    void assign(qint64 post, const QList<UploadId> &pictures) override;
    QHash<qint64, QList<protocol::Picture>> ofPosts(const QList<qint64> &posts) override;
    void removeWaiting(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
