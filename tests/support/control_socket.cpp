// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/control_socket.h"

#include <QFile>
#include <cstring>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

ControlSocket::ControlSocket(const QString &folder) : m_socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    const QByteArray path = QFile::encodeName(folder + u"/control.sock"_s);
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    const timeval patience{10, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    const bool fits = size_t(path.size()) < sizeof name.sun_path;
    if (fits)
        std::memcpy(name.sun_path, path.constData(), size_t(path.size()));
    if (!fits || ::connect(m_socket, reinterpret_cast<const sockaddr *>(&name), sizeof name) != 0) {
        ::close(m_socket);
        m_socket = -1;
    }
}

ControlSocket::~ControlSocket()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

std::optional<QByteArray> ControlSocket::readLine()
{
    while (!m_read.contains('\n')) {
        char bytes[4096];
        const ssize_t got = ::recv(m_socket, bytes, sizeof bytes, 0);
        if (got <= 0)
            return std::nullopt;
        m_read.append(bytes, got);
    }
    const qsizetype end = m_read.indexOf('\n');
    const QByteArray line = m_read.left(end);
    m_read.remove(0, end + 1);
    return line;
}

Result<QJsonObject> ControlSocket::exchange(const QByteArray &line, qint64 id)
{
    const QByteArray text = line + '\n';
    if (!isOpen() || ::send(m_socket, text.constData(), size_t(text.size()), MSG_NOSIGNAL) != text.size())
        return ErrorCode::Unavailable;
    while (const auto heard = readLine()) {
        const auto frame = protocol::parseServerFrame(*heard);
        const auto *answered = frame ? std::get_if<protocol::Answered>(&*frame) : nullptr;
        if (!answered || answered->re != id)
            continue;
        if (const auto *error = std::get_if<Error>(&answered->result))
            return *error;
        return std::get<QJsonObject>(answered->result);
    }
    return ErrorCode::Unavailable;
}

Result<protocol::EventInfo> ControlSocket::openEvent(int seats, std::optional<QString> script)
{
    const Time now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    SystemRng rng;
    return ask(protocol::cmd::OpenEvent{ClientId::random(rng), u"An evening"_s, now, now + 1h, u"Asia/Seoul"_s, seats, {u"ko"_s, u"en"_s}, std::move(script)});
}

} // namespace jjak::test
