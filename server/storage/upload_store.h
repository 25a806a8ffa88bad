// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/files.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Uploads that are not finished.
class SqlUploadStore final : public app::UploadStore {
public:
    explicit SqlUploadStore(Database &database) : m_database(database) {}

    std::optional<app::UploadRow> find(UploadId id) override;
    std::optional<app::UploadRow> byClientId(DeviceId device, ClientId cid) override;
    void insert(const app::UploadRow &row) override;
    void remove(UploadId id) override;
    int countOf(AccountId account) override;
    qint64 bytesOf(AccountId account) override;
    QList<UploadId> removeBefore(Time before, int limit) override;
    int count() override;

private:
    Database &m_database;
};

} // namespace jjak::storage
