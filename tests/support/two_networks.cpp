// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/two_networks.h"

#include <QStandardPaths>
#include <cstdio>
#include <fcntl.h>
#include <sched.h>
#include <stdexcept>
#include <unistd.h>
#include <vector>

#include "tests/support/private_server.h"

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *remedy = "this test needs a network of its own: run it as root with CAP_NET_ADMIN and CAP_SYS_ADMIN, or allow user namespaces "
                               "(sysctl kernel.unprivileged_userns_clone=1, user.max_user_namespaces)";
constexpr const char *inside = "JJAK_TEST_IN_USER_NAMESPACE";

void ip(const QStringList &arguments)
{
    const QString program = QStandardPaths::findExecutable(u"ip"_s, {u"/usr/sbin"_s, u"/sbin"_s, u"/usr/bin"_s, u"/bin"_s});
    if (program.isEmpty())
        throw std::runtime_error("there is no program ip: ./test installs it; by hand it is the package iproute2");
    runToEnd(program, arguments);
}

//! A new network for the calling thread, and a descriptor that keeps it.
int enterNewNetwork()
{
    if (::unshare(CLONE_NEWNET) != 0)
        throw std::runtime_error(remedy);
    const int out = ::open("/proc/thread-self/ns/net", O_RDONLY | O_CLOEXEC);
    if (out < 0)
        throw std::runtime_error("the network namespace cannot be opened");
    ip({u"link"_s, u"set"_s, u"lo"_s, u"up"_s});
    return out;
}

void enter(int network)
{
    if (::setns(network, CLONE_NEWNET) != 0)
        throw std::runtime_error(remedy);
}

void giveAddress(const QString &device, const QString &address)
{
    ip({u"address"_s, u"add"_s, address + u"/24"_s, u"dev"_s, device});
    ip({u"link"_s, u"set"_s, device, u"up"_s});
}

} // namespace

void TwoNetworks::allow(char **arguments)
{
    if (::geteuid() == 0 || ::getenv(inside))
        return;
    ::setenv(inside, "1", 1);
    std::vector<char *> all;
    static char words[][20] = {"unshare", "--user", "--map-current-user", "--keep-caps", "--"};
    for (char *word : words)
        all.push_back(word);
    for (char **argument = arguments; *argument; ++argument)
        all.push_back(*argument);
    all.push_back(nullptr);
    ::execvp(all.front(), all.data());
    std::fprintf(stderr, "%s\n", remedy);
    ::_exit(1);
}

TwoNetworks::TwoNetworks() : m_far(enterNewNetwork()), m_near(enterNewNetwork())
{
    ip({u"link"_s, u"add"_s, u"jjak0"_s, u"type"_s, u"veth"_s, u"peer"_s, u"name"_s, u"jjak1"_s});
    ip({u"link"_s, u"set"_s, u"jjak1"_s, u"netns"_s, u"/proc/%1/fd/%2"_s.arg(::getpid()).arg(m_far)});
    giveAddress(u"jjak0"_s, near());
    const Far there(*this);
    giveAddress(u"jjak1"_s, far());
}

TwoNetworks::~TwoNetworks()
{
    ::close(m_near);
    ::close(m_far);
}

TwoNetworks::Far::Far(const TwoNetworks &networks) : m_networks(networks)
{
    enter(networks.m_far);
}

TwoNetworks::Far::~Far()
{
    ::setns(m_networks.m_near, CLONE_NEWNET);
}

void TwoNetworks::cut()
{
    ip({u"link"_s, u"set"_s, u"jjak0"_s, u"down"_s});
}

void TwoNetworks::mend()
{
    ip({u"link"_s, u"set"_s, u"jjak0"_s, u"up"_s});
}

} // namespace jjak::test
