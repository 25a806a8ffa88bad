// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/pulse.h"

#include <algorithm>

#include "common/protocol/frame.h"
#include "tests/support/load_clients.h"

namespace jjak::test {

using namespace protocol;

namespace {

constexpr int patienceMs = 2000, pauseMs = 20;

} // namespace

Pulse::Pulse(quint16 port, const PreparedPerson &person, RoomId room) : m_thread([this, port, person, room] { run(port, person, room); })
{
    m_begun.wait(false);
}

Pulse::~Pulse()
{
    stop();
}

void Pulse::run(quint16 port, const PreparedPerson &person, RoomId room)
{
    QByteArray wanted;
    LoadClients client(port, "/", "jjak.v1", [&](int, QByteArrayView text) {
        if (text.startsWith(wanted))
            wanted.clear();
    });
    const auto answered = [&](qint64 id, const QByteArray &request) {
        wanted = "{\"re\":" + QByteArray::number(id) + ",\"ok\"";
        client.send(0, request);
        return client.pollUntil([&] { return wanted.isEmpty(); }, patienceMs);
    };
    SystemRng rng;
    bool well = client.connect(1) && answered(1, encodeRequest(1, cmd::Hello{limits::protocolVersion, QStringLiteral("pulse"), {}})) && answered(2, encodeRequest(2, cmd::Resume{person.token}));
    for (qint64 id = 3; well && (!m_over || m_times.empty()); ++id) {
        const qint64 begin = nowNs();
        well = answered(id, encodeRequest(id, cmd::Send{room, ClientId::random(rng), QStringLiteral("still here")}));
        if (well)
            m_times.push_back(nowNs() - begin);
        begun();
        client.pollUntil([&] { return m_over.load(); }, pauseMs);
    }
    m_unanswered = !well;
    begun();
}

void Pulse::begun()
{
    m_begun = true;
    m_begun.notify_one();
}

Pulse::Figures Pulse::stop()
{
    m_over = true;
    if (m_thread.joinable())
        m_thread.join();
    std::ranges::sort(m_times);
    const double p99 = m_times.empty() ? 0 : double(m_times[m_times.size() * 99 / 100]) / 1e6;
    return {int(m_times.size()), m_unanswered, p99};
}

} // namespace jjak::test
