// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <map>
#include <thread>

#include "server/engine/cluster/inbox.h"
#include "server/engine/cluster/parcel_codec.h"
#include "server/engine/cluster/redis_keys.h"
#include "tests/server/engine/bench.h"
#include "tests/support/socket_proxy.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using test::RedisServer;

namespace {

//! A server's ways to others and from them.
struct Node {
    Node(const RedisServer &redis, const Seal &seal, qint64 number) : Node(redis, seal, number, addressOf(redis), {}) {}
    //! One that sends over another address.
    Node(const RedisServer &redis, const Seal &seal, qint64 number, const QString &out, const RedisTimes &times)
        : fanOut({out, times, number}, space, seal, local, freshness), inbox({addressOf(redis), {}, number}, space, seal, fanOut)
    {
    }

    Recorded local;
    Freshness freshness;
    NodeFanOut fanOut;
    Inbox inbox;
};

//! How often each passed.
QHash<QByteArray, int> counted(const QList<QByteArray> &frames)
{
    QHash<QByteArray, int> out;
    for (const QByteArray &frame : frames)
        out[frame]++;
    return out;
}

} // namespace

//! Whoever can write into Redis cannot have anything delivered a second time, or late; and nothing that a server sends is taken for that.
class TestInboxCopies : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_redis = std::make_unique<RedisServer>();
        m_direct = std::make_unique<RedisConnection>(addressOf(*m_redis));
    }
    void cleanup()
    {
        m_sender.reset();
        m_reader.reset();
        m_direct.reset();
        m_redis.reset();
    }

    void aParcelPassesOnceAndNotBehindALaterOne()
    {
        Turnstile turnstile;
        QVERIFY(!turnstile.passes(7, 0));
        for (const quint64 serial : {quint64(1), quint64(2), quint64(5), quint64(1) << 40, std::numeric_limits<quint64>::max()}) {
            QVERIFY(turnstile.passes(7, serial));
            for (const quint64 old : {serial, serial - 1, quint64(1), quint64(0)})
                QVERIFY(!turnstile.passes(7, old));
        }
        QVERIFY(turnstile.passes(8, 1)); // another one's numbers are its own
        QVERIFY(turnstile.passes(8, 2));
        QVERIFY(!turnstile.passes(7, 2));
    }

    void whatIsCopiedToTheEndIsNotDeliveredTwice_data()
    {
        QTest::addColumn<bool>("asItWas");
        QTest::addColumn<int>("times");
        QTest::newRow("as it was") << true << 1;
        QTest::newRow("in a parcel that was not there before") << false << 2; // as it would be if nobody looked at the number
    }

    void whatIsCopiedToTheEndIsNotDeliveredTwice()
    {
        QFETCH(const bool, asItWas);
        QFETCH(const int, times);
        start();
        const QList<QByteArray> sealed = sendSome(10);
        quint64 serial = 0;
        for (const QByteArray &entry : sealed)
            put(asItWas ? entry : closed(7, ++serial, opened(entry).outgoing));
        m_sender->fanOut.release({told("the last")});
        QTRY_VERIFY_WITH_TIMEOUT(delivered().contains("the last"), long30s);
        QCOMPARE(counted(delivered()), expected(10, times));
        QCOMPARE(m_reader->inbox.repeated(), asItWas ? quint64(sealed.size()) : 0U);
        QCOMPARE(m_reader->inbox.unreadable(), 0U);
    }

    void copiesAreNotDeliveredAfterAWipeEither()
    {
        start();
        const QList<QByteArray> sealed = sendSome(10);
        const qsizetype before = m_reader->local.resyncs();
        m_redis->flush();
        QTRY_VERIFY_WITH_TIMEOUT(m_reader->local.resyncs() > before, long30s);
        for (const QByteArray &entry : sealed)
            put(entry);
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->inbox.repeated(), quint64(sealed.size()), long30s);
        QCOMPARE(counted(delivered()), expected(10, 1, false));
    }

    //! As after a restart on what was on the disk some time ago: the reader cannot but begin at the beginning.
    void aRedisThatGoesBackDeliversNothingTwice()
    {
        start();
        const QList<QByteArray> sealed = sendSome(10);
        std::vector<RedisCommand> back{{"MULTI"}, {"DEL", m_inbox}};
        for (int i = 0; i < sealed.size(); ++i)
            back.push_back({"XADD", m_inbox, "5-" + QByteArray::number(i), keys::field, sealed[i]});
        back.push_back({"EXEC"});
        const auto done = m_direct->ask(back);
        QVERIFY(done && !done->back().isError() && done->back().list.size() == size_t(sealed.size()) + 1);
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->inbox.repeated(), quint64(sealed.size()), long30s);
        QCOMPARE(counted(delivered()), expected(10, 1, false));
    }

    //! Somebody takes an entry out before it is read, and puts it in behind later ones.
    void whatWasHeldBackIsNotDeliveredLate()
    {
        start();
        put(closed(7, 2, {told("second")}));
        put(closed(7, 1, {told("first")}));
        put(closed(8, 1, {told("of another")}));
        put(closed(7, 3, {told("third")}));
        QTRY_VERIFY_WITH_TIMEOUT(delivered().contains("third"), long30s);
        QCOMPARE(delivered(), (QList<QByteArray>{"second", "of another", "third"}));
        QCOMPARE(m_reader->inbox.repeated(), 1U);
    }

    //! Servers put in what several of their threads give out.
    void nothingOfManyThreadsIsTakenForOld()
    {
        start();
        constexpr int threads = 4, each = 500;
        std::vector<std::thread> all;
        for (int thread = 0; thread < threads; ++thread) {
            all.emplace_back([this, thread] {
                for (int i = 0; i < each; ++i)
                    m_sender->fanOut.release({told(QByteArray::number(thread) + '.' + QByteArray::number(i))});
            });
        }
        for (std::thread &thread : all)
            thread.join();
        QTRY_COMPARE_WITH_TIMEOUT(delivered().size(), threads * each, long30s);
        std::map<QByteArray, int> last;
        for (const QByteArray &frame : delivered()) {
            const qsizetype dot = frame.indexOf('.');
            QCOMPARE(last[frame.first(dot)]++, frame.sliced(dot + 1).toInt());
        }
        QCOMPARE(m_reader->inbox.repeated(), 0U);
    }

    //! Redis has done what it was asked for, and its answer is lost: the sender cannot know.
    void whatWasPutInWithoutAnAnswerIsDeliveredOnceAndEverybodyLooksAgain()
    {
        test::SocketProxy proxy(m_redis->socket());
        start(QStringLiteral("unix:") + proxy.folder() + QStringLiteral("/redis"), impatient);
        const auto answers = [this] { return m_reader->local.frames<ToConnection>(); };
        const auto send = [this](const QByteArray &what) { m_sender->fanOut.release({ToConnection{firstConnection(2) + 1, what}}); };
        for (int round = 1; round <= 5; ++round) {
            const qsizetype resyncs = m_reader->local.resyncs();
            const quint64 missed = m_sender->fanOut.figures().missed;
            int sent = 0; // some of them it does not get rid of: after a failure it waits a moment before it connects again
            const auto arrives = [&](const QByteArray &what) {
                send(what + QByteArray::number(round) + '.' + QByteArray::number(++sent));
                return std::ranges::any_of(answers(), [&](const QByteArray &frame) { return frame.startsWith(what + QByteArray::number(round)); });
            };
            proxy.loseAnswers(true);
            QTRY_VERIFY_WITH_TIMEOUT(arrives("answer ") && m_sender->fanOut.figures().missed > missed, long30s);
            proxy.loseAnswers(false);
            QTRY_VERIFY_WITH_TIMEOUT(m_reader->local.resyncs() > resyncs, long30s);
            QTRY_VERIFY_WITH_TIMEOUT(arrives("after "), long30s);
        }
        const auto counts = counted(answers());
        for (auto it = counts.begin(); it != counts.end(); ++it)
            QVERIFY2(it.value() == 1, it.key().constData());
        QCOMPARE(m_reader->inbox.repeated(), 0U);
    }

private:
    //! Node 1 sends, node 2 reads, and somebody is there.
    void start() { start(addressOf(*m_redis), {}); }
    void start(const QString &out, const RedisTimes &times)
    {
        m_sender = std::make_unique<Node>(*m_redis, m_seal, 1, out, times);
        m_reader = std::make_unique<Node>(*m_redis, m_seal, 2);
        m_sender->fanOut.setNodes({2});
        m_reader->fanOut.release({Bind{firstConnection(2) + 1, m_who}});
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->local.count<Bind>(), 1, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(m_reader->local.resyncs(), 1, long30s); // the older node has greeted it
        QTRY_COMPARE_WITH_TIMEOUT(m_redis->ask("EXISTS " + keys::node(space, 2)), ":1", long30s);
    }
    ToAccount told(const QByteArray &what) const { return {m_who.account, what}; }
    QList<QByteArray> delivered() const { return m_reader->local.frames<ToAccount>(); }
    //! So many events, each in a parcel of its own; the parcels as they stand in the inbox, the greeting among them.
    QList<QByteArray> sendSome(int count)
    {
        for (int i = 0; i < count; ++i) {
            m_sender->fanOut.release({told(QByteArray::number(i))});
            (void)QTest::qWaitFor([&] { return delivered().size() == i + 1; }, long30s);
        }
        QList<QByteArray> out;
        const auto entries = m_direct->ask(RedisCommand{"XRANGE", m_inbox, "-", "+"});
        for (const RedisReply &entry : entries.value_or(RedisReply()).list)
            out.append(entry.list[1].list[1].text);
        return out;
    }
    static QHash<QByteArray, int> expected(int count, int times, bool last = true)
    {
        QHash<QByteArray, int> out;
        for (int i = 0; i < count; ++i)
            out.insert(QByteArray::number(i), times);
        if (last)
            out.insert("the last", 1);
        return out;
    }
    void put(const QByteArray &entry) { (void)m_direct->ask(RedisCommand{"XADD", m_inbox, "*", keys::field, entry}); }
    QByteArray closed(qint64 sender, quint64 serial, std::vector<Outgoing> outgoing) const { return m_seal.close(encodeParcel({sender, serial, std::move(outgoing), 0}), m_inbox); }
    Parcel opened(const QByteArray &entry) const { return decodeParcel(m_seal.open(entry, m_inbox).value_or(QByteArray())).value_or(Parcel()); }

    SeededRng m_rng{37};
    const Seal m_seal{QByteArray(32, 's')};
    const Identity m_who{AccountId::random(m_rng), DeviceId::random(m_rng)};
    const QByteArray m_inbox = keys::inbox(space, 2);
    std::unique_ptr<RedisServer> m_redis;
    std::unique_ptr<RedisConnection> m_direct;
    std::unique_ptr<Node> m_sender, m_reader;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestInboxCopies)
#include "tst_inbox_copies.moc"
