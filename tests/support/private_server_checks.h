// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTest>
#include <csignal>
#include <functional>
#include <sys/stat.h>

//! What every server of a test program's own has to keep, whichever it is.
namespace jjak::test {

//! The argument with which a test program becomes an owner: it has a server, says its folder, its process and more in one line, and waits.
constexpr QLatin1StringView holdOne("--hold-one");

inline bool isThere(qint64 pid)
{
    return QFileInfo::exists(QStringLiteral("/proc/%1/cwd").arg(pid)) && !QFile::symLinkTarget(QStringLiteral("/proc/%1/cwd").arg(pid)).isEmpty(); // a zombie has none
}

template <class Server>
void checkNeitherRootNorOpenToOthers(const Server &server)
{
    struct stat of{};
    QCOMPARE(::stat(QFile::encodeName(QStringLiteral("/proc/%1").arg(server.pid())).constData(), &of), 0);
    QVERIFY(of.st_uid != 0);
    QCOMPARE(::stat(QFile::encodeName(server.folder()).constData(), &of), 0);
    QCOMPARE(of.st_mode & 0777, mode_t(0700));
}

//! Starts an owner of this program, lets `look` see its words while all is there, and kills it, its server running or `frozen`.
inline void killOwner(bool frozen, const std::function<void(const QStringList &said)> &look)
{
    QProcess owner;
    owner.start(QCoreApplication::applicationFilePath(), {holdOne});
    QVERIFY(owner.waitForReadyRead());
    const QStringList said = QString::fromUtf8(owner.readLine()).trimmed().split(u' ');
    QVERIFY(said.size() >= 2);
    const qint64 pid = said[1].toLongLong();
    QVERIFY(isThere(pid) && QFileInfo::exists(said[0]));
    look(said);
    if (frozen)
        ::kill(pid_t(pid), SIGSTOP);
    owner.kill();
    QVERIFY(owner.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(!isThere(pid) && !QFileInfo::exists(said[0]), 30'000);
}

} // namespace jjak::test
