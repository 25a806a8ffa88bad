// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/private_server.h"

namespace jjak::test {

//! An nginx of the test program's own with what stands in packaging/nginx, on free ports of this machine and with a certificate made
//! for it. Does not know what is behind it. One thread; throws std::runtime_error when something cannot be done.
class NginxServer {
public:
    //! Serves when it returns. `files`: what stands in files of packaging/nginx/jjak instead, by their names.
    explicit NginxServer(const QList<quint16> &nodes, const QHash<QString, QByteArray> &files = {});

    quint16 tlsPort() const { return m_tlsPort; }
    quint16 httpPort() const { return m_httpPort; }
    //! Reads its configuration again and returns when new worker processes serve.
    void reload();
    //! Worker processes, the old ones that still have connections among them.
    qsizetype workers() const { return m_server.processes().size() - 1; }
    //! What it would have written about each request.
    QByteArray accessLog() const;
    QString log() const { return m_server.log(); }

private:
    void write(const QString &name, const QByteArray &text) const;
    void makeCertificate();
    bool start();

    PrivateServer m_server;
    quint16 m_tlsPort = 0, m_httpPort = 0;
};

} // namespace jjak::test
