// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/gateway.h"

#include <QHostAddress>
#include <arpa/inet.h>
#include <cerrno>
#include <cstring>
#include <sys/socket.h>
#include <unistd.h>

#include "server/gateway/websocket/frame.h"

namespace jjak::gateway {

namespace {

socklen_t fill(sockaddr_storage &to, const QHostAddress &host, quint16 port)
{
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&to);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(host.toIPv4Address());
        return sizeof *v4;
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&to);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    const Q_IPV6ADDR bytes = host.toIPv6Address();
    std::memcpy(&v6->sin6_addr, bytes.c, sizeof bytes.c);
    return sizeof *v6;
}

quint16 portOf(int descriptor)
{
    sockaddr_storage name{};
    socklen_t length = sizeof name;
    getsockname(descriptor, reinterpret_cast<sockaddr *>(&name), &length);
    return ntohs(name.ss_family == AF_INET ? reinterpret_cast<sockaddr_in *>(&name)->sin_port : reinterpret_cast<sockaddr_in6 *>(&name)->sin6_port);
}

} // namespace

Gateway::Gateway(GatewayOptions options) : m_options(std::move(options)), m_arrivals(m_options.limits.connectionsPerAddress) {}

Gateway::~Gateway()
{
    stop();
    for (const Listener &listener : m_listeners)
        ::close(listener.descriptor);
}

Gateway::Listening Gateway::listen(const QString &address, quint16 port, bool tls)
{
    const QHostAddress host(address);
    const auto failed = [&](const char *what) { return Listening{0, QStringLiteral("cannot %1 %2 port %3: %4").arg(QLatin1String(what), address).arg(port).arg(QString::fromLocal8Bit(strerror(errno)))}; };
    if (host.isNull())
        return {0, QStringLiteral("\"%1\" is no IP address to listen on").arg(address)};
    sockaddr_storage name{};
    const socklen_t length = fill(name, host, port);
    const int descriptor = socket(name.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return failed("open a socket for");
    const int on = 1;
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (::bind(descriptor, reinterpret_cast<sockaddr *>(&name), length) != 0 || ::listen(descriptor, SOMAXCONN) != 0) {
        const Listening error = failed("listen on");
        ::close(descriptor);
        return error;
    }
    m_listeners.push_back({descriptor, tls});
    return {portOf(descriptor), {}};
}

void Gateway::start(app::FrontDoor &frontDoor, app::ConnectionId first)
{
    m_around.reset(new Surroundings{frontDoor, m_options.limits, m_options.handshake, m_health, m_figures, m_options.proxies, m_arrivals});
    m_around->readiness = m_readiness;
    IoEvents &events = *this;
    for (int i = 0; i < m_options.threads; ++i)
        m_threads.push_back(std::make_unique<IoThread>(IoThread::Place{i, m_options.threads, first}, *m_around, events, m_options.tls));
    for (const Listener &listener : m_listeners)
        m_threads.front()->listen(listener);
    for (auto &thread : m_threads)
        thread->start();
}

void Gateway::stop()
{
    for (auto &thread : m_threads)
        thread->post(Stop{});
    for (auto &thread : m_threads)
        thread->join();
}

void Gateway::sendAway(std::optional<QList<app::ConnectionId>> which)
{
    for (auto &thread : m_threads)
        thread->post(SendAway{which});
}

void Gateway::release(std::vector<app::Outgoing> batch)
{
    if (batch.empty())
        return;
    auto parcels = std::make_shared<std::vector<Parcel>>();
    parcels->reserve(batch.size());
    QByteArray payload, wire; // one frame often goes to several accounts: it is encoded once
    const auto encode = [&](QByteArray &frame) {
        if (payload.constData() != frame.constData() || payload.isEmpty()) {
            payload = frame;
            wire = textFrame(frame);
        }
        frame = wire;
    };
    for (app::Outgoing &out : batch) {
        if (auto *answer = std::get_if<app::ToConnection>(&out); answer && answer->binary)
            answer->frame = binaryFrame(answer->frame);
        else if (answer)
            encode(answer->frame);
        else if (auto *event = std::get_if<app::ToAccount>(&out))
            encode(event->frame);
        else if (auto *news = std::get_if<app::ToEverybody>(&out))
            encode(news->frame);
        parcels->push_back({std::move(out)});
    }
    for (auto &thread : m_threads)
        thread->post(Parcels(parcels));
}

void Gateway::incoming(int descriptor, const IpAddress &address, bool tls)
{
    const Peer peer{address, m_options.proxies.has(address)};
    if (!admit(peer)) {
        m_figures.refusedConnections++;
        ::close(descriptor);
        return;
    }
    m_threads[m_turn++ % m_threads.size()]->post(Accepted{descriptor, peer, tls});
}

//! For whom a proxy speaks stands in what it has not said yet: the connection asks then.
bool Gateway::admit(const Peer &peer)
{
    return m_figures.connections < m_options.limits.connections && (peer.isProxy || m_arrivals.enter(countedAs(peer.address)));
}

} // namespace jjak::gateway
