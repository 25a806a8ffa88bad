// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <functional>

#include "server/app/ports/readiness.h"

namespace jjak::operate {

//! Answers GET /metrics and GET /ready over HTTP/1.1, one request a connection, within narrow limits. Lives in the thread that made it,
//! in its event loop; knows nothing of what it shows.
class MetricsEndpoint {
public:
    static constexpr int headBytes = 4096, connections = 4, milliseconds = 2000;

    explicit MetricsEndpoint(std::function<QByteArray()> text);
    //! What GET /ready tells; without it that this server is ready. Must outlive this.
    void setReadiness(const app::Readiness &readiness) { m_readiness = &readiness; }

    //! The error for the operator; empty: it listens. Port 0 takes a free one.
    QString listen(const QString &address, quint16 port);
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();
    void read(QTcpSocket &socket);
    void tellReadiness(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &type, const QByteArray &body);

    std::function<QByteArray()> m_text;
    const app::Readiness *m_readiness = nullptr;
    int m_open = 0;
    QTcpServer m_server;
};

} // namespace jjak::operate
