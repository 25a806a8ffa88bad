// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/load/load.h"

#include <cstdio>
#include <ctime>
#include <sys/epoll.h>
#include <unistd.h>

namespace jjak::people {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

constexpr qint64 second = 1'000'000; // µs
constexpr QByteArrayView stampBegin = "due=";

qint64 steadyMicroseconds()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

//! The digits after a marker; -1 without it.
qint64 numberAfter(QByteArrayView text, QByteArrayView marker)
{
    const qsizetype at = text.indexOf(marker);
    if (at < 0)
        return -1;
    qint64 number = 0;
    for (qsizetype i = at + marker.size(); i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
        number = number * 10 + (text[i] - '0');
    return number;
}

} // namespace

Load::Load(LoadConfig config, Rng &rng) : m_config(std::move(config)), m_rng(rng), m_epoll(::epoll_create1(EPOLL_CLOEXEC)), m_begin(steadyMicroseconds())
{
    m_peers.resize(size_t(m_config.connections / 2 * 2));
    for (auto &peer : m_peers)
        peer = std::make_unique<Peer>();
    m_padding = QByteArray(std::max(0, m_config.textBytes - 40), 'x');
}

Load::~Load()
{
    ::close(m_epoll);
}

qint64 Load::now() const
{
    return steadyMicroseconds() - m_begin;
}

void Load::lost(size_t index)
{
    Peer &peer = *m_peers[index];
    if (m_measuring && peer.stage == Stage::Ready)
        ++m_result.lostConnections;
    peer.socket.close(); // leaves the epoll set by itself
    peer.stage = Stage::Closed;
    peer.retryAt = std::max(peer.retryAt, now() + second / 5);
}

void Load::watch(size_t index)
{
    epoll_event event = {};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u64 = index;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, m_peers[index]->socket.descriptor(), &event);
}

void Load::poll(int milliseconds)
{
    std::array<epoll_event, 512> events;
    const int count = ::epoll_wait(m_epoll, events.data(), int(events.size()), milliseconds);
    for (int i = 0; i < count; ++i) {
        const auto index = size_t(events[size_t(i)].data.u64);
        Peer &peer = *m_peers[index];
        const auto what = events[size_t(i)].events;
        bool alive = peer.socket.descriptor() >= 0;
        if (alive && (what & EPOLLOUT)) {
            alive = peer.socket.write();
            epoll_event event = {};
            event.events = peer.socket.wantsToWrite() ? EPOLLIN | EPOLLOUT : EPOLLIN;
            event.data.u64 = index;
            ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, peer.socket.descriptor(), &event);
        }
        if (alive && (what & (EPOLLIN | EPOLLHUP | EPOLLERR)))
            alive = peer.socket.read([this, index](QByteArrayView text) { hear(index, text); });
        if (alive && peer.stage == Stage::Connecting && peer.socket.isOpen()) {
            peer.stage = Stage::Greeting;
            peer.socket.send(std::exchange(peer.hello, {}));
        }
        if (!alive && peer.stage != Stage::Closed)
            lost(index);
    }
    if (now() - m_lastPing > 15 * second) {
        m_lastPing = now();
        for (auto &peer : m_peers) {
            if (peer->socket.isOpen())
                peer->socket.ping();
        }
    }
}

void Load::hear(size_t index, QByteArrayView text)
{
    Peer &peer = *m_peers[index];
    if (peer.stage == Stage::Ready && m_measuring)
        hearLoad(peer, index, text);
    else
        hearSetup(index, text);
}

//! The hot path: looks for the two numbers that matter instead of decoding the frame.
void Load::hearLoad(Peer &peer, size_t index, QByteArrayView text)
{
    if (text.startsWith("{\"re\":")) {
        const auto it = peer.waiting.constFind(numberAfter(text, "{\"re\":"));
        if (it == peer.waiting.constEnd())
            return;
        if (text.indexOf("\"err\"") < 0) {
            ++m_result.acknowledged;
            m_result.ack.add(now() - *it);
        } else {
            ++m_result.refused;
        }
        peer.waiting.erase(it);
        return;
    }
    if (text.indexOf("\"room.message\"") < 0)
        return;
    const qint64 due = numberAfter(text, stampBegin), from = numberAfter(text, "from=");
    if (due < 0 || from < 0 || size_t(from) == index)
        return;
    ++m_result.delivered;
    m_result.delivery.add(now() - due);
}

void Load::sendOne(qint64 number, qint64 due)
{
    const auto rooms = qint64(m_peers.size() / 2);
    const auto index = size_t(number % rooms * 2 + number / rooms % 2); // the two of a room take turns
    Peer &peer = *m_peers[index];
    if (peer.stage != Stage::Ready)
        return;
    cmd::Send send;
    send.room = peer.room;
    send.cid = ClientId::random(m_rng);
    send.text = QString::fromLatin1("due=" + QByteArray::number(due) + " from=" + QByteArray::number(index) + ' ' + m_padding);
    const qint64 id = peer.nextId++;
    peer.waiting.insert(id, due);
    peer.socket.send(encodeRequest(id, send));
    ++m_result.sent;
}

void Load::measure()
{
    m_measuring = true;
    const qint64 begin = now(), end = begin + m_config.seconds * second;
    qint64 number = 0;
    while (now() < end) {
        const auto dueNumber = qint64(double(now() - begin) * m_config.rate / double(second));
        for (int burst = 0; number < dueNumber && burst < 256; ++burst, ++number)
            sendOne(number, begin + qint64(double(number) * double(second) / m_config.rate));
        poll(number < dueNumber ? 0 : 1);
    }
    m_result.seconds = double(now() - begin) / double(second);
    const qint64 patience = now() + 5 * second; // for what is still under way
    while (now() < patience && m_result.acknowledged + m_result.refused < m_result.sent)
        poll(10);
    const qint64 lastDeliveries = now() + second / 2;
    while (now() < lastDeliveries && m_result.delivered < m_result.acknowledged)
        poll(10);
}

LoadResult Load::run()
{
    readTokens();
    qint64 told = 0;
    while (!isAllReady() && now() < m_config.setupSeconds * second) {
        openSome();
        poll(10);
        if (now() - told > 2 * second) {
            told = now();
            std::printf("%s\n", qPrintable(progress()));
            std::fflush(stdout);
        }
    }
    writeTokens();
    m_result.ready = isAllReady();
    m_result.rooms = int(m_peers.size() / 2);
    if (m_result.ready)
        measure();
    else
        m_result.problem = progress() + u"; "_s + m_result.problem;
    return m_result;
}

} // namespace jjak::people
