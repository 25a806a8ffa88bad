// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/plain_socket.h"

#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace jjak::gateway {

namespace {

constexpr int entriesAtOnce = 64;

} // namespace

PlainSocket::PlainSocket(int descriptor, int epoll, app::ConnectionId id, SocketOwner &owner, qsizetype bufferLimit)
    : Socket(id, owner, bufferLimit), m_descriptor(descriptor), m_epoll(epoll)
{
    // Nagle's algorithm would hold small frames back for up to 40 ms.
    const int on = 1;
    setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &kernelBufferBytes, sizeof kernelBufferBytes);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP;
    event.data.u64 = id;
    epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event);
}

PlainSocket::~PlainSocket()
{
    ::close(m_descriptor);
}

bool PlainSocket::write(OutQueue &queue)
{
    while (!queue.isEmpty()) {
        iovec entries[entriesAtOnce];
        msghdr message{};
        message.msg_iov = entries;
        message.msg_iovlen = size_t(queue.fill(entries, entriesAtOnce));
        const ssize_t written = sendmsg(m_descriptor, &message, MSG_NOSIGNAL);
        if (written >= 0) {
            queue.written(written);
        } else if (errno == EAGAIN || errno == EWOULDBLOCK) {
            watchWriting(true);
            return true;
        } else if (errno != EINTR) {
            return false;
        }
    }
    watchWriting(false);
    return true;
}

void PlainSocket::endOfStream()
{
    shutdown(m_descriptor, SHUT_WR);
}

void PlainSocket::watchWriting(bool on)
{
    if (on == m_watchesWriting)
        return;
    m_watchesWriting = on;
    epoll_event event{};
    event.events = EPOLLIN | EPOLLRDHUP | (on ? EPOLLOUT : 0u);
    event.data.u64 = m_id;
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, m_descriptor, &event);
}

} // namespace jjak::gateway
