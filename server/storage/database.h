// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>
#include <array>
#include <unordered_map>

#include "server/app/ports/transaction.h"
#include "server/storage/driver.h"

namespace jjak::storage {

//! One connection with its prepared statements and the memory of what failed. It knows SQL but no table, and not which engine
//! there is: a driver does. Used only in the thread that made it. After a failure no statement runs any more until the
//! transaction's owner has dealt with it (SqlTransaction): a rollback that the engine did by itself must not let later statements
//! through one by one.
class Database {
public:
    using Failure = app::Transaction::Failure;

    //! `address`: a file of SQLite, or postgresql://… (PostgreSQL's own form of addresses). Throws StartupError when it cannot be opened
    //! or a setting does not take. Makes no tables: see migrations.h.
    Database(const QString &address, OpenAs as, Durability durability = Durability::Full);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    //! Runs a statement; how many rows it changed, 0 after a failure.
    template <class... Values>
    int change(const QString &sql, const Values &...values)
    {
        const std::array<SqlValue, sizeof...(values)> bound{SqlValue(values)...};
        Statement *statement = prepared(sql, bound);
        while (statement && step(*statement)) {
        }
        return statement ? end(*statement) : 0;
    }

    //! All rows, each as read(Row &) makes it; empty after a failure.
    template <class Read, class... Values>
    auto list(const QString &sql, Read read, const Values &...values) -> QList<decltype(read(std::declval<Row &>()))>
    {
        QList<decltype(read(std::declval<Row &>()))> out;
        const std::array<SqlValue, sizeof...(values)> bound{SqlValue(values)...};
        Statement *statement = prepared(sql, bound);
        while (statement && step(*statement)) {
            Row row = statement->row();
            out.append(read(row));
        }
        if (statement)
            end(*statement);
        if (m_failure != Failure::None)
            out.clear();
        return out;
    }

    //! The first row, or nothing; also nothing after a failure.
    template <class Read, class... Values>
    auto first(const QString &sql, Read read, const Values &...values) -> std::optional<decltype(read(std::declval<Row &>()))>
    {
        std::optional<decltype(read(std::declval<Row &>()))> out;
        const std::array<SqlValue, sizeof...(values)> bound{SqlValue(values)...};
        Statement *statement = prepared(sql, bound);
        if (statement && step(*statement)) {
            Row row = statement->row();
            out = read(row);
        }
        while (statement && out && step(*statement)) { // a change with RETURNING is complete only when it has been run to its end
        }
        if (statement)
            end(*statement);
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
    QString lastError() const { return m_driver->lastError(); }
    //! A rule that no constraint can express was broken: the same as a constraint.
    void refuse(const char *rule);
    //! For the transaction's owner only. Opens one and forgets the last failure; a connection that was lost is made anew.
    void begin(app::Transaction::Apart apart = app::Transaction::Apart::Everything);
    //! false: nothing of it is kept, as far as anybody can tell.
    bool commit();
    void forgetFailure() { m_failure = Failure::None; }
    void failWhole() { m_failure = Failure::Whole; }
    void failAgain() { m_failure = Failure::Again; }
    void failFurther() { m_failure = Failure::Further; }
    void noteCommitted() { m_told = false; }
    //! The engine's own clock; nullopt: it does not answer.
    std::optional<Time> now() { return m_failure == Failure::None ? m_driver->now() : std::nullopt; }
    //! Whether the engine has a transaction open.
    bool inTransaction() const { return m_driver->inTransaction(); }
    //! Writes the log back into the file and leaves it empty, where the engine lets us; false when a reader is in it, or a
    //! transaction open here. Takes the time that the pages since the last time take, and 50 ms at most for readers.
    bool emptyLog();
    //! Gives room that is free back to the disk, of so many pages at most, where that has to be asked for.
    void giveBack(int pages);

    bool isReader() const { return m_as == OpenAs::Reader; }
    Driver &driver() { return *m_driver; } //!< for migrations and tests
    //! Every text that was run so far, for the test of the query plans.
    QStringList statements() const;

private:
    //! The statement with its values bound, ready to be stepped; nullptr after a failure, an earlier one or of this.
    Statement *prepared(const QString &sql, std::span<const SqlValue> values);
    //! True when there is a row; false at the end or after a failure.
    bool step(Statement &statement)
    {
        const Statement::Step step = statement.step();
        if (step == Statement::Step::Row || step == Statement::Step::Done)
            return step == Statement::Step::Row;
        fail(step);
        return false;
    }
    //! How many rows were changed.
    int end(Statement &statement)
    {
        const int changed = statement.end();
        return m_failure == Failure::None ? changed : 0;
    }
    void fail(Statement::Step step);

    const OpenAs m_as;
    const std::unique_ptr<Driver> m_driver;
    std::unordered_map<QString, std::unique_ptr<Statement>> m_statements; //!< after the driver: they go before the connection they belong to
    Failure m_failure = Failure::None;
    bool m_told = false; //!< one line in the log for a series of failures
};

} // namespace jjak::storage
