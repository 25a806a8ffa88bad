// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/packaging/visitor.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QtEndian>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/protocol/frame.h"
#include "tests/server/gateway/client_frames.h"

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

sockaddr_in nameOf(const QString &address, quint16 port)
{
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    inet_pton(AF_INET, qPrintable(address), &name.sin_addr);
    return name;
}

//! Qt binds no socket that is to speak TLS.
int connectedFrom(const QString &from, quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in here = nameOf(from, 0), there = nameOf(u"127.0.0.1"_s, port);
    ::bind(socket, reinterpret_cast<const sockaddr *>(&here), sizeof here);
    if (::connect(socket, reinterpret_cast<const sockaddr *>(&there), sizeof there) == 0)
        return socket;
    ::close(socket);
    return -1;
}

void encrypt(QSslSocket &socket, const QString &from, quint16 port)
{
    const int descriptor = connectedFrom(from, port);
    if (descriptor < 0)
        return;
    socket.setSocketDescriptor(descriptor);
    socket.setPeerVerifyMode(QSslSocket::VerifyNone); // tests make their own certificates
    socket.startClientEncryption();
}

} // namespace

Visitor::Visitor(const QString &from, quint16 port, const QByteArray &lines)
{
    QObject::connect(&m_socket, &QSslSocket::readyRead, &m_socket, [this] { m_unread += m_socket.readAll(); });
    QObject::connect(&m_socket, &QSslSocket::encrypted, &m_socket, [this, lines] { m_socket.write(gateway::test::upgradeRequest(lines).replace("/ws ", "/ ")); });
    encrypt(m_socket, from, port);
}

QByteArray Visitor::get(quint16 port, const QByteArray &path)
{
    QSslSocket socket;
    QObject::connect(&socket, &QSslSocket::encrypted, &socket, [&] { socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"); });
    encrypt(socket, u"127.0.0.1"_s, port);
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 10'000);
    return socket.readAll();
}

int Visitor::status()
{
    if (m_status < 0) {
        waitFor([this] { return m_unread.contains("\r\n\r\n") || !isOpen(); });
        const qsizetype end = m_unread.indexOf("\r\n\r\n");
        m_status = end < 0 ? 0 : m_unread.sliced(9, 3).toInt();
        m_unread.remove(0, end < 0 ? 0 : end + 4);
    }
    return m_status;
}

int Visitor::node()
{
    protocol::cmd::Hello hello;
    hello.client = u"test"_s;
    return QJsonDocument::fromJson(ask(protocol::encodeRequest(1, hello))).object()[u"ok"_s][u"cellKm"_s].toInt();
}

QByteArray Visitor::ask(const QByteArray &json)
{
    if (status() != 101)
        return {};
    m_socket.write(gateway::test::text(json));
    const QJsonValue id = QJsonDocument::fromJson(json).object()[u"id"_s];
    QByteArray answer = frame(0x81);
    while (!answer.isEmpty() && QJsonDocument::fromJson(answer).object()[u"re"_s] != id) // events come in between
        answer = frame(0x81);
    return answer;
}

bool Visitor::isHeard()
{
    if (status() != 101 || !isOpen())
        return false;
    m_socket.write(gateway::test::ping("hello?"));
    return frame(0x8A) == "hello?";
}

bool Visitor::isOpen()
{
    return m_socket.state() == QAbstractSocket::ConnectedState;
}

bool Visitor::isClosed(int milliseconds)
{
    return waitFor([this] { return !isOpen(); }, milliseconds);
}

bool Visitor::waitFor(const std::function<bool()> &condition, int milliseconds)
{
    return QTest::qWaitFor(condition, milliseconds);
}

QByteArray Visitor::frame(int first)
{
    for (;;) {
        qsizetype head = 2, size = 0;
        const auto isWhole = [&] {
            const int length = m_unread.size() < 2 ? 0 : m_unread[1] & 0x7F;
            head = length == 126 ? 4 : length == 127 ? 10 : 2;
            if (m_unread.size() < head)
                return false;
            const char *extended = m_unread.constData() + 2;
            size = length == 126 ? qFromBigEndian<quint16>(extended) : length == 127 ? qsizetype(qFromBigEndian<quint64>(extended)) : length;
            return m_unread.size() - head >= size;
        };
        if (!waitFor([&] { return isWhole() || !isOpen(); }) || !isWhole())
            return {};
        const bool found = (m_unread[0] & 0xFF) == first;
        const QByteArray payload = m_unread.sliced(head, size);
        m_unread.remove(0, head + size);
        if (found)
            return payload;
    }
}

} // namespace jjak::test
