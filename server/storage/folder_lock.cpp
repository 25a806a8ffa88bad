// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/folder_lock.h"

#include <QDir>
#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <thread>
#include <unistd.h>

#include "common/base/time.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

QString holderOf(int file)
{
    char text[32];
    const ssize_t size = ::pread(file, text, sizeof text, 0);
    const QString pid = QString::fromLatin1(text, size > 0 ? size : 0).trimmed();
    return pid.isEmpty() ? u"another process"_s : u"process %1"_s.arg(pid);
}

//! A program that a server was just starting when it was killed shares its lock until it has closed what it inherited.
bool locked(int file)
{
    constexpr int tries = 100;
    for (int i = 0; i < tries; ++i) {
        if (::flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK)
            return false;
        std::this_thread::sleep_for(5ms);
    }
    errno = EWOULDBLOCK;
    return false;
}

} // namespace

FolderLock::FolderLock(const QString &folder)
{
    // The file stays when the lock ends: who removed it could let two servers lock two files of the same name.
    const QString path = QDir(folder).filePath(u"lock"_s);
    m_file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        throw StartupError(u"%1 cannot be opened: %2"_s.arg(path, qt_error_string()));
    if (!locked(m_file)) {
        const QString reason = errno == EWOULDBLOCK ? u"%1 is in use by a server that runs already (%2)"_s.arg(folder, holderOf(m_file)) : u"%1 cannot be locked: %2"_s.arg(path, qt_error_string());
        ::close(m_file);
        throw StartupError(reason);
    }
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(m_file, 0) != 0 || ::pwrite(m_file, pid.constData(), size_t(pid.size()), 0) != pid.size()) {
        const QString reason = qt_error_string();
        ::close(m_file);
        throw StartupError(u"%1 cannot be written: %2"_s.arg(path, reason));
    }
}

FolderLock::~FolderLock()
{
    ::close(m_file);
}

} // namespace jjak::storage
