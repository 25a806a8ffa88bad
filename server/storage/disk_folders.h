// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bitset>

#include "server/app/ports/files.h"

namespace jjak::storage {

//! Uploads on a local disk: uploads/<id>/bytes, and folders beside it for what is made of them. Nothing is synced before seal(): a file
//! that grows is after a power cut as long as what the disk has of it, and the client goes on there.
class DiskUploads final : public app::UploadFolder {
public:
    explicit DiskUploads(const QString &dataFolder);

    qint64 size(UploadId id) override;
    Result<qint64> append(UploadId id, QByteArrayView bytes) override;
    QString path(UploadId id) override;
    QString makeRoom(UploadId id) override;
    std::optional<app::StagedFile> seal(const QString &path) override;
    void remove(UploadId id) override;
    QList<UploadId> all() override;

private:
    QString folder(UploadId id) const;

    QString m_folder;
};

//! The store of files on a local disk: files/<two digits>/<hash>, all in hexadecimal.
class DiskFiles final : public app::FileFolder {
public:
    explicit DiskFiles(const QString &dataFolder);

    bool put(const app::StagedFile &file) override;
    void remove(const app::FileHash &hash) override;
    std::optional<QByteArray> read(const app::FileHash &hash, qint64 offset, int most) override;
    QList<app::FileHash> all(int shelf) override;

private:
    QString shelf(int number) const;
    QString path(const app::FileHash &hash) const;
    bool prepareShelf(int number);

    QString m_dataFolder, m_folder;
    std::bitset<shelves> m_prepared; //!< by this process, to survive a power cut
};

} // namespace jjak::storage
