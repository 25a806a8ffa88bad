// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/metrics_endpoint.h"

#include <QTcpSocket>
#include <QTimer>

#include "server/operate/log_categories.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;

MetricsEndpoint::MetricsEndpoint(std::function<QByteArray()> text) : m_text(std::move(text))
{
    QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
}

QString MetricsEndpoint::listen(const QString &address, quint16 port)
{
    if (m_server.listen(QHostAddress(address), port))
        return {};
    return u"cannot listen on %1 port %2 for metrics: %3"_s.arg(address, QString::number(port), m_server.errorString());
}

void MetricsEndpoint::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection()) {
        if (m_open >= connections) {
            qCWarning(metricsLog, "too many connections at once");
            socket->abort();
            socket->deleteLater();
            continue;
        }
        ++m_open;
        socket->setReadBufferSize(headBytes + 1);
        // One time for everything: reading the request, answering, and waiting until the other side has read.
        QTimer::singleShot(milliseconds, socket, [socket] { socket->abort(); });
        QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { read(*socket); });
        QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this, socket] {
            --m_open;
            socket->deleteLater();
        });
    }
}

void MetricsEndpoint::read(QTcpSocket &socket)
{
    const QByteArray head = socket.peek(headBytes + 1);
    const qsizetype end = head.indexOf("\r\n\r\n");
    if (end < 0 && head.size() <= headBytes)
        return;
    QObject::disconnect(&socket, &QTcpSocket::readyRead, nullptr, nullptr);
    const QByteArrayView line = QByteArrayView(head).first(std::max<qsizetype>(head.indexOf("\r\n"), 0));
    if (end < 0 || end > headBytes)
        answer(socket, "431 Request Header Fields Too Large", "text/plain", "the request is too long\n");
    else if (line == "GET /metrics HTTP/1.1" || line == "GET /metrics HTTP/1.0")
        answer(socket, "200 OK", "text/plain; version=0.0.4; charset=utf-8", m_text());
    else if (line == "GET /ready HTTP/1.1" || line == "GET /ready HTTP/1.0")
        tellReadiness(socket);
    else if (line.startsWith("GET "))
        answer(socket, "404 Not Found", "text/plain", "there are only /metrics and /ready\n");
    else
        answer(socket, "405 Method Not Allowed", "text/plain", "there is only GET\n");
}

void MetricsEndpoint::tellReadiness(QTcpSocket &socket)
{
    const char *complaint = m_readiness ? m_readiness->complaint() : nullptr;
    answer(socket, complaint ? "503 Service Unavailable" : "200 OK", "text/plain", QByteArray(complaint ? complaint : "ready") + '\n');
}

void MetricsEndpoint::answer(QTcpSocket &socket, const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    // What was read is thrown away, so that closing does not reset the connection before the answer has arrived.
    socket.readAll();
    socket.write("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
    socket.disconnectFromHost();
}

} // namespace jjak::operate
