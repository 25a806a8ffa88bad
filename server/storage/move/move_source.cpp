// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/move/move_source.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QtEndian>
#include <sqlite3.h>

#include "server/storage/data_file.h"
#include "server/storage/migrations.h"
#include "server/storage/startup_error.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

QString databaseIn(const QString &folder)
{
    const QString path = QDir(QDir(folder).absolutePath()).filePath(u"jjak.sqlite"_s);
    if (!QFileInfo(folder).isDir())
        throw StartupError(u"there is no folder %1; name the server's data folder with --data"_s.arg(folder));
    if (!QFileInfo(path).isFile())
        throw StartupError(u"in the folder %1 there is no jjak.sqlite; name the server's data folder with --data"_s.arg(folder));
    return path;
}

template <class Number>
void append(QByteArray &stream, Number value)
{
    char bytes[sizeof value];
    qToBigEndian(value, bytes);
    stream.append(bytes, sizeof bytes);
}

} // namespace

SourceRows::SourceRows(sqlite3 *sqlite, const TableShape &table, qint64 skipped) : m_sqlite(sqlite), m_table(table.name), m_statement(nullptr, sqlite3_finalize)
{
    const QByteArray sql = table.rowsOfSqlite().toUtf8();
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v2(sqlite, sql.constData(), int(sql.size()), &statement, nullptr) != SQLITE_OK)
        throw StartupError(u"the table %1 cannot be read: %2"_s.arg(m_table, QString::fromUtf8(sqlite3_errmsg(sqlite))));
    m_statement.reset(statement);
    sqlite3_bind_int64(statement, 1, skipped);
}

bool SourceRows::next()
{
    const int code = sqlite3_step(m_statement.get());
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        throw StartupError(u"the table %1 cannot be read: %2"_s.arg(m_table, QString::fromUtf8(sqlite3_errmsg(m_sqlite))));
    return code == SQLITE_ROW;
}

//! How many columns there are, then of each how many bytes and these; -1 is NULL. Tables are strict, so that a value has its column's type.
void SourceRows::appendTo(QByteArray &stream) const
{
    sqlite3_stmt *row = m_statement.get();
    const int columns = sqlite3_column_count(row);
    append(stream, qint16(columns));
    for (int i = 0; i < columns; ++i) {
        const int type = sqlite3_column_type(row, i);
        if (type == SQLITE_NULL) {
            append(stream, qint32(-1));
        } else if (type == SQLITE_INTEGER) {
            append(stream, qint32(sizeof(qint64)));
            append(stream, qint64(sqlite3_column_int64(row, i)));
        } else {
            const auto *bytes = static_cast<const char *>(sqlite3_column_blob(row, i)); // before its size
            const int size = sqlite3_column_bytes(row, i);
            append(stream, qint32(size));
            stream.append(bytes, size);
        }
    }
}

MoveSource::MoveSource(const QString &folder) : m_path(databaseIn(folder)), m_lock(QFileInfo(m_path).absolutePath()), m_connection(m_path, Connection::Access::Untouched)
{
    const int schema = inspectDatabase(m_connection, m_path), known = migrations().last().version;
    if (schema < known)
        throw StartupError(u"%1 was written by an older version (schema %2; this one has schema %3): start this version's jjakd on the folder once, stop it, and give the command again"_s.arg(m_path).arg(schema).arg(known));
    if (const QString child = ask(u"SELECT \"table\" FROM pragma_foreign_key_check LIMIT 1"_s).toString(); !child.isEmpty())
        throw StartupError(u"%1 is damaged (a row of the table %2 refers to one that is not there): restore a backup"_s.arg(m_path, child));
    m_tables = tablesOf(m_connection.handle());
}

QVariant MoveSource::ask(const QString &sql, const QVariantList &values)
{
    QSqlQuery query(m_connection.handle());
    query.setForwardOnly(true);
    query.prepare(sql);
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        throw StartupError(u"%1 cannot be read: %2"_s.arg(m_path, query.lastError().databaseText()));
    return query.next() ? query.value(0) : QVariant();
}

qint64 MoveSource::count(const TableShape &table)
{
    return ask(table.count()).toLongLong();
}

qint64 MoveSource::lastNumber(const TableShape &table, const QString &column)
{
    const qint64 ever = ask(u"SELECT seq FROM sqlite_sequence WHERE name = ?"_s, {table.name}).toLongLong();
    return std::max(ever, ask(table.largest(column)).toLongLong());
}

QByteArray MoveSource::digest() const
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const QString &suffix : {QString(), u"-wal"_s}) {
        QFile file(m_path + suffix);
        if (!file.exists() && !suffix.isEmpty())
            continue;
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            throw StartupError(u"%1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    }
    return hash.result();
}

} // namespace jjak::storage
