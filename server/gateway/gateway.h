// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <atomic>
#include <memory>
#include <vector>

#include "server/app/ports/fan_out.h"
#include "server/gateway/figures.h"
#include "server/gateway/io_thread.h"

namespace jjak::gateway {

//! Where the gateway listens and how.
struct GatewayOptions {
    int threads = 2;
    GatewayLimits limits;
    HandshakeRules handshake;
    TrustedProxies proxies;
    QSslConfiguration tls; //!< certificate and key, when there is a TLS listener
};

//! All connections of this process: accepts them, spreads them over the I/O threads, and carries answers and events back.
class Gateway final : public app::FanOut, private IoEvents {
public:
    explicit Gateway(GatewayOptions options);
    ~Gateway() override;

    //! Binds and listens; the port that was taken (also for port 0), or an error text for the operator. Before start().
    struct Listening {
        quint16 port = 0;
        QString error;
    };
    Listening listen(const QString &address, quint16 port, bool tls);

    //! Begins to accept. From now on commands go to that door, which must outlive stop(). Connections are numbered from `first` on.
    void start(app::FrontDoor &frontDoor, app::ConnectionId first = 0);
    //! Closes these connections (code 1012), without a list all of them; their clients come again at once. Any thread.
    void sendAway(std::optional<QList<app::ConnectionId>> which);
    //! Says goodbye to everybody (close code 1012), waits until they are gone or 2 s are over, and ends the threads.
    void stop();

    void release(std::vector<app::Outgoing> batch) override;
    //! What GET /health is answered with.
    void setHealth(const QByteArray &text) { m_health = text; }
    //! What GET /ready tells; without it that this server is ready. Before start(); must outlive stop().
    void setReadiness(const app::Readiness &readiness) { m_readiness = &readiness; }
    const Figures &figures() const { return m_figures; }

private:
    void incoming(int descriptor, const IpAddress &address, bool tls) override;
    bool admit(const Peer &peer);

    GatewayOptions m_options;
    QByteArray m_health = "ok\n";
    const app::Readiness *m_readiness = nullptr;
    Figures m_figures;
    Arrivals m_arrivals;
    std::unique_ptr<Surroundings> m_around;
    std::vector<Listener> m_listeners;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::atomic<unsigned> m_turn{0};
};

} // namespace jjak::gateway
