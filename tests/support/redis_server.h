// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "tests/support/private_server.h"

namespace jjak::test {

//! A Redis of the test program's own, on a unix socket unless told otherwise, which keeps nothing on disk and evicts nothing. One thread; throws
//! std::runtime_error when something cannot be done, Redis not being installed among it.
class RedisServer {
public:
    //! Serves when it returns.
    RedisServer();

    //! The path of its socket.
    QString socket() const { return m_server.folder() + QStringLiteral("/redis"); }
    //! What it answers to one line: a text ("GET key"), or a line as it comes ("+PONG", ":1"); empty when nothing comes in time.
    //! Not for commands that answer with several things.
    QByteArray ask(const QByteArray &command, std::chrono::milliseconds patience = std::chrono::seconds(10)) const;

    //! Begins anew and listens at this address of IPv4 and the usual port, too. For an address that nobody else has.
    void listenAt(const QString &address);
    void start(); //!< Empty, on the same socket; returns when it serves.
    void stop();
    void kill(); //!< kill -9
    void flush();
    void freeze() { m_server.freeze(); }
    void thaw() { m_server.thaw(); }
    bool isRunning() { return m_server.isRunning(); }
    qint64 pid() const { return m_server.pid(); }
    QList<qint64> processes() const { return m_server.processes(); }
    QString folder() const { return m_server.folder(); }
    QString log() const { return m_server.log(); }

private:
    QString m_address = {}; //!< empty: none
    PrivateServer m_server;
};

} // namespace jjak::test
