// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/cache/sqlite_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>

#include "client/core/log.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

// The address makes the connection's name unique among all files that are open at this moment.
SqliteFile::SqliteFile() : m_name(u"jjak-%1"_s.arg(quintptr(this), 0, 16)) {}

SqliteFile::~SqliteFile()
{
    close();
}

bool SqliteFile::open(const QString &path)
{
    close();
    m_damaged = false;
    if (path != ":memory:"_L1 && !makePrivateFile(path)) {
        m_reason = u"cannot be written"_s;
        return false;
    }
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    db.setDatabaseName(path);
    db.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!db.open()) {
        m_reason = db.lastError().databaseText();
        return false;
    }
    for (const auto pragma : {u"PRAGMA journal_mode=WAL", u"PRAGMA synchronous=NORMAL", u"PRAGMA temp_store=MEMORY", u"PRAGMA secure_delete=ON"})
        if (!exec(QString::fromUtf16(pragma)))
            return false;
    QSqlQuery check = run(u"PRAGMA quick_check(1)"_s);
    if (!check.next())
        return false;
    m_reason = check.value(0).toString();
    m_damaged = m_reason != "ok"_L1;
    return !m_damaged;
}

void SqliteFile::close()
{
    if (!QSqlDatabase::contains(m_name))
        return;
    QSqlDatabase::database(m_name, false).close();
    QSqlDatabase::removeDatabase(m_name);
}

bool SqliteFile::isOpen() const
{
    return QSqlDatabase::contains(m_name) && QSqlDatabase::database(m_name, false).isOpen();
}

QSqlQuery SqliteFile::run(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(QSqlDatabase::database(m_name, false));
    query.setForwardOnly(true);
    bool ok = query.prepare(sql);
    for (qsizetype i = 0; ok && i < values.size(); ++i)
        query.bindValue(int(i), values[i]);
    ok = ok && query.exec();
    if (!ok) {
        const QString code = query.lastError().nativeErrorCode();
        m_damaged = code == "11"_L1 || code == "26"_L1; // SQLITE_CORRUPT, SQLITE_NOTADB
        m_reason = query.lastError().databaseText();
        qCWarning(logCache) << "statement failed:" << code << m_reason;
        return QSqlQuery();
    }
    return query;
}

bool SqliteFile::exec(const QString &sql, const QVariantList &values)
{
    return run(sql, values).isActive();
}

bool makePrivateFile(const QString &path)
{
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner;
    const QString folder = QFileInfo(path).absolutePath();
    if (!QFileInfo::exists(folder)) {
        if (!QDir().mkpath(folder))
            return false;
        QFile::setPermissions(folder, owner | QFile::ExeOwner);
    }
    QFile file(path);
    if (file.exists())
        return file.setPermissions(owner);
    return file.open(QIODevice::NewOnly | QIODevice::WriteOnly, owner);
}

} // namespace jjak::client
