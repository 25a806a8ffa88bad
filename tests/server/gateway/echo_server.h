// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/websocket/codec.h"
#include "server/gateway/websocket/handshake.h"

#include <QTcpServer>

class QTcpSocket;

namespace jjak::gateway::test {

//! A loopback server of our handshake parser, codec and frames on Qt's sockets; it sends every message back.
class EchoServer {
public:
    explicit EchoServer(HandshakeRules rules);

    quint16 port() const { return m_server.serverPort(); }

private:
    void accept(QTcpSocket *socket);

    HandshakeRules m_rules;
    QTcpServer m_server;
};

} // namespace jjak::gateway::test
