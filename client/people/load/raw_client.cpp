// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/load/raw_client.h"

#include <arpa/inet.h>
#include <cerrno>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

namespace jjak::people {

namespace {

enum Opcode : std::uint8_t { Text = 1, Close = 8, Ping = 9, Pong = 10 };

} // namespace

RawClient::~RawClient()
{
    close();
}

bool RawClient::connectTo(const QByteArray &address, quint16 port, Rng &rng)
{
    close();
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    sockaddr_in to = {};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    if (m_socket < 0 || ::inet_pton(AF_INET, address.constData(), &to.sin_addr) != 1)
        return false;
    const int yes = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&to), sizeof to) != 0 && errno != EINPROGRESS)
        return false;
    std::array<std::uint8_t, 20> random{};
    rng.fill(random);
    const QByteArray key(reinterpret_cast<const char *>(random.data()), 16);
    std::memcpy(&m_mask, random.data() + 16, sizeof m_mask);
    m_out = "GET / HTTP/1.1\r\nHost: " + address + ":" + QByteArray::number(port) + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: " + key.toBase64()
        + "\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Protocol: jjak.v1\r\n\r\n";
    return true;
}

void RawClient::close()
{
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
    m_open = false;
    m_in.clear();
    m_out.clear();
}

void RawClient::frame(std::uint8_t opcode, QByteArrayView payload)
{
    const auto size = std::uint64_t(payload.size());
    m_out.append(char(0x80 | opcode));
    if (size < 126) {
        m_out.append(char(0x80 | size));
    } else {
        m_out.append(char(0x80 | 126)).append(char(size >> 8)).append(char(size & 0xFF)); // commands are below 64 KiB
    }
    char mask[4];
    std::memcpy(mask, &m_mask, 4);
    m_mask = m_mask * 1664525 + 1013904223; // hides nothing here, but has to be there
    m_out.append(mask, 4);
    const qsizetype begin = m_out.size();
    m_out.append(payload.data(), payload.size());
    char *bytes = m_out.data() + begin;
    for (qsizetype i = 0; i < payload.size(); ++i)
        bytes[i] = char(bytes[i] ^ mask[i & 3]);
}

void RawClient::send(const QByteArray &text)
{
    frame(Text, text);
    write();
}

void RawClient::ping()
{
    frame(Ping, {});
    write();
}

bool RawClient::write()
{
    while (!m_out.isEmpty()) {
        const auto count = ::send(m_socket, m_out.constData(), size_t(m_out.size()), MSG_NOSIGNAL);
        if (count < 0)
            return errno == EAGAIN || errno == EINTR || errno == ENOTCONN;
        m_out.remove(0, count);
    }
    return true;
}

bool RawClient::readHandshake()
{
    const qsizetype end = m_in.indexOf("\r\n\r\n");
    if (end < 0)
        return m_in.size() < 16 * 1024;
    if (!m_in.startsWith("HTTP/1.1 101"))
        return false;
    m_in.remove(0, end + 4);
    m_open = true;
    return true;
}

bool RawClient::read(const std::function<void(QByteArrayView)> &text)
{
    char bytes[64 * 1024];
    const auto count = ::recv(m_socket, bytes, sizeof bytes, 0);
    if (count < 0)
        return errno == EAGAIN || errno == EINTR;
    if (count == 0)
        return false;
    m_in.append(bytes, count);
    if (!m_open && (!readHandshake() || !m_open))
        return m_in.size() < 16 * 1024 && !m_in.startsWith("HTTP/1.1 4") && !m_in.startsWith("HTTP/1.1 5");
    qsizetype at = 0;
    while (m_in.size() - at >= 2) {
        const auto byte = [&](qsizetype i) { return std::uint64_t(std::uint8_t(m_in[at + i])); };
        qsizetype head = 2;
        std::uint64_t size = byte(1) & 0x7F;
        const int more = size == 126 ? 2 : size == 127 ? 8 : 0;
        head += more;
        if (m_in.size() - at < head)
            break;
        if (more > 0)
            size = 0;
        for (int i = 0; i < more; ++i)
            size = size << 8 | byte(2 + i);
        if (std::uint64_t(m_in.size() - at - head) < size)
            break;
        const QByteArrayView payload = QByteArrayView(m_in).sliced(at + head, qsizetype(size));
        const auto opcode = std::uint8_t(byte(0) & 0x0F);
        if (opcode == Close)
            return false;
        if (opcode == Ping)
            frame(Pong, payload);
        else if (opcode == Text)
            text(payload);
        at += head + qsizetype(size);
    }
    m_in.remove(0, at);
    return write();
}

} // namespace jjak::people
