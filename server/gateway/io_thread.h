// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QHash>
#include <QSslConfiguration>
#include <functional>
#include <thread>
#include <unordered_map>

#include "server/gateway/connection.h"
#include "server/gateway/mailbox.h"
#include "server/gateway/parcel.h"
#include "server/gateway/socket.h"

namespace jjak::gateway {

//! A listening socket, watched by one of the I/O threads.
struct Listener {
    int descriptor = -1;
    bool tls = false;
};

//! What an I/O thread tells the gateway; called in the I/O thread.
class IoEvents {
public:
    virtual ~IoEvents() = default;
    virtual void incoming(int descriptor, const IpAddress &address, bool tls) = 0;
};

//! One thread with a Qt event loop and a private epoll set behind a single notifier: reads all that is ready, hands out
//! what arrived in the mailbox, then flushes every touched connection once.
class IoThread final : private SocketOwner {
public:
    //! index of count threads: the ids of its connections, counted from the first of this server, are index modulo count, so that everybody
    //! knows where one lives.
    struct Place {
        int index = 0, count = 1;
        app::ConnectionId first = 0;
        bool holds(app::ConnectionId id) const { return app::nodeOf(id) == app::nodeOf(first) && (id - first) % app::ConnectionId(count) == app::ConnectionId(index); }
    };
    IoThread(const Place &place, const Surroundings &around, IoEvents &events, const QSslConfiguration &tls);
    ~IoThread() override;

    void listen(const Listener &listener); //!< before start()
    void start();
    void post(Letter letter) { m_mailbox.post(std::move(letter)); } //!< any thread
    void join();

private:
    struct Client;

    void run();
    void turn();
    void sweep();
    void acceptAll(const Listener &listener);
    void adopt(const Accepted &accepted);
    void read(Client &client);
    void receive(Client &client, std::span<char> bytes);
    void handOut(const Parcels &parcels);
    void bind(const app::Bind &bind);
    void deliver(const app::ToAccount &parcel);
    void end(const app::EndDevice &parcel);
    void unbind(Client &client);
    void flushAll();
    void buryClosed(); //!< never from within a socket's own signal
    void stopSoon();
    void sendAway(const SendAway &letter);
    void sayGoodbye();
    Ticks now() const { return m_clock.elapsed(); }
    Client *find(app::ConnectionId id);

    void wantsFlush(app::ConnectionId id) override { m_toFlush.push_back(id); }
    void closed(app::ConnectionId id) override { m_closed.push_back(id); }

    const Place m_place;
    const Surroundings &m_around;
    IoEvents &m_events;
    QSslConfiguration m_tls;
    int m_epoll;
    int m_reserve; //!< given up for a moment when descriptors run out, so that a newcomer can be turned away
    Mailbox<Letter> m_mailbox;
    QElapsedTimer m_clock;
    std::vector<Listener> m_listeners;
    std::unordered_map<app::ConnectionId, std::unique_ptr<Client>> m_clients;
    QHash<AccountId, QList<Client *>> m_accounts;
    QHash<DeviceId, Client *> m_devices;
    std::vector<app::ConnectionId> m_toFlush, m_closed;
    std::vector<char> m_buffer;
    app::ConnectionId m_next;
    bool m_stopping = false;
    std::function<void()> m_quit;
    std::thread m_thread;
};

} // namespace jjak::gateway
