// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/secret_key.h"

#include <QDir>
#include <QFile>
#include <array>
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server/storage/data_folder.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

StartupError problem(const QString &path, const QString &what)
{
    return StartupError(u"%1 %2: %3"_s.arg(path, what, qt_error_string()));
}

//! Written under another name first, so that the real name never stands for half a key; link() never replaces a file.
void create(const QString &path, Rng &rng)
{
    const QByteArray name = QFile::encodeName(path), draft = name + ".new";
    std::array<std::uint8_t, secretBytes> secret;
    rng.fill(secret);
    ::unlink(draft.constData()); // of a start that was interrupted here
    const int file = ::open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR);
    if (file < 0)
        throw problem(path, u"cannot be made"_s);
    const bool written = ::write(file, secret.data(), secret.size()) == ssize_t(secret.size()) && ::fsync(file) == 0;
    ::close(file);
    if (!written || ::link(draft.constData(), name.constData()) != 0)
        throw problem(path, u"cannot be written"_s);
    ::unlink(draft.constData());
    syncFolder(QFileInfo(path).absolutePath());
}

QByteArray load(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw StartupError(u"%1 cannot be read: %2"_s.arg(path, file.errorString()));
    struct stat info;
    if (::fstat(file.handle(), &info) != 0 || (info.st_mode & (S_IRWXG | S_IRWXO)))
        throw StartupError(u"%1 may be read by others; make it its owner's only (chmod 600)"_s.arg(path));
    const QByteArray secret = file.read(secretBytes + 1);
    if (secret.size() != secretBytes)
        throw StartupError(u"%1 is damaged: a key has %2 bytes; restore it from a backup"_s.arg(path).arg(secretBytes));
    return secret;
}

} // namespace

QByteArray loadOrCreateSecret(const QString &folder, Rng &rng)
{
    const QString path = QDir(folder).filePath(u"secret.key"_s);
    if (!QFileInfo::exists(path))
        create(path, rng);
    return load(path);
}

} // namespace jjak::storage
