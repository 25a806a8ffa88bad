// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/engine/log_bench.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using namespace Qt::StringLiterals;
namespace cmd = protocol::cmd;

namespace {

QList<qint64> upTo(qint64 last, qint64 first = 1)
{
    QList<qint64> out;
    for (qint64 i = first; i <= last; ++i)
        out.append(i);
    return out;
}

} // namespace

//! The log that servers share: what it keeps in order, and for whom.
class TestStreamLog : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_bench = std::make_unique<LogBench>(); }
    void cleanup() { m_bench.reset(); }

    void whatIsAppendedIsTakenInItsOrder()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        Runner runner(*log);
        for (qint64 i = 1; i <= 500; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 500, long30s);
        QCOMPARE(runner.requests(), upTo(500));
        QCOMPARE(log->figures().sent, 500U);
        QTRY_COMPARE_WITH_TIMEOUT(log->length(), 0U, long30s);
    }

    void takesNoMoreThanAskedAndThanATransactionHolds()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        for (qint64 i = 1; i <= 200; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        QTRY_VERIFY_WITH_TIMEOUT(log->unsent() == 0 && log->length() == 201, long30s); // with what tells of the streams
        QVERIFY(std::holds_alternative<TakenOver>(log->take(1).at(0).work));
        QCOMPARE(log->take(3).size(), 3U);
        QCOMPARE(log->take(256).size(), size_t(StreamLog::batchSize));
        QCOMPARE(log->take(0).size(), 1U);
    }

    void keepsWhatAJobIsAndWhereItStood()
    {
        auto log = m_bench->make();
        log->own(leases({3}, 42));
        Runner runner(*log);
        const Job sent = m_bench->jobs.of(3, 8);
        QVERIFY(log->append(sent));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 1, long30s);
        const Job back = runner.all().back();
        QCOMPARE(back.caller.connection, sent.caller.connection);
        QVERIFY(back.caller.identity == sent.caller.identity);
        QCOMPARE(back.caller.address, sent.caller.address);
        QVERIFY(std::get<protocol::Command>(back.work).is<cmd::Read>());
        QVERIFY(back.origin);
        QCOMPARE(back.origin->stream, 3);
        QCOMPARE(back.origin->fence, 42);
        QVERIFY(EntryId::from(back.origin->position.toLatin1()) > EntryId());
        QVERIFY(decodeJob(m_bench->seal.open(back.origin->entry, keys::commands(space, 3)).value_or(QByteArray())));
    }

    void everyWriterKeepsItsOrder()
    {
        constexpr int writers = 4, each = 1000;
        auto log = m_bench->make();
        log->own(leases(allStreams()));
        Runner runner(*log);
        std::array<std::vector<Job>, writers> jobs; // made here: the generator is of one thread
        for (int w = 0; w < writers; ++w) {
            for (qint64 i = 1; i <= each; ++i)
                jobs[size_t(w)].push_back(m_bench->jobs.of(1 + w, i));
        }
        std::atomic<int> refused = 0;
        std::vector<std::thread> threads;
        for (auto &mine : jobs) {
            threads.emplace_back([&] {
                for (const Job &job : mine)
                    refused += !log->append(job);
            });
        }
        for (auto &thread : threads)
            thread.join();
        QCOMPARE(refused.load(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), writers * each, long30s);
        std::map<int, qint64> last;
        for (const Job &job : runner.all()) {
            if (!job.origin->position.isEmpty())
                QCOMPARE(job.caller.request, ++last[job.origin->stream]);
        }
        QCOMPARE(last.size(), size_t(writers));
    }

    void onlyStreamsOfOnesOwnAreTaken()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        Runner runner(*log);
        QVERIFY(log->append(m_bench->jobs.of(5, 1)));
        QVERIFY(log->append(m_bench->jobs.of(3, 2)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests(), QList<qint64>{2}, long30s);
        QVERIFY(log->append(m_bench->jobs.of(5, 3)));
        log->own(leases({5}));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests(), (QList<qint64>{2, 1, 3}), long30s);
        QCOMPARE(log->owned(), (QList{3, 5}));
    }

    void theNextOwnerGoesOnBehindThePosition()
    {
        auto first = m_bench->make(), second = m_bench->make();
        first->own(leases({3}));
        {
            Runner runner(*first);
            for (qint64 i = 1; i <= 10; ++i)
                QVERIFY(first->append(m_bench->jobs.of(3, i)));
            QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 10, long30s);
            const auto jobs = runner.all();
            second->own(leases({3}, 2, jobs[4].origin->position)); // behind the fourth: the first one tells of the streams
        }
        Runner runner(*second);
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests(), upTo(10, 5), long30s);
        QCOMPARE(runner.all().back().origin->fence, 2);
    }

    void whatIsNotOnesOwnAnyMoreIsNotTaken()
    {
        auto log = m_bench->make();
        log->own(leases({3, 5}));
        for (qint64 i = 1; i <= 20; ++i)
            QVERIFY(log->append(m_bench->jobs.of(i % 2 ? 3 : 5, i)));
        QTRY_VERIFY_WITH_TIMEOUT(log->unsent() == 0 && log->length() == 21, long30s);
        log->disown(3);
        Runner runner(*log);
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 10, long30s);
        QVERIFY(std::ranges::all_of(runner.requests(), [](qint64 i) { return i % 2 == 0; }));
        QVERIFY(log->append(m_bench->jobs.of(3, 100)));
        QVERIFY(log->append(m_bench->jobs.of(5, 101)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().last(), 101, long30s);
        QVERIFY(!runner.requests().contains(100));
        log->own(leases({3}, 2)); // its new owner did nothing
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 10 + 1 + 11, long30s);
    }

    void takingOverIsToldOnceAndWhoeverKeepsAStreamTellsIt()
    {
        auto log = m_bench->make();
        QList<Lease> some = leases({3, 5, 7});
        some[1].wasLeft = true;
        log->own(some);
        QCOMPARE(log->length(), 1U);
        log->disown(5);
        QCOMPARE(log->length(), 1U);
        const auto taken = log->take(10);
        QCOMPARE(taken.size(), 1U);
        QVERIFY(std::get<TakenOver>(taken[0].work).wereLeft);
        QVERIFY(log->owned().contains(taken[0].origin->stream));
        QVERIFY(taken[0].origin->position.isEmpty());
        log->own({});
        QCOMPARE(log->length(), 0U);
    }

    void ticksAreForTheHousesOwnerOneAtATime()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        QVERIFY(log->append({{}, Tick()}));
        QCOMPARE(log->length(), 1U);
        log->own(leases({houseStream}, 9));
        for (int i = 0; i < 5; ++i)
            QVERIFY(log->append({{}, Tick()}));
        QCOMPARE(log->length(), 3U);
        const auto taken = log->take(10);
        QVERIFY(std::holds_alternative<Tick>(taken.at(2).work));
        QCOMPARE(taken[2].origin->fence, 9);
        QVERIFY(taken[2].origin->position.isEmpty());
    }

    void closedLogRefusesAndWakesTheTaker()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        Runner runner(*log);
        log->close();
        QVERIFY(log->isClosed());
        QVERIFY(!log->append(m_bench->jobs.of(3, 1)));
        QVERIFY(!log->append(m_bench->jobs.goodbye().first));
        QVERIFY(!log->append({{}, Tick()}));
        QVERIFY(log->take(5).empty());
    }

    void whatWasAppendedBeforeItWasClosedIsThereForOthers()
    {
        auto log = m_bench->make(), other = m_bench->make();
        for (qint64 i = 1; i <= 2000; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        log->close();
        other->own(leases({3}));
        Runner runner(*other);
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 2000, long30s);
        QCOMPARE(runner.requests(), upTo(2000));
    }

    void whatIsNotOursIsSkippedAndCounted()
    {
        RedisConnection redis(addressOf(m_bench->redis));
        const auto put = [&](const QByteArray &entry) { QVERIFY(!redis.ask(RedisCommand{"XADD", keys::commands(space, 3), "*", keys::field, entry}).value().isError()); };
        const auto sealed = [&](const Job &job, Time sent, int place) { return m_bench->seal.close(encodeJob({job, sent}), keys::commands(space, place)); };
        const Time now = m_bench->clock.now();
        SeededRng rng(5);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes(qsizetype(1 + rng.below(300)), Qt::Uninitialized);
            rng.fill({reinterpret_cast<std::uint8_t *>(bytes.data()), size_t(bytes.size())});
            put(bytes);
        }
        put(sealed(m_bench->jobs.of(3, 1), now, 4)); // of another place
        put(Seal("another secret").close(encodeJob({m_bench->jobs.of(3, 2), now}), keys::commands(space, 3)));
        put(m_bench->seal.close("no job", keys::commands(space, 3)));
        put(sealed(m_bench->jobs.of(3, 3), now - 2h, 3)); // nobody waits for it any more
        put(sealed({{}, std::get<DeviceGone>(m_bench->jobs.goodbye().first.work)}, now - 2h, 3)); // nobody would say it again
        QVERIFY(redis.ask(RedisCommand{"XADD", keys::commands(space, 3), "*", "a", "b", "c", "d"}));
        put(sealed(m_bench->jobs.of(3, 4), now, 3));
        auto log = m_bench->make();
        log->own(leases({3}));
        Runner runner(*log);
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests(), QList<qint64>{4}, long30s);
        QCOMPARE(runner.works<DeviceGone>().size(), 1);
        QCOMPARE(log->figures().unreadable, 304U);
        QCOMPARE(log->figures().late, 1U);
    }

    void whatHasWaitedForTooLongIsMarkedSo()
    {
        StreamLog::Options options{addressOf(m_bench->redis), {}, streams};
        options.runWithin = 2s;
        auto log = m_bench->make(options);
        log->own(leases({3}));
        const auto goodbye = m_bench->jobs.goodbye();
        log->own(leases({goodbye.second}));
        for (qint64 i = 1; i <= 100; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        QVERIFY(log->append(goodbye.first));
        QTRY_VERIFY_WITH_TIMEOUT(log->unsent() == 0 && log->length() == 103, long30s); // two tell of the streams
        QTest::qSleep(2300);
        QVERIFY(log->append(m_bench->jobs.of(3, 101)));
        QList<qint64> run, refused;
        int others = 0;
        while (run.size() + refused.size() < 101) {
            for (const Job &job : log->take(256)) {
                if (std::holds_alternative<protocol::Command>(job.work))
                    (job.isTooLate ? refused : run).append(job.caller.request);
                else
                    others += !job.isTooLate;
            }
        }
        QCOMPARE(refused, upTo(100)); // with their positions, so that nobody runs them later
        QCOMPARE(run, QList<qint64>{101}); // it had not waited
        QCOMPARE(others, 3);               // nobody would say them again
        QCOMPARE(log->figures().refused, 100U);
    }

    void whatWasRunForGoodIsForgotten()
    {
        auto log = m_bench->make();
        log->own(leases({3}));
        Runner runner(*log);
        for (qint64 i = 1; i <= 500; ++i)
            QVERIFY(log->append(m_bench->jobs.of(3, i)));
        QTRY_COMPARE_WITH_TIMEOUT(runner.requests().size(), 500, long30s);
        const auto jobs = runner.all();
        log->forget({StreamRow{4, {}, {}, jobs.back().origin->position}});
        log->forget({StreamRow{3, {}, {}, jobs[250].origin->position}});
        QTRY_VERIFY_WITH_TIMEOUT(m_bench->redis.ask("XLEN " + keys::commands(space, 3)) != ":500", long30s);
        const int left = m_bench->redis.ask("XLEN " + keys::commands(space, 3)).mid(1).toInt();
        QVERIFY2(left >= 250 && left < 400, qPrintable(QString::number(left)));
    }

private:
    std::unique_ptr<LogBench> m_bench;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestStreamLog)
#include "tst_stream_log.moc"
