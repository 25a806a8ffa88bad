// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslConfiguration>
#include <QSslSocket>
#include <functional>

#include "server/gateway/socket.h"

namespace jjak::gateway {

//! TLS over Qt. Qt's own buffers have no bound, so bytes stay in our queue until Qt has room for a little more.
class TlsSocket final : public Socket {
public:
    //! Takes the descriptor over and begins the TLS handshake. `readable` is called when bytes() may give some.
    TlsSocket(int descriptor, const QSslConfiguration &configuration, app::ConnectionId id, SocketOwner &owner, qsizetype bufferLimit, std::function<void()> readable);

    //! Decrypted bytes, at most `most`.
    QByteArray bytes(qint64 most) { return m_socket.read(most); }

private:
    bool write(OutQueue &queue) override;
    void endOfStream() override;

    QSslSocket m_socket;
    bool m_writing = false;
};

} // namespace jjak::gateway
