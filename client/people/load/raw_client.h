// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <cstdint>
#include <functional>

#include "common/base/rng.h"

namespace jjak::people {

//! One WebSocket connection to a plain ws:// server, as light as possible: a non-blocking socket, a buffer each way, text
//! frames and pings. It trusts the server that it loads. The owner polls the descriptor.
class RawClient {
public:
    RawClient() = default;
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    //! IPv4 address as a number. False when no socket could be had.
    bool connectTo(const QByteArray &address, quint16 port, Rng &rng);
    void close();
    int descriptor() const { return m_socket; }
    bool isOpen() const { return m_open; }
    bool wantsToWrite() const { return !m_out.isEmpty(); }

    void send(const QByteArray &text);
    void ping();
    //! Reads what is there and hands over every text. False when the connection is over.
    bool read(const std::function<void(QByteArrayView)> &text);
    //! Writes what waits. False when the connection is over.
    bool write();

private:
    bool readHandshake();
    void frame(std::uint8_t opcode, QByteArrayView payload);

    int m_socket = -1;
    bool m_open = false; //!< the handshake is done
    std::uint32_t m_mask = 0;
    QByteArray m_in, m_out;
};

} // namespace jjak::people
