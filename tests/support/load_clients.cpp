// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/load_clients.h"

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace jjak::test {

namespace {

constexpr int connectAtOnce = 200;

std::string masked(int firstByte, QByteArrayView text)
{
    std::string out;
    const size_t size = size_t(text.size());
    out.push_back(char(firstByte));
    if (size < 126) {
        out.push_back(char(0x80 | size));
    } else {
        out.push_back(char(0x80 | 126));
        out.push_back(char(size >> 8));
        out.push_back(char(size & 0xff));
    }
    out.append(4, '\0'); // a masking key of zeros leaves the payload as it is
    out.append(text.data(), size);
    return out;
}

} // namespace

qint64 nowNs()
{
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

LoadClients::LoadClients(std::vector<quint16> ports, QByteArray path, QByteArray subprotocol, OnText onText)
    : m_ports(std::move(ports)), m_path(std::move(path)), m_subprotocol(std::move(subprotocol)), m_onText(std::move(onText)), m_epoll(epoll_create1(EPOLL_CLOEXEC))
{
}

LoadClients::~LoadClients()
{
    for (const Client &client : m_clients) {
        if (client.descriptor >= 0)
            ::close(client.descriptor);
    }
    ::close(m_epoll);
}

bool LoadClients::connect(int count)
{
    const int target = size() + count;
    while (size() < target) {
        const int upTo = std::min(target, size() + connectAtOnce);
        while (size() < upTo) {
            m_clients.emplace_back();
            begin(size() - 1, m_ports[m_clients.size() % m_ports.size()]);
        }
        if (!pollUntil([&] { return m_opened + m_closed >= upTo; }, 30'000) || m_closed > 0)
            return false;
    }
    return true;
}

int LoadClients::add()
{
    m_clients.emplace_back();
    return size() - 1;
}

void LoadClients::open(int client, quint16 port)
{
    close(client);
    begin(client, port);
}

void LoadClients::close(int client)
{
    Client &known = m_clients[size_t(client)];
    if (known.descriptor >= 0)
        ::close(known.descriptor);
    const bool dirty = known.dirty;
    known = {};
    known.dirty = dirty;
}

void LoadClients::begin(int index, quint16 port)
{
    Client &client = m_clients[size_t(index)];
    client.descriptor = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(client.descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(port);
    name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(client.descriptor, reinterpret_cast<sockaddr *>(&name), sizeof name);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT;
    event.data.u32 = unsigned(index);
    epoll_ctl(m_epoll, EPOLL_CTL_ADD, client.descriptor, &event);
    client.out = "GET " + m_path.toStdString() + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                 "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n";
    if (!m_subprotocol.isEmpty())
        client.out += "Sec-WebSocket-Protocol: " + m_subprotocol.toStdString() + "\r\n";
    client.out += "\r\n";
}

void LoadClients::send(int index, QByteArrayView text)
{
    queue(index, masked(0x81, text));
}

void LoadClients::sendBinary(int index, QByteArrayView bytes)
{
    queue(index, masked(0x82, bytes));
}

void LoadClients::queue(int index, std::string frame)
{
    Client &client = m_clients[size_t(index)];
    client.out += frame;
    if (!std::exchange(client.dirty, true))
        m_dirty.push_back(index);
}

void LoadClients::poll(int timeoutMs)
{
    for (const int index : std::exchange(m_dirty, {}))
        flush(index);
    epoll_event events[1024];
    const int count = epoll_wait(m_epoll, events, 1024, timeoutMs);
    for (int i = 0; i < count; ++i) {
        const int index = int(events[i].data.u32);
        if (events[i].events & EPOLLOUT)
            flush(index);
        if (events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR))
            read(index);
    }
    for (const int index : std::exchange(m_dirty, {}))
        flush(index);
}

bool LoadClients::pollUntil(const std::function<bool()> &condition, int timeoutMs)
{
    const qint64 end = nowNs() + qint64(timeoutMs) * 1'000'000;
    while (!condition()) {
        if (nowNs() > end)
            return false;
        poll(5);
    }
    return true;
}

void LoadClients::flush(int index)
{
    Client &client = m_clients[size_t(index)];
    client.dirty = false;
    if (client.descriptor < 0)
        return;
    const ssize_t written = client.out.empty() ? 0 : ::send(client.descriptor, client.out.data(), client.out.size(), MSG_NOSIGNAL);
    if (written > 0)
        client.out.erase(0, size_t(written));
    else if (written < 0 && errno != EAGAIN && errno != ENOTCONN)
        return fail(index);
    epoll_event event{};
    event.events = EPOLLIN | (client.out.empty() ? 0u : EPOLLOUT);
    event.data.u32 = unsigned(index);
    epoll_ctl(m_epoll, EPOLL_CTL_MOD, client.descriptor, &event);
}

void LoadClients::read(int index)
{
    Client &client = m_clients[size_t(index)];
    char buffer[65536];
    for (;;) {
        const ssize_t got = client.descriptor < 0 ? -1 : recv(client.descriptor, buffer, sizeof buffer, 0);
        if (got == 0 || (got < 0 && errno != EAGAIN))
            return fail(index);
        if (got < 0)
            return;
        client.in.append(buffer, size_t(got));
        parse(index);
        if (got < ssize_t(sizeof buffer))
            return;
    }
}

void LoadClients::parse(int index)
{
    Client &client = m_clients[size_t(index)];
    size_t at = 0;
    if (!client.open) {
        const size_t end = client.in.find("\r\n\r\n");
        if (end == std::string::npos)
            return;
        if (client.in.compare(0, 12, "HTTP/1.1 101") != 0)
            return fail(index);
        client.open = true;
        ++m_opened;
        at = end + 4;
        if (m_onChange)
            m_onChange(index, true);
    }
    while (client.in.size() - at >= 2) {
        const auto byte = [&](size_t i) { return quint8(client.in[at + i]); };
        size_t head = 2, length = byte(1) & 0x7f;
        if (length == 126)
            head = 4;
        else if (length == 127)
            head = 10;
        if (client.in.size() - at < head)
            break;
        if (head > 2) {
            length = 0;
            for (size_t i = 2; i < head; ++i)
                length = length << 8 | byte(i);
        }
        if (client.in.size() - at < head + length)
            break;
        const int opcode = byte(0) & 0x0f;
        if (opcode == 2 && m_onBinary)
            m_onBinary(index, QByteArrayView(client.in.data() + at + head, qsizetype(length)));
        if (opcode == 1)
            m_onText(index, QByteArrayView(client.in.data() + at + head, qsizetype(length)));
        at += head + length;
    }
    client.in.erase(0, at);
}

void LoadClients::fail(int index)
{
    Client &client = m_clients[size_t(index)];
    if (client.descriptor < 0)
        return;
    ::close(client.descriptor);
    client.descriptor = -1;
    ++m_closed;
    if (m_onChange)
        m_onChange(index, false);
}

} // namespace jjak::test
