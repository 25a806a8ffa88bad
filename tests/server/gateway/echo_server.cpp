// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/echo_server.h"

#include "server/gateway/websocket/http_response.h"

#include <QTcpSocket>

#include <memory>

namespace jjak::gateway::test {

namespace {

//! One connection: first a handshake, then frames.
struct Peer {
    explicit Peer(const HandshakeRules &rules) : handshake(rules) {}

    HandshakeParser handshake;
    WebSocketCodec codec;
};

//! Nothing: the connection goes on and there is nothing to say.
QByteArray answerTo(const Incoming &incoming)
{
    switch (incoming.kind) {
    case Incoming::Kind::Text:
        return textFrame(incoming.payload);
    case Incoming::Kind::Binary:
        return binaryFrame(incoming.payload);
    case Incoming::Kind::Ping:
        return pongFrame(incoming.payload);
    case Incoming::Kind::Close:
        return closeFrame(incoming.code);
    case Incoming::Kind::Failure:
        return closeFrame(incoming.code, incoming.payload);
    case Incoming::Kind::Pong:
    case Incoming::Kind::NeedMore:
        break;
    }
    return {};
}

void readFrames(Peer &peer, QTcpSocket *socket, std::span<char> input)
{
    for (;;) {
        const Incoming incoming = peer.codec.next(input);
        if (incoming.kind == Incoming::Kind::NeedMore)
            return;
        socket->write(answerTo(incoming));
        if (peer.codec.isFinished())
            socket->disconnectFromHost();
    }
}

void readAll(Peer &peer, QTcpSocket *socket)
{
    QByteArray bytes = socket->readAll();
    std::span<char> input(bytes.data(), static_cast<std::size_t>(bytes.size()));
    if (peer.handshake.state() == HandshakeState::NeedMore) {
        switch (peer.handshake.feed(input)) {
        case HandshakeState::NeedMore:
            return;
        case HandshakeState::Upgrade:
            socket->write(peer.handshake.response());
            break;
        case HandshakeState::Http:
            socket->write(httpResponse(200));
            socket->disconnectFromHost();
            return;
        case HandshakeState::Refused:
            socket->write(peer.handshake.response());
            socket->disconnectFromHost();
            return;
        }
    }
    if (peer.handshake.state() == HandshakeState::Upgrade)
        readFrames(peer, socket, input);
}

} // namespace

EchoServer::EchoServer(HandshakeRules rules) : m_rules(std::move(rules))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection())
            accept(socket);
    });
    m_server.setMaxPendingConnections(1000);
    m_server.listen(QHostAddress::LocalHost);
}

void EchoServer::accept(QTcpSocket *socket)
{
    const auto peer = std::make_shared<Peer>(m_rules);
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [peer, socket] { readAll(*peer, socket); });
    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
}

} // namespace jjak::gateway::test
