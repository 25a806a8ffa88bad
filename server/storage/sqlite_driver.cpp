// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/sqlite_driver.h"

#include <QSqlQuery>
#include <sqlite3.h>

#include "server/storage/migrations.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyMs = 5000, busyMsOfLog = 50;
constexpr int pagesKept = 256; //!< free pages that are left for what comes next: 1 MiB

class SqliteStatement final : public Statement {
public:
    SqliteStatement(sqlite3 *sqlite, sqlite3_stmt *statement) : m_sqlite(sqlite), m_statement(statement) {}
    ~SqliteStatement() override { sqlite3_finalize(m_statement); }
    Q_DISABLE_COPY_MOVE(SqliteStatement)

    void bind(std::span<const SqlValue> values) override
    {
        int at = 0;
        for (const SqlValue &value : values) {
            ++at;
            if (value.isNull())
                sqlite3_bind_null(m_statement, at);
            else if (value.type() == SqlValue::Type::Integer)
                sqlite3_bind_int64(m_statement, at, value.number());
            else if (value.type() == SqlValue::Type::Text)
                sqlite3_bind_text(m_statement, at, value.data(), value.size(), SQLITE_STATIC);
            else
                sqlite3_bind_blob(m_statement, at, value.data(), value.size(), SQLITE_STATIC);
        }
    }

    Step step() override
    {
        const int code = sqlite3_step(m_statement);
        if (code == SQLITE_ROW)
            return Step::Row;
        if (code == SQLITE_DONE)
            return Step::Done;
        return (code & 0xff) == SQLITE_CONSTRAINT ? Step::Refused : Step::Broken;
    }

    Row row() const override { return Row(m_statement); }

    int end() override
    {
        const int changed = sqlite3_changes(m_sqlite);
        sqlite3_reset(m_statement);
        return changed;
    }

private:
    sqlite3 *m_sqlite;
    sqlite3_stmt *m_statement;
};

} // namespace

SqliteDriver::SqliteDriver(const QString &path, OpenAs as, Durability durability)
    : m_as(as)
    , m_path(path)
    , m_connection(path, as == OpenAs::Reader ? Connection::Access::ReadOnly : Connection::Access::ReadWrite)
    , m_sqlite(m_connection.raw())
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
    if (number(u"PRAGMA page_count"_s) == 0)
        setPragma(u"auto_vacuum"_s, u"2"_s, u"2"_s);
    setPragma(u"journal_mode"_s, u"wal"_s, path == ":memory:"_L1 ? u"memory"_s : u"wal"_s);
    const QString synchronous = durability == Durability::Full ? u"2"_s : u"0"_s;
    setPragma(u"synchronous"_s, synchronous, synchronous);
    setPragma(u"secure_delete"_s, u"1"_s, u"1"_s); // an arrow that was counted, a message that expired: their bytes go too
    setPragma(u"cache_size"_s, u"-65536"_s, u"-65536"_s); // KiB
    // 64 MiB: pages that many commits touch are copied back once; reading such a log after a crash takes a moment only.
    setPragma(u"wal_autocheckpoint"_s, u"16384"_s, u"16384"_s);
    m_blank.watch(m_sqlite);
}

void SqliteDriver::setPragma(const QString &name, const QString &value, const QString &expected)
{
    QSqlQuery query(m_connection.handle());
    query.exec(u"PRAGMA %1 = %2"_s.arg(name, value));
    query.finish();
    if (!query.exec(u"PRAGMA %1"_s.arg(name)) || !query.next())
        throw StartupError(u"%1 cannot be used: %2"_s.arg(m_path, query.lastError().text()));
    if (query.value(0).toString() != expected)
        throw StartupError(u"%1 cannot be used: the setting %2 is %3 instead of %4"_s.arg(m_path, name, query.value(0).toString(), expected));
}

std::unique_ptr<Statement> SqliteDriver::prepare(const QString &sql, std::span<const SqlValue>)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray utf8 = sql.toUtf8();
    if (sqlite3_prepare_v3(m_sqlite, utf8.constData(), int(utf8.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return nullptr;
    return std::make_unique<SqliteStatement>(m_sqlite, statement);
}

QString SqliteDriver::lastError() const
{
    return u"%1: %2"_s.arg(sqlite3_extended_errcode(m_sqlite)).arg(QString::fromUtf8(sqlite3_errmsg(m_sqlite)));
}

//! Not QSqlDatabase::transaction(): a deferred transaction that reads first cannot always write later.
QString SqliteDriver::beginning(app::Transaction::Apart) const
{
    return m_as == OpenAs::Reader ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
}

bool SqliteDriver::inTransaction() const
{
    return !sqlite3_get_autocommit(m_sqlite);
}

bool SqliteDriver::revive(bool &)
{
    return true; // a file does not go away
}

void SqliteDriver::mustRun(const QString &sql, const QString &during)
{
    QSqlQuery query(m_connection.handle());
    if (!query.exec(sql))
        throw StartupError(u"the database could not be brought up to date (%1): %2"_s.arg(during, query.lastError().text()));
}

int SqliteDriver::number(const QString &sql)
{
    QSqlQuery query(m_connection.handle());
    return query.exec(sql) && query.next() ? query.value(0).toInt() : -1;
}

int SqliteDriver::schema()
{
    const int version = number(u"PRAGMA user_version"_s);
    if (version < 0)
        throw StartupError(u"the database could not be brought up to date (reading its version): %1"_s.arg(lastError()));
    return version;
}

void SqliteDriver::apply(const Migration &step)
{
    mustRun(u"BEGIN IMMEDIATE"_s, step.name);
    try {
        for (const QString &sql : step.statements)
            mustRun(sql, step.name);
        mustRun(u"PRAGMA application_id = %1"_s.arg(applicationId), step.name);
        mustRun(u"PRAGMA user_version = %1"_s.arg(step.version), step.name);
        mustRun(u"COMMIT"_s, step.name);
    } catch (const StartupError &) {
        QSqlQuery(m_connection.handle()).exec(u"ROLLBACK"_s);
        throw;
    }
}

void SqliteDriver::giveBack(int pages)
{
    if (number(u"PRAGMA freelist_count"_s) < pages + pagesKept)
        return;
    const auto vacuum = prepare(u"PRAGMA incremental_vacuum(%1)"_s.arg(pages), {});
    while (vacuum && vacuum->step() == Statement::Step::Row) { // a page a step
    }
}

bool SqliteDriver::emptyLog()
{
    sqlite3_busy_timeout(m_sqlite, busyMsOfLog);
    const int code = sqlite3_wal_checkpoint_v2(m_sqlite, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_sqlite, busyMs);
    return code == SQLITE_OK;
}

} // namespace jjak::storage
