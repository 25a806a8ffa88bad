// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <utility>

namespace jjak::test {

//! A client's TCP connection to this machine that does what no good client does: stops half way, writes without reading.
class RawSocket {
public:
    //! Narrow: small windows and segments, so that what is not read piles up at the server and not in the kernel.
    explicit RawSocket(quint16 port, bool narrow = false);
    ~RawSocket();
    RawSocket(RawSocket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)), m_seen(std::move(other.m_seen)) {}
    RawSocket &operator=(RawSocket &&) = delete;

    //! How many bytes the kernel took; -1 when the connection is broken.
    qint64 write(QByteArrayView bytes);
    //! Reads what is there; true when the server has ended the connection.
    bool ended();
    //! Reads until the server has said this; false when it ends or says nothing of that kind for so long.
    bool hears(QByteArrayView text, int milliseconds);
    //! Everything read so far.
    const QByteArray &seen() const { return m_seen; }
    //! Gives the descriptor away.
    int release() { return std::exchange(m_descriptor, -1); }

private:
    int m_descriptor;
    QByteArray m_seen;
};

//! The request that opens a WebSocket of Jjak.
QByteArray openingRequest();
//! A whole client frame, masked with the zero key.
QByteArray clientFrame(int opcode, QByteArrayView payload);

} // namespace jjak::test
