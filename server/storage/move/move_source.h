// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "server/storage/connection.h"
#include "server/storage/folder_lock.h"
#include "server/storage/move/table_shape.h"

struct sqlite3_stmt;

namespace jjak::storage {

//! The rows of one table by primary key, as PostgreSQL's COPY writes and reads them. Of a source that must outlive it.
class SourceRows {
public:
    SourceRows(sqlite3 *sqlite, const TableShape &table, qint64 skipped);

    //! Throws StartupError when the row cannot be read.
    bool next();
    void appendTo(QByteArray &stream) const; //!< the row that next() has come to

private:
    sqlite3 *m_sqlite;
    const QString m_table;
    std::unique_ptr<sqlite3_stmt, int (*)(sqlite3_stmt *)> m_statement;
};

//! The database in the data folder of a server that is stopped, for as long as this lives: the folder is locked. Changes nothing in it but
//! the lock's own file. Everything throws StartupError.
class MoveSource {
public:
    //! There is such a folder, no server runs on it, and the database in it is sound and of this version.
    explicit MoveSource(const QString &folder);

    const QList<TableShape> &tables() const { return m_tables; }
    qint64 count(const TableShape &table);
    SourceRows rows(const TableShape &table, qint64 skipped = 0) { return SourceRows(m_connection.raw(), table, skipped); }
    //! The largest number that rows of a table have or had, where the engine counts them.
    qint64 lastNumber(const TableShape &table, const QString &column);
    //! Of every byte on the disk that the data consists of.
    QByteArray digest() const;

private:
    QVariant ask(const QString &sql, const QVariantList &values = {});

    const QString m_path;
    const FolderLock m_lock;
    Connection m_connection;
    QList<TableShape> m_tables;
};

} // namespace jjak::storage
