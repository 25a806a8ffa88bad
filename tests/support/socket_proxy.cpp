// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/socket_proxy.h"

#include <QFile>
#include <QFileInfo>
#include <cstring>
#include <poll.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <vector>

namespace jjak::test {

namespace {

sockaddr_un addressOf(const QString &path)
{
    sockaddr_un out{};
    out.sun_family = AF_UNIX;
    const QByteArray name = QFile::encodeName(path);
    if (size_t(name.size()) >= sizeof(out.sun_path))
        throw std::runtime_error("the path of a socket is too long");
    std::memcpy(out.sun_path, name.constData(), size_t(name.size()));
    return out;
}

//! One client and its own connection to the target.
struct Pair {
    int client, target;
};

//! Passes on what is there; false at the end.
bool pass(int from, int to, bool lose)
{
    char bytes[65536];
    const ssize_t count = ::read(from, bytes, sizeof bytes);
    if (count <= 0)
        return false;
    for (ssize_t sent = 0; !lose && sent < count;) {
        const ssize_t now = ::send(to, bytes + sent, size_t(count - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

void close(const Pair &pair)
{
    ::close(pair.client);
    ::close(pair.target);
}

} // namespace

SocketProxy::SocketProxy(const QString &target) : m_target(target)
{
    const sockaddr_un here = addressOf(m_folder.filePath(QFileInfo(target).fileName()));
    m_listener = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (m_listener < 0 || ::bind(m_listener, reinterpret_cast<const sockaddr *>(&here), sizeof here) != 0 || ::listen(m_listener, 64) != 0 || ::pipe(m_wake) != 0)
        throw std::runtime_error("a socket cannot be made");
    m_thread = std::thread([this] { run(); });
}

SocketProxy::~SocketProxy()
{
    m_stop = true;
    (void)!::write(m_wake[1], "", 1);
    m_thread.join();
    for (const int file : {m_listener, m_wake[0], m_wake[1]})
        ::close(file);
}

void SocketProxy::cut()
{
    m_cut = true;
    (void)!::write(m_wake[1], "", 1);
    while (m_cut)
        std::this_thread::yield();
}

void SocketProxy::run()
{
    std::vector<Pair> pairs;
    while (!m_stop) {
        std::vector<pollfd> waits{{m_listener, POLLIN, 0}, {m_wake[0], POLLIN, 0}};
        for (const Pair &pair : pairs) {
            waits.push_back({pair.client, POLLIN, 0});
            waits.push_back({pair.target, POLLIN, 0});
        }
        ::poll(waits.data(), waits.size(), -1);
        if (waits[1].revents) {
            char byte = 0;
            (void)!::read(m_wake[0], &byte, 1);
        }
        std::vector<Pair> kept;
        for (size_t i = 0; i < pairs.size(); ++i) {
            const bool fromClient = !waits[2 + 2 * i].revents || pass(pairs[i].client, pairs[i].target, false);
            const bool fromTarget = !waits[3 + 2 * i].revents || pass(pairs[i].target, pairs[i].client, m_loseAnswers);
            if (fromClient && fromTarget && !m_cut)
                kept.push_back(pairs[i]);
            else
                close(pairs[i]);
        }
        pairs = std::move(kept);
        if (waits[0].revents) {
            const sockaddr_un there = addressOf(m_target);
            const Pair pair{::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC), ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
            if (::connect(pair.target, reinterpret_cast<const sockaddr *>(&there), sizeof there) == 0)
                pairs.push_back(pair);
            else
                close(pair);
        }
        m_cut = false;
    }
    for (const Pair &pair : pairs)
        close(pair);
}

} // namespace jjak::test
