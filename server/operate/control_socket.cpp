// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/control_socket.h"

#include <QFile>
#include <QLocalSocket>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "common/protocol/frame.h"
#include "server/operate/log_categories.h"

namespace jjak::operate {

using namespace Qt::StringLiterals;
using protocol::Access;

namespace {

constexpr qint64 unread = 4 * 1024 * 1024; //!< answers kept for who does not read them

//! The user on the other side, as the kernel knows it (unix(7)).
std::optional<uid_t> userOf(const QLocalSocket &socket)
{
    ucred peer{};
    socklen_t length = sizeof peer;
    if (getsockopt(int(socket.socketDescriptor()), SOL_SOCKET, SO_PEERCRED, &peer, &length) != 0)
        return std::nullopt;
    return peer.uid;
}

//! What can be answered without an account.
bool allowed(const protocol::Command &command)
{
    const Access access = command.spec().access;
    return access == Access::Operator || access == Access::Local || command.is<protocol::cmd::ListEvents>();
}

//! What may be asked about later: that something was changed, or words of people were looked at.
bool isNoted(const protocol::Command &command)
{
    return command.spec().route == protocol::Route::Write || command.is<protocol::cmd::ReplayLetter>() || command.is<protocol::cmd::ShowLetter>();
}

void say(QLocalSocket &socket, const QByteArray &frame)
{
    if (socket.bytesToWrite() > unread)
        return socket.abort();
    socket.write(frame + '\n');
}

} // namespace

ControlSocket::ControlSocket()
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    QObject::connect(&m_server, &QLocalServer::newConnection, &m_server, [this] { accept(); });
}

ControlSocket::~ControlSocket()
{
    close();
}

QString ControlSocket::listen(const QString &path, app::FrontDoor &door, app::ConnectionId first)
{
    // Qt would cut a path that the kernel has no room for, and listen somewhere else.
    if (size_t(QFile::encodeName(path).size()) >= sizeof sockaddr_un::sun_path)
        return u"the path %1 is too long for a socket: jjakctl cannot reach this server"_s.arg(path);
    m_door = &door;
    m_last = mark + first;
    QLocalServer::removeServer(path);
    // Nobody else has ever been able to connect: Qt makes the socket where only this user may look, and moves it.
    if (m_server.listen(path) && QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner))
        return {};
    return u"cannot listen on %1: %2"_s.arg(path, m_server.errorString());
}

void ControlSocket::close()
{
    m_server.close();
    for (const Peer &peer : std::exchange(m_peers, {})) {
        peer.socket->disconnect(&m_server);
        peer.socket->abort();
        peer.socket->deleteLater();
    }
}

void ControlSocket::accept()
{
    while (QLocalSocket *socket = m_server.nextPendingConnection()) {
        const auto user = userOf(*socket);
        const bool trusted = user && (*user == geteuid() || *user == 0);
        if (!trusted || m_peers.size() >= connections) {
            say(*socket, protocol::encodeError(0, trusted ? Error::later(ErrorCode::Unavailable, 1s) : Error{ErrorCode::AccessDenied}));
            QObject::connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
            socket->disconnectFromServer();
            continue;
        }
        const app::ConnectionId id = ++m_last;
        m_peers.insert(id, {socket});
        socket->setReadBufferSize(lineBytes + 1);
        QObject::connect(socket, &QLocalSocket::readyRead, &m_server, [this, id] { read(id); });
        QObject::connect(socket, &QLocalSocket::disconnected, &m_server, [this, id, socket] {
            m_peers.remove(id);
            socket->deleteLater();
        });
        read(id);
    }
}

//! A line waits until the one before it is answered: so answers come in order, and nobody can pile up work.
void ControlSocket::read(app::ConnectionId id)
{
    for (;;) {
        const Peer peer = m_peers.value(id);
        if (!peer.socket || peer.asked || peer.socket->state() != QLocalSocket::ConnectedState)
            return;
        if (peer.socket->canReadLine()) {
            obey(id, peer.socket->readLine());
        } else if (peer.socket->bytesAvailable() > lineBytes) {
            say(*peer.socket, protocol::encodeError(0, Error{ErrorCode::ProtocolMalformed, {}, u"length"_s}));
            return peer.socket->disconnectFromServer();
        } else {
            return;
        }
    }
}

void ControlSocket::obey(app::ConnectionId id, QByteArrayView line)
{
    Peer &peer = m_peers[id];
    const auto request = protocol::parseRequest(line.trimmed());
    if (!request) {
        say(*peer.socket, protocol::encodeError(0, request.error()));
        return peer.socket->disconnectFromServer();
    }
    auto command = protocol::decodeCommand(request->cmd, request->args);
    if (!command)
        return say(*peer.socket, protocol::encodeError(request->id, command.error()));
    if (!allowed(*command))
        return say(*peer.socket, protocol::encodeError(request->id, Error{ErrorCode::AccessDenied}));
    if (isNoted(*command))
        qCInfo(serverLog, "control socket: %ls", qUtf16Printable(request->cmd));
    peer.asked = true;
    m_door->submit({id, request->id, {}, {}}, std::move(*command));
}

void ControlSocket::release(std::vector<app::Outgoing> batch)
{
    const std::lock_guard lock(m_mutex);
    const bool idle = m_answers.empty();
    for (app::Outgoing &outgoing : batch) {
        if (auto *answer = std::get_if<app::ToConnection>(&outgoing); answer && (answer->connection & mark))
            m_answers.push_back(std::move(*answer));
    }
    if (idle && !m_answers.empty())
        QMetaObject::invokeMethod(&m_server, [this] { deliver(); }, Qt::QueuedConnection);
}

void ControlSocket::deliver()
{
    std::vector<app::ToConnection> answers;
    {
        const std::lock_guard lock(m_mutex);
        answers.swap(m_answers);
    }
    for (const app::ToConnection &answer : answers) {
        const auto peer = m_peers.find(answer.connection);
        if (peer == m_peers.end())
            continue;
        peer->asked = false;
        say(*peer->socket, answer.frame);
        read(answer.connection);
    }
}

} // namespace jjak::operate
