// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <unordered_map>

#include "server/app/ports/transaction.h"
#include "server/storage/blank_pages.h"
#include "server/storage/connection.h"
#include "server/storage/sql_value.h"

namespace jjak::storage {

//! What a connection is for. Exactly one connection of a file writes and checkpoints (SQLite before 3.51.3 may damage a
//! file in which two do at the same moment); readers cannot write at all.
enum class OpenAs { Writer, Reader };
//! Off exists for the control of the power-cut test alone: it loses what was acknowledged.
enum class Durability { Full, Off };

//! One connection with its settings, its prepared statements and the memory of what failed. Qt SQL opens it; statements run
//! over SQLite's own interface, because Qt SQL describes every column anew at each execution, which costs more than the work.
//! It knows SQL but no table.
//! Used only in the thread that made it. After a failure no statement runs any more until the transaction's owner has
//! dealt with it (SqlTransaction): a rollback that SQLite did by itself must not let later statements through one by one.
class Database {
public:
    using Failure = app::Transaction::Failure;

    //! Throws StartupError when the file cannot be opened or a setting does not take. Makes no tables: see migrations.h.
    Database(const QString &path, OpenAs as, Durability durability = Durability::Full);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! Runs a statement; how many rows it changed, 0 after a failure.
    template <class... Values>
    int change(const QString &sql, const Values &...values)
    {
        sqlite3_stmt *statement = begin(sql, values...);
        while (statement && step(statement)) {
        }
        return statement ? end(statement) : 0;
    }

    //! All rows, each as read(Row &) makes it; empty after a failure.
    template <class Read, class... Values>
    auto list(const QString &sql, Read read, const Values &...values) -> QList<decltype(read(std::declval<Row &>()))>
    {
        QList<decltype(read(std::declval<Row &>()))> out;
        sqlite3_stmt *statement = begin(sql, values...);
        while (statement && step(statement)) {
            Row row(statement);
            out.append(read(row));
        }
        if (statement)
            end(statement);
        if (m_failure != Failure::None)
            out.clear();
        return out;
    }

    //! The first row, or nothing; also nothing after a failure.
    template <class Read, class... Values>
    auto first(const QString &sql, Read read, const Values &...values) -> std::optional<decltype(read(std::declval<Row &>()))>
    {
        std::optional<decltype(read(std::declval<Row &>()))> out;
        sqlite3_stmt *statement = begin(sql, values...);
        if (statement && step(statement)) {
            Row row(statement);
            out = read(row);
        }
        while (statement && out && step(statement)) { // a change with RETURNING is complete only when it has been run to its end
        }
        if (statement)
            end(statement);
        if (m_failure != Failure::None)
            out.reset();
        return out;
    }

    //! The first column of the first row.
    template <class T, class... Values>
    std::optional<T> value(const QString &sql, const Values &...values)
    {
        return first(sql, [](Row &row) { return row.next<T>(); }, values...);
    }

    Failure failure() const { return m_failure; }
    //! A rule that no constraint can express was broken: the same as a constraint.
    void refuse(const char *rule);
    //! For the transaction's owner only.
    void forgetFailure() { m_failure = Failure::None; }
    void failWhole() { m_failure = Failure::Whole; }
    void noteCommitted() { m_told = false; }
    //! Whether SQLite has a transaction open.
    bool inTransaction();
    //! Writes the log back into the file and leaves it empty; false when a reader is in it, or a transaction open here. Takes the
    //! time that the pages since the last time take, and 50 ms at most for readers.
    bool emptyLog();

    bool isReader() const { return m_as == OpenAs::Reader; }
    Connection &connection() { return m_connection; } //!< for migrations and tests
    //! Every text that was run so far, for the test of the query plans.
    QStringList statements() const;

private:
    //! The statement with its values bound, ready to be stepped; nullptr after a failure, an earlier one or of this.
    template <class... Values>
    sqlite3_stmt *begin(const QString &sql, const Values &...values)
    {
        sqlite3_stmt *statement = m_failure == Failure::None ? prepared(sql) : nullptr;
        if (statement) {
            int at = 0;
            (bind(statement, ++at, values), ...);
        }
        return statement;
    }
    sqlite3_stmt *prepared(const QString &sql);
    //! True when there is a row; false at the end or after a failure.
    bool step(sqlite3_stmt *statement);
    //! Ends the reading, so that no snapshot is held; how many rows were changed.
    int end(sqlite3_stmt *statement);
    void fail();
    void setPragma(const QString &name, const QString &value, const QString &expected);

    const OpenAs m_as;
    const QString m_path;
    BlankPages m_blank; //!< before the connection: it is needed until that is closed
    Connection m_connection;
    sqlite3 *m_sqlite; //!< of the connection
    std::unordered_map<QString, sqlite3_stmt *> m_statements;
    Failure m_failure = Failure::None;
    bool m_told = false; //!< one line in the log for a series of failures
};

} // namespace jjak::storage
