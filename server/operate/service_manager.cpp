// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/operate/service_manager.h"

#include <QByteArray>
#include <cstddef>
#include <cstring>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace jjak::operate {

void tellServiceManager(const char *state)
{
    const QByteArray path = qgetenv("NOTIFY_SOCKET");
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    if (path.size() < 2 || size_t(path.size()) > sizeof name.sun_path)
        return;
    std::memcpy(name.sun_path, path.constData(), size_t(path.size()));
    if (name.sun_path[0] == '@')
        name.sun_path[0] = '\0'; // Linux's abstract names, which are no files
    const int descriptor = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return;
    sendto(descriptor, state, std::strlen(state), MSG_NOSIGNAL, reinterpret_cast<const sockaddr *>(&name), socklen_t(offsetof(sockaddr_un, sun_path) + size_t(path.size())));
    ::close(descriptor);
}

} // namespace jjak::operate
