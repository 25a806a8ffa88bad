// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QProcess>
#include <QTest>
#include <csignal>
#include <thread>
#include <unistd.h>

#include "common/base/rng.h"
#include "server/storage/data_file.h"
#include "server/storage/startup_error.h"
#include "tests/server/storage/move_scene.h"
#include "tests/support/socket_proxy.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;

namespace {

//! The argument with which this program is one run of a move, which kills itself: --move folder address after
constexpr QLatin1StringView moveOnce("--move");

//! What stops a run from within.
struct Stop {};

int runMove(const QStringList &arguments)
{
    int left = arguments[4].toInt();
    try {
        move({arguments[2], arguments[3], 1}, [&left](const MoveProgress &) {
            if (--left == 0)
                ::kill(::getpid(), SIGKILL);
        });
    } catch (const StartupError &error) {
        qCritical("%s", error.what());
        return 1;
    }
    return 0;
}

} // namespace

//! A move that does not come to its end, and the next run of it.
class TestMoveInterrupted : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_scene.reset(); }
    void goesOnAfterBeingKilledAtOnePartAfterTheOther();
    void goesOnAfterBeingKilledAtAnyMoment();
    void goesOnAfterTheTargetWasKilled();
    void aLostConnectionIsSaidAndGoneOnFrom_data();
    void aLostConnectionIsSaidAndGoneOnFrom();
    void aConnectionLostWithinAPartLosesThatPartAlone();
    void whatIsThereIsNotCopiedAgain();
    void rowsOfTheSchemasOwnStepsAreNotInTheWay();
    void noServerStartsOnHalfOfIt();
    void aFolderThatHasChangedIsNotGoneOnWith();
    void aPlantedDifferenceIsFound_data();
    void aPlantedDifferenceIsFound();
    void aChangeOfTheFolderMeanwhileIsFound();

private:
    //! Another process; `after` so many parts it kills itself, 0: never.
    void start(QProcess &process, int after) const
    {
        process.start(QCoreApplication::applicationFilePath(), {moveOnce, m_scene.folder(), m_scene.address(), QString::number(after)});
        QVERIFY(process.waitForStarted());
    }
    bool isKilled(QProcess &process) const { return process.waitForFinished() && process.exitStatus() == QProcess::CrashExit; }
    //! What the run says that ends the move; it must.
    void finish()
    {
        QProcess process;
        start(process, 0);
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY2(process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0, process.readAllStandardError().constData());
        QCOMPARE(m_scene.differences(), QStringList());
        prepareDatabase(m_scene.address());
    }
    //! Runs until so many rows are copied.
    void moveSome(qint64 rows)
    {
        try {
            m_scene.move([rows](const MoveProgress &now) {
                if (now.done >= rows)
                    throw Stop();
            });
            QFAIL("it came to its end");
        } catch (const Stop &) {
        }
    }
    static QString sentenceOf(const std::function<void()> &act)
    {
        try {
            act();
        } catch (const StartupError &error) {
            return QString::fromUtf8(error.what());
        }
        return {};
    }

    MoveScene m_scene;
};

void TestMoveInterrupted::goesOnAfterBeingKilledAtOnePartAfterTheOther()
{
    qint64 rows = 0;
    for (const int after : {1, 2, 30, 60, 90, 91, 70, 91, 90, 91, 91, 48, 91}) { // of 46 tables each counts as it is begun and as it is compared
        QProcess process;
        start(process, after);
        QVERIFY2(isKilled(process), qPrintable(QString::number(after)));
        QVERIFY(!sentenceOf([&] { prepareDatabase(m_scene.address()); }).isEmpty());
        const qint64 now = m_scene.psql(u"SELECT coalesce(sum(rows), 0) FROM jjak.moved_table"_s)[0].toLongLong();
        QVERIFY2(now >= rows && (after < 60 || now > 0), qPrintable(QString::number(now)));
        rows = now;
    }
    finish();
}

void TestMoveInterrupted::goesOnAfterBeingKilledAtAnyMoment()
{
    SeededRng rng(20261122);
    int kills = 0;
    for (int i = 0; i < 10; ++i) {
        QProcess process;
        start(process, 0);
        QTest::qSleep(int(rng.below(200))); // whatever it is at then, the rest must hold
        process.kill();
        kills += isKilled(process);
    }
    qInfo("%d of 10 runs were killed", kills);
    finish();
}

void TestMoveInterrupted::goesOnAfterTheTargetWasKilled()
{
    const QString sentence = sentenceOf([&] {
        m_scene.move([this](const MoveProgress &now) {
            if (now.done >= 100 && m_scene.server().isRunning())
                m_scene.server().kill();
        });
    });
    QVERIFY2(sentence.startsWith(u"PostgreSQL cannot go on: "_s), qPrintable(sentence));
    m_scene.server().start();
    finish();
}

void TestMoveInterrupted::aLostConnectionIsSaidAndGoneOnFrom_data()
{
    QTest::addColumn<bool>("comparing");
    QTest::addColumn<int>("rows");
    QTest::newRow("at the first table") << false << 0;
    QTest::newRow("in the middle") << false << 100;
    QTest::newRow("while comparing") << true << 100;
}

void TestMoveInterrupted::aLostConnectionIsSaidAndGoneOnFrom()
{
    QFETCH(const bool, comparing);
    QFETCH(const int, rows);
    test::SocketProxy proxy(m_scene.server().folder() + u"/.s.PGSQL.5432"_s);
    const QString through = m_scene.address().replace(m_scene.server().folder(), proxy.folder());
    bool isCut = false;
    const QString sentence = sentenceOf([&] {
        m_scene.move(
            [&](const MoveProgress &now) {
                if (!isCut && now.done >= rows && (now.doing == MoveProgress::Doing::Comparing) == comparing) {
                    proxy.cut();
                    isCut = true;
                }
            },
            through);
    });
    QVERIFY(isCut);
    if (!sentence.isEmpty()) // between two transactions it may connect anew
        QVERIFY2(sentence.startsWith(u"PostgreSQL cannot "_s), qPrintable(sentence));
    finish();
}

void TestMoveInterrupted::aConnectionLostWithinAPartLosesThatPartAlone()
{
    test::SocketProxy proxy(m_scene.server().folder() + u"/.s.PGSQL.5432"_s);
    QProcess holder; // keeps the move waiting in the middle of a COPY
    std::thread line;
    const auto waiting = [&] { return m_scene.psql(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'COPY%'"_s) == QStringList(u"1"_s); };
    const QString sentence = sentenceOf([&] {
        m_scene.move(
            [&](const MoveProgress &now) {
                if (line.joinable() || now.table != "message"_L1 || now.rows == 0)
                    return;
                holder.start(test::PostgresServer::program(u"psql"_s), {m_scene.address(), u"-qAtc"_s, u"BEGIN; LOCK TABLE jjak.message; SELECT 'held'; SELECT pg_sleep(60)"_s});
                while (m_scene.psql(u"SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'jjak.message'::regclass"_s) == QStringList(u"0"_s))
                    QTest::qSleep(5);
                line = std::thread([&] {
                    while (!waiting())
                        QTest::qSleep(5);
                    proxy.cut();
                });
            },
            m_scene.address().replace(m_scene.server().folder(), proxy.folder()));
    });
    line.join();
    m_scene.psql(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"_s);
    QVERIFY(holder.waitForFinished());
    QVERIFY2(sentence.startsWith(u"PostgreSQL cannot go on: "_s), qPrintable(sentence));
    QVERIFY(m_scene.psql(u"SELECT count(*) FROM jjak.message"_s) == m_scene.psql(u"SELECT rows FROM jjak.moved_table WHERE name = 'message'"_s));
    finish();
}

void TestMoveInterrupted::whatIsThereIsNotCopiedAgain()
{
    moveSome(100);
    const auto report = m_scene.move();
    qint64 all = 0;
    for (const ComparedTable &table : report.tables)
        all += table.rows;
    QVERIFY2(report.copied > 0 && report.copied <= all - 100, qPrintable(QString::number(report.copied)));
    QCOMPARE(m_scene.differences(), QStringList());
}

void TestMoveInterrupted::rowsOfTheSchemasOwnStepsAreNotInTheWay()
{
    moveSome(0);
    m_scene.psql(u"INSERT INTO jjak.tag VALUES ('as a step would', 1)"_s); // before the first row is moved
    finish();
}

void TestMoveInterrupted::noServerStartsOnHalfOfIt()
{
    moveSome(1);
    QVERIFY2(sentenceOf([&] { prepareDatabase(m_scene.address()); }).contains(u"not complete"_s), "it was taken");
    moveSome(150);
    QVERIFY2(sentenceOf([&] { prepareDatabase(m_scene.address()); }).contains(u"jjakctl migrate-to"_s), "it was taken");
    m_scene.move();
    QCOMPARE(sentenceOf([&] { prepareDatabase(m_scene.address()); }), QString());
}

void TestMoveInterrupted::aFolderThatHasChangedIsNotGoneOnWith()
{
    moveSome(100);
    m_scene.changeSource({u"UPDATE account SET name = 'somebody else'"_s});
    QVERIFY2(m_scene.refusal().startsWith(u"the data folder has changed since the move"_s), qPrintable(m_scene.refusal()));
}

void TestMoveInterrupted::aPlantedDifferenceIsFound_data()
{
    QTest::addColumn<QString>("plant");
    QTest::addColumn<QString>("table");
    QTest::newRow("a character") << u"UPDATE jjak.message SET text = text || ' ' WHERE (room, seq) = (SELECT room, seq FROM jjak.message WHERE deleted IS NULL LIMIT 1)"_s << u"message"_s;
    QTest::newRow("a value instead of none") << u"UPDATE jjak.room SET name = 'x' WHERE id = (SELECT id FROM jjak.room WHERE name IS NULL LIMIT 1)"_s << u"room"_s;
    QTest::newRow("a row less") << u"DELETE FROM jjak.post_digest"_s << u"post_digest"_s;
    QTest::newRow("a row more") << u"INSERT INTO jjak.tag VALUES ('planted', 1)"_s << u"tag"_s;
}

void TestMoveInterrupted::aPlantedDifferenceIsFound()
{
    QFETCH(const QString, plant);
    QFETCH(const QString, table);
    bool isPlanted = false;
    const QString sentence = sentenceOf([&] {
        m_scene.move([&](const MoveProgress &now) {
            if (now.done == now.all && !std::exchange(isPlanted, true))
                m_scene.psql(plant);
        });
    });
    QVERIFY2(sentence.startsWith(u"the table %1 differs: "_s.arg(table)), qPrintable(sentence));
    QVERIFY(!sentenceOf([&] { prepareDatabase(m_scene.address()); }).isEmpty());
    QVERIFY(sentenceOf([&] { m_scene.move(); }).startsWith(u"the table %1 differs: "_s.arg(table))); // also by the next run
}

void TestMoveInterrupted::aChangeOfTheFolderMeanwhileIsFound()
{
    const QString sentence = sentenceOf([&] {
        m_scene.move([&](const MoveProgress &now) {
            if (now.doing == MoveProgress::Doing::Comparing && now.done == now.all)
                m_scene.changeSource({u"UPDATE account SET name = 'somebody else'"_s});
        });
    });
    QVERIFY2(sentence.startsWith(u"the data folder was changed while it was moved"_s), qPrintable(sentence));
    QVERIFY(!sentenceOf([&] { prepareDatabase(m_scene.address()); }).isEmpty());
}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    if (const QStringList arguments = QCoreApplication::arguments(); arguments.value(1) == moveOnce)
        return runMove(arguments);
    TestMoveInterrupted test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_move_interrupted.moc"
