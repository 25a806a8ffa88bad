// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QSet>
#include <QTest>

#include "server/engine/cluster/inbox.h"
#include "server/engine/cluster/redis_keys.h"
#include "tests/server/engine/bench.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using test::RedisServer;

namespace {

//! What a server has of all this.
struct Node {
    Node(const RedisServer &redis, const Seal &seal, qint64 number, const RedisTimes &times = {}, const Keyspace &where = space)
        : fanOut({addressOf(redis), times, number}, where, seal, local, freshness), inbox({addressOf(redis), times, number}, where, seal, fanOut)
    {
    }

    Recorded local;
    app::Freshness freshness;
    NodeFanOut fanOut;
    Inbox inbox;
};

ToAccount told(const Identity &who, int number)
{
    return {who.account, "event " + QByteArray::number(number)};
}

} // namespace

//! Answers and events on their ways between servers.
class TestNodeFanOut : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_redis = std::make_unique<RedisServer>(); }
    void cleanup()
    {
        m_nodes.clear();
        m_redis.reset();
    }

    void eventsGoWhereTheirRecipientIs()
    {
        start(3);
        const Identity here = signIn(0), there = signIn(1), both = signIn(0);
        signIn(2, both.account);
        node(0).fanOut.release({told(here, 1), told(there, 2), told(both, 3)});
        node(0).fanOut.release({ToEverybody{"news"}});
        for (Node *each : {&node(0), &node(1), &node(2)})
            QTRY_COMPARE_WITH_TIMEOUT(each->local.news(), QList<QByteArray>{"news"}, long30s);
        QCOMPARE(node(0).local.frames<ToAccount>(), (QList<QByteArray>{"event 1", "event 2", "event 3"})); // it knows best itself who is here
        QCOMPARE(node(1).local.frames<ToAccount>(), QList<QByteArray>{"event 2"});
        QCOMPARE(node(2).local.frames<ToAccount>(), QList<QByteArray>{"event 3"});
    }

    void answersGoToTheirConnection()
    {
        start(3);
        node(0).fanOut.release({ToConnection{firstConnection(2) + 7, "answer"}, ToConnection{firstConnection(1) + 7, "here"}, ToConnection{5, "of no node"}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.frames<ToConnection>(), QList<QByteArray>{"answer"}, long30s);
        node(0).fanOut.release({ToEverybody{"news"}});
        QTRY_COMPARE_WITH_TIMEOUT(node(2).local.news().size(), 1, long30s);
        QCOMPARE(node(2).local.count<ToConnection>(), 0);
    }

    void whoHasTheAnswerToTheirSignInGetsEvents()
    {
        start(3);
        for (int i = 0; i < 50; ++i) {
            const Identity who = identity();
            const ConnectionId connection = firstConnection(2) + quint64(i) + 1;
            node(0).fanOut.release({Bind{connection, who}, ToConnection{connection, "welcome"}});
            QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToConnection>(), i + 1, long30s);
            node(2).fanOut.release({told(who, i)});
            QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToAccount>(), i + 1, long30s);
        }
        QCOMPARE(node(1).local.count<Bind>(), 50);
    }

    void whatComesLaterStaysBehindASignIn()
    {
        start(2);
        const Identity here = signIn(0), there = signIn(1);
        QList<QByteArray> expected;
        for (int i = 0; i < 300; ++i) {
            const Identity newcomer = identity();
            const ConnectionId connection = firstConnection(1) + 100 + quint64(i);
            std::vector<Outgoing> batch;
            if (i % 3 == 0)
                batch = {Bind{connection, newcomer}, ToConnection{connection, "welcome"}};
            batch.insert(batch.end(), {told(here, i), told(there, i)});
            if (i % 3 == 1)
                batch.push_back(EndDevice{newcomer.device});
            node(0).fanOut.release(std::move(batch));
            expected.append("event " + QByteArray::number(i));
        }
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToAccount>(), 300, long30s);
        QCOMPARE(node(1).local.frames<ToAccount>(), expected);
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(node(0), here).size(), 300, long30s);
        QCOMPARE(eventsOf(node(0), here), expected);
    }

    //! The one who is signed out must not be let in behind that.
    void theEndOfADeviceStaysBehindItsSignIn()
    {
        start(2);
        for (int i = 0; i < 100; ++i) {
            const Identity who = identity();
            const ConnectionId connection = firstConnection(2) + quint64(i) + 1;
            node(0).fanOut.release({Bind{connection, who}});
            node(0).fanOut.release({EndDevice{who.device}});
        }
        node(0).fanOut.release({ToEverybody{"news"}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.news().size(), 1, long30s);
        QSet<DeviceId> bound, ended;
        for (const Outgoing &out : node(1).local.all()) {
            if (const auto *one = std::get_if<Bind>(&out)) {
                bound.insert(one->identity.device);
            } else if (const auto *end = std::get_if<EndDevice>(&out)) {
                QVERIFY(bound.contains(end->device));
                ended.insert(end->device); // once more is no harm
            }
        }
        QCOMPARE(ended.size(), 100);
        QCOMPARE(ended, bound);
    }

    //! Two nodes kept them, and what they tell goes on ways of its own.
    void aSignInBehindTheEndOfItsDeviceLetsNobodyIn()
    {
        start(3);
        const Identity ended = identity(), stays = identity();
        const ConnectionId connection = firstConnection(2) + 1;
        node(0).fanOut.release({EndDevice{ended.device}, EndDevice{identity().device}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<EndDevice>(), 2, long30s);
        node(1).local.clear();
        node(2).fanOut.release({Bind{connection, ended}, ToConnection{connection, "welcome"}, Bind{connection + 1, stays}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToConnection>(), 1, long30s);
        const auto all = node(1).local.all();
        QCOMPARE(all.size(), size_t(4));
        QCOMPARE(std::get<Bind>(all[0]).identity, ended);
        const EndDevice *end = std::get_if<EndDevice>(&all[3]);
        QVERIFY(end && end->device == ended.device && end->reason == protocol::SessionEnd::Revoked);

        // The same where the one who revokes and the one who signs in are kept by this node itself and by another one.
        const Identity own = identity();
        node(1).fanOut.release({EndDevice{own.device}});
        node(2).fanOut.release({Bind{connection + 2, own}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<EndDevice>(), 3, long30s);
        QVERIFY(std::get<EndDevice>(node(1).local.all().back()).device == own.device);
    }

    void whatArrivesIsNotSentOn()
    {
        start(3);
        const Identity who = signIn(0);
        signIn(1, who.account);
        signIn(2, who.account);
        const ConnectionId connection = firstConnection(2) + 99;
        node(0).fanOut.release({Bind{connection, identity()}, told(who, 1), ToConnection{connection, "welcome"}, ToEverybody{"news"}});
        QTRY_VERIFY_WITH_TIMEOUT(node(1).local.frames<ToConnection>().contains("welcome"), long30s);
        node(1).fanOut.release({ToEverybody{"the end"}});
        for (Node *each : {&node(0), &node(1), &node(2)}) {
            QTRY_COMPARE_WITH_TIMEOUT(each->local.news(), (QList<QByteArray>{"news", "the end"}), long30s);
            QCOMPARE(each->local.frames<ToAccount>(), QList<QByteArray>{"event 1"});
        }
    }

    void aDeviceThatComesElsewhereIsNotHere()
    {
        start(2);
        const Identity who = signIn(0);
        QCOMPARE(nodesOf(who), QSet<QByteArray>{"1"});
        const ConnectionId connection = firstConnection(2) + 50;
        node(1).fanOut.release({Bind{connection, who}, ToConnection{connection, "welcome"}});
        QTRY_COMPARE_WITH_TIMEOUT(nodesOf(who), QSet<QByteArray>{"2"}, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(node(0).local.count<Bind>(), 2, long30s); // so that the older connection is closed
        const qsizetype before = eventsOf(node(0), who).size();
        node(1).fanOut.release({told(who, 1), ToEverybody{"news"}});
        QTRY_COMPARE_WITH_TIMEOUT(node(0).local.news().size(), 1, long30s);
        QCOMPARE(eventsOf(node(0), who).size(), before);
    }

    void whoLeavesIsForgotten()
    {
        start(2);
        const Identity phone = signIn(1), laptop = signIn(1, phone.account);
        node(1).fanOut.left(phone, m_connections.value(phone.device));
        node(1).fanOut.left(phone, m_connections.value(phone.device));
        node(0).fanOut.release({told(phone, 1)});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToAccount>(), 1, long30s);
        node(1).fanOut.left(laptop, m_connections.value(laptop.device));
        QTRY_COMPARE_WITH_TIMEOUT(nodesOf(phone), QSet<QByteArray>(), long30s);
    }

    void aNodeThatHasJustEnteredGetsItsAnswersAndLooksAgain()
    {
        m_nodes.push_back(std::make_unique<Node>(*m_redis, m_seal, 1));
        m_nodes.push_back(std::make_unique<Node>(*m_redis, m_seal, 2)); // the first does not know of it
        const Identity who = identity();
        const ConnectionId connection = firstConnection(2) + 1;
        node(0).fanOut.release({Bind{connection, who}, ToConnection{connection, "welcome"}});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.frames<ToConnection>(), QList<QByteArray>{"welcome"}, long30s);
        QCOMPARE(node(1).local.resyncs(), 0);
        node(0).fanOut.setNodes({2});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.resyncs(), 1, long30s);
        node(0).fanOut.setNodes({2});
        node(0).fanOut.setNodes({});
        node(0).fanOut.release({ToConnection{connection, "too late"}}); // it is gone, and not new
        signIn(0);
        node(0).fanOut.setNodes({2});
        node(0).fanOut.release({told(who, 1)});
        QTRY_COMPARE_WITH_TIMEOUT(node(1).local.count<ToAccount>(), 1, long30s);
        QCOMPARE(node(1).local.resyncs(), 1);
        QVERIFY(!node(1).local.frames<ToConnection>().contains("too late"));
    }

    void everybodyLooksAgainAfterALoss_data()
    {
        QTest::addColumn<QByteArray>("how");
        for (const char *how : {"flush", "kill", "freeze"})
            QTest::newRow(how) << QByteArray(how);
    }

    void everybodyLooksAgainAfterALoss()
    {
        QFETCH(QByteArray, how);
        start(2, impatient);
        const Identity here = signIn(0), there = signIn(1);
        quiet();
        const qsizetype first = node(0).local.resyncs(), second = node(1).local.resyncs();
        if (how == "flush") {
            m_redis->flush();
        } else {
            how == "kill" ? m_redis->kill() : m_redis->freeze();
            node(0).fanOut.release({told(here, 1), told(there, 1)}); // one of them does not get there
            node(1).fanOut.release({told(here, 2)});
            QTRY_VERIFY_WITH_TIMEOUT(node(0).fanOut.figures().missed > 0 && node(1).fanOut.figures().missed > 0, long30s);
            QVERIFY(eventsOf(node(0), here).contains("event 1")); // here Redis is not asked for it
            how == "kill" ? m_redis->start() : m_redis->thaw();
        }
        QTRY_VERIFY_WITH_TIMEOUT(node(0).local.resyncs() > first && node(1).local.resyncs() > second, long30s);
        QTRY_VERIFY_WITH_TIMEOUT(nodesOf(here).contains("1") && nodesOf(there).contains("2"), long30s);
        QVERIFY(flows(here, there));
    }

    void nothingIsDeliveredTwiceAroundALoss()
    {
        start(2);
        const Identity here = signIn(0), there = signIn(1);
        int number = 0;
        for (int round = 0; round < 5; ++round) {
            for (int i = 0; i < 100; ++i, QTest::qSleep(5)) {
                if (i == 50)
                    m_redis->flush();
                node(0).fanOut.release({told(there, ++number), ToConnection{firstConnection(2) + 1, "answer " + QByteArray::number(number)}});
            }
            QTest::qSleep(1200); // it looks every second
        }
        QVERIFY(flows(here, there));
        auto answers = node(1).local.frames<ToConnection>(), events = eventsOf(node(1), there);
        events.removeIf([](const QByteArray &frame) { return frame.size() > QByteArray("event 1000").size(); }); // those of flows(), which are sent again and again
        QCOMPARE(QSet<QByteArray>(answers.begin(), answers.end()).size(), answers.size());
        QCOMPARE(QSet<QByteArray>(events.begin(), events.end()).size(), events.size());
        QVERIFY(answers.size() > 100);
    }

    //! Redis itself does not tell of it: what was taken out by MAXLEN is not among what it calls deleted.
    void anInboxThatWasTrimmedBeforeItWasReadIsNoticed()
    {
        start(2);
        signIn(1);
        quiet();
        const qsizetype before = node(1).local.resyncs();
        RedisConnection redis(addressOf(*m_redis));
        const QByteArray script = "for i = 1, 3 do redis.call('XADD', KEYS[1], '*', 's', 'x') end return redis.call('XTRIM', KEYS[1], 'MAXLEN', '1')";
        QVERIFY(redis.ask(RedisCommand{"EVAL", script, "1", keys::inbox(space, 2)}).value().integer >= 2);
        QTRY_VERIFY_WITH_TIMEOUT(node(1).local.resyncs() > before, long30s);
        QCOMPARE(node(0).local.resyncs(), 0);
        QTRY_COMPARE_WITH_TIMEOUT(node(1).inbox.unreadable(), 1U, long30s);
    }

    void anInboxThatWasTrimmedBeforeItsNodeCameIsNoticed()
    {
        RedisConnection redis(addressOf(*m_redis));
        const QByteArray script = "for i = 1, 30 do redis.call('XADD', KEYS[1], 'MAXLEN', '10', '*', 's', 'x') end";
        QVERIFY(redis.ask(RedisCommand{"EVAL", script, "1", keys::inbox(space, 1)}));
        m_nodes.push_back(std::make_unique<Node>(*m_redis, m_seal, 1));
        QTRY_VERIFY_WITH_TIMEOUT(node(0).local.resyncs() > 0, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(node(0).inbox.unreadable(), 10U, long30s);
    }

    void anInboxThatIsReadIsNotLost()
    {
        start(2);
        const Identity there = signIn(1);
        for (int i = 0; i < 3000; ++i) {
            node(0).fanOut.release({told(there, i)});
            if (i % 300 == 0)
                QTest::qSleep(400); // some looks in between, which take out what was read
        }
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(node(1), there).size(), 3000, long30s);
        QCOMPARE(node(1).local.resyncs(), 0);
    }

    void aRefusalIsNoAnswer()
    {
        start(2);
        const Identity here = signIn(0), there = signIn(1);
        QCOMPARE(m_redis->ask("ACL SETUSER default -smembers"), "+OK");
        node(0).fanOut.release({told(there, 1)});
        QTRY_VERIFY_WITH_TIMEOUT(node(0).fanOut.figures().missed > 0, long30s);
        QTRY_VERIFY_WITH_TIMEOUT(node(1).local.resyncs() > 0, long30s); // it may have missed something
        QCOMPARE(m_redis->ask("ACL SETUSER default +smembers -sadd"), "+OK");
        const Identity newcomer = identity();
        const qsizetype before = node(0).local.resyncs();
        node(0).fanOut.release({Bind{firstConnection(1) + 500, newcomer}});
        QTRY_COMPARE_WITH_TIMEOUT(node(0).local.count<Bind>(), 2, long30s);
        QCOMPARE(m_redis->ask("ACL SETUSER default +sadd"), "+OK");
        QTRY_COMPARE_WITH_TIMEOUT(nodesOf(newcomer), QSet<QByteArray>{"1"}, long30s);
        QTRY_VERIFY_WITH_TIMEOUT(node(0).local.resyncs() > before, long30s);
        QVERIFY(flows(here, there));
    }

    void aRedisThatRefusesIsNotAskedWithoutAPause()
    {
        QCOMPARE(m_redis->ask("ACL SETUSER default -xread"), "+OK");
        start(1);
        QTest::qWait(1000);
        const QByteArray stats = m_redis->ask("INFO commandstats");
        const QByteArray line = stats.mid(stats.indexOf("cmdstat_xread:")).split('\n').first();
        const int rejected = line.mid(line.indexOf("rejected_calls=") + 15).split(',').first().toInt();
        QVERIFY2(rejected > 0 && rejected < 100, line.constData());
    }

    void aFrozenRedisHoldsNobodyHere()
    {
        start(2, veryPatient);
        const Identity here = signIn(0), there = signIn(1);
        m_redis->freeze();
        for (int i = 0; i < 1000; ++i)
            node(0).fanOut.release({told(here, i), told(there, i), ToConnection{firstConnection(1) + 1, "answer"}});
        QCOMPARE(eventsOf(node(0), here).size(), 1000);
        m_redis->thaw();
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(node(1), there).size(), 1000, long30s);
    }

    void whatWasReleasedIsOnItsWayWhenItStops()
    {
        start(2);
        const Identity there = signIn(1);
        for (int i = 0; i < 2000; ++i)
            node(0).fanOut.release({told(there, i)});
        node(0).fanOut.stop();
        QTRY_COMPARE_WITH_TIMEOUT(eventsOf(node(1), there).size(), 2000, long30s);
    }

    void aFrozenRedisDoesNotKeepItFromStopping()
    {
        start(2);
        const Identity there = signIn(1);
        m_redis->freeze();
        for (int i = 0; i < 2000; ++i)
            node(0).fanOut.release({told(there, i)});
        QElapsedTimer timer;
        timer.start();
        node(0).fanOut.stop();
        node(0).inbox.stop();
        QVERIFY(timer.elapsed() < long30s);
        m_redis->thaw();
    }

    void nothingIsLeftOfANodeThatStopped()
    {
        start(2);
        signIn(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_redis->ask("EXISTS " + keys::node(space, 2)), ":1", long30s);
        node(1).fanOut.stop();
        node(1).inbox.stop();
        QCOMPARE(m_redis->ask("EXISTS " + keys::node(space, 2) + " " + keys::inbox(space, 2)), ":0");
        node(0).fanOut.release({ToConnection{firstConnection(2) + 1, "too late"}}); // it does not know yet
        QTRY_COMPARE_WITH_TIMEOUT(m_redis->ask("EXISTS " + keys::inbox(space, 2)), ":1", long30s);
        QVERIFY(m_redis->ask("TTL " + keys::inbox(space, 2)).mid(1).toInt() > 0);
        QVERIFY(m_redis->ask("TTL " + keys::inbox(space, 1)).mid(1).toInt() != -1);
        QVERIFY(m_redis->ask("TTL " + keys::node(space, 1)).mid(1).toInt() > 0);
    }

private:
    //! Nodes 1 to count, which know each other.
    void start(int count, const RedisTimes &times = {})
    {
        QList<qint64> numbers;
        for (int i = 1; i <= count; ++i) {
            m_nodes.push_back(std::make_unique<Node>(*m_redis, m_seal, i, times));
            numbers.append(i);
        }
        for (auto &each : m_nodes) {
            QList<qint64> others = numbers;
            others.removeAll(1 + (&each - m_nodes.data()));
            each->fanOut.setNodes(others);
        }
        quiet();
        for (auto &each : m_nodes) { // those who are older greet it
            Recorded &local = each->local;
            QTRY_COMPARE_WITH_TIMEOUT(local.resyncs(), &each - m_nodes.data(), long30s);
            local.clear();
        }
    }
    Node &node(int index) { return *m_nodes.at(size_t(index)); }
    Identity identity() { return {AccountId::random(m_rng), DeviceId::random(m_rng)}; }
    //! Signs somebody in there; returns when that is so.
    Identity signIn(int index, std::optional<AccountId> account = {})
    {
        Identity who = identity();
        who.account = account.value_or(who.account);
        const ConnectionId connection = firstConnection(1 + index) + ++m_connection;
        m_connections.insert(who.device, connection);
        const qsizetype before = node(index).local.count<Bind>();
        node(index).fanOut.release({Bind{connection, who}});
        QElapsedTimer timer;
        for (timer.start(); node(index).local.count<Bind>() == before && timer.elapsed() < long30s;)
            QTest::qSleep(5);
        return who;
    }
    QSet<QByteArray> nodesOf(const Identity &who)
    {
        QSet<QByteArray> out;
        RedisConnection redis(addressOf(*m_redis));
        for (const RedisReply &each : redis.ask(RedisCommand{"SMEMBERS", keys::nodesOf(space, who.account)}).value_or(RedisReply()).list)
            out.insert(each.text);
        return out;
    }
    static QList<QByteArray> eventsOf(const Node &at, const Identity &who)
    {
        QList<QByteArray> out;
        for (const Outgoing &each : at.local.all()) {
            if (const auto *one = std::get_if<ToAccount>(&each); one && one->account == who.account)
                out.append(one->frame);
        }
        return out;
    }
    //! Everything that was under way has come.
    void quiet()
    {
        for (auto &each : m_nodes)
            (void)QTest::qWaitFor([&] { return m_redis->ask("EXISTS " + keys::node(space, 1 + (&each - m_nodes.data()))) == ":1"; }, long30s);
        QTest::qWait(50);
    }
    //! Events go both ways again.
    bool flows(const Identity &here, const Identity &there)
    {
        static int mark = 1'000'000;
        const ToAccount one = told(there, ++mark), other = told(here, ++mark);
        return QTest::qWaitFor(
            [&] {
                node(0).fanOut.release({one});
                node(1).fanOut.release({other});
                QTest::qSleep(50);
                return eventsOf(node(1), there).contains(one.frame) && eventsOf(node(0), here).contains(other.frame);
            },
            long30s);
    }

    SeededRng m_rng{17};
    const Seal m_seal{QByteArray(32, 's')};
    ConnectionId m_connection = 0;
    QHash<DeviceId, ConnectionId> m_connections;
    std::unique_ptr<RedisServer> m_redis;
    std::vector<std::unique_ptr<Node>> m_nodes;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestNodeFanOut)
#include "tst_node_fan_out.moc"
