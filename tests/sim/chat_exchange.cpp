// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_exchange.h"

#include <QSet>

namespace jjak::sim {

using namespace protocol;

namespace {

app::Policy patient()
{
    app::Policy policy;
    policy.tokenRotation = std::chrono::days(1000); // a lost successor is another story, told elsewhere
    return policy;
}

} // namespace

void Line::open(const QUrl &)
{
    m_exchange.open(*this);
}

void Line::send(const QByteArray &utf8)
{
    m_exchange.send(*this, utf8);
}

void Line::ping()
{
    const auto it = m_exchange.m_connections.find(m_id);
    if (it != m_exchange.m_connections.end() && !it->second.isCut)
        QMetaObject::invokeMethod(this, [this] { Q_EMIT pong(); }, Qt::QueuedConnection);
}

void Line::abort()
{
    m_exchange.hangUp(*this);
}

void Line::tellBroken(client::LinkProblem problem)
{
    Q_EMIT broken(problem);
}

Exchange::Exchange(VirtualClock &clock, Rng &rng, Rng &serverRng, const Faults &faults)
    : m_clock(clock), m_rng(rng), m_faults(faults), m_server(clock, serverRng, [this](const app::Outgoing &out) { take(out); }, faults, patient())
{
}

client::MakeWire Exchange::wires()
{
    return [this] { return std::make_unique<Line>(*this); };
}

client::SteadyClock Exchange::clock() const
{
    return [this] { return toMs(m_clock.now()); };
}

void Exchange::open(Line &line)
{
    line.m_id = m_next++;
    m_connections[line.m_id].line = &line;
}

void Exchange::send(Line &line, const QByteArray &frame)
{
    Connection &connection = m_connections.at(line.m_id);
    if (!connection.isCut)
        connection.up.push_back(frame);
}

//! What is under way to the client is lost; of what it has sent, the server may still get the beginning.
void Exchange::hangUp(Line &line)
{
    const auto it = m_connections.find(std::exchange(line.m_id, 0));
    if (it == m_connections.end())
        return;
    Connection &connection = it->second;
    connection.line = nullptr;
    connection.down.clear();
    connection.up.resize(size_t(m_rng.below(connection.up.size() + 1)));
}

bool Exchange::moveOne()
{
    std::vector<app::ConnectionId> busy;
    for (const auto &[id, connection] : m_connections)
        if (!connection.up.empty() || !connection.down.empty() || !connection.line || (!connection.isOpen && !connection.isCut))
            busy.push_back(id);
    const size_t which = size_t(m_rng.below(busy.size() + m_held.size() + 1));
    if (which < m_held.size()) {
        const Held held = m_held[which];
        m_held.erase(m_held.begin() + qsizetype(which));
        put(held.connection, held.frame);
        return true;
    }
    if (busy.empty())
        return !m_held.empty();
    const app::ConnectionId id = busy[which % busy.size()];
    Connection &connection = m_connections.at(id);
    if (!connection.up.empty() && (connection.down.empty() || m_rng.below(2) == 0)) {
        const QByteArray frame = std::move(connection.up.front());
        connection.up.pop_front();
        receive(id, frame);
    } else if (!connection.down.empty()) {
        const QByteArray frame = std::move(connection.down.front());
        connection.down.pop_front();
        Q_EMIT connection.line->textArrived(frame);
    } else if (!connection.line) {
        forget(id);
    } else {
        answerOpening(connection);
    }
    return true;
}

void Exchange::answerOpening(Connection &connection)
{
    if (chance(10)) {
        m_figures.refusedLines++;
        return connection.line->tellBroken(client::LinkProblem::Unreachable);
    }
    m_figures.connections++;
    connection.isOpen = true;
    Q_EMIT connection.line->opened();
}

//! The server notices that a line has ended.
void Exchange::forget(app::ConnectionId id)
{
    const auto it = m_connections.find(id);
    if (it->second.identity)
        m_batch.push_back({{}, app::DeviceGone{*it->second.identity, id}});
    m_connections.erase(it);
}

void Exchange::cut(DeviceId device, bool noticed)
{
    for (auto &[id, connection] : m_connections) {
        if (!connection.line || !connection.isOpen || !connection.identity || connection.identity->device != device)
            continue;
        (noticed ? m_figures.lost : m_figures.silent)++;
        if (noticed)
            return connection.line->tellBroken(client::LinkProblem::Lost);
        connection.isCut = true;
        connection.down.clear();
        connection.up.resize(size_t(m_rng.below(connection.up.size() + 1)));
        return;
    }
}

bool Exchange::isIdle(DeviceId device) const
{
    for (const auto &[id, connection] : m_connections) {
        if (!connection.identity || connection.identity->device != device || !connection.line)
            continue;
        const bool isAwaited = std::ranges::any_of(m_held, [wanted = id](const Held &held) { return held.connection == wanted; });
        return !connection.isCut && connection.up.empty() && connection.down.empty() && !isAwaited;
    }
    return false;
}

void Exchange::put(app::ConnectionId id, const QByteArray &frame)
{
    const auto it = m_connections.find(id);
    if (it == m_connections.end() || !it->second.line || it->second.isCut)
        return;
    if (m_faults.losesChanges && frame.startsWith("{\"ev\":\"room.changed\"") && m_rng.below(50) == 0)
        return;
    if (m_faults.losesEvents && frame.startsWith("{\"ev\":") && m_rng.below(100) == 0)
        return;
    it->second.down.push_back(frame);
}

} // namespace jjak::sim
