// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <functional>
#include <string>
#include <vector>

namespace jjak::test {

//! Nanoseconds of a clock that never jumps.
qint64 nowNs();

//! Thousands of plain WebSocket clients in one thread over one epoll set: as little as possible of its own cost, so that
//! what is measured is the server. It speaks correct client frames (masked with the zero key) and reads what comes.
class LoadClients {
public:
    //! payload is valid during the call only.
    using OnText = std::function<void(int client, QByteArrayView payload)>;

    //! subprotocol may be empty.
    LoadClients(quint16 port, QByteArray path, QByteArray subprotocol, OnText onText) : LoadClients(std::vector<quint16>{port}, std::move(path), std::move(subprotocol), std::move(onText)) {}
    //! One after the other they take these ports in turn.
    LoadClients(std::vector<quint16> ports, QByteArray path, QByteArray subprotocol, OnText onText);
    ~LoadClients();
    LoadClients(const LoadClients &) = delete;
    LoadClients &operator=(const LoadClients &) = delete;

    //! Connects so many more; returns when all handshakes are done. false when one fails or 30 s pass.
    bool connect(int count);
    void send(int client, QByteArrayView text);
    void sendBinary(int client, QByteArrayView bytes);
    //! One more that is not connected yet; its number. For those who connect one by one, to different servers, and again.
    int add();
    //! Begins to connect it to that port of this machine, anew when it was connected. Not during a call from here.
    void open(int client, quint16 port);
    //! Ends its connection without a goodbye; onChange is not called. Not during a call from here.
    void close(int client);
    //! Told when a handshake is done, and when a connection was refused or is gone.
    void setOnChange(std::function<void(int client, bool open)> onChange) { m_onChange = std::move(onChange); }
    //! What comes in binary frames; without it they are thrown away.
    void setOnBinary(OnText onBinary) { m_onBinary = std::move(onBinary); }
    //! Handles what is ready, waiting at most so long for something to be. Writes are made at the end, once a client.
    void poll(int timeoutMs);
    //! Polls until the condition holds; false after so many milliseconds.
    bool pollUntil(const std::function<bool()> &condition, int timeoutMs);
    int size() const { return int(m_clients.size()); }
    int closed() const { return m_closed; } //!< how many the server has closed

private:
    struct Client {
        int descriptor = -1;
        bool open = false; //!< handshake done
        bool dirty = false;
        std::string in, out;
    };
    void queue(int index, std::string frame);
    void begin(int index, quint16 port);
    void read(int index);
    void parse(int index);
    void flush(int index);
    void fail(int index);

    std::vector<quint16> m_ports;
    QByteArray m_path, m_subprotocol;
    OnText m_onText, m_onBinary;
    std::function<void(int client, bool open)> m_onChange;
    int m_epoll;
    int m_opened = 0, m_closed = 0;
    std::vector<Client> m_clients;
    std::vector<int> m_dirty;
};

} // namespace jjak::test
