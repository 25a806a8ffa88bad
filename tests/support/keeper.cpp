// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keeper.h"

#include <QProcess>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

Keeper::Keeper(const QString &folder, const QString &executable, const QString &signal)
{
    // Closed on exec: no other child of this program may hold the pipe open when the program is gone.
    int waiting[2], telling[2];
    if (::pipe2(waiting, O_CLOEXEC) != 0 || ::pipe2(telling, O_CLOEXEC) != 0)
        throw std::runtime_error("no pipe to a keeper");
    m_held = waiting[1];
    m_done = telling[0];
    QProcess starter;
    starter.setStandardErrorFile(QProcess::nullDevice());
    starter.setChildProcessModifier([in = waiting[0], out = telling[1]] {
        ::dup2(in, STDIN_FILENO);
        ::dup2(out, STDOUT_FILENO);
    });
    // A session of its own and no parent here: neither Ctrl+C nor who kills a test with all its children reaches it.
    starter.start(u"setsid"_s, {u"--fork"_s, u"sh"_s, QStringLiteral(JJAK_SOURCE_DIR "/tests/support/keeper"), folder, executable, signal});
    const bool started = starter.waitForFinished() && starter.exitStatus() == QProcess::NormalExit && starter.exitCode() == 0;
    ::close(waiting[0]);
    ::close(telling[1]);
    if (!started)
        throw std::runtime_error("no keeper for a server's folder: setsid does not run");
}

Keeper::~Keeper()
{
    ::close(m_held);
    pollfd done{m_done, POLLIN, 0};
    if (::poll(&done, 1, 30'000) != 1)
        qWarning("a server's folder was not removed within 30 s");
    ::close(m_done);
}

} // namespace jjak::test
