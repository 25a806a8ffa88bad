// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/connection.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QUrl>
#include <sqlite3.h>

#include "server/storage/log.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

Q_LOGGING_CATEGORY(storageLog, "jjak.storage")

using namespace Qt::StringLiterals;

Connection::Connection(const QString &path, Access access)
    : m_name(u"jjak-storage-%1"_s.arg(quintptr(this), 0, 16)) // unique among the living, which is all that is needed
    , m_handle(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_handle.setDatabaseName(access == Access::Untouched ? untouched(path) : path);
    if (access != Access::ReadWrite)
        m_handle.setConnectOptions(access == Access::Untouched ? u"QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s : u"QSQLITE_OPEN_READONLY"_s);
    if (m_handle.open())
        return;
    const QString reason = m_handle.lastError().text();
    m_handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    throw StartupError(u"%1 cannot be opened: %2"_s.arg(path, reason));
}

Connection::~Connection()
{
    m_handle.close();
    m_handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_name);
    if (!m_made.isEmpty())
        QFile::remove(m_made);
}

//! A log with something in it was left by a server that was killed: it belongs to the data. SQLite reads it with the help of an index
//! beside it, which it may be told to leave as it is (a parameter of SQLite's own tests), but not to do without.
QString Connection::untouched(const QString &path)
{
    const QString index = path + u"-shm"_s;
    const bool hasLog = QFileInfo(path + u"-wal"_s).size() > 0, hasIndex = QFileInfo::exists(index);
    if (hasLog && !hasIndex)
        m_made = index;
    const QString name = QString::fromLatin1(QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/"));
    return u"file:%1?mode=ro%2"_s.arg(name, !hasLog ? u"&immutable=1"_s : hasIndex ? u"&readonly_shm=1"_s : QString());
}

sqlite3 *Connection::raw() const
{
    const QVariant handle = m_handle.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

int sqliteCode(const QSqlError &error)
{
    return error.isValid() ? error.nativeErrorCode().toInt() : 0;
}

} // namespace jjak::storage
