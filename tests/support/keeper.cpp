// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keeper.h"

#include <QFile>
#include <QProcess>
#include <fcntl.h>
#include <poll.h>
#include <stdexcept>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

//! What can be read up to the end of a line, or less at the end of everything.
QByteArray readLine(int file)
{
    QByteArray out;
    for (char byte = 0; byte != '\n' && ::read(file, &byte, 1) == 1;)
        out.append(byte);
    return out;
}

} // namespace

Keeper::Keeper(const QString &parent, const QString &executable, const QString &signal)
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
    starter.start(u"setsid"_s, {u"--fork"_s, u"sh"_s, QStringLiteral(JJAK_SOURCE_DIR "/tests/support/keeper"), parent, executable, signal});
    const bool started = starter.waitForFinished() && starter.exitStatus() == QProcess::NormalExit && starter.exitCode() == 0;
    ::close(waiting[0]);
    ::close(telling[1]);
    const QByteArray said = started ? readLine(m_done) : QByteArray();
    if (said.endsWith('\n')) {
        m_folder = QFile::decodeName(said.chopped(1));
        return;
    }
    ::close(m_held);
    ::close(m_done);
    throw std::runtime_error(u"no folder for a server in %1"_s.arg(parent).toStdString());
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
