// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/private_server.h"

namespace jjak::test {

//! A PostgreSQL of the test program's own, on a unix socket unless told otherwise, with an empty database "jjak". Its data folder is a copy of one
//! that the first of all test programs makes in the build folder. Knows no tables. One thread; throws std::runtime_error when
//! something cannot be done, PostgreSQL not being installed among it.
class PostgresServer {
public:
    enum class Fsync { Off, On };
    //! Fast sends clients away and leaves a clean data folder. Immediate leaves one that has to recover.
    enum class Mode { Fast, Immediate };

    //! Serves when it returns. Off is for tests that are not about what a machine's crash leaves.
    explicit PostgresServer(Fsync fsync = Fsync::Off);
    //! A hot standby of that one, which follows it as long as both serve.
    explicit PostgresServer(const PostgresServer &original, Fsync fsync = Fsync::Off);
    ~PostgresServer();

    //! postgresql:///jjak?host=…, for libpq and psql.
    QString address() const;
    //! The path of a program that belongs to this server: psql, pg_basebackup.
    static QString program(const QString &name);

    //! Begins anew and listens at this address of IPv4 and the usual port, too; whoever is in its network of 256 may come in. For an address that nobody else has.
    void listenAt(const QString &address);
    void start(); //!< On the same data; returns when it serves, recovery included.
    void stop(Mode mode = Mode::Fast);
    void kill(); //!< kill -9 of the server with all its processes
    void freeze() { m_server.freeze(); }
    void thaw() { m_server.thaw(); }
    bool isRunning() { return m_server.isRunning(); }
    qint64 pid() const { return m_server.pid(); }
    QList<qint64> processes() const { return m_server.processes(); }
    QString folder() const { return m_server.folder(); }
    QString log() const { return m_server.log(); }

private:
    QString data() const { return folder() + QStringLiteral("/data"); }
    //! Line n, from 1, of what the server writes about itself; see the comment of its source in miscadmin.h.
    QByteArray lockFileLine(int n) const;
    void forgetSharedMemory();

    Fsync m_fsync;
    QString m_address = {}; //!< empty: none
    PrivateServer m_server;
};

} // namespace jjak::test
