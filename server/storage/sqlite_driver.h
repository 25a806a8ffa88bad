// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/blank_pages.h"
#include "server/storage/connection.h"
#include "server/storage/driver.h"

namespace jjak::storage {

//! A connection to a file. Qt SQL opens it; statements run over SQLite's own interface, because Qt SQL describes every column anew at each
//! execution, which costs more than the work.
class SqliteDriver final : public Driver {
public:
    //! Throws StartupError.
    SqliteDriver(const QString &path, OpenAs as, Durability durability);

    std::unique_ptr<Statement> prepare(const QString &sql, std::span<const SqlValue> like) override;
    QString lastError() const override;
    QString beginning(app::Transaction::Apart) const override;
    bool inTransaction() const override;
    bool revive(bool &lost) override;
    std::optional<Time> now() override { return std::chrono::floor<Duration>(std::chrono::system_clock::now()); }
    int schema() override;
    void apply(const Migration &step) override;
    void giveBack(int pages) override;
    bool emptyLog() override;

    Connection &connection() { return m_connection; } //!< for tests

private:
    void setPragma(const QString &name, const QString &value, const QString &expected);
    void mustRun(const QString &sql, const QString &during);
    int number(const QString &sql);

    const OpenAs m_as;
    const QString m_path;
    BlankPages m_blank; //!< before the connection: it is needed until that is closed
    Connection m_connection;
    sqlite3 *m_sqlite; //!< of the connection
};

} // namespace jjak::storage
