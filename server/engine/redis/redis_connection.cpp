// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/redis_connection.h"

#include <QFile>
#include <QUrl>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <hiredis/hiredis.h>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>

#include "server/engine/redis/redis_complaints.h"

namespace jjak::engine {

using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void refuse(const char *what)
{
    throw std::invalid_argument(std::string("the address of Redis ") + what + ": redis://[user[:password]@]host[:port][/number], or unix:/path/of/the/socket");
}

//! How Redis reads commands: how many parts, then each with its length in front (RESP2).
QByteArray written(const std::vector<RedisCommand> &commands)
{
    qsizetype size = 0;
    for (const RedisCommand &command : commands) {
        for (const QByteArray &part : command)
            size += part.size() + 16;
    }
    QByteArray out;
    out.reserve(size);
    for (const RedisCommand &command : commands) {
        out += '*' + QByteArray::number(qsizetype(command.size())) + "\r\n";
        for (const QByteArray &part : command) {
            out += '$' + QByteArray::number(part.size()) + "\r\n";
            out += part;
            out += "\r\n";
        }
    }
    return out;
}

RedisReply replyOf(const redisReply &from)
{
    RedisReply reply;
    switch (from.type) {
    case REDIS_REPLY_NIL:
        break;
    case REDIS_REPLY_INTEGER:
        reply.type = RedisReply::Type::Integer;
        reply.integer = from.integer;
        break;
    case REDIS_REPLY_ARRAY:
        reply.type = RedisReply::Type::List;
        reply.list.reserve(from.elements);
        for (size_t i = 0; i < from.elements; ++i)
            reply.list.push_back(replyOf(*from.element[i]));
        break;
    default:
        reply.type = from.type == REDIS_REPLY_ERROR ? RedisReply::Type::Error : RedisReply::Type::Text;
        reply.text = QByteArray(from.str, qsizetype(from.len));
    }
    return reply;
}

QString reason(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

void RedisConnection::Free::operator()(redisContext *context) const
{
    redisFree(context);
}

RedisConnection::RedisConnection(const QString &address, const RedisTimes &times) : m_times(times)
{
    if (address.startsWith("unix:"_L1)) {
        m_socket = address.mid(5);
        if (!m_socket.startsWith(u'/'))
            refuse("has no whole path");
        if (QFile::encodeName(m_socket).size() >= qsizetype(sizeof sockaddr_un::sun_path))
            refuse("has a path that is too long for a socket");
        return;
    }
    const QUrl url(address, QUrl::StrictMode);
    if (url.scheme() == "rediss"_L1)
        refuse("asks for TLS, which is not spoken here (a tunnel can do it)");
    if (!url.isValid() || url.scheme() != "redis"_L1 || url.host().isEmpty() || url.hasQuery() || url.hasFragment() || url.port() == 0)
        refuse("is not understood");
    m_host = url.host();
    m_port = url.port(m_port);
    m_user = url.userName(QUrl::FullyDecoded);
    m_password = url.password(QUrl::FullyDecoded);
    const QString number = url.path().mid(1);
    bool understood = true;
    if (!number.isEmpty())
        m_number = int(number.toUShort(&understood));
    if (!understood)
        refuse("has a number that is none");
}

RedisConnection::~RedisConnection() = default;

std::optional<RedisReply> RedisConnection::ask(const RedisCommand &command, Duration longer)
{
    auto replies = ask(std::vector<RedisCommand>{command}, longer);
    return replies ? std::optional(std::move(replies->front())) : std::nullopt;
}

std::optional<std::vector<RedisReply>> RedisConnection::ask(const std::vector<RedisCommand> &commands, Duration longer)
{
    if (!isConnected() && !connect())
        return std::nullopt;
    return exchange(commands, Clock::now() + m_times.answer + longer);
}

//! A connection on which something has come that nobody asked for is none: mostly that is its end.
bool RedisConnection::isConnected()
{
    if (!m_context)
        return false;
    pollfd unasked{m_context->fd, POLLIN, 0};
    if (m_context->reader->pos == m_context->reader->len && ::poll(&unasked, 1, 0) == 0)
        return true;
    m_context.reset();
    return false;
}

bool RedisConnection::connect()
{
    const auto begun = Clock::now(), until = begun + m_times.connect;
    if (m_failed && begun < *m_failed + m_times.again)
        return false;
    m_context.reset(m_socket.isEmpty() ? redisConnectNonBlock(m_host.toUtf8().constData(), m_port) : redisConnectUnixNonBlock(QFile::encodeName(m_socket).constData()));
    if (!m_context || m_context->err != 0) {
        drop(m_context ? QString::fromLocal8Bit(m_context->errstr) : reason(ENOMEM));
        return false;
    }
    ::fcntl(m_context->fd, F_SETFD, FD_CLOEXEC); // other programs are started, which have no business here
    if (!await(POLLOUT, until))
        return false;
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(m_context->fd, SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0) {
        drop(reason(error));
        return false;
    }
    if (!introduceOurselves(until))
        return false;
    m_failed.reset();
    m_error.clear();
    ++m_generation;
    return true;
}

bool RedisConnection::introduceOurselves(Moment until)
{
    std::vector<RedisCommand> commands;
    if (!m_user.isEmpty())
        commands.push_back({"AUTH", m_user.toUtf8(), m_password.toUtf8()});
    else if (!m_password.isEmpty())
        commands.push_back({"AUTH", m_password.toUtf8()});
    if (m_number != 0)
        commands.push_back({"SELECT", QByteArray::number(m_number)});
    const auto replies = exchange(commands, until);
    if (!replies)
        return false;
    const auto refusal = std::ranges::find_if(*replies, &RedisReply::isError);
    if (refusal == replies->end())
        return true;
    drop(QString::fromUtf8(refusal->text));
    return false;
}

std::optional<std::vector<RedisReply>> RedisConnection::exchange(const std::vector<RedisCommand> &commands, Moment until)
{
    const QByteArray request = written(commands);
    qsizetype sent = 0;
    std::vector<RedisReply> replies;
    replies.reserve(commands.size());
    while (replies.size() < commands.size()) {
        if (!send(request, sent))
            return std::nullopt;
        const short events = await(sent < request.size() ? POLLIN | POLLOUT : POLLIN, until);
        if (!events || (events != POLLOUT && !receive(replies, commands.size())))
            return std::nullopt;
    }
    return replies;
}

//! Not through the library, whose write raises SIGPIPE.
bool RedisConnection::send(const QByteArray &request, qsizetype &sent)
{
    while (sent < request.size()) {
        const ssize_t written = ::send(m_context->fd, request.constData() + sent, size_t(request.size() - sent), MSG_NOSIGNAL);
        if (written >= 0) {
            sent += written;
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            return true;
        } else if (errno != EINTR) {
            drop(reason(errno));
            return false;
        }
    }
    return true;
}

bool RedisConnection::receive(std::vector<RedisReply> &replies, size_t expected)
{
    void *got = nullptr;
    bool fine = redisBufferRead(m_context.get()) == REDIS_OK;
    while (fine && replies.size() < expected) {
        fine = redisGetReplyFromReader(m_context.get(), &got) == REDIS_OK;
        if (!got)
            break;
        replies.push_back(replyOf(*static_cast<redisReply *>(got)));
        freeReplyObject(got);
    }
    if (!fine)
        drop(QString::fromLocal8Bit(m_context->errstr));
    return fine;
}

short RedisConnection::await(short events, Moment until)
{
    pollfd waiting{m_context->fd, events, 0};
    for (;;) {
        const auto left = std::chrono::ceil<Duration>(until - Clock::now()).count();
        const int ready = ::poll(&waiting, 1, int(std::clamp<qint64>(left, 0, 1'000'000)));
        if (ready > 0)
            return waiting.revents;
        if (ready < 0 && errno == EINTR)
            continue;
        drop(ready < 0 ? reason(errno) : u"it does not answer in time"_s);
        return 0;
    }
}

//! What it would still answer is not to be taken for the answer to something else: the connection goes with it.
void RedisConnection::drop(const QString &why)
{
    m_error = why;
    m_context.reset();
    m_failed = Clock::now();
}

QList<QString> RedisConnection::complaints()
{
    const auto about = [](const char *section) { return RedisCommand{"INFO", section}; };
    const auto replies = ask({about("server"), about("memory"), about("replication"), about("cluster")});
    if (!replies)
        return {u"Redis cannot be used: %1."_s.arg(m_error)};
    QByteArray told;
    for (const RedisReply &reply : *replies) {
        if (reply.isError())
            return {u"Redis does not let us ask how it is configured (%1). Put a user and a password into its address, and allow that user to ask: ACL SETUSER name +info"_s.arg(
                QString::fromUtf8(reply.text))};
        told += reply.text + "\r\n";
    }
    return redisComplaints(told);
}

} // namespace jjak::engine
