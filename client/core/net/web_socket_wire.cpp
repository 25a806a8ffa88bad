// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QWebSocket>
#include <QWebSocketHandshakeOptions>

#include "client/core/net/wire.h"

namespace jjak::client {

using namespace Qt::StringLiterals;

namespace {

constexpr auto subprotocol = "jjak.v1"_L1;
// A page of history is at most 50 messages of 2,000 code points, 12 bytes each when all are escaped as surrogate pairs.
constexpr quint64 largestFrame = 2 * 1024 * 1024;

LinkProblem problemOf(QAbstractSocket::SocketError error)
{
    switch (error) {
    case QAbstractSocket::HostNotFoundError:
        return LinkProblem::NotFound;
    case QAbstractSocket::SslHandshakeFailedError:
    case QAbstractSocket::SslInvalidUserDataError:
        return LinkProblem::Untrusted;
    default:
        return LinkProblem::Unreachable;
    }
}

class WebSocketWire final : public Wire {
public:
    WebSocketWire()
    {
        m_socket.setMaxAllowedIncomingFrameSize(largestFrame);
        m_socket.setMaxAllowedIncomingMessageSize(largestFrame);
        connect(&m_socket, &QWebSocket::connected, this, &WebSocketWire::connected);
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) { Q_EMIT textArrived(text.toUtf8()); });
        connect(&m_socket, &QWebSocket::binaryMessageReceived, this, &Wire::bytesArrived);
        connect(&m_socket, &QWebSocket::pong, this, &Wire::pong);
        // Which of the two comes first depends on what went wrong.
        connect(&m_socket, &QWebSocket::disconnected, this, &WebSocketWire::ended);
        connect(&m_socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, &WebSocketWire::ended);
    }

    void open(const QUrl &server) override
    {
        QWebSocketHandshakeOptions options;
        options.setSubprotocols({subprotocol});
        m_socket.open(server, options);
    }
    void send(const QByteArray &utf8) override { m_socket.sendTextMessage(QString::fromUtf8(utf8)); }
    void sendBytes(const QByteArray &bytes) override { m_socket.sendBinaryMessage(bytes); }
    void ping() override { m_socket.ping(); }
    void abort() override { m_socket.abort(); }

private:
    void connected()
    {
        if (m_socket.subprotocol() != subprotocol) {
            Q_EMIT broken(LinkProblem::NotJjak);
            return;
        }
        m_isOpen = true;
        Q_EMIT opened();
    }
    void ended() { Q_EMIT broken(m_isOpen ? LinkProblem::Lost : problemOf(m_socket.error())); }

    QWebSocket m_socket;
    bool m_isOpen = false;
};

} // namespace

std::unique_ptr<Wire> makeWebSocketWire()
{
    return std::make_unique<WebSocketWire>();
}

} // namespace jjak::client
