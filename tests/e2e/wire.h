// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>

namespace jjak::e2e {

//! A TCP relay between one client and the server that can be cut, and kept cut: what a bad network does.
class Wire : public QObject {
public:
    explicit Wire(quint16 serverPort) : m_serverPort(serverPort)
    {
        connect(&m_listener, &QTcpServer::newConnection, this, &Wire::accept);
        if (!m_listener.listen(QHostAddress::LocalHost))
            qFatal("no port for a wire");
    }

    QString url() const { return QStringLiteral("ws://127.0.0.1:%1/").arg(m_listener.serverPort()); }

    //! Cuts what is connected; new connections go through again.
    void cut()
    {
        for (QTcpSocket *socket : m_listener.findChildren<QTcpSocket *>())
            socket->abort();
    }
    //! While it is down, connections are taken and dropped at once.
    void setDown(bool down)
    {
        m_down = down;
        if (down)
            cut();
    }

private:
    void accept()
    {
        while (QTcpSocket *client = m_listener.nextPendingConnection()) {
            if (m_down) {
                client->abort();
                client->deleteLater();
                continue;
            }
            auto *server = new QTcpSocket(&m_listener);
            server->connectToHost(QHostAddress::LocalHost, m_serverPort);
            relay(client, server);
            relay(server, client);
        }
    }
    static void relay(QTcpSocket *from, QTcpSocket *to)
    {
        connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        connect(from, &QTcpSocket::disconnected, to, [from, to] {
            to->disconnectFromHost();
            from->deleteLater();
        });
        connect(from, &QTcpSocket::errorOccurred, to, [from, to] {
            to->abort();
            from->deleteLater();
        });
    }

    quint16 m_serverPort;
    QTcpServer m_listener;
    bool m_down = false;
};

} // namespace jjak::e2e
