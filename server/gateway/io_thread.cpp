// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/io_thread.h"

#include <QEventLoop>
#include <QSocketNotifier>
#include <QTimer>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "server/gateway/plain_socket.h"
#include "server/gateway/tls_socket.h"

namespace jjak::gateway {

namespace {

constexpr app::ConnectionId listenerMark = app::ConnectionId(1) << 63; //!< in epoll data: a listener, by its descriptor
constexpr app::ConnectionId mailboxMark = listenerMark | (app::ConnectionId(1) << 62);
constexpr int eventsAtOnce = 1024;
constexpr int turnsAtOnce = 4; //!< full sets of events taken before answers are flushed
constexpr int sweepEveryMs = 500;
constexpr size_t readAtOnce = 64 * 1024;

void watch(int epoll, int descriptor, app::ConnectionId mark)
{
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = mark;
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

IpAddress addressOf(const sockaddr_storage &peer)
{
    IpAddress address;
    if (peer.ss_family == AF_INET6)
        std::memcpy(address.bytes.data(), &reinterpret_cast<const sockaddr_in6 &>(peer).sin6_addr, address.bytes.size());
    if (peer.ss_family != AF_INET)
        return address;
    std::array<std::uint8_t, 4> four{};
    std::memcpy(four.data(), &reinterpret_cast<const sockaddr_in &>(peer).sin_addr, four.size());
    return IpAddress::fromV4(four);
}

int openReserve()
{
    return ::open("/dev/null", O_RDONLY | O_CLOEXEC);
}

} // namespace

//! A connection with the socket that carries it.
struct IoThread::Client {
    std::unique_ptr<Socket> socket;
    PlainSocket *plain = nullptr;
    TlsSocket *tls = nullptr;
    std::unique_ptr<Connection> connection;
};

IoThread::IoThread(const Place &place, const Surroundings &around, IoEvents &events, const QSslConfiguration &tls)
    : m_place(place), m_around(around), m_events(events), m_tls(tls), m_epoll(epoll_create1(EPOLL_CLOEXEC)), m_reserve(openReserve()), m_buffer(readAtOnce),
      m_next(place.first + app::ConnectionId(place.index + place.count))
{
    m_clock.start();
    watch(m_epoll, m_mailbox.descriptor(), mailboxMark);
}

IoThread::~IoThread()
{
    join();
    ::close(m_epoll);
    ::close(m_reserve);
}

void IoThread::listen(const Listener &listener)
{
    m_listeners.push_back(listener);
    watch(m_epoll, listener.descriptor, listenerMark | app::ConnectionId(listener.descriptor));
}

void IoThread::start()
{
    m_thread = std::thread([this] { run(); });
}

void IoThread::join()
{
    if (m_thread.joinable())
        m_thread.join();
}

void IoThread::run()
{
    QEventLoop loop;
    QSocketNotifier notifier(m_epoll, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [this] { turn(); });
    QTimer timer;
    QObject::connect(&timer, &QTimer::timeout, &timer, [this] { sweep(); });
    timer.start(sweepEveryMs);
    m_quit = [&loop] { loop.quit(); };
    loop.exec();
    m_clients.clear(); // here, because TLS sockets belong to this thread
}

void IoThread::turn()
{
    epoll_event events[eventsAtOnce];
    int count = eventsAtOnce;
    for (int i = 0; i < turnsAtOnce && count == eventsAtOnce; ++i) {
        count = epoll_wait(m_epoll, events, eventsAtOnce, 0);
        for (int k = 0; k < count; ++k) {
            const app::ConnectionId mark = events[k].data.u64;
            if (mark == mailboxMark) {
                for (const Letter &letter : m_mailbox.take()) {
                    if (const auto *parcels = std::get_if<Parcels>(&letter))
                        handOut(*parcels);
                    else if (const auto *accepted = std::get_if<Accepted>(&letter))
                        adopt(*accepted);
                    else if (std::holds_alternative<Stop>(letter))
                        stopSoon();
                    else
                        sendAway(std::get<SendAway>(letter));
                }
            } else if (mark & listenerMark) {
                const auto it = std::ranges::find(m_listeners, int(mark & 0x7fffffff), &Listener::descriptor);
                if (it != m_listeners.end())
                    acceptAll(*it);
            } else if (Client *client = find(mark)) {
                if (events[k].events & EPOLLOUT)
                    client->socket->flush();
                if (events[k].events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR))
                    read(*client);
            }
        }
    }
    flushAll();
    buryClosed();
}

void IoThread::sweep()
{
    for (auto &[id, client] : m_clients)
        client->connection->expire(now());
    flushAll();
    buryClosed();
}

void IoThread::acceptAll(const Listener &listener)
{
    for (int i = 0; i < 256; ++i) {
        sockaddr_storage peer{};
        socklen_t length = sizeof peer;
        const int descriptor = accept4(listener.descriptor, reinterpret_cast<sockaddr *>(&peer), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor >= 0) {
            m_events.incoming(descriptor, addressOf(peer), listener.tls);
        } else if (errno == EMFILE || errno == ENFILE) {
            ::close(m_reserve);
            ::close(accept4(listener.descriptor, nullptr, nullptr, SOCK_CLOEXEC));
            m_reserve = openReserve();
            m_around.figures.refusedConnections++;
        } else if (errno != EINTR && errno != ECONNABORTED) {
            return;
        }
    }
}

void IoThread::adopt(const Accepted &accepted)
{
    const app::ConnectionId id = m_next;
    m_next += app::ConnectionId(m_place.count);
    auto client = std::make_unique<Client>();
    Client &c = *client;
    SocketOwner &owner = *this;
    if (accepted.tls) {
        auto socket = std::make_unique<TlsSocket>(accepted.descriptor, m_tls, id, owner, m_around.limits.outBufferBytes, [this, id] {
            if (Client *reading = find(id))
                read(*reading);
            flushAll();
        });
        c.tls = socket.get();
        c.socket = std::move(socket);
    } else {
        auto socket = std::make_unique<PlainSocket>(accepted.descriptor, m_epoll, id, owner, m_around.limits.outBufferBytes);
        c.plain = socket.get();
        c.socket = std::move(socket);
    }
    c.connection = std::make_unique<Connection>(id, accepted.peer, *c.socket, m_around, now());
    m_clients.emplace(id, std::move(client));
    m_around.figures.connections++;
    m_around.figures.accepted++;
    if (m_stopping)
        c.connection->close(CloseServiceRestart, "going down", now());
}

void IoThread::read(Client &client)
{
    if (client.tls) {
        for (QByteArray bytes = client.tls->bytes(qint64(readAtOnce)); !bytes.isEmpty(); bytes = client.tls->bytes(qint64(readAtOnce)))
            receive(client, {bytes.data(), size_t(bytes.size())});
        return;
    }
    const ssize_t got = recv(client.plain->descriptor(), m_buffer.data(), m_buffer.size(), 0);
    if (got > 0)
        receive(client, {m_buffer.data(), size_t(got)});
    else if (got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR))
        client.socket->abort();
}

void IoThread::receive(Client &client, std::span<char> bytes)
{
    client.connection->receive(bytes, now());
}

void IoThread::handOut(const Parcels &parcels)
{
    for (const Parcel &parcel : *parcels) {
        if (const auto *answer = std::get_if<app::ToConnection>(&parcel.what)) {
            if (Client *client = m_place.holds(answer->connection) ? find(answer->connection) : nullptr)
                client->connection->deliver(answer->frame, answer->chunk ? Connection::Answers::Chunk : Connection::Answers::Command);
        } else if (const auto *event = std::get_if<app::ToAccount>(&parcel.what)) {
            deliver(*event);
        } else if (const auto *news = std::get_if<app::ToEverybody>(&parcel.what)) {
            for (Client *client : std::as_const(m_devices))
                client->connection->deliver(news->frame, Connection::Answers::Nothing);
        } else if (const auto *bound = std::get_if<app::Bind>(&parcel.what)) {
            bind(*bound);
        } else {
            end(std::get<app::EndDevice>(parcel.what));
        }
    }
}

void IoThread::bind(const app::Bind &bound)
{
    if (const Client *here = m_devices.value(bound.identity.device); here && here->connection->id() == bound.connection)
        return here->connection->bind(bound.identity); // told again, or what it may do is another thing
    if (Client *old = m_devices.value(bound.identity.device); old && old->connection->id() != bound.connection) {
        unbind(*old);
        old->connection->end(protocol::SessionEnd::Replaced, now());
    }
    if (!m_place.holds(bound.connection))
        return;
    Client *client = find(bound.connection);
    // Who hung up while the sign-in was under way is thought to be here, and nobody else would say otherwise.
    if (!client || client->connection->closing())
        return m_around.frontDoor.gone(bound.identity, bound.connection);
    // Two sign-ins that waited for a database that was away: the later one counts.
    if (const auto before = client->connection->identity()) {
        unbind(*client);
        m_around.frontDoor.gone(*before, bound.connection);
    }
    client->connection->bind(bound.identity);
    m_devices.insert(bound.identity.device, client);
    m_accounts[bound.identity.account].append(client);
    m_around.figures.signedIn++;
}

void IoThread::deliver(const app::ToAccount &parcel)
{
    const auto it = m_accounts.constFind(parcel.account);
    if (it == m_accounts.cend())
        return;
    for (Client *client : *it)
        client->connection->deliver(parcel.frame, Connection::Answers::Nothing);
}

void IoThread::end(const app::EndDevice &parcel)
{
    if (Client *client = m_devices.value(parcel.device))
        client->connection->end(parcel.reason, now());
}

void IoThread::unbind(Client &client)
{
    const auto &identity = client.connection->identity();
    if (!identity || m_devices.value(identity->device) != &client)
        return;
    m_devices.remove(identity->device);
    const auto it = m_accounts.find(identity->account);
    it->removeOne(&client);
    if (it->isEmpty())
        m_accounts.erase(it);
    m_around.figures.signedIn--;
}

void IoThread::flushAll()
{
    while (!m_toFlush.empty()) {
        for (const app::ConnectionId id : std::exchange(m_toFlush, {})) {
            if (Client *client = find(id))
                client->socket->flush();
        }
    }
}

void IoThread::buryClosed()
{
    for (const app::ConnectionId id : std::exchange(m_closed, {})) {
        const auto it = m_clients.find(id);
        if (it == m_clients.end())
            continue;
        Client &client = *it->second;
        const auto identity = client.connection->identity();
        if (identity && m_devices.value(identity->device) == &client)
            m_around.frontDoor.gone(*identity, id);
        unbind(client);
        m_around.figures.connections--;
        m_clients.erase(it);
    }
    if (m_stopping && m_clients.empty())
        m_quit();
}

void IoThread::stopSoon()
{
    m_stopping = true;
    for (const Listener &listener : m_listeners)
        epoll_ctl(m_epoll, EPOLL_CTL_DEL, listener.descriptor, nullptr);
    sayGoodbye();
}

void IoThread::sendAway(const SendAway &letter)
{
    if (!letter.which)
        return sayGoodbye();
    for (const app::ConnectionId id : *letter.which) {
        if (Client *client = find(id))
            client->connection->close(CloseServiceRestart, "begin anew", now());
    }
}

void IoThread::sayGoodbye()
{
    for (auto &[id, client] : m_clients)
        client->connection->close(CloseServiceRestart, "going down", now());
}

IoThread::Client *IoThread::find(app::ConnectionId id)
{
    const auto it = m_clients.find(id);
    return it == m_clients.end() ? nullptr : it->second.get();
}

} // namespace jjak::gateway
