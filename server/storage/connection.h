// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>

struct sqlite3;

namespace jjak::storage {

//! One open SQLite connection of the thread that made it, taken away again at the end. Knows nothing of transactions.
class Connection {
public:
    //! Untouched reads a file that no process has open, and changes neither it nor what stands beside it.
    enum class Access { ReadWrite, ReadOnly, Untouched };

    //! Throws StartupError when the file cannot be opened. ":memory:" is a database that dies with the connection.
    Connection(const QString &path, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    QSqlDatabase &handle() { return m_handle; }
    sqlite3 *raw() const; //!< SQLite's own

private:
    //! The address under which SQLite leaves everything as it is, and what of it has to be taken away at the end.
    QString untouched(const QString &path);

    QString m_made; //!< a file beside the database that reading it has made
    QString m_name;
    QSqlDatabase m_handle;
};

//! SQLite's extended result code of an error (0 when there is none).
int sqliteCode(const QSqlError &error);

} // namespace jjak::storage
