// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSslConfiguration>
#include <atomic>
#include <memory>
#include <mutex>
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

    //! Begins to accept. From now on commands go to that door, which must outlive stop().
    void start(app::FrontDoor &frontDoor);
    //! Says goodbye to everybody (close code 1012), waits until they are gone or 2 s are over, and ends the threads.
    void stop();

    void release(std::vector<app::Outgoing> batch) override;
    //! What GET /health is answered with.
    void setHealth(const QByteArray &text) { m_health = text; }
    const Figures &figures() const { return m_figures; }

private:
    void incoming(int descriptor, const QString &address, bool tls) override;
    void closed(const QString &address) override;
    bool admit(const QString &address);

    GatewayOptions m_options;
    QByteArray m_health = "ok\n";
    Figures m_figures;
    std::unique_ptr<Surroundings> m_around;
    std::vector<Listener> m_listeners;
    std::vector<std::unique_ptr<IoThread>> m_threads;
    std::atomic<unsigned> m_turn{0};
    std::mutex m_mutex;              //!< guards m_addresses
    QHash<QString, int> m_addresses; //!< connections by peer address
};

} // namespace jjak::gateway
