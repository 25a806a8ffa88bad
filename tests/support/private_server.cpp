// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/private_server.h"

#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>
#include <QThread>
#include <csignal>
#include <grp.h>
#include <pwd.h>
#include <stdexcept>
#include <unistd.h>

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000;

//! Whom a server runs as when we are root. PostgreSQL refuses to be root, and others should not be.
const passwd &unprivileged()
{
    for (const char *name : {"nobody", "daemon"})
        if (const passwd *user = ::getpwnam(name))
            return *user;
    throw std::runtime_error("there is no user nobody, as which root could start a server");
}

//! Between fork and exec, hence nothing but system calls.
void becomeUnprivileged(QProcess &process)
{
    if (::geteuid() != 0)
        return;
    process.setChildProcessModifier([uid = unprivileged().pw_uid, gid = unprivileged().pw_gid] {
        if (::setgroups(0, nullptr) != 0 || ::setgid(gid) != 0 || ::setuid(uid) != 0)
            ::_exit(126);
    });
}

void finish(QProcess &process, const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(patience);
    if (!ended || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        throw std::runtime_error(u"%1 failed: %2 %3"_s.arg(program, ended ? QString() : process.errorString(), QString::fromUtf8(process.readAll())).toStdString());
}

//! Sockets have paths of at most 107 bytes, and root's own temporary folder may be closed to others.
QString parentFolder(PrivateServer::Place place)
{
    const QStorageInfo memory(u"/dev/shm"_s);
    if (place == PrivateServer::Place::Memory && memory.fileSystemType() == "tmpfs" && memory.bytesAvailable() > 2'000'000'000)
        return memory.rootPath();
    const bool fits = ::geteuid() != 0 && QFile::encodeName(QDir::tempPath()).size() <= 64;
    return QFileInfo(fits ? QDir::tempPath() : u"/tmp"_s).canonicalFilePath(); // as /proc shows it
}

} // namespace

PrivateServer::PrivateServer(const QString &executable, const QString &endSignal, Place place)
    : m_executable(QFileInfo(executable).canonicalFilePath()), m_keeper(std::make_unique<Keeper>(parentFolder(place), m_executable, endSignal))
{
    if (::geteuid() == 0 && ::chown(QFile::encodeName(folder()).constData(), unprivileged().pw_uid, unprivileged().pw_gid) != 0)
        throw std::runtime_error("a server's folder cannot be given to its user");
}

PrivateServer::~PrivateServer()
{
    m_keeper.reset();
    if (m_process.state() != QProcess::NotRunning)
        m_process.waitForFinished();
}

void PrivateServer::run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.setWorkingDirectory(folder());
    becomeUnprivileged(process);
    finish(process, program, arguments, input);
}

void PrivateServer::launch(const QString &program, const QStringList &arguments)
{
    if (isRunning())
        throw std::runtime_error("the server runs already");
    becomeUnprivileged(m_process);
    m_process.setWorkingDirectory(folder());
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(folder() + u"/log"_s);
    m_process.start(program, arguments);
    if (!m_process.waitForStarted())
        throw std::runtime_error(u"%1 does not start: %2"_s.arg(program, m_process.errorString()).toStdString());
}

bool PrivateServer::isRunning()
{
    return m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(0);
}

QList<qint64> PrivateServer::processes() const
{
    QList<qint64> out;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 pid = name.toLongLong(&isNumber);
        const QString works = isNumber ? QFile::symLinkTarget(u"/proc/%1/cwd"_s.arg(pid)) : QString();
        if ((works == folder() || works.startsWith(folder() + u'/')) && QFile::symLinkTarget(u"/proc/%1/exe"_s.arg(pid)).startsWith(m_executable))
            out.append(pid);
    }
    return out;
}

void PrivateServer::end(int signal)
{
    if (!isRunning())
        return;
    ::kill(pid_t(pid()), signal);
    if (!m_process.waitForFinished(patience))
        throw std::runtime_error("the server did not end:\n" + log().toStdString());
}

void PrivateServer::kill()
{
    freeze(); // nobody may tidy up for, or begin, another
    for (QList<qint64> left = processes(); !left.isEmpty(); left = processes()) {
        for (const qint64 process : left)
            ::kill(pid_t(process), SIGKILL);
        QThread::msleep(1);
    }
    m_process.waitForFinished();
}

void PrivateServer::freeze()
{
    if (isRunning())
        ::kill(pid_t(pid()), SIGSTOP); // first the one that begins others
    for (const qint64 process : processes())
        ::kill(pid_t(process), SIGSTOP);
}

void PrivateServer::thaw()
{
    for (const qint64 process : processes())
        ::kill(pid_t(process), SIGCONT);
}

QString PrivateServer::log() const
{
    QFile file(folder() + u"/log"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void runToEnd(const QString &program, const QStringList &arguments)
{
    QProcess process;
    finish(process, program, arguments);
}

} // namespace jjak::test
