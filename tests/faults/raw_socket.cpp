// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/faults/raw_socket.h"

#include <arpa/inet.h>
#include <cerrno>
#include <fcntl.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/load_clients.h"

namespace jjak::test {

RawSocket::RawSocket(quint16 port, bool narrow) : m_descriptor(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (narrow) {
        const int window = 4096, segment = 536;
        setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &window, sizeof window);
        setsockopt(m_descriptor, IPPROTO_TCP, TCP_MAXSEG, &segment, sizeof segment);
    }
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_descriptor, reinterpret_cast<sockaddr *>(&name), sizeof name) != 0)
        qFatal("no connection to this machine");
    fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
}

RawSocket::~RawSocket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

qint64 RawSocket::write(QByteArrayView bytes)
{
    const ssize_t written = ::send(m_descriptor, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
    return written >= 0 ? written : errno == EAGAIN ? 0 : -1;
}

bool RawSocket::ended()
{
    char buffer[16384];
    for (;;) {
        const ssize_t got = recv(m_descriptor, buffer, sizeof buffer, 0);
        if (got <= 0)
            return got == 0 || errno != EAGAIN;
        m_seen.append(buffer, got);
    }
}

bool RawSocket::hears(QByteArrayView text, int milliseconds)
{
    const qint64 end = nowNs() + qint64(milliseconds) * 1'000'000;
    while (nowNs() < end) {
        const bool over = ended();
        if (m_seen.contains(text))
            return true;
        if (over)
            return false;
        pollfd readable{m_descriptor, POLLIN, 0};
        ::poll(&readable, 1, 10);
    }
    return false;
}

QByteArray openingRequest()
{
    return "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
           "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: jjak.v1\r\n\r\n";
}

QByteArray clientFrame(int opcode, QByteArrayView payload)
{
    QByteArray out(1, char(0x80 | opcode));
    if (payload.size() < 126) {
        out.append(char(0x80 | payload.size()));
    } else {
        out.append(char(0x80 | 126));
        out.append(char(payload.size() >> 8)).append(char(payload.size() & 0xff));
    }
    return out.append(4, '\0').append(payload.data(), payload.size());
}

} // namespace jjak::test
