// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/database.h"

#include <QSqlDriver>
#include <sqlite3.h>

#include "server/storage/log.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMs = 5000;

sqlite3 *rawHandle(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    return handle.isValid() ? *static_cast<sqlite3 *const *>(handle.constData()) : nullptr;
}

} // namespace

Database::Database(const QString &path, OpenAs as, Durability durability)
    : m_as(as)
    , m_path(path)
    , m_connection(path, as == OpenAs::Reader ? Connection::Access::ReadOnly : Connection::Access::ReadWrite)
{
    setPragma(u"busy_timeout"_s, QString::number(busyMs), QString::number(busyMs));
    setPragma(u"trusted_schema"_s, u"0"_s, u"0"_s);
    setPragma(u"foreign_keys"_s, u"1"_s, u"1"_s);
    setPragma(u"temp_store"_s, u"2"_s, u"2"_s); // in memory: nothing of ours lies in /tmp
    if (as == OpenAs::Reader) {
        setPragma(u"query_only"_s, u"1"_s, u"1"_s);
        setPragma(u"wal_autocheckpoint"_s, u"0"_s, u"0"_s);
        return;
    }
    setPragma(u"journal_mode"_s, u"wal"_s, path == ":memory:"_L1 ? u"memory"_s : u"wal"_s);
    const QString synchronous = durability == Durability::Full ? u"2"_s : u"0"_s;
    setPragma(u"synchronous"_s, synchronous, synchronous);
    setPragma(u"cache_size"_s, u"-65536"_s, u"-65536"_s); // KiB
}

Database::~Database()
{
    m_statements.clear(); // before the connection they belong to
}

void Database::setPragma(const QString &name, const QString &value, const QString &expected)
{
    QSqlQuery query(m_connection.handle());
    query.exec(u"PRAGMA %1 = %2"_s.arg(name, value));
    query.finish();
    if (!query.exec(u"PRAGMA %1"_s.arg(name)) || !query.next())
        throw StartupError(u"%1 cannot be used: %2"_s.arg(m_path, query.lastError().text()));
    if (query.value(0).toString() != expected)
        throw StartupError(u"%1 cannot be used: the setting %2 is %3 instead of %4"_s.arg(m_path, name, query.value(0).toString(), expected));
}

void Database::refuse(const char *rule)
{
    qCDebug(storageLog, "refused: %s", rule);
    if (m_failure == Failure::None)
        m_failure = Failure::Command;
}

bool Database::inTransaction()
{
    sqlite3 *raw = rawHandle(m_connection.handle());
    return raw && !sqlite3_get_autocommit(raw);
}

QStringList Database::statements() const
{
    QStringList out;
    for (const auto &[sql, query] : m_statements)
        out.append(sql);
    out.sort();
    return out;
}

QSqlQuery *Database::prepared(const QString &sql)
{
    const auto it = m_statements.find(sql);
    if (it != m_statements.end())
        return &it->second;
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql)) {
        fail(query.lastError());
        return nullptr;
    }
    return &m_statements.emplace(sql, std::move(query)).first->second;
}

QSqlQuery *Database::execute(const QString &sql, std::span<const QVariant> values)
{
    if (m_failure != Failure::None)
        return nullptr;
    QSqlQuery *query = prepared(sql);
    if (!query)
        return nullptr;
    for (size_t i = 0; i < values.size(); ++i)
        query->bindValue(int(i), values[i]);
    if (query->exec())
        return query;
    fail(query->lastError());
    query->finish();
    return nullptr;
}

bool Database::finish(QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        fail(error);
    return !error.isValid();
}

void Database::fail(const QSqlError &error)
{
    const int code = sqliteCode(error);
    if ((code & 0xff) == SQLITE_CONSTRAINT) {
        qCDebug(storageLog, "constraint %d: %ls", code, qUtf16Printable(error.databaseText()));
        if (m_failure == Failure::None)
            m_failure = Failure::Command;
        return;
    }
    if (!std::exchange(m_told, true))
        qCWarning(storageLog, "database error %d: %ls", code, qUtf16Printable(error.text()));
    m_failure = Failure::Whole;
}

} // namespace jjak::storage
