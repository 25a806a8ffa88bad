// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <array>
#include <span>
#include <unordered_map>

#include "server/app/ports/transaction.h"
#include "server/storage/connection.h"
#include "server/storage/sql_value.h"

namespace jjak::storage {

//! What a connection is for. Exactly one connection of a file writes and checkpoints (SQLite before 3.51.3 may damage a
//! file in which two do at the same moment); readers cannot write at all.
enum class OpenAs { Writer, Reader };
//! Off exists for the control of the power-cut test alone: it loses what was acknowledged.
enum class Durability { Full, Off };

//! One connection with its settings, its prepared statements and the memory of what failed. It knows SQL but no table.
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
        const std::array<QVariant, sizeof...(Values)> bound{toSql(values)...};
        QSqlQuery *query = execute(sql, bound);
        if (!query)
            return 0;
        const int count = query->numRowsAffected();
        query->finish();
        return count;
    }

    //! All rows, each as read(Row &) makes it; empty after a failure.
    template <class Read, class... Values>
    auto list(const QString &sql, Read read, const Values &...values) -> QList<decltype(read(std::declval<Row &>()))>
    {
        QList<decltype(read(std::declval<Row &>()))> out;
        const std::array<QVariant, sizeof...(Values)> bound{toSql(values)...};
        QSqlQuery *query = execute(sql, bound);
        while (query && query->next()) {
            Row row(*query);
            out.append(read(row));
        }
        if (!query || !finish(*query))
            out.clear();
        return out;
    }

    //! The first row, or nothing; also nothing after a failure.
    template <class Read, class... Values>
    auto first(const QString &sql, Read read, const Values &...values) -> std::optional<decltype(read(std::declval<Row &>()))>
    {
        std::optional<decltype(read(std::declval<Row &>()))> out;
        const std::array<QVariant, sizeof...(Values)> bound{toSql(values)...};
        QSqlQuery *query = execute(sql, bound);
        if (query && query->next()) {
            Row row(*query);
            out = read(row);
        }
        if (!query || !finish(*query))
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

    bool isReader() const { return m_as == OpenAs::Reader; }
    Connection &connection() { return m_connection; } //!< for migrations and tests
    //! Every text that was run so far, for the test of the query plans.
    QStringList statements() const;

private:
    //! nullptr after a failure, the one of this statement or an earlier one.
    QSqlQuery *execute(const QString &sql, std::span<const QVariant> values);
    QSqlQuery *prepared(const QString &sql);
    //! Ends the reading, so that no snapshot is held; false when it broke off with an error.
    bool finish(QSqlQuery &query);
    void fail(const QSqlError &error);
    void setPragma(const QString &name, const QString &value, const QString &expected);

    const OpenAs m_as;
    const QString m_path;
    Connection m_connection;
    std::unordered_map<QString, QSqlQuery> m_statements;
    Failure m_failure = Failure::None;
    bool m_told = false; //!< one line in the log for a series of failures
};

} // namespace jjak::storage
