// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>

#include "tests/server/engine/log_bench.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using namespace Qt::StringLiterals;

//! The log that servers share while Redis is away, wiped or slow: what may be lost, and that nobody is held up.
class TestStreamLogLosses : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<LogBench>(); }
    void cleanup() { m_bench.reset(); }

    void fullLogRefusesButTakesGoodbyes()
    {
        auto log = m_bench->make(veryPatient, 10);
        m_bench->redis.freeze();
        int taken = 0;
        while (log->append(m_bench->jobs.of(3, taken)) && taken < 10'000)
            ++taken;
        QCOMPARE(taken, 10);
        QVERIFY(log->append(m_bench->jobs.goodbye().first));
        QVERIFY(!log->append(m_bench->jobs.of(3, 1)));
        m_bench->redis.thaw();
    }

    void aRedisThatStartsAgainIsGoneOnWith()
    {
        auto log = m_bench->make(impatient);
        log->own(leases({3}));
        Runner runner(*log);
        QVERIFY(log->append(m_bench->jobs.of(3, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 1, long30s);
        for (int round = 0; round < 3; ++round) {
            m_bench->redis.kill();
            m_bench->redis.start();
            QVERIFY(m_bench->arrives(*log, runner));
        }
        QVERIFY(onceAndInOrder(runner));
    }

    void whatIsAppendedAfterAFlushArrivesAndNothingIsTakenTwice()
    {
        auto log = m_bench->make();
        log->own(leases({3, 4}));
        Runner runner(*log);
        for (int round = 0; round < 20; ++round) {
            for (int i = 0; i < 50; ++i)
                QVERIFY(log->append(m_bench->jobs.of(3, ++m_bench->request)));
            m_bench->redis.flush();
            QVERIFY(m_bench->arrives(*log, runner));
        }
        QVERIFY(onceAndInOrder(runner));
    }

    //! The clock of a Redis on another machine is behind: what it names now is smaller than what was read.
    void numbersThatGoBackAreMovedOn_data()
    {
        QTest::addColumn<bool>("wiped");
        QTest::newRow("wiped, and the stream is there again") << true;
        QTest::newRow("taken over from one that read further") << false;
    }

    void numbersThatGoBackAreMovedOn()
    {
        QFETCH(bool, wiped);
        auto log = m_bench->make();
        const QString ahead = u"99999999999999-7"_s;
        RedisConnection redis(addressOf(m_bench->redis));
        if (wiped) {
            QVERIFY(redis.ask(RedisCommand{"XADD", keys::commands(space, 3), ahead.toLatin1(), keys::field, "of a clock that was ahead"}));
            log->own(leases({3}));
            QTRY_COMPARE_WITH_TIMEOUT(log->figures().unreadable.load(), 1U, long30s);
            m_bench->redis.flush();
            QVERIFY(redis.ask(RedisCommand{"XADD", keys::commands(space, 3), "5-0", keys::field, "of a clock that is behind"}));
        } else {
            log->own(leases({3, 4}, 1, ahead));
        }
        Runner runner(*log);
        QVERIFY(m_bench->arrives(*log, runner));
        QVERIFY(log->figures().reset > 0);
        const auto jobs = runner.all();
        QVERIFY(EntryId::from(jobs.back().origin->position.toLatin1()) > EntryId::from(ahead.toLatin1()));
        const qint64 before = m_bench->request;
        for (int i = 0; i < 100; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, ++m_bench->request)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().last(), before + 100, long30s);
        QVERIFY(onceAndInOrder(runner));
    }

    void somethingElseInThePlaceOfAStreamIsTakenAway()
    {
        QCOMPARE(m_bench->redis.ask("SET " + keys::commands(space, 4) + " x"), "+OK");
        auto log = m_bench->make();
        log->own(leases({3, 4}));
        Runner runner(*log);
        QVERIFY(log->append(m_bench->jobs.of(3, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests(), QList<qint64>{1}, long30s);
        m_bench->request = 1;
        QVERIFY(m_bench->arrives(*log, runner, 4));
    }

    void aFrozenRedisHoldsNobodyWhoAppends()
    {
        auto log = m_bench->make(veryPatient);
        log->own(leases({3}));
        m_bench->redis.freeze();
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 1000; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        (void)log->length();
        log->own(leases({4}));
        log->disown(4);
        QVERIFY(timer.elapsed() < long30s);
        m_bench->redis.thaw();
    }

    void sendersAreRefusedWhileRedisIsAway_data()
    {
        QTest::addColumn<bool>("frozen");
        QTest::newRow("frozen") << true;
        QTest::newRow("killed") << false;
    }

    void sendersAreRefusedWhileRedisIsAway()
    {
        QFETCH(bool, frozen);
        auto log = m_bench->make(impatient);
        QVERIFY(log->append(m_bench->jobs.of(3, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(log->figures().sent.load(), 1U, long30s);
        frozen ? m_bench->redis.freeze() : m_bench->redis.kill();
        for (qint64 i = 2; i <= 1200; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->refusals.count<ToConnection>(), 1199, long30s);
        QSet<QByteArray> different;
        for (const QByteArray &frame : m_bench->refusals.frames<ToConnection>()) {
            QVERIFY(frame.contains("unavailable"));
            different.insert(frame);
        }
        QCOMPARE(different.size(), 1199); // each of them once
        QTRY_COMPARE_WITH_TIMEOUT(log->length(), 0U, long30s);
        frozen ? m_bench->redis.thaw() : m_bench->redis.start();
    }

    void goodbyesWaitForRedis()
    {
        auto log = m_bench->make(impatient);
        m_bench->redis.kill();
        QList<ConnectionId> sent;
        for (int i = 0; i < 30; ++i) {
            const auto [job, stream] = m_bench->jobs.goodbye();
            sent.append(std::get<DeviceGone>(job.work).connection);
            QVERIFY(log->append(job));
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_bench->refusals.count<ToConnection>(), 30, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(log->unsent(), 30U, long30s);
        m_bench->redis.start();
        log->own(leases(allStreams()));
        Runner runner(*log);
        QTRY_VERIFY_WITH_TIMEOUT(runner.works<DeviceGone>().size() >= 30, long30s);
        QList<ConnectionId> came;
        for (const DeviceGone &gone : runner.works<DeviceGone>())
            came.append(gone.connection);
        std::ranges::sort(came);
        std::ranges::sort(sent);
        QCOMPARE(came, sent);
        QCOMPARE(m_bench->refusals.count<ToConnection>(), 30);
    }

    void aRedisThatRefusesIsNotAskedWithoutAPause()
    {
        auto log = m_bench->make();
        QCOMPARE(m_bench->redis.ask("ACL SETUSER default -xread"), "+OK");
        log->own(leases({3}));
        QTRY_VERIFY_WITH_TIMEOUT(rejected() > 3, long30s);
        const int before = rejected();
        QTest::qWait(1000);
        QVERIFY2(rejected() - before < 100, qPrintable(QString::number(rejected() - before))); // without it, thousands
        QCOMPARE(m_bench->redis.ask("ACL SETUSER default +xread"), "+OK");
        Runner runner(*log);
        QVERIFY(m_bench->arrives(*log, runner));
    }

    void aFrozenRedisDoesNotKeepItFromClosing()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        QVERIFY(log->append(m_bench->jobs.of(3, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(log->figures().sent.load(), 1U, long30s);
        m_bench->redis.freeze();
        for (int i = 0; i < 5000; ++i)
            (void)log->append(i % 2 ? m_bench->jobs.goodbye().first : m_bench->jobs.of(3, i));
        QElapsedTimer timer;
        timer.start();
        log->close();
        QVERIFY(timer.elapsed() < long30s);
        m_bench->redis.thaw();
    }

private:
    //! How many XREAD were not allowed.
    int rejected() const
    {
        const QByteArray stats = m_bench->redis.ask("INFO commandstats");
        const QByteArray line = stats.mid(stats.indexOf("cmdstat_xread:")).split('\n').first();
        return line.mid(line.indexOf("rejected_calls=") + 15).split(',').first().toInt();
    }

    std::unique_ptr<LogBench> m_bench;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestStreamLogLosses)
#include "tst_stream_log_losses.moc"
