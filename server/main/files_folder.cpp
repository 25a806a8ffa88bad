// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/main/files_folder.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <thread>

#include "common/base/ids.h"
#include "server/storage/data_folder.h"
#include "server/storage/startup_error.h"

namespace jjak::server {

using namespace Qt::StringLiterals;
using storage::StartupError;

namespace {

using Half = Id<struct MarkTag>;
constexpr qsizetype markBytes = 2 * Half::byteCount; //!< the database's name, and the folder's
constexpr int looks = 30;
constexpr auto lookAgain = std::chrono::milliseconds(100);

//! Empty: there is none.
QByteArray markIn(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return {};
    if (!file.open(QIODevice::ReadOnly))
        throw StartupError(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    const QByteArray mark = file.read(markBytes + 1);
    if (mark.size() != markBytes)
        throw StartupError(u"%1 is damaged: restore it from a backup"_s.arg(path));
    return mark;
}

void write(const QString &path, const QByteArray &mark)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(mark) != mark.size() || !file.commit())
        throw StartupError(u"%1 cannot be written: %2"_s.arg(path, file.errorString()));
    storage::syncFolder(QFileInfo(path).absolutePath());
}

} // namespace

void claimFilesFolder(const QString &folder, const Agree &agree, Rng &rng)
{
    const QString path = QDir(folder).filePath(u"shared.key"_s);
    const QByteArray database = agree(u"database"_s, Half::random(rng).toBytes()), fresh = database + Half::random(rng).toBytes();
    for (int look = 0; look < looks; ++look) {
        const QByteArray there = markIn(path);
        if (!there.isEmpty() && !there.startsWith(database))
            throw StartupError(u"the folder %1 keeps images and files of another database: choose another one for files.folder"_s.arg(folder));
        const QByteArray agreed = agree(u"files"_s, there.isEmpty() ? fresh : there);
        if (agreed == there)
            return;
        if (agreed == fresh)
            return write(path, fresh);
        if (!there.isEmpty())
            break;
        std::this_thread::sleep_for(lookAgain); // another server may be about to write it
    }
    throw StartupError(u"images and files of this database are kept in another folder than %1: set files.folder to that one, which all servers of the database have to see"_s.arg(folder));
}

} // namespace jjak::server
