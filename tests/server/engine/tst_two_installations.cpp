// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/cluster/inbox.h"
#include "tests/server/engine/log_bench.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using test::RedisServer;

namespace {

//! A server, as far as it has to do with Redis.
struct Server {
    Server(const RedisServer &redis, const Keyspace &where, const Seal &seal, qint64 number)
        : fanOut({addressOf(redis), {}, number}, where, seal, local, freshness), inbox({addressOf(redis), {}, number}, where, seal, fanOut),
          log({addressOf(redis), {}, streams}, where, seal, clock, local), mark(keys::node(where, number)), commands(keys::commands(where, stream))
    {
        fanOut.setNodes({3 - number});
    }

    static constexpr int stream = 3;

    Recorded local;
    SystemClock clock;
    Freshness freshness;
    NodeFanOut fanOut;
    Inbox inbox;
    StreamLog log;
    const QByteArray mark, commands;
};

//! Two servers with the numbers that every database gives first.
struct Installation {
    Installation(const RedisServer &redis, const Keyspace &where, const Seal &seal) : one(redis, where, seal, 1), two(redis, where, seal, 2) {}

    Server one, two;
};

} // namespace

//! Two installations on one Redis, even with the same secret, do not notice each other. Every test is run on one and the same keys, too: then they do.
class TestTwoInstallations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        m_ours.reset();
        m_theirs.reset();
    }
    void cleanup()
    {
        m_ours.reset();
        m_theirs.reset();
        m_redis.reset();
    }

    void eventsStayInTheirOwn_data() { bothWays(); }
    void eventsStayInTheirOwn()
    {
        QFETCH(const bool, apart);
        start(apart);
        const Identity we = signIn(m_ours->two), they = signIn(m_theirs->two);
        m_ours->one.fanOut.release({ToAccount{we.account, "ours"}, ToEverybody{"our news"}});
        QTRY_VERIFY_WITH_TIMEOUT(m_ours->two.local.news().contains("our news"), long30s);
        QCOMPARE(m_ours->two.local.frames<ToAccount>(), QList<QByteArray>{"ours"});
        m_theirs->one.fanOut.release({ToAccount{they.account, "theirs"}, ToEverybody{"their news"}});
        if (!apart) {
            QTRY_VERIFY_WITH_TIMEOUT(m_theirs->two.local.news().contains("our news"), long30s);
            return;
        }
        QTRY_COMPARE_WITH_TIMEOUT(m_theirs->two.local.news(), QList<QByteArray>{"their news"}, long30s);
        QCOMPARE(m_theirs->two.local.frames<ToAccount>(), QList<QByteArray>{"theirs"});
        QCOMPARE(m_ours->two.local.news(), QList<QByteArray>{"our news"});
        for (const Server *each : {&m_ours->one, &m_ours->two, &m_theirs->one, &m_theirs->two})
            QCOMPARE(each->inbox.unreadable(), 0U);
    }

    void commandsAreRunInTheirOwn_data() { bothWays(); }
    void commandsAreRunInTheirOwn()
    {
        QFETCH(const bool, apart);
        start(apart);
        Runner ours(m_ours->one.log), theirs(m_theirs->one.log);
        m_ours->one.log.own(leases({Server::stream}));
        m_theirs->one.log.own(leases({Server::stream}));
        QVERIFY(m_ours->two.log.append(m_jobs.of(Server::stream, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(ours.requests(), QList<qint64>{1}, long30s);
        QVERIFY(m_theirs->two.log.append(m_jobs.of(Server::stream, 2)));
        QTRY_VERIFY_WITH_TIMEOUT(theirs.requests().contains(2), long30s);
        QCOMPARE(theirs.requests(), apart ? QList<qint64>{2} : (QList<qint64>{1, 2}));
        QCOMPARE(m_theirs->one.log.figures().unreadable.load(), 0U);
    }

    void whatOneForgetsTheOtherKeeps_data() { bothWays(); }
    void whatOneForgetsTheOtherKeeps()
    {
        QFETCH(const bool, apart);
        start(apart);
        for (int i = 1; i <= 500; ++i)
            QVERIFY(m_ours->one.log.append(m_jobs.of(Server::stream, i)) && m_theirs->one.log.append(m_jobs.of(Server::stream, i)));
        QTRY_COMPARE_WITH_TIMEOUT(m_ours->one.log.unsent() + m_theirs->one.log.unsent(), size_t(0), long30s);
        const QByteArray before = m_redis->ask("XLEN " + m_theirs->one.commands);
        QCOMPARE(before, apart ? ":500" : ":1000");
        m_ours->one.log.own(leases({Server::stream}));
        m_ours->one.log.forget({{Server::stream, 1, {}, QStringLiteral("99999999999999-0")}}); // everything there is
        QTRY_VERIFY_WITH_TIMEOUT(m_redis->ask("XLEN " + m_ours->one.commands).mid(1).toInt() < 500, long30s);
        QCOMPARE(m_redis->ask("XLEN " + m_theirs->one.commands) == before, apart);
    }

    void whoLeavesTakesOnlyItsOwnAlong_data() { bothWays(); }
    void whoLeavesTakesOnlyItsOwnAlong()
    {
        QFETCH(const bool, apart);
        start(apart);
        const Identity they = signIn(m_theirs->two);
        const qsizetype before = m_theirs->two.local.resyncs();
        m_ours->two.fanOut.stop();
        m_ours->two.inbox.stop();
        if (!apart) {
            QTRY_VERIFY_WITH_TIMEOUT(m_theirs->two.local.resyncs() > before, long30s);
            return;
        }
        QCOMPARE(m_redis->ask("EXISTS " + m_ours->two.mark), ":0");
        QCOMPARE(m_redis->ask("EXPIRE " + m_theirs->two.mark + " 1000"), ":1");
        QTRY_VERIFY_WITH_TIMEOUT(m_redis->ask("TTL " + m_theirs->two.mark).mid(1).toInt() < 100, long30s); // it has looked
        QCOMPARE(m_theirs->two.local.resyncs(), 0);
        m_theirs->one.fanOut.release({ToAccount{they.account, "theirs"}});
        QTRY_COMPARE_WITH_TIMEOUT(m_theirs->two.local.frames<ToAccount>(), QList<QByteArray>{"theirs"}, long30s);
    }

private:
    static void bothWays()
    {
        QTest::addColumn<bool>("apart");
        QTest::newRow("apart") << true;
        QTest::newRow("on the same keys") << false;
    }
    //! Both installations, which have been told of their newcomers.
    void start(bool apart)
    {
        m_ours.emplace(*m_redis, Keyspace(QByteArray(Keyspace::installationBytes, 'a'), m_secret), m_seal);
        m_theirs.emplace(*m_redis, Keyspace(QByteArray(Keyspace::installationBytes, apart ? 'b' : 'a'), m_secret), m_seal);
        for (Server *each : {&m_ours->one, &m_ours->two, &m_theirs->one, &m_theirs->two})
            QTRY_COMPARE_WITH_TIMEOUT(m_redis->ask("EXISTS " + each->mark), ":1", long30s);
        for (const Server *each : {&m_ours->two, &m_theirs->two})
            QTRY_VERIFY_WITH_TIMEOUT(each->local.resyncs() > 0, long30s);
        for (Server *each : {&m_ours->one, &m_ours->two, &m_theirs->one, &m_theirs->two})
            each->local.clear();
    }
    Identity signIn(Server &at)
    {
        const Identity who{AccountId::random(m_rng), DeviceId::random(m_rng)};
        at.fanOut.release({Bind{firstConnection(2) + ++m_connection, who}});
        (void)QTest::qWaitFor([&] { return at.local.count<Bind>() > 0; }, long30s);
        return who;
    }

    const QByteArray m_secret = QByteArray(32, 's');
    const Seal m_seal{m_secret};
    SeededRng m_rng{31};
    Jobs m_jobs;
    ConnectionId m_connection = 0;
    std::unique_ptr<RedisServer> m_redis;
    std::optional<Installation> m_ours, m_theirs;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestTwoInstallations)
#include "tst_two_installations.moc"
