// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/jjak_load.h"

#include "common/protocol/frame.h"

namespace jjak::bench {

using namespace protocol;

namespace {

//! The number behind `mark`; -1 when it is not there. Cheaper than parsing, for the load's own sake.
qint64 numberAfter(QByteArrayView text, QByteArrayView mark)
{
    const qsizetype at = text.indexOf(mark);
    if (at < 0)
        return -1;
    qint64 value = 0;
    for (qsizetype i = at + mark.size(); i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        value = value * 10 + (text[i] - '0');
    return value;
}

} // namespace

JjakLoad::JjakLoad(std::vector<quint16> ports, std::vector<test::PreparedPerson> people, std::vector<RoomId> rooms, int roomSize)
    : m_people(std::move(people)), m_rooms(std::move(rooms)), m_roomSize(roomSize), m_clients(std::move(ports), "/", "jjak.v1", [this](int client, QByteArrayView payload) { onText(client, payload); })
{
}

bool JjakLoad::signIn()
{
    // In portions, each within the five seconds that a newcomer has for it.
    for (size_t first = 0; first < m_people.size(); first += 500) {
        const size_t end = std::min(m_people.size(), first + 500);
        if (!m_clients.connect(int(end - first)))
            return false;
        for (size_t i = first; i < end; ++i) {
            m_clients.send(int(i), encodeRequest(1, cmd::Hello{limits::protocolVersion, QStringLiteral("load"), {}}));
            m_clients.send(int(i), encodeRequest(2, cmd::Resume{m_people[i].token}));
        }
        if (!m_clients.pollUntil([&] { return m_signedIn == int(end); }, 30'000))
            return false;
    }
    return true;
}

void JjakLoad::onText(int client, QByteArrayView payload)
{
    if (payload.startsWith("{\"re\":")) {
        const qint64 id = numberAfter(payload, "{\"re\":");
        const bool ok = payload.indexOf("\"ok\":") > 0;
        if (id == 2) {
            m_signedIn += ok;
        } else if (id > 2 && id % 2 != 0) {
            ok ? ++m_result.read : ++m_result.refused;
            m_result.reading.add(nowNs() - id);
            if (m_writing)
                write(client);
        } else if (id > 2) {
            ok ? ++m_result.acknowledged : ++m_result.refused;
            m_result.ack.add(nowNs() - id);
            const bool reads = m_readBeforeEvery > 0 && m_result.acknowledged % quint64(m_readBeforeEvery) == 0;
            if (m_closedLoop && m_writing)
                reads ? read(client) : write(client);
        }
    } else if (payload.startsWith("{\"ev\":\"room.message\"")) {
        ++m_result.delivered;
        if (const qint64 sent = numberAfter(payload, "sent "); sent > 0)
            m_result.delivery.add(nowNs() - sent);
    }
}

//! The id of a request is the moment it was sent: even for a message, odd for reading.
void JjakLoad::read(int client)
{
    m_clients.send(client, encodeRequest(nowNs() | 1, cmd::History{m_rooms[size_t(client / m_roomSize)], {}, {}, limits::historyPage}));
}

void JjakLoad::write(int client)
{
    static const QString filling = QStringLiteral(" — a message of about one hundred bytes, as people write them");
    const qint64 now = nowNs() & ~qint64(1);
    ++m_sent;
    m_clients.send(client, encodeRequest(now, cmd::Send{m_rooms[size_t(client / m_roomSize)], ClientId::random(m_rng), QStringLiteral("sent %1").arg(now) + filling}));
}

JjakLoad::Result JjakLoad::closedLoop(int seconds)
{
    m_result = {};
    m_sent = 0;
    m_closedLoop = m_writing = true;
    const qint64 begin = nowNs();
    for (int i = 0; i < int(m_people.size()); ++i)
        write(i);
    m_clients.pollUntil([] { return false; }, seconds * 1000);
    m_writing = false;
    m_result.seconds = double(nowNs() - begin) / 1e9;
    drain();
    return m_result;
}

JjakLoad::Result JjakLoad::openLoop(int perSecond, int seconds)
{
    m_result = {};
    m_sent = 0;
    m_closedLoop = false;
    const qint64 begin = nowNs();
    const quint64 total = quint64(perSecond) * quint64(seconds);
    for (int client = 0; m_sent < total;) {
        const quint64 due = quint64(double(nowNs() - begin) / 1e9 * perSecond);
        for (; m_sent < std::min(due, total); client = (client + 1) % int(m_people.size()))
            write(client);
        m_clients.poll(1);
    }
    m_result.seconds = double(nowNs() - begin) / 1e9;
    drain();
    return m_result;
}

void JjakLoad::drain()
{
    m_clients.pollUntil([this] { return m_result.acknowledged + m_result.refused >= m_sent; }, 10'000);
    m_clients.pollUntil([] { return false; }, 100);
}

} // namespace jjak::bench
