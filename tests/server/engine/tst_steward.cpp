// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QHash>
#include <QTest>

#include "server/engine/cluster/steward.h"
#include "server/storage/data_file.h"
#include "server/storage/store_set.h"
#include "tests/server/engine/bench.h"
#include "tests/support/engine.h"

namespace jjak::engine {

using namespace app;
using namespace testing;
using namespace Qt::StringLiterals;
using storage::OpenAs;
using storage::StoreSet;

namespace {

//! A steward's connection.
class Access final : public StoreAccess {
public:
    explicit Access(const QString &database) : m_set(database, OpenAs::Caretaker) {}
    Stores stores() override { return m_set.stores(); }

private:
    StoreSet m_set;
};

//! A server as far as it has to do with others.
struct Node {
    Node(const QString &database, const test::RedisServer &redis, Steward::Options options, const Keyspace &where = space)
        : steward(std::move(options), std::make_unique<Access>(database), clock), fanOut({addressOf(redis), {}, steward.node()}, where, seal, local, freshness),
          log({addressOf(redis), {}, steward.streams()}, where, seal, clock, local)
    {
        steward.start(log, fanOut, [this](const std::optional<QList<ConnectionId>> &which) { which ? sendAway(*which) : void(gone++); });
    }
    ~Node()
    {
        log.close();
        steward.stop();
    }

    void sendAway(const QList<ConnectionId> &which)
    {
        const std::lock_guard lock(mutex);
        sentAway += which;
    }
    QList<ConnectionId> whoWasSentAway()
    {
        const std::lock_guard lock(mutex);
        return sentAway;
    }

    Recorded local;
    std::mutex mutex;
    QList<ConnectionId> sentAway; //!< under the mutex
    SharedClock clock;
    const Seal seal{QByteArray(32, 's')};
    std::atomic<int> gone{0};
    Steward steward;
    app::Freshness freshness;
    NodeFanOut fanOut;
    StreamLog log;
};

} // namespace

//! Which server runs which stream, as they come, go, and fall silent.
class TestSteward : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_redis.flush();
        m_database = test::emptyPostgres();
        m_reader = std::make_unique<StoreSet>(m_database, OpenAs::Caretaker);
    }
    void cleanup()
    {
        m_nodes.clear();
        m_reader.reset();
    }

    void streamsAreSharedOutEvenlyAsNodesComeAndGo()
    {
        start(10, {u"a"_s});
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{10}, long30s);
        start(99, {u"b"_s}); // there are ten already
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{5, 5}), long30s);
        start(10, {u"c"_s});
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{4, 3, 3}), long30s);
        start(10, {u"d"_s});
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{3, 3, 2, 2}), long30s); // and not three, three, three and one
        m_nodes.erase(m_nodes.begin());
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{4, 3, 3}), long30s);
        m_nodes.pop_back();
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{5, 5}), long30s);
        for (const auto &node : m_nodes) {
            QTRY_COMPARE_WITH_TIMEOUT(node->log.owned().size(), 5, long30s);
            QCOMPARE(node->gone.load(), 0);
            QCOMPARE(node->steward.figures().takenOver.load(), 0); // everything was given back
            QTRY_COMPARE_WITH_TIMEOUT(node->steward.figures().nodes.load(), 2, long30s);
        }
    }

    void moreNodesThanStreamsIsNoHarm()
    {
        start(2, {u"a"_s, u"b"_s, u"c"_s});
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{1, 1}), long30s);
        m_nodes.erase(m_nodes.begin());
        QTRY_COMPARE_WITH_TIMEOUT(shares(), (QList<int>{1, 1}), long30s);
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[0]->log.owned().size() + m_nodes[1]->log.owned().size(), 2, long30s);
    }

    void whoDoesNotWorkGetsNoStreams()
    {
        start(4, {u"worker"_s});
        Steward::Options gateway{u"gateway"_s, false, 4, 3s, 50ms};
        m_nodes.push_back(std::make_unique<Node>(m_database, m_redis, gateway));
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[0]->steward.figures().nodes.load(), 2, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{4}, long30s);
        QCOMPARE(m_nodes[0]->steward.figures().workers.load(), 1);
        QVERIFY(m_nodes[1]->log.owned().isEmpty());
    }

    void whoFallsSilentLosesItsStreamsWhenItsLeaseIsOverAndOnlyThen()
    {
        startSilent(6, 2s, 1h);
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{6}, long30s);
        const auto before = fences();
        const qint64 silent = m_nodes[0]->steward.node();
        start(6, {u"other"_s});
        QList<StreamRow> last = rows();
        for (bool over = false; !over;) {
            over = true;
            const QList<StreamRow> now = rows(); // the moment is read after them
            const Time moment = databaseTime();
            for (int i = 0; i < now.size(); ++i) {
                if (last[i].owner == silent && now[i].owner != silent)
                    QVERIFY2(last[i].until < moment, "taken before its time");
                over = over && now[i].owner && now[i].owner != silent;
            }
            last = now;
            QTest::qSleep(10);
        }
        const auto after = fences();
        for (int i = 0; i < 6; ++i)
            QVERIFY(after[i] > before[i]);
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[1]->log.owned().size(), 6, long30s);
        QCOMPARE(m_nodes[1]->steward.figures().takenOver.load(), 6);
        QCOMPARE(m_nodes[0]->log.owned().size(), 6); // it does not know; the fence does
        // The worker tells everybody to look again.
        const auto taken = m_nodes[1]->log.take(10);
        QVERIFY(std::ranges::any_of(taken, [](const Job &job) { return std::holds_alternative<TakenOver>(job.work) && std::get<TakenOver>(job.work).wereLeft; }));
    }

    void whoComesBackIsToldAndGetsItsShareAnew()
    {
        startSilent(6, 1s, 6s);
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{6}, long30s);
        start(6, {u"other"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[1]->log.owned().size(), 6, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[0]->gone.load(), 1, long30s);
        QCOMPARE(m_nodes[0]->steward.figures().timesGone.load(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(m_nodes[0]->log.owned().size() < 6, long30s); // what the other one has
        QCOMPARE(m_nodes[1]->gone.load(), 0);
    }

    void fencesOnlyGoUpAndNoStreamHasTwoOwners()
    {
        start(8, {u"a"_s, u"b"_s});
        QList<qint64> last = fences();
        for (int round = 0; round < 12; ++round) {
            if (round % 3 == 2)
                m_nodes.erase(m_nodes.begin());
            else
                start(8, {u"n%1"_s.arg(round)});
            for (int i = 0; i < 15; ++i, QTest::qSleep(10)) {
                const QList<qint64> now = fences();
                for (int stream = 0; stream < now.size(); ++stream)
                    QVERIFY(now[stream] >= last.value(stream, 0));
                last = now;
            }
        }
        const qsizetype nodes = qsizetype(m_nodes.size());
        QTRY_COMPARE_WITH_TIMEOUT(shares().size(), std::min<qsizetype>(8, nodes), long30s);
        const auto owned = [&] {
            QList<int> all;
            for (const auto &node : m_nodes)
                all += node->log.owned();
            std::ranges::sort(all);
            return all;
        };
        QTRY_COMPARE_WITH_TIMEOUT(owned(), (QList{0, 1, 2, 3, 4, 5, 6, 7}), long30s);
    }

    //! One that was stopped in the middle of a transaction must not take the others with it.
    void whoHoldsAStreamsRowDoesNotSilenceTheOthers()
    {
        auto first = std::make_unique<Node>(m_database, m_redis, Steward::Options{u"first"_s, true, 2, 3s, 50ms});
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{2}, long30s);
        first.reset();
        StoreSet holder(m_database, OpenAs::Writer); // may stand still for longer than a server that shares
        QVERIFY(holder.stores().transaction.begin());
        QVERIFY(holder.stores().streams.advance({0, fences()[0], {}, {}}));
        start(2, {u"other"_s}, 3s);
        int samples = 0;
        for (QElapsedTimer timer = begun(); timer.elapsed() < 8000; QTest::qSleep(50)) {
            const Time now = databaseTime();
            for (const NodeRow &node : nodes()) {
                QVERIFY2(node.until > now, qPrintable(u"silent for %1 ms"_s.arg((now - node.until).count())));
                ++samples;
            }
        }
        QVERIFY(samples > 5);
        QVERIFY(m_nodes[0]->log.owned().isEmpty());
        holder.stores().transaction.rollback();
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{2}, long30s);
        QCOMPARE(m_nodes[0]->gone.load(), 0);
    }

    void connectionsOfWhoIsGoneGetTheirGoodbyes()
    {
        const ConnectionId connection = firstConnection(4711) + 5;
        const auto [account, device] = connected(connection);
        start(4, {u"a"_s});
        connected(firstConnection(m_nodes[0]->steward.node()) + 1); // is alive
        Runner runner(m_nodes[0]->log);
        QTRY_VERIFY_WITH_TIMEOUT(!runner.works<DeviceGone>().isEmpty(), long30s);
        const DeviceGone gone = runner.works<DeviceGone>().first();
        QCOMPARE(gone.connection, connection);
        QCOMPARE(gone.identity.account, account);
        QCOMPARE(gone.identity.device, device);
        QTRY_VERIFY_WITH_TIMEOUT(runner.works<DeviceGone>().size() >= 2, long30s); // again, until it was run
        for (const DeviceGone &each : runner.works<DeviceGone>())
            QCOMPARE(each.connection, connection);
    }

    void aConnectionOfWhichItsNodeKnowsNothingGetsItsGoodbye()
    {
        m_nodes.push_back(std::make_unique<Node>(m_database, m_redis, Steward::Options{u"a"_s, true, 4, 6s, 50ms, 200ms}));
        const ConnectionId first = firstConnection(m_nodes[0]->steward.node());
        const Identity here{AccountId::random(m_rng), DeviceId::random(m_rng)};
        m_nodes[0]->fanOut.release({Bind{first + 1, here}});
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[0]->local.count<Bind>(), 1, long30s);
        connected(first + 1, here);
        const auto [other, another] = connected(first + 2); // the Bind for it never came
        m_nodes[0]->fanOut.release({Bind{first + 3, {other, another}}});
        Runner runner(m_nodes[0]->log);
        QTRY_VERIFY_WITH_TIMEOUT(runner.works<DeviceGone>().size() >= 3, long30s);
        for (const DeviceGone &gone : runner.works<DeviceGone>()) {
            QCOMPARE(gone.connection, first + 2);
            QCOMPARE(gone.identity.device, another);
        }
    }

    //! The end of a device, its sign-in at another node, or another role, of which this node never heard.
    void whoIsHereAndShouldNotBeHasToComeAnew()
    {
        m_nodes.push_back(std::make_unique<Node>(m_database, m_redis, Steward::Options{u"a"_s, true, 4, 6s, 50ms, 200ms}));
        Node &node = *m_nodes[0];
        const ConnectionId first = firstConnection(node.steward.node()), orphan = firstConnection(4711) + 1;
        const Identity revoked = somebody(), elsewhere = somebody(), promoted = somebody(protocol::Role::Operator), right = somebody(protocol::Role::Operator);
        Identity before = promoted;
        before.role = protocol::Role::User;
        connected(first + 4, right);
        connected(first + 3, promoted);
        connected(orphan, elsewhere);
        node.fanOut.release({Bind{first + 1, revoked}, Bind{first + 2, elsewhere}, Bind{first + 3, before}, Bind{first + 4, right}});
        QTRY_VERIFY_WITH_TIMEOUT(node.whoWasSentAway().size() >= 3, long30s);
        Runner runner(node.log);
        const auto goodbyes = [&] {
            QSet<ConnectionId> out;
            for (const DeviceGone &gone : runner.works<DeviceGone>())
                out.insert(gone.connection);
            return out;
        };
        QTRY_COMPARE_WITH_TIMEOUT(goodbyes(), (QSet<ConnectionId>{first + 3, orphan}), long30s); // the one with another role is not here any more
        const auto sent = node.whoWasSentAway();
        QCOMPARE(sent.size(), 3); // once is enough
        QCOMPARE(QSet<ConnectionId>(sent.begin(), sent.end()), (QSet<ConnectionId>{first + 1, first + 2, first + 3}));
    }

    void goodbyesDoNotPileUpWhileRedisIsAway()
    {
        for (int i = 0; i < 1000; ++i)
            connected(firstConnection(4711) + 1 + quint64(i));
        test::RedisServer away;
        away.kill();
        Node node(m_database, away, {u"a"_s, true, 1, 3s, 50ms});
        QTRY_VERIFY_WITH_TIMEOUT(node.log.unsent() > 0, long30s);
        QTest::qWait(8000); // two more looks
        QVERIFY2(node.log.unsent() <= 1000, qPrintable(QString::number(node.log.unsent())));
    }

    void whatIsAgreedOnIsTheFirstOnes()
    {
        SharedClock clock;
        Steward a({u"a"_s}, std::make_unique<Access>(m_database), clock), b({u"b"_s}, std::make_unique<Access>(m_database), clock);
        QCOMPARE(a.agree(u"secret"_s, "1"), "1");
        QCOMPARE(b.agree(u"secret"_s, "2"), "1");
        QVERIFY(a.node() != b.node());
        QCOMPARE(nodes().size(), 2);
        a.stop();
        QCOMPARE(nodes().size(), 1);
    }

    void aDatabaseThatIsAwayForAWhileIsGoneOnWith()
    {
        start(4, {u"a"_s}, 10s);
        QTRY_COMPARE_WITH_TIMEOUT(m_nodes[0]->log.owned().size(), 4, long30s); // whoever is cut off while claiming claims again
        const auto before = fences();
        m_reader->stores().transaction.rollback();
        const auto others = u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"_s;
        const qint64 cut = m_reader->database().value<qint64>(others).value_or(0);
        QVERIFY(cut > 0);
        const qint64 success = m_nodes[0]->steward.figures().lastSuccess;
        QTRY_VERIFY_WITH_TIMEOUT(m_nodes[0]->steward.figures().lastSuccess > success, long30s);
        QTRY_COMPARE_WITH_TIMEOUT(shares(), QList<int>{4}, long30s);
        QCOMPARE(m_nodes[0]->gone.load(), 0);
        QCOMPARE(fences(), before); // it kept them
    }

    void theClockIsTheDatabasesHoweverLateItsAnswerIs()
    {
        SharedClock clock;
        const auto far = [&] { return std::chrono::round<std::chrono::minutes>(clock.now() - clock.systems()).count(); };
        QCOMPARE(far(), 0);
        clock.set(clock.systems() + 60min, clock.systems());
        QCOMPARE(far(), 60);
        clock.set(clock.systems() - 3min + 60min, clock.systems() - 3min); // asked three minutes ago, told at once
        QCOMPARE(far(), 60);
        clock.set(clock.systems() + 60min, clock.systems() - 3min); // told only now
        QCOMPARE(far(), 60);
        clock.set(clock.systems() - 3min + 50min, clock.systems() - 3min); // can be fifty at most
        QCOMPARE(far(), 50);
        clock.set(clock.systems() + 55min, clock.systems());
        QCOMPARE(far(), 55);
    }

private:
    void start(int streams, const QStringList &names, Duration lease = 6s)
    {
        for (const QString &name : names)
            m_nodes.push_back(std::make_unique<Node>(m_database, m_redis, Steward::Options{name, true, streams, lease, 50ms, 1h}));
    }
    //! One that says once that it is alive, and again after a long time.
    void startSilent(int streams, Duration lease, Duration beat)
    {
        m_nodes.push_back(std::make_unique<Node>(m_database, m_redis, Steward::Options{u"silent"_s, true, streams, lease, beat}));
    }
    template <class F>
    auto look(F &&f)
    {
        (void)m_reader->stores().transaction.begin();
        auto out = f();
        m_reader->stores().transaction.rollback();
        return out;
    }
    QList<StreamRow> rows()
    {
        return look([this] { return m_reader->stores().leases.all(); });
    }
    QList<NodeRow> nodes()
    {
        return look([this] { return m_reader->stores().nodes.all(); });
    }
    Time databaseTime()
    {
        return look([this] { return m_reader->stores().nodes.now().value_or(Time()); });
    }
    QList<qint64> fences()
    {
        return look([this] { return m_reader->database().list(u"SELECT fence FROM stream_position ORDER BY number"_s, [](storage::Row &row) { return row.next<qint64>(); }); });
    }
    //! How many each owner has, the most first; empty while some stream has none.
    QList<int> shares()
    {
        QHash<qint64, int> count;
        const QList<StreamRow> all = rows();
        for (const StreamRow &row : all) {
            if (!row.owner)
                return {};
            count[*row.owner]++;
        }
        QList<int> out = count.values();
        std::ranges::sort(out, std::greater());
        return out;
    }
    static QElapsedTimer begun()
    {
        QElapsedTimer timer;
        timer.start();
        return timer;
    }
    Identity somebody(protocol::Role role = protocol::Role::User) { return {AccountId::random(m_rng), DeviceId::random(m_rng), role}; }
    //! Somebody with a device that is connected so.
    std::pair<AccountId, DeviceId> connected(ConnectionId connection, std::optional<Identity> who = {})
    {
        Stores &stores = m_reader->stores();
        AccountRow account;
        account.id = who ? who->account : AccountId::random(m_rng);
        account.name = account.folded = u"사람 %1"_s.arg(connection);
        account.passwordHash = "hash";
        account.attempt = ClientId::random(m_rng);
        account.role = who ? who->role : protocol::Role::User;
        DeviceRow device;
        device.id = who ? who->device : DeviceId::random(m_rng);
        device.account = account.id;
        device.label = u"PC"_s;
        device.attempt = ClientId::random(m_rng);
        device.tokenHash = device.id.toBytes() + device.id.toBytes();
        (void)stores.transaction.begin();
        stores.accounts.insert(account);
        stores.devices.save(device);
        stores.connected.arrive(account.id, device.id, connection);
        if (!stores.transaction.commit())
            qFatal("not stored: %s", qPrintable(stores.transaction.failureText()));
        return {account.id, device.id};
    }

    SeededRng m_rng{23};
    QString m_database;
    test::RedisServer m_redis;
    std::unique_ptr<StoreSet> m_reader;
    std::vector<std::unique_ptr<Node>> m_nodes;
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestSteward)
#include "tst_steward.moc"
