// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/files.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! What messages carry, and the files that are held. The references are counted by triggers of the schema.
class SqlFileStore final : public app::FileStore {
public:
    explicit SqlFileStore(Database &database) : m_database(database) {}

    std::optional<app::AttachmentRow> find(RoomId room, qint64 seq) override;
    void insert(const app::AttachmentRow &row) override;
    void remove(RoomId room, qint64 seq) override;
    qint64 bytesOf(AccountId account) override;
    bool isKnown(const app::FileHash &hash) override;
    void hold(const app::FileHash &hash, qint64 bytes) override;
    QList<app::FileHash> takeUnused(int limit) override;
    qint64 bytes() override;

private:
    Database &m_database;
};

//! The file is known from now on; triggers count what refers to it.
void holdFile(Database &database, const app::FileHash &hash, qint64 bytes);

} // namespace jjak::storage
