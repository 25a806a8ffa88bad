// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis_server.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QThread>
#include <algorithm>
#include <csignal>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

//! Redis is one program that does what its name says. Debian's package without a system service, redis-tools, has it by the name
//! of the checker only.
QString redisProgram()
{
    for (const QString &name : {u"redis-server"_s, u"redis-check-rdb"_s})
        if (const QString path = QStandardPaths::findExecutable(name); !path.isEmpty())
            return QFileInfo(path).canonicalFilePath();
    throw std::runtime_error("Redis is needed: there is neither redis-server nor redis-check-rdb on the PATH. ./test installs it; by hand it is the package redis-tools.");
}

//! What is in a reply, once it is whole: its line, or the text that a "$" announces; see Redis' protocol.
std::optional<QByteArray> replyIn(const QByteArray &read)
{
    const qsizetype end = read.indexOf("\r\n");
    if (end < 0 || !read.startsWith('$'))
        return end < 0 ? std::nullopt : std::optional(read.left(end));
    const qsizetype size = std::max(0, read.mid(1, end - 1).toInt()); // -1: there is none
    return read.size() < end + 2 + size ? std::nullopt : std::optional(read.mid(end + 2, size));
}

//! Empty when its patience is over.
QByteArray readReply(int socket)
{
    QByteArray read;
    char bytes[4096];
    for (;;) {
        const ssize_t got = ::recv(socket, bytes, sizeof bytes, 0);
        if (got <= 0)
            return {};
        read.append(bytes, got);
        if (const auto reply = replyIn(read))
            return *reply;
    }
}

} // namespace

RedisServer::RedisServer() : m_server(redisProgram(), u"KILL"_s)
{
    QFile::link(redisProgram(), folder() + u"/redis-server"_s);
    start();
}

QByteArray RedisServer::ask(const QByteArray &command, std::chrono::milliseconds patience) const
{
    const QByteArray path = QFile::encodeName(socket());
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    if (size_t(path.size()) >= sizeof name.sun_path)
        throw std::runtime_error("the path of Redis' socket is too long");
    std::memcpy(name.sun_path, path.constData(), size_t(path.size()));
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const timeval wait{patience.count() / 1000, patience.count() % 1000 * 1000};
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &wait, sizeof wait);
    const QByteArray line = command + "\r\n";
    const bool asked = ::connect(socket, reinterpret_cast<const sockaddr *>(&name), sizeof name) == 0 && ::send(socket, line.constData(), size_t(line.size()), MSG_NOSIGNAL) == line.size();
    const QByteArray answer = asked ? readReply(socket) : QByteArray();
    ::close(socket);
    return answer;
}

void RedisServer::listenAt(const QString &address)
{
    stop();
    m_address = address;
    start();
}

void RedisServer::start()
{
    QStringList arguments{u"--port"_s, u"0"_s};
    if (!m_address.isEmpty())
        arguments = {u"--port"_s, u"6379"_s, u"--bind"_s, m_address, u"--protected-mode"_s, u"no"_s};
    m_server.launch(folder() + u"/redis-server"_s, arguments + QStringList{u"--unixsocket"_s, socket(), u"--save"_s, QString(), u"--appendonly"_s, u"no"_s,
                                                   u"--maxmemory-policy"_s, u"noeviction"_s, u"--daemonize"_s, u"no"_s});
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 60'000 && m_server.isRunning(); QThread::msleep(2))
        if (ask("PING") == "+PONG")
            return;
    throw std::runtime_error("Redis does not serve:\n" + log().toStdString());
}

void RedisServer::stop()
{
    m_server.thaw();
    m_server.end(SIGTERM);
}

void RedisServer::kill()
{
    m_server.kill();
}

void RedisServer::flush()
{
    if (ask("FLUSHALL") != "+OK")
        throw std::runtime_error("Redis does not flush:\n" + log().toStdString());
}

} // namespace jjak::test
