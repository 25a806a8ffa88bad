// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QTextStream>
#include <unistd.h>

#include "tests/support/private_server_checks.h"
#include "tests/support/redis_server.h"

namespace jjak::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

//! What tests rely on that bring a Redis of their own.
class TestRedisServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeHad()
    {
        try {
            RedisServer server;
        } catch (const std::exception &e) {
            QFAIL(e.what());
        }
    }

    void answersOnASocketAndOnNoPort()
    {
        RedisServer server;
        QCOMPARE(server.ask("SET a 1"), "+OK");
        QCOMPARE(server.ask("INCR a"), ":2");
        QCOMPARE(server.ask("CLIENT NO-EVICT on"), "+OK"); // as old as the oldest that Jjak wants to meet: 7
        QVERIFY(server.log().contains("port=0"_L1));
        QVERIFY(QFile::encodeName(server.socket()).size() <= 107);
    }

    void keepsNothingOnDiskAndEvictsNothing()
    {
        RedisServer server;
        QVERIFY(server.ask("INFO memory").contains("maxmemory_policy:noeviction\r\n"));
        QVERIFY(server.ask("INFO persistence").contains("aof_enabled:0\r\n"));
        QCOMPARE(server.ask("SET a one"), "+OK");
        QCOMPARE(server.ask("GET a"), "one");
        server.stop();
        QVERIFY(!QFileInfo::exists(server.folder() + u"/dump.rdb"_s));
    }

    void isNeitherRootNorOpenToOthers()
    {
        RedisServer server;
        checkNeitherRootNorOpenToOthers(server);
    }

    void twoAreStrangers()
    {
        RedisServer one, other;
        QCOMPARE(one.ask("SET a 1"), "+OK");
        QCOMPARE(other.ask("EXISTS a"), ":0");
    }

    void forgetsWhenFlushed()
    {
        RedisServer server;
        QCOMPARE(server.ask("SET a 1"), "+OK");
        server.flush();
        QCOMPARE(server.ask("EXISTS a"), ":0");
    }

    void comesBackEmpty_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("stopped") << 0;
        QTest::newRow("killed") << 1;
        QTest::newRow("killed while frozen") << 2;
    }

    void comesBackEmpty()
    {
        QFETCH(int, how);
        RedisServer server;
        QCOMPARE(server.ask("SET a 1"), "+OK");
        const qint64 pid = server.pid();
        const QString socket = server.socket();
        if (how == 2)
            server.freeze();
        if (how == 0)
            server.stop();
        else
            server.kill();
        QVERIFY(!server.isRunning());
        QVERIFY(!isThere(pid));
        QCOMPARE(server.ask("PING"), QByteArray());
        server.start();
        QCOMPARE(server.socket(), socket);
        QCOMPARE(server.ask("EXISTS a"), ":0");
    }

    void isSilentWhileFrozen()
    {
        RedisServer server;
        QCOMPARE(server.ask("SET a 1"), "+OK");
        server.freeze();
        QCOMPARE(server.ask("PING", 300ms), QByteArray());
        server.thaw();
        QCOMPARE(server.ask("EXISTS a"), ":1");
    }

    void nothingIsLeft_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("of a running one") << 0;
        QTest::newRow("of a stopped one") << 1;
        QTest::newRow("of a killed one") << 2;
        QTest::newRow("of a frozen one") << 3;
    }

    void nothingIsLeft()
    {
        QFETCH(int, state);
        auto server = std::make_unique<RedisServer>();
        const QString folder = server->folder();
        const auto processes = server->processes();
        QCOMPARE(processes, QList<qint64>{server->pid()});
        if (state == 1)
            server->stop();
        if (state == 2)
            server->kill();
        if (state == 3)
            server->freeze();
        server.reset();
        QVERIFY(!isThere(processes.first()));
        QVERIFY(!QFileInfo::exists(folder));
    }

    void nothingIsLeftWhenItsOwnerIsKilled_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("running") << false;
        QTest::newRow("frozen") << true;
    }

    void nothingIsLeftWhenItsOwnerIsKilled()
    {
        QFETCH(bool, frozen);
        killOwner(frozen, [](const QStringList &said) { QCOMPARE(said.size(), 2); });
    }

    //! A person who looks into the folder with a shell keeps the shell.
    void whoOnlyLooksIntoTheFolderIsLeftAlone()
    {
        QProcess stranger;
        {
            RedisServer server;
            stranger.setWorkingDirectory(server.folder());
            stranger.start(u"cat"_s, {});
            QVERIFY(stranger.waitForStarted());
        }
        QVERIFY(!stranger.waitForFinished(0));
        stranger.closeWriteChannel();
        QVERIFY(stranger.waitForFinished());
        QCOMPARE(stranger.exitStatus(), QProcess::NormalExit);
    }
};

namespace {

//! Says what it has, and has it until it is killed.
int hold()
{
    RedisServer server;
    QTextStream(stdout) << server.folder() << ' ' << server.pid() << Qt::endl;
    return ::pause();
}

} // namespace

} // namespace jjak::test

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().contains(jjak::test::holdOne))
        return jjak::test::hold();
    jjak::test::TestRedisServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_redis_server.moc"
