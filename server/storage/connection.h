// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSqlDatabase>
#include <QSqlError>

namespace jjak::storage {

//! One open SQLite connection of the thread that made it, taken away again at the end. Knows nothing of transactions.
class Connection {
public:
    enum class Access { ReadWrite, ReadOnly };

    //! Throws StartupError when the file cannot be opened. ":memory:" is a database that dies with the connection.
    Connection(const QString &path, Access access);
    ~Connection();
    Q_DISABLE_COPY_MOVE(Connection)

    QSqlDatabase &handle() { return m_handle; }

private:
    QString m_name;
    QSqlDatabase m_handle;
};

//! SQLite's extended result code of an error (0 when there is none).
int sqliteCode(const QSqlError &error);

} // namespace jjak::storage
