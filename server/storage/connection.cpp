// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/connection.h"

#include <QCoreApplication>

#include "server/storage/log.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

Q_LOGGING_CATEGORY(storageLog, "jjak.storage")

using namespace Qt::StringLiterals;

Connection::Connection(const QString &path, Access access)
    : m_name(u"jjak-storage-%1"_s.arg(quintptr(this), 0, 16)) // unique among the living, which is all that is needed
    , m_handle(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
{
    m_handle.setDatabaseName(path);
    m_handle.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY"_s : QString());
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
}

int sqliteCode(const QSqlError &error)
{
    return error.isValid() ? error.nativeErrorCode().toInt() : 0;
}

} // namespace jjak::storage
