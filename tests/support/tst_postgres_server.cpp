// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QTest>
#include <QTextStream>
#include <unistd.h>

#include "tests/support/postgres_server.h"
#include "tests/support/private_server_checks.h"

namespace jjak::test {

using namespace Qt::StringLiterals;

namespace {

//! A question to a server that is answered later, or never.
void begin(QProcess &psql, const PostgresServer &server, const QString &sql)
{
    psql.setProcessChannelMode(QProcess::MergedChannels);
    psql.start(PostgresServer::program(u"psql"_s), {u"--no-psqlrc"_s, u"--tuples-only"_s, u"--no-align"_s, u"--quiet"_s, u"-c"_s, sql, server.address()});
}

QString finish(QProcess &psql)
{
    return psql.waitForFinished(60'000) ? QString::fromUtf8(psql.readAll()).trimmed() : u"no answer"_s;
}

QString ask(const PostgresServer &server, const QString &sql)
{
    QProcess psql;
    begin(psql, server, sql);
    return finish(psql);
}

bool isAnyThere(const QList<qint64> &pids)
{
    return std::ranges::any_of(pids, isThere);
}

//! Identities of the segments that this machine has; see sysvipc(5).
QStringList sharedMemory()
{
    QFile file(u"/proc/sysvipc/shm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList out;
    for (const QString &line : QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        out.append(line.simplified().split(u' ').value(1));
    return out;
}

QString segmentOf(const PostgresServer &server)
{
    QFile file(server.folder() + u"/data/postmaster.pid"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll()).split(u'\n').value(6).simplified().split(u' ').value(1) : QString();
}

} // namespace

//! What tests rely on that bring a PostgreSQL of their own.
class TestPostgresServer : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void canBeHad()
    {
        try {
            PostgresServer server;
        } catch (const std::exception &e) {
            QFAIL(e.what());
        }
    }

    void answersOnASocketAndOnNoPort()
    {
        PostgresServer server;
        QCOMPARE(ask(server, u"SELECT current_database() || current_user"_s), u"jjakjjak"_s);
        QCOMPARE(ask(server, u"SHOW listen_addresses"_s), QString());
        QCOMPARE(ask(server, u"SHOW fsync"_s), u"off"_s);
        QCOMPARE(ask(server, u"SHOW server_encoding"_s), u"UTF8"_s);
        QVERIFY(QFile::encodeName(server.folder() + u"/.s.PGSQL.5432.lock"_s).size() <= 107);
    }

    void isNeitherRootNorOpenToOthers()
    {
        PostgresServer server;
        checkNeitherRootNorOpenToOthers(server);
    }

    void fsyncIsOnForThoseWhoAsk()
    {
        PostgresServer server(PostgresServer::Fsync::On);
        QCOMPARE(ask(server, u"SHOW fsync"_s), u"on"_s);
    }

    void twoAreStrangers()
    {
        PostgresServer one, other;
        QCOMPARE(ask(one, u"CREATE TABLE t(x int)"_s), QString());
        QVERIFY(ask(other, u"SELECT * FROM t"_s).contains("does not exist"_L1));
    }

    void keepsWhatWasCommitted_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("stopped") << 0;
        QTest::newRow("stopped at once") << 1;
        QTest::newRow("killed") << 2;
        QTest::newRow("killed while frozen") << 3;
    }

    void keepsWhatWasCommitted()
    {
        QFETCH(int, how);
        PostgresServer server;
        QCOMPARE(ask(server, u"CREATE TABLE t(x int); INSERT INTO t VALUES (7)"_s), QString());
        const auto before = server.processes();
        const QString address = server.address();
        if (how == 3)
            server.freeze();
        if (how < 2)
            server.stop(how == 0 ? PostgresServer::Mode::Fast : PostgresServer::Mode::Immediate);
        else
            server.kill();
        QVERIFY(!server.isRunning());
        QVERIFY(before.size() > 1);
        QTRY_VERIFY(!isAnyThere(before));
        QVERIFY(ask(server, u"SELECT 1"_s).contains(".s.PGSQL.5432"_L1)); // names the socket where nobody is
        server.start();
        QCOMPARE(server.address(), address);
        QCOMPARE(ask(server, u"SELECT x FROM t"_s), u"7"_s);
    }

    void isSilentWhileFrozen()
    {
        PostgresServer server;
        QProcess psql;
        server.freeze();
        begin(psql, server, u"SELECT 1"_s);
        QVERIFY(psql.waitForStarted());
        QVERIFY(!psql.waitForFinished(300));
        server.thaw();
        QCOMPARE(finish(psql), u"1"_s);
    }

    void freezesWhoIsConnectedAlready()
    {
        PostgresServer server;
        QProcess psql;
        const auto sleeps = [&] { return ask(server, u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND pid <> pg_backend_pid()"_s).startsWith(u'1'); };
        do { // again, when it was over before anybody looked
            psql.close();
            begin(psql, server, u"SELECT 'in'; SELECT pg_sleep(1); SELECT 'out'"_s);
            QVERIFY(psql.waitForStarted());
            while (!sleeps() && !psql.waitForFinished(1)) { }
        } while (psql.state() == QProcess::NotRunning);
        server.freeze();
        QVERIFY(!psql.waitForFinished(1500));
        server.thaw();
        QVERIFY(finish(psql).endsWith("out"_L1));
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
        auto server = std::make_unique<PostgresServer>();
        const QString folder = server->folder(), segment = segmentOf(*server);
        const auto processes = server->processes();
        QVERIFY(sharedMemory().contains(segment));
        if (state == 1)
            server->stop();
        if (state == 2)
            server->kill();
        if (state == 3)
            server->freeze();
        server.reset();
        QVERIFY(!isAnyThere(processes));
        QVERIFY(!QFileInfo::exists(folder));
        QVERIFY(!sharedMemory().contains(segment));
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
        QString segment;
        killOwner(frozen, [&](const QStringList &said) {
            QCOMPARE(said.size(), 3);
            segment = said[2];
            QVERIFY(sharedMemory().contains(segment));
        });
        QVERIFY(!sharedMemory().contains(segment));
    }
};

namespace {

//! Says what it has, and has it until it is killed.
int hold()
{
    PostgresServer server;
    QTextStream(stdout) << server.folder() << ' ' << server.pid() << ' ' << segmentOf(server) << Qt::endl;
    return ::pause();
}

} // namespace

} // namespace jjak::test

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().contains(jjak::test::holdOne))
        return jjak::test::hold();
    jjak::test::TestPostgresServer test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_postgres_server.moc"
