// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/link.h"

#include <QtEndian>

#include "client/core/log.h"
#include "client/core/net/back_off.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

constexpr int toleratedBadFrames = 5;

Time localNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

qint64 thisComputersClock()
{
    return std::chrono::duration_cast<Duration>(std::chrono::steady_clock::now().time_since_epoch()).count();
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

Link::Link(const LinkTimes &times, const QString &program, Rng &rng, MakeWire makeWire, SteadyClock clock, QObject *parent)
    : QObject(parent), m_times(times), m_program(program), m_rng(rng), m_makeWire(makeWire ? std::move(makeWire) : makeWebSocketWire), m_clock(clock ? std::move(clock) : thisComputersClock)
{
    for (QTimer *timer : {&m_openTimer, &m_retryTimer, &m_replyTimer, &m_pongTimer})
        timer->setSingleShot(true);
    connect(&m_openTimer, &QTimer::timeout, this, [this] { drop(LinkProblem::Unreachable); });
    connect(&m_retryTimer, &QTimer::timeout, this, &Link::connectWire);
    connect(&m_replyTimer, &QTimer::timeout, this, &Link::checkReplies);
    connect(&m_pingTimer, &QTimer::timeout, this, &Link::ping);
    connect(&m_pongTimer, &QTimer::timeout, this, [this] { drop(LinkProblem::Lost); });
}

Link::~Link()
{
    m_pending.clear();
    dropWire();
}

void Link::open(const QUrl &server)
{
    if (m_state != LinkState::Offline)
        close();
    m_server = server;
    m_failures = 0;
    connectWire();
}

void Link::close()
{
    m_retryTimer.stop();
    dropWire();
    m_problem = LinkProblem::None;
    setState(LinkState::Offline);
    failPending();
}

void Link::tryNow()
{
    if (m_state == LinkState::Waiting)
        connectWire();
}

Time Link::serverNow() const
{
    return m_helloAt >= 0 ? m_hello.time + Duration(m_clock() - m_helloAt) : localNow();
}

void Link::connectWire()
{
    m_retryTimer.stop();
    dropWire();
    m_badFrames = 0;
    m_wire = m_makeWire();
    connect(m_wire.get(), &Wire::opened, this, &Link::greet);
    connect(m_wire.get(), &Wire::textArrived, this, &Link::frameArrived);
    connect(m_wire.get(), &Wire::bytesArrived, this, &Link::bytesArrived);
    connect(m_wire.get(), &Wire::pong, this, [this] { m_pongTimer.stop(); });
    connect(m_wire.get(), &Wire::broken, this, &Link::drop);
    setState(LinkState::Connecting);
    m_openTimer.start(m_times.connect);
    m_wire->open(m_server);
}

void Link::greet()
{
    setState(LinkState::Greeting);
    cmd::Hello hello;
    hello.client = m_program;
    const qint64 sentAt = m_clock();
    send(hello, [this, sentAt](Result<cmd::HelloReply> reply) {
        if (m_state != LinkState::Greeting)
            return;
        // The server read its clock somewhere between sending and now.
        m_helloAt = reply ? sentAt + (m_clock() - sentAt) / 2 : m_helloAt;
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
    m_onlineAt = m_clock();
    m_problem = LinkProblem::None;
    setState(LinkState::Online);
}

void Link::frameArrived(const QByteArray &utf8)
{
    auto frame = parseServerFrame(utf8);
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
        if (std::holds_alternative<ev::Resync>(*event))
            askAgain();
        Q_EMIT eventArrived(*event);
    }
}

void Link::bytesArrived(const QByteArray &frame)
{
    if (frame.size() < qsizetype(sizeof(qint64)))
        return notUnderstood(Error::badField(u"frame"_s, u"length"_s));
    const auto it = m_pending.find(qFromBigEndian<qint64>(frame.constData()));
    if (it == m_pending.end() || !it->second.bytes)
        return;
    const Bytes done = std::move(it->second.bytes);
    m_pending.erase(it);
    done(frame.mid(sizeof(qint64)));
}

void Link::transmitForBytes(qint64 id, const QByteArray &frame, Bytes done)
{
    const auto refused = [done](const Result<QJsonObject> &answer) { done(answer ? Result<QByteArray>(ErrorCode::ProtocolMalformed) : Result<QByteArray>(answer.error())); };
    transmit(id, frame, {refused, m_times.passwordReply, {}, std::move(done)});
}

void Link::sendBytes(const QByteArray &frame)
{
    if (m_wire && m_state == LinkState::Online)
        m_wire->sendBytes(frame);
}

void Link::notUnderstood(const Error &error)
{
    qCWarning(logLink) << "a frame was not understood:" << error.field << error.reason;
    if (++m_badFrames > toleratedBadFrames)
        return drop(LinkProblem::NotJjak);
    Q_EMIT gap();
}

void Link::transmit(qint64 id, const QByteArray &frame, Pending pending)
{
    const bool can = m_wire && (m_state == LinkState::Online || m_state == LinkState::Greeting);
    if (!can) {
        QMetaObject::invokeMethod(this, [done = std::move(pending.done)] { done(Result<QJsonObject>(ErrorCode::Unavailable)); }, Qt::QueuedConnection);
        return;
    }
    if (!m_replyTimer.isActive() || m_replyTimer.remainingTimeAsDuration() > pending.patience)
        m_replyTimer.start(pending.patience);
    pending.asked = m_clock();
    m_pending.emplace(id, std::move(pending));
    m_wire->send(frame);
}

//! The server has lost events; so it may have lost answers. The first one that comes counts.
void Link::askAgain()
{
    QList<QByteArray> frames;
    for (auto &[id, pending] : m_pending) {
        if (pending.frame.isEmpty() || m_clock() - pending.asked < m_times.askAgain.count())
            continue;
        pending.asked = m_clock();
        frames.append(pending.frame);
    }
    for (const QByteArray &frame : std::as_const(frames)) {
        if (m_wire) // one that breaks at this moment takes all that was asked with it
            m_wire->send(frame);
    }
}

void Link::checkReplies()
{
    qint64 next = -1;
    for (const auto &[id, pending] : m_pending)
        next = next < 0 ? pending.deadline() : std::min(next, pending.deadline());
    if (next < 0)
        return;
    const qint64 left = next - m_clock();
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
    m_wire->ping();
}

void Link::drop(LinkProblem problem)
{
    if (m_state == LinkState::Offline || m_state == LinkState::Waiting)
        return;
    if (m_state == LinkState::Online && Duration(m_clock() - m_onlineAt) >= m_times.stable)
        m_failures = 0;
    dropWire();
    const Duration wait = backOff(++m_failures, m_times, m_rng);
    qCInfo(logLink) << "connection ended, problem" << int(problem) << "next attempt in" << wait.count() << "ms";
    m_problem = problem;
    m_retryAt = localNow() + wait;
    m_retryTimer.start(wait);
    setState(LinkState::Waiting);
    failPending();
}

//! The wire may be the one that is calling at this moment, so it is deleted later.
void Link::dropWire()
{
    for (QTimer *timer : {&m_openTimer, &m_replyTimer, &m_pingTimer, &m_pongTimer})
        timer->stop();
    if (!m_wire)
        return;
    Wire *wire = m_wire.release();
    wire->disconnect(this);
    wire->abort();
    wire->deleteLater();
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
