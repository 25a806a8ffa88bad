// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "server/storage/postgres_driver.h"

namespace jjak::storage {

//! COPY over a driver's connection, in the transaction that is open there: many rows as one stream of bytes, in the binary format of
//! COPY's manual page. Knows no tables. What goes wrong is a StartupError, and then the transaction can only be rolled back. Waits for
//! an hour at most: before the first row there may be a sort.
class PostgresCopy {
public:
    explicit PostgresCopy(PostgresDriver &driver) : m_driver(driver) {}

    //! COPY … FROM STDIN (FORMAT binary). What begin(), put() and end() send is what head(), rows and tail() are.
    void begin(const QString &sql);
    void put(QByteArrayView rows);
    qint64 end(); //!< how many rows it took
    //! COPY … TO STDOUT (FORMAT binary): takes the whole stream in pieces; how many rows there were.
    qint64 read(const QString &sql, const std::function<void(QByteArrayView)> &take);

    //! Another statement that may take as long.
    void run(const QString &sql) { m_driver.run(sql.toUtf8(), sql); }

    static QByteArray head(); //!< what stands before the first row
    static QByteArray tail(); //!< and behind the last

private:
    void start(const QString &sql, int state);
    PostgresDriver::Result finish();
    void flush();
    //! Until there is something to read, or `orRoom` to write.
    void wait(bool orRoom = false);
    [[noreturn]] void fail(const QString &why);

    PostgresDriver &m_driver;
};

} // namespace jjak::storage
