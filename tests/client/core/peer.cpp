// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

namespace jjak::client::test {

using namespace Qt::StringLiterals;
using namespace protocol;

Peer::Peer() : m_server(u"peer"_s, QWebSocketServer::NonSecureMode)
{
    m_server.setSupportedSubprotocols({u"jjak.v1"_s});
    connect(&m_server, &QWebSocketServer::newConnection, this, &Peer::accept);
    listen(true);
    on<cmd::Hello>([this](qint64 id, const cmd::Hello &) {
        cmd::HelloReply reply;
        reply.server = u"peer"_s;
        reply.time = std::chrono::floor<Duration>(std::chrono::system_clock::now());
        ok(id, reply);
    });
}

Peer::~Peer() = default;

void Peer::on(std::string_view name, Handler handler)
{
    m_handlers[std::string(name)] = std::move(handler);
}

QUrl Peer::url() const
{
    return QUrl(u"ws://127.0.0.1:%1/"_s.arg(m_port));
}

void Peer::listen(bool on)
{
    if (!on)
        return m_server.close();
    if (!m_server.isListening() && m_server.listen(QHostAddress::LocalHost, m_port))
        m_port = m_server.serverPort();
}

void Peer::accept()
{
    while (QWebSocket *socket = m_server.nextPendingConnection()) {
        ++connections;
        if (m_socket)
            m_socket->deleteLater();
        m_socket = socket;
        socket->setParent(this);
        connect(socket, &QWebSocket::textMessageReceived, this, &Peer::frame);
        connect(socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &frame) {
            if (m_bytes)
                m_bytes(frame);
        });
        connect(socket, &QWebSocket::disconnected, this, [this, socket] {
            if (m_socket == socket)
                m_socket = nullptr;
            socket->deleteLater();
        });
    }
}

void Peer::frame(const QString &text)
{
    const auto request = parseRequest(text.toUtf8());
    if (!request)
        return drop();
    const auto command = decodeCommand(request->cmd, request->args);
    if (!command)
        return refuse(request->id, command.error());
    seen.append(*command);
    const auto it = m_handlers.find(request->cmd.toStdString());
    if (it != m_handlers.end())
        it->second(request->id, *command);
}

void Peer::raw(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(bytes));
}

void Peer::rawBytes(const QByteArray &bytes)
{
    if (m_socket)
        m_socket->sendBinaryMessage(bytes);
}

void Peer::drop()
{
    if (!m_socket)
        return;
    QWebSocket *socket = std::exchange(m_socket, nullptr);
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

LinkTimes quickTimes()
{
    LinkTimes times;
    times.reply = 1s;
    times.backOffFirst = 5ms;
    times.backOffLast = 20ms;
    times.rateRetry = 20ms;
    times.resyncWithin = 0ms;
    times.readEvery = 5ms;
    times.gotEvery = 5ms;
    times.signOut = 300ms;
    return times;
}

Message message(qint64 seq, int author, const QString &text)
{
    Message out;
    out.seq = seq;
    out.author = author;
    out.text = text;
    out.at = fromMs(1'790'000'000'000 + seq * 1000);
    return out;
}

Room room(RoomId id, qint64 head, qint64 version)
{
    Room out;
    out.room = id;
    out.version = version;
    out.opened = out.active = fromMs(1'790'000'000'000);
    out.head = head;
    out.me = 1;
    out.members = {Member{1, u"나"_s, false, false, 0}, Member{2, u"Bora"_s, false, false, 0}};
    return out;
}

RoomId roomId(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return RoomId::random(rng);
}

ClientId clientId(int number)
{
    SeededRng rng{std::uint64_t(number)};
    return ClientId::random(rng);
}

QString token(char letter)
{
    return QString(43, QLatin1Char(letter));
}

} // namespace jjak::client::test
