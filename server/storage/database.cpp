// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/database.h"

#include <QSqlDriver>
#include <QSqlQuery>
#include <sqlite3.h>

#include "server/storage/log.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMs = 5000, busyMsOfLog = 50;

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
    , m_sqlite(rawHandle(m_connection.handle()))
{
    setPragma(u"busy_timeout"_s, QString::number(busyMs), QString::number(busyMs));
    setPragma(u"trusted_schema"_s, u"0"_s, u"0"_s);
    setPragma(u"foreign_keys"_s, u"1"_s, u"1"_s);
    setPragma(u"temp_store"_s, u"2"_s, u"2"_s); // in memory: nothing of ours lies in /tmp
    if (as == OpenAs::Reader) {
        setPragma(u"query_only"_s, u"1"_s, u"1"_s);
        setPragma(u"cache_size"_s, u"-16384"_s, u"-16384"_s); // KiB: the inner pages of the trees of a million messages, and some leaves
        // What the writer commits empties that cache. Pages that are mapped are there without being read again; where they cannot be, they are read.
        QSqlQuery(m_connection.handle()).exec(u"PRAGMA mmap_size = 2147418112"_s);
        setPragma(u"wal_autocheckpoint"_s, u"0"_s, u"0"_s);
        return;
    }
    // A new file can give pages back. That is decided before its first page; one from before cannot, and works the same.
    QSqlQuery query(m_connection.handle());
    if (query.exec(u"PRAGMA page_count"_s) && query.next() && query.value(0).toInt() == 0)
        setPragma(u"auto_vacuum"_s, u"2"_s, u"2"_s);
    query.finish();
    setPragma(u"journal_mode"_s, u"wal"_s, path == ":memory:"_L1 ? u"memory"_s : u"wal"_s);
    const QString synchronous = durability == Durability::Full ? u"2"_s : u"0"_s;
    setPragma(u"synchronous"_s, synchronous, synchronous);
    setPragma(u"secure_delete"_s, u"1"_s, u"1"_s); // an arrow that was counted, a message that expired: their bytes go too
    setPragma(u"cache_size"_s, u"-65536"_s, u"-65536"_s); // KiB
    // 64 MiB: pages that many commits touch are copied back once; reading such a log after a crash takes a moment only.
    setPragma(u"wal_autocheckpoint"_s, u"16384"_s, u"16384"_s);
    m_blank.watch(m_sqlite);
}

Database::~Database()
{
    for (const auto &[sql, statement] : m_statements)
        sqlite3_finalize(statement); // before the connection they belong to
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
    if (m_failure != Failure::None)
        return;
    qCDebug(storageLog, "refused: %s", rule);
    m_failure = Failure::Command;
}

bool Database::inTransaction()
{
    return !sqlite3_get_autocommit(m_sqlite);
}

bool Database::emptyLog()
{
    if (isReader() || inTransaction())
        return false;
    sqlite3_busy_timeout(m_sqlite, busyMsOfLog);
    const int code = sqlite3_wal_checkpoint_v2(m_sqlite, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_sqlite, busyMs);
    return code == SQLITE_OK;
}

QStringList Database::statements() const
{
    QStringList out;
    for (const auto &[sql, statement] : m_statements)
        out.append(sql);
    out.sort();
    return out;
}

sqlite3_stmt *Database::prepared(const QString &sql)
{
    const auto it = m_statements.find(sql);
    if (it != m_statements.end())
        return it->second;
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v3(m_sqlite, utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
        fail();
        return nullptr;
    }
    return m_statements.emplace(sql, statement).first->second;
}

bool Database::step(sqlite3_stmt *statement)
{
    const int code = sqlite3_step(statement);
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        fail();
    return code == SQLITE_ROW;
}

int Database::end(sqlite3_stmt *statement)
{
    const int changed = m_failure == Failure::None ? sqlite3_changes(m_sqlite) : 0;
    sqlite3_reset(statement);
    return changed;
}

void Database::fail()
{
    const int code = sqlite3_extended_errcode(m_sqlite);
    if ((code & 0xff) == SQLITE_CONSTRAINT) {
        qCDebug(storageLog, "constraint %d: %s", code, sqlite3_errmsg(m_sqlite));
        if (m_failure == Failure::None)
            m_failure = Failure::Command;
        return;
    }
    if (!std::exchange(m_told, true))
        qCWarning(storageLog, "database error %d: %s", code, sqlite3_errmsg(m_sqlite));
    m_failure = Failure::Whole;
}

} // namespace jjak::storage
