// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/writers.h"

#include <QMap>
#include <QSet>
#include <algorithm>

#include "common/protocol/frame.h"

namespace jjak::test {

using namespace protocol;

namespace {

constexpr int openAtOnce = 8; //!< messages of one writer that may wait for their acknowledgement

using Stored = QMap<qint64, Message>;

//! Reads a whole room and counts what is wrong with it by itself.
Stored readRoom(app::Stores &stores, RoomId room, Writers::Verdict &verdict)
{
    Stored stored;
    QSet<ClientId> seen;
    QHash<int, int> last;
    for (auto page = stores.messages.page(room, {}, 0, 1000); !page.isEmpty(); page = stores.messages.page(room, {}, stored.lastKey(), 1000)) {
        for (const Message &m : page) {
            verdict.gaps += m.seq != (stored.isEmpty() ? 0 : stored.lastKey()) + 1;
            verdict.doubled += seen.contains(*m.cid);
            verdict.disordered += m.text.toInt() <= last.value(m.author);
            last[m.author] = m.text.toInt();
            seen.insert(*m.cid);
            stored.insert(m.seq, m);
        }
    }
    return stored;
}

} // namespace

Writers::Writers(std::vector<PreparedPerson> people, std::vector<RoomId> rooms, int roomSize)
{
    for (size_t i = 0; i < people.size(); ++i) {
        Writer writer;
        writer.person = people[i];
        writer.room = rooms[i / size_t(roomSize)];
        m_writers.push_back(std::move(writer));
    }
}

bool Writers::finish(quint16 port)
{
    return session(port, 20'000, false) && allAcknowledged();
}

bool Writers::allAcknowledged() const
{
    return std::ranges::all_of(m_writers, [](const Writer &w) { return w.open.empty(); });
}

bool Writers::session(quint16 port, int milliseconds, bool writeMore)
{
    LoadClients clients(port, "/", "jjak.v1", [this](int index, QByteArrayView payload) { onText(index, payload); });
    m_clients = &clients;
    m_signedIn = 0;
    m_writeMore = writeMore;
    const int count = int(m_writers.size());
    if (!clients.connect(count))
        return false;
    for (int i = 0; i < count; ++i) {
        m_writers[size_t(i)].requests.clear();
        clients.send(i, encodeRequest(1, cmd::Hello{limits::protocolVersion, QStringLiteral("writer"), {}}));
        clients.send(i, encodeRequest(2, cmd::Resume{m_writers[size_t(i)].person.token}));
    }
    if (!clients.pollUntil([&] { return m_signedIn == count; }, 10'000))
        return false;
    for (int i = 0; i < count; ++i) {
        for (const Written &message : m_writers[size_t(i)].open)
            send(i, message);
        while (m_writeMore && m_writers[size_t(i)].open.size() < openAtOnce)
            writeNext(i);
    }
    clients.pollUntil([&] { return !writeMore && allAcknowledged(); }, milliseconds);
    m_clients = nullptr;
    return true;
}

void Writers::onText(int index, QByteArrayView payload)
{
    if (!payload.startsWith("{\"re\":"))
        return;
    const auto frame = parseServerFrame(payload);
    const auto *answered = frame ? std::get_if<Answered>(&*frame) : nullptr;
    const auto *ok = answered ? std::get_if<QJsonObject>(&answered->result) : nullptr;
    if (!ok)
        return;
    if (answered->re == 2)
        ++m_signedIn;
    Writer &writer = m_writers[size_t(index)];
    const auto request = writer.requests.constFind(answered->re);
    if (request == writer.requests.cend())
        return;
    const auto sent = decode<cmd::Sent>(QJsonValue(*ok));
    const auto it = std::ranges::find(writer.open, *request, &Written::cid);
    if (!sent || it == writer.open.end()) {
        m_contradiction = QStringLiteral("an acknowledgement that fits nothing");
        return;
    }
    it->seq = sent->seq;
    writer.acknowledged.push_back(*it);
    writer.open.erase(it);
    if (m_writeMore)
        writeNext(index);
}

void Writers::writeNext(int index)
{
    Writer &writer = m_writers[size_t(index)];
    writer.open.push_back({ClientId::random(m_rng), writer.nextNumber++, 0});
    send(index, writer.open.back());
}

void Writers::send(int index, const Written &message)
{
    Writer &writer = m_writers[size_t(index)];
    const qint64 request = writer.nextRequest++;
    writer.requests.insert(request, message.cid);
    m_clients->send(index, encodeRequest(request, cmd::Send{writer.room, message.cid, QString::number(message.number)}));
}

quint64 Writers::acknowledged() const
{
    quint64 sum = 0;
    for (const Writer &w : m_writers)
        sum += w.acknowledged.size();
    return sum;
}

quint64 Writers::written() const
{
    quint64 sum = 0;
    for (const Writer &w : m_writers)
        sum += quint64(w.nextNumber - 1);
    return sum;
}

Writers::Verdict Writers::compare(app::Stores &stores) const
{
    Verdict verdict;
    QMap<RoomId, Stored> rooms;
    for (const Writer &w : m_writers) {
        if (!rooms.contains(w.room))
            rooms.insert(w.room, readRoom(stores, w.room, verdict));
    }
    for (const Writer &w : m_writers) {
        for (const Written &m : w.acknowledged)
            verdict.lost += rooms[w.room].value(m.seq).cid != m.cid;
    }
    return verdict;
}

} // namespace jjak::test
