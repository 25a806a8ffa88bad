// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/driver.h"

struct pg_conn;
struct pg_result;

namespace jjak::storage {

//! Whether an address is PostgreSQL's: postgresql://[user[:password]@][host][:port]/database[?…] or postgres://…
bool isPostgres(const QString &address);

//! How long is waited, in ms.
struct PostgresTimes {
    int statement = 20'000; //!< the longest that a statement may take; the server ends it then
    int answer = 30'000;    //!< for an answer of whatever kind: the server is frozen or the network gone
    int resolve = 10'000;   //!< to find out whether a commit without an answer was kept
    int position = 1'000;   //!< where the log stands: who does not say so soon is not asked for more
};

//! A connection to PostgreSQL 15 or newer, over libpq and not over Qt SQL: values go and come in binary form, and no call waits longer
//! than it may, also for a server that is frozen. A statement that takes too long or whose connection breaks is Broken, and the next
//! transaction connects anew.
class PostgresDriver final : public Driver {
public:
    //! Throws StartupError when it cannot be reached, is too old, or would acknowledge what is not on the disk.
    PostgresDriver(const QString &address, OpenAs as, const PostgresTimes &times = {});
    ~PostgresDriver() override;
    Q_DISABLE_COPY_MOVE(PostgresDriver)

    std::unique_ptr<Statement> prepare(const QString &sql, std::span<const SqlValue> like) override;
    QString lastError() const override { return m_error; }
    QString beginning(app::Transaction::Apart apart) const override;
    bool inTransaction() const override;
    bool revive(bool &lost) override;
    std::optional<CommitMark> mark() override;
    void noteTransaction(const QByteArray &number) override;
    bool wasKept() override;
    std::optional<Time> now() override;
    quint64 logPosition() override;
    int schema() override;
    void apply(const Migration &step) override;
    void giveBack(int) override {}             // VACUUM does, by itself
    bool emptyLog() override { return true; } // its log is its own

private:
    friend class PostgresStatement;
    friend class PostgresCopy;
    using Result = std::unique_ptr<pg_result, void (*)(pg_result *)>;

    void connect();
    bool mayWrite();
    void check();
    //! The last result of what was sent; none when the connection broke or nothing came in time, and then the connection is closed.
    Result receive(int limitMs);
    //! The first value of the answer, as text; nothing after an error.
    std::optional<QByteArray> ask(const QByteArray &sql);
    std::optional<QByteArray> ask(const QByteArray &sql, int limitMs);
    //! One statement without values, as text. Throws StartupError.
    Result run(const QByteArray &sql, const QString &during);
    QByteArray setting(const char *name);
    void drop(const QString &why);

    const QByteArray m_address;
    const OpenAs m_as;
    const PostgresTimes m_times;
    pg_conn *m_connection = nullptr;
    int m_prepared = 0;       //!< names of statements
    QByteArray m_transaction; //!< its number; empty: it has changed nothing
    const qint64 m_whose;     //!< the rows of commit_mark are known apart by it
    qint64 m_mark = 0;        //!< the last one
    bool m_marks = false;     //!< the table is there
    QString m_error;
};

} // namespace jjak::storage
