// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/gateway/probe.h"

#include "tests/server/gateway/client_frames.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

#include <algorithm>
#include <memory>
#include <vector>

namespace jjak::gateway::test {

namespace {

constexpr int atATime = 128;
constexpr int connectingAtATime = 20; // Qt's servers listen with a backlog of 50
constexpr qint64 quietWhenPassedMs = 100;
constexpr qint64 quietWhenFailedMs = 1500;
constexpr qint64 neverQuietMs = 60'000;           // a server that talks on and on has failed
constexpr qsizetype mostFrames = 10'000;
constexpr qsizetype mostUnread = 4 * 1024 * 1024; // no case has a quarter of it in one frame

int echoOpcode(Incoming::Kind kind)
{
    switch (kind) {
    case Incoming::Kind::Text: return 1;
    case Incoming::Kind::Binary: return 2;
    case Incoming::Kind::Ping: return 10;
    case Incoming::Kind::Pong:
    case Incoming::Kind::Close:
    case Incoming::Kind::Failure:
    case Incoming::Kind::NeedMore: break;
    }
    return -1;
}

// Lenient, so that nobody fails for a matter of taste: the connection may fail with any close code or none (RFC 6455 §7.1.7),
// and a close may be answered with any code. What counts is what was let through, and whether the connection ended.
bool isEchoOf(const QList<Expected> &expected, const Answer &answer)
{
    if (answer.status != 101)
        return false;
    qsizetype at = 0;
    for (const Expected &event : expected) {
        const bool closed = at < answer.frames.size() && answer.frames[at].opcode == 8;
        if (event.kind == Incoming::Kind::Close)
            return closed && at + 1 == answer.frames.size();
        if (event.kind == Incoming::Kind::Failure)
            return closed ? at + 1 == answer.frames.size() : at == answer.frames.size() && answer.ended;
        const int opcode = echoOpcode(event.kind);
        if (opcode < 0)
            continue;
        if (at >= answer.frames.size() || answer.frames[at].opcode != opcode || answer.frames[at].payload != event.payload)
            return false;
        ++at;
    }
    return at == answer.frames.size() && !answer.ended;
}

} // namespace

ProbeCase probeFor(const FrameCase &c, bool together)
{
    const auto passes = [expected = c.expected](const Answer &answer) { return isEchoOf(expected, answer); };
    if (together)
        return {"pipelined: " + c.name, upgradeRequest() + c.bytes, {}, passes};
    return {c.name, upgradeRequest(), c.bytes, passes};
}

// Of a refusal only the refusing counts, not with which status, if any.
ProbeCase probeFor(const HandshakeCase &c)
{
    return {c.name, c.bytes, {}, [status = c.status](const Answer &answer) {
        if (status == 0)
            return answer.status == 0 && !answer.ended;
        return status == 101 ? answer.status == 101 : answer.status != 101 && (answer.status != 0 || answer.ended);
    }};
}

Probe::Probe(ProbeCase what, quint16 port, std::function<void()> onActivity) : m_case(std::move(what))
{
    QObject::connect(&m_socket, &QTcpSocket::connected, &m_socket, [this] {
        m_connected = true;
        m_socket.write(m_case.opening);
    });
    QObject::connect(&m_socket, &QTcpSocket::readyRead, &m_socket, [this, onActivity] {
        read();
        onActivity();
    });
    QObject::connect(&m_socket, &QTcpSocket::disconnected, &m_socket, [this, onActivity] {
        m_answer.ended = true;
        onActivity();
    });
    QObject::connect(&m_socket, &QTcpSocket::bytesWritten, &m_socket, onActivity);
    m_socket.connectToHost(QHostAddress::LocalHost, port);
}

void Probe::read()
{
    m_unread += m_socket.readAll();
    if (m_unread.size() > mostUnread || m_answer.frames.size() > mostFrames)
        return m_socket.abort();
    if (m_answer.status == 0 && !readHead())
        return;
    while (m_answer.status == 101 && readFrame()) { }
}

bool Probe::readHead()
{
    const qsizetype end = m_unread.indexOf("\r\n\r\n");
    if (end < 0)
        return false;
    m_answer.status = m_unread.sliced(9, 3).toInt();
    m_unread.remove(0, end + 4);
    if (m_answer.status == 101)
        m_socket.write(m_case.afterwards);
    return true;
}

bool Probe::readFrame()
{
    if (m_unread.size() < 2)
        return false;
    const int length = m_unread[1] & 0x7F;
    const qsizetype head = length == 127 ? 10 : length == 126 ? 4 : 2;
    if (m_unread.size() < head)
        return false;
    const char *extended = m_unread.constData() + 2;
    const qsizetype size = length == 127 ? static_cast<qsizetype>(qFromBigEndian<quint64>(extended))
        : length == 126                  ? qFromBigEndian<quint16>(extended)
                                         : length;
    if (m_unread.size() - head < size)
        return false;
    m_answer.frames.append({m_unread[0] & 0x0F, m_unread.sliced(head, size)});
    m_unread.remove(0, head + size);
    return true;
}

QList<QByteArray> failedBy(quint16 port, const QList<ProbeCase> &cases)
{
    QList<QByteArray> failed;
    for (qsizetype from = 0; from < cases.size(); from += atATime) {
        QElapsedTimer quiet, begun;
        quiet.start();
        begun.start();
        std::vector<std::unique_ptr<Probe>> probes;
        for (const ProbeCase &c : cases.sliced(from, qMin<qsizetype>(atATime, cases.size() - from))) {
            probes.push_back(std::make_unique<Probe>(c, port, [&quiet] { quiet.restart(); }));
            if (probes.size() % connectingAtATime == 0)
                (void)QTest::qWaitFor([&] { return probes.back()->isConnected(); }, 2000);
        }
        const auto passes = [](const std::unique_ptr<Probe> &probe) { return probe->passes(); };
        const auto isOver = [&] {
            return quiet.hasExpired(quietWhenFailedMs) || begun.hasExpired(neverQuietMs)
                || (quiet.hasExpired(quietWhenPassedMs) && std::all_of(probes.begin(), probes.end(), passes));
        };
        do {
            QTest::qWait(10);
        } while (!isOver());
        for (const auto &probe : probes) {
            if (!probe->passes())
                failed.append(probe->name());
        }
    }
    return failed;
}

} // namespace jjak::gateway::test
