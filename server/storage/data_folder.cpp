// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/data_folder.h"

#include <QDir>
#include <QFile>
#include <algorithm>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

void makeFolder(const QString &path)
{
    const QString above = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(above))
        makeFolder(above);
    if (::mkdir(QFile::encodeName(path).constData(), S_IRWXU) != 0 && errno != EEXIST)
        throw StartupError(u"the folder %1 cannot be made: %2"_s.arg(path, qt_error_string()));
    syncFolder(above);
}

} // namespace

bool isNetworkFileSystem(long type)
{
    // linux/magic.h, and the file systems' own headers for those it lacks
    static constexpr std::array<unsigned long, 8> network{0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x00c36400, 0x5346414f};
    return std::ranges::find(network, static_cast<unsigned long>(type) & 0xffffffff) != network.end();
}

void prepareFolder(const QString &path, FolderFor use)
{
    const QString clean = QDir(path).absolutePath();
    if (!QFileInfo::exists(clean))
        makeFolder(clean);
    const QByteArray name = QFile::encodeName(clean);
    if (!QFileInfo(clean).isDir())
        throw StartupError(u"%1 is no folder"_s.arg(clean));
    struct statfs system;
    if (use == FolderFor::Database && ::statfs(name.constData(), &system) == 0 && isNetworkFileSystem(long(system.f_type)))
        throw StartupError(u"%1 lies on a network file system, where the database could be damaged; choose a local folder"_s.arg(clean));
    if (::access(name.constData(), R_OK | W_OK | X_OK) != 0)
        throw StartupError(u"the folder %1 cannot be written: %2"_s.arg(clean, qt_error_string()));
}

void syncFolder(const QString &path)
{
    const int folder = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool done = folder >= 0 && ::fsync(folder) == 0;
    const QString reason = qt_error_string();
    if (folder >= 0)
        ::close(folder);
    if (!done)
        throw StartupError(u"the folder %1 cannot be synced: %2"_s.arg(path, reason));
}

} // namespace jjak::storage
