// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/gateway/socket.h"

namespace jjak::gateway {

//! A non-blocking TCP descriptor in an epoll set; owns the descriptor.
class PlainSocket final : public Socket {
public:
    PlainSocket(int descriptor, int epoll, app::ConnectionId id, SocketOwner &owner, qsizetype bufferLimit);
    ~PlainSocket() override;

    int descriptor() const { return m_descriptor; }

private:
    bool write(OutQueue &queue) override;
    void endOfStream() override;
    void watchWriting(bool on);

    int m_descriptor, m_epoll;
    bool m_watchesWriting = false;
};

} // namespace jjak::gateway
