// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/link.h"

#include <QWebSocketHandshakeOptions>

#include "client/core/log.h"
#include "client/core/net/back_off.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

constexpr auto subprotocol = "jjak.v1"_L1;
// A page of history is at most 50 messages of 2,000 code points, 12 bytes each when all are escaped as surrogate pairs.
constexpr quint64 largestFrame = 2 * 1024 * 1024;
constexpr int toleratedBadFrames = 5;

Time localNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

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

LinkProblem problemOf(ErrorCode refusalOfHello)
{
    switch (refusalOfHello) {
    case ErrorCode::ProtocolVersion:
        return LinkProblem::WrongVersion;
    case ErrorCode::ProtocolMalformed:
    case ErrorCode::ProtocolUnknownCommand:
    case ErrorCode::ProtocolBadField:
        return LinkProblem::NotJjak;
    default:
        return LinkProblem::Unreachable;
    }
}

} // namespace

Link::Link(const LinkTimes &times, const QString &program, Rng &rng, QObject *parent) : QObject(parent), m_times(times), m_program(program), m_rng(rng)
{
    m_clock.start();
    for (QTimer *timer : {&m_openTimer, &m_retryTimer, &m_replyTimer, &m_pongTimer})
        timer->setSingleShot(true);
    connect(&m_openTimer, &QTimer::timeout, this, [this] { drop(LinkProblem::Unreachable); });
    connect(&m_retryTimer, &QTimer::timeout, this, &Link::connectSocket);
    connect(&m_replyTimer, &QTimer::timeout, this, &Link::checkReplies);
    connect(&m_pingTimer, &QTimer::timeout, this, &Link::ping);
    connect(&m_pongTimer, &QTimer::timeout, this, [this] { drop(LinkProblem::Lost); });
}

Link::~Link()
{
    m_pending.clear();
    dropSocket();
}

void Link::open(const QUrl &server)
{
    if (m_state != LinkState::Offline)
        close();
    m_server = server;
    m_failures = 0;
    connectSocket();
}

void Link::close()
{
    m_retryTimer.stop();
    dropSocket();
    m_problem = LinkProblem::None;
    setState(LinkState::Offline);
    failPending();
}

void Link::tryNow()
{
    if (m_state == LinkState::Waiting)
        connectSocket();
}

Time Link::serverNow() const
{
    return m_helloAt >= 0 ? m_hello.time + Duration(m_clock.elapsed() - m_helloAt) : localNow();
}

void Link::connectSocket()
{
    m_retryTimer.stop();
    dropSocket();
    m_badFrames = 0;
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setMaxAllowedIncomingFrameSize(largestFrame);
    m_socket->setMaxAllowedIncomingMessageSize(largestFrame);
    QWebSocket *socket = m_socket.get();
    connect(socket, &QWebSocket::connected, this, &Link::socketConnected);
    connect(socket, &QWebSocket::textMessageReceived, this, &Link::frameArrived);
    connect(socket, &QWebSocket::pong, this, [this] { m_pongTimer.stop(); });
    // Which of the two comes first depends on what went wrong.
    const auto broken = [this, socket] { drop(m_state == LinkState::Connecting ? problemOf(socket->error()) : LinkProblem::Lost); };
    connect(socket, &QWebSocket::disconnected, this, broken);
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this, broken);
    setState(LinkState::Connecting);
    m_openTimer.start(m_times.connect);
    QWebSocketHandshakeOptions options;
    options.setSubprotocols({subprotocol});
    socket->open(m_server, options);
}

void Link::socketConnected()
{
    if (m_socket->subprotocol() != subprotocol)
        return drop(LinkProblem::NotJjak);
    setState(LinkState::Greeting);
    cmd::Hello hello;
    hello.client = m_program;
    const qint64 sentAt = m_clock.elapsed();
    send(hello, [this, sentAt](Result<cmd::HelloReply> reply) {
        if (m_state != LinkState::Greeting)
            return;
        // The server read its clock somewhere between sending and now.
        m_helloAt = reply ? sentAt + (m_clock.elapsed() - sentAt) / 2 : m_helloAt;
        greeted(reply);
    });
}

void Link::greeted(const Result<cmd::HelloReply> &reply)
{
    if (!reply)
        return drop(problemOf(reply.error().code));
    if (reply->protocol != limits::protocolVersion)
        return drop(LinkProblem::WrongVersion);
    m_hello = *reply;
    m_openTimer.stop();
    m_pingTimer.start(m_hello.heartbeat);
    m_onlineAt = m_clock.elapsed();
    m_problem = LinkProblem::None;
    setState(LinkState::Online);
}

void Link::frameArrived(const QString &text)
{
    auto frame = parseServerFrame(text.toUtf8());
    if (!frame)
        return notUnderstood(frame.error());
    if (auto *answered = std::get_if<Answered>(&*frame)) {
        const auto it = m_pending.find(answered->re);
        if (it == m_pending.end())
            return;
        const Answer done = std::move(it->second.done);
        m_pending.erase(it);
        if (const auto *error = std::get_if<Error>(&answered->result))
            done(*error);
        else
            done(std::get<QJsonObject>(std::move(answered->result)));
    } else if (const auto *event = std::get_if<Event>(&*frame)) {
        Q_EMIT eventArrived(*event);
    }
}

void Link::notUnderstood(const Error &error)
{
    qCWarning(logLink) << "a frame was not understood:" << error.field << error.reason;
    if (++m_badFrames > toleratedBadFrames)
        return drop(LinkProblem::NotJjak);
    Q_EMIT gap();
}

void Link::transmit(qint64 id, const QByteArray &frame, Duration patience, Answer done)
{
    const bool can = m_socket && (m_state == LinkState::Online || m_state == LinkState::Greeting);
    if (!can) {
        QMetaObject::invokeMethod(this, [done = std::move(done)] { done(Result<QJsonObject>(ErrorCode::Unavailable)); }, Qt::QueuedConnection);
        return;
    }
    m_pending.emplace(id, Pending{std::move(done), m_clock.elapsed() + patience.count()});
    if (!m_replyTimer.isActive() || m_replyTimer.remainingTimeAsDuration() > patience)
        m_replyTimer.start(patience);
    m_socket->sendTextMessage(QString::fromUtf8(frame));
}

void Link::checkReplies()
{
    qint64 next = -1;
    for (const auto &[id, pending] : m_pending)
        next = next < 0 ? pending.deadline : std::min(next, pending.deadline);
    if (next < 0)
        return;
    const qint64 left = next - m_clock.elapsed();
    if (left <= 0) {
        qCInfo(logLink) << "no reply in time";
        return drop(LinkProblem::Lost);
    }
    m_replyTimer.start(int(left));
}

void Link::ping()
{
    if (m_pongTimer.isActive())
        return;
    m_pongTimer.start(m_times.pong);
    m_socket->ping();
}

void Link::drop(LinkProblem problem)
{
    if (m_state == LinkState::Offline || m_state == LinkState::Waiting)
        return;
    if (m_state == LinkState::Online && Duration(m_clock.elapsed() - m_onlineAt) >= m_times.stable)
        m_failures = 0;
    dropSocket();
    const Duration wait = backOff(++m_failures, m_times, m_rng);
    qCInfo(logLink) << "connection ended, problem" << int(problem) << "next attempt in" << wait.count() << "ms";
    m_problem = problem;
    m_retryAt = localNow() + wait;
    m_retryTimer.start(wait);
    setState(LinkState::Waiting);
    failPending();
}

//! The socket may be the one that is calling at this moment, so it is deleted later.
void Link::dropSocket()
{
    for (QTimer *timer : {&m_openTimer, &m_replyTimer, &m_pingTimer, &m_pongTimer})
        timer->stop();
    if (!m_socket)
        return;
    QWebSocket *socket = m_socket.release();
    socket->disconnect(this);
    socket->abort();
    socket->deleteLater();
}

void Link::failPending()
{
    const auto pending = std::exchange(m_pending, {});
    for (const auto &[id, waiting] : pending)
        waiting.done(Result<QJsonObject>(ErrorCode::Unavailable));
}

void Link::setState(LinkState state)
{
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

} // namespace jjak::client
