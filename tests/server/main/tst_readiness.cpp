// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

#include "server/main/readiness.h"
#include "server/main/wiring.h"
#include "server/storage/data_folder.h"
#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::server;

namespace {

//! What a server answers to GET over plain HTTP: its status and what stands below.
QByteArray page(quint16 port, const QByteArray &path)
{
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, port);
    socket.write("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    (void)QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; }, 5000);
    const QByteArray answer = socket.readAll();
    return answer.mid(9, 3) + ' ' + answer.mid(answer.indexOf("\r\n\r\n") + 4).trimmed();
}

//! A server in this process, of several on one database, or alone on it.
class Node {
public:
    //! `with`: another one of those servers.
    Node(const QString &database, const QString &redis, const QString &roles = u"both"_s, const Node *with = nullptr)
    {
        if (with) {
            storage::prepareFolder(folder());
            QFile::copy(with->folder() + u"/secret.key"_s, folder() + u"/secret.key"_s);
        }
        operate::Configuration c;
        c.dataFolder = folder();
        c.filesFolder = with ? with->folder() : QString();
        c.database = database;
        c.redis = redis;
        c.roles = roles;
        c.port = 0;
        c.hashMemoryMib = 1;
        c.metricsListen = u"127.0.0.1"_s;
        c.metricsPort = 0;
        m_server = std::make_unique<Server>(c);
        m_server->start();
    }
    QString folder() const { return m_folder.filePath(u"data"_s); }
    QByteArray ready() const { return page(m_server->metricsPort(), "/ready"); }
    QByteArray readyAtTheGateway() const { return page(m_server->port(), "/ready"); }
    QByteArray health() const { return page(m_server->port(), "/health"); }
    bool takesConnections() const { return m_server->port() != 0; }
    //! A figure of the metrics, with its labels; -1 when there is none of that name.
    double figure(const QByteArray &name) const
    {
        for (const QByteArray &line : page(m_server->metricsPort(), "/metrics").split('\n')) {
            if (line.startsWith(name + ' '))
                return line.sliced(name.size() + 1).toDouble();
        }
        return -1;
    }
    int figures(const QByteArray &beginning) const
    {
        const auto lines = page(m_server->metricsPort(), "/metrics").split('\n');
        return int(std::ranges::count_if(lines, [&](const QByteArray &line) { return line.startsWith(beginning); }));
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<Server> m_server;
};

} // namespace

#define TRY_READY(node, answer) QTRY_COMPARE_WITH_TIMEOUT((node).ready(), QByteArray(answer), 30'000)

//! Whether a server says truly that it can do its work, and what its metrics tell about it.
class TestReadiness : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsLongAgoDoesNotCount()
    {
        engine::WatchFigures watch(1);
        engine::StewardFigures steward;
        const SharedReadiness readiness(watch, steward);
        QCOMPARE(readiness.complaint(), "the database does not answer");
        const qint64 now = app::steadyMs();
        watch.databaseAnswered = watch.redisAnswered = steward.lastSuccess = now;
        QCOMPARE(readiness.complaint(), nullptr);
        watch.redisAnswered = now - 5100;
        QCOMPARE(readiness.complaint(), "Redis does not answer");
        steward.lastSuccess = now - 6100;
        QCOMPARE(readiness.complaint(), "this server has no place among the others");
        watch.databaseAnswered = now - 5100;
        QCOMPARE(readiness.complaint(), "the database does not answer");
    }

    void whoIsAloneIsReadyWhileItsWorkerStores()
    {
        app::WorkerFigures worker;
        const LoneReadiness readiness(worker);
        QCOMPARE(readiness.complaint(), "nothing has been stored for a while");
        worker.lastKept = app::steadyMs();
        QCOMPARE(readiness.complaint(), nullptr);
        worker.lastFailed = app::steadyMs() - 9000;
        QCOMPARE(readiness.complaint(), "the database does not store what it is given");
        worker.lastFailed = app::steadyMs() - 10'100;
        QCOMPARE(readiness.complaint(), nullptr);
        worker.lastKept = app::steadyMs() - 15'100;
        QCOMPARE(readiness.complaint(), "nothing has been stored for a while");
    }

    void aServerAloneOnAFileIsReady()
    {
        const Node node({}, {});
        TRY_READY(node, "200 ready");
        QCOMPARE(node.readyAtTheGateway(), "200 ready");
        QCOMPARE(node.health(), "200 ok");
        QCOMPARE(node.figure("jjak_ready"), 1.);
        QCOMPARE(node.figures("jjak_cluster_"), 0);
        QVERIFY(node.figure("jjak_batch_seconds_count") >= 1);
        QCOMPARE(node.figure("jjak_batch_commands_bucket{le=\"+Inf\"}"), node.figure("jjak_batch_commands_count"));
    }

    void aServerAloneIsNotReadyWithoutItsDatabase()
    {
        test::PostgresServer postgres;
        const Node node(postgres.address(), {});
        TRY_READY(node, "200 ready");
        postgres.stop();
        TRY_READY(node, "503 the database does not store what it is given");
        QCOMPARE(node.readyAtTheGateway(), "503 the database does not store what it is given");
        QCOMPARE(node.health(), "200 ok"); // it lives
        postgres.start();
        TRY_READY(node, "200 ready");
    }

    void serversTogetherNeedDatabaseAndRedis()
    {
        test::PostgresServer postgres;
        test::RedisServer redis;
        const QString address = u"unix:"_s + redis.socket();
        const Node worker(postgres.address(), address, u"worker"_s);
        const Node gateway(postgres.address(), address, u"gateway"_s, &worker);
        QVERIFY(!worker.takesConnections() && gateway.takesConnections());
        const auto allAre = [&](const QByteArray &answer) { return worker.ready() == answer && gateway.ready() == answer && gateway.readyAtTheGateway() == answer; };
        QTRY_VERIFY_WITH_TIMEOUT(allAre("200 ready"), 30'000);
        redis.kill();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("503 Redis does not answer"), 30'000);
        QCOMPARE(worker.figure("jjak_cluster_redis_up"), 0.);
        QCOMPARE(worker.figure("jjak_cluster_database_up"), 1.);
        QCOMPARE(gateway.figure("jjak_ready"), 0.);
        redis.start();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("200 ready"), 30'000);
        redis.freeze();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("503 Redis does not answer"), 30'000);
        redis.thaw();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("200 ready"), 30'000);
        postgres.stop();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("503 the database does not answer"), 30'000);
        QCOMPARE(gateway.figure("jjak_cluster_database_up"), 0.);
        QCOMPARE(gateway.health(), "200 ok");
        postgres.start();
        QTRY_VERIFY_WITH_TIMEOUT(allAre("200 ready"), 30'000);
        QCOMPARE(worker.figure("jjak_cluster_database_up"), 1.);
    }

    void theMetricsTellWhoRunsWhat()
    {
        test::PostgresServer postgres;
        test::RedisServer redis;
        const QString address = u"unix:"_s + redis.socket();
        const Node worker(postgres.address(), address);
        const Node gateway(postgres.address(), address, u"gateway"_s, &worker);
        QTRY_COMPARE_WITH_TIMEOUT(worker.figure("jjak_cluster_stream_owned{stream=\"23\"}"), 1., 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(gateway.figure("jjak_cluster_nodes"), 2., 30'000);
        for (int stream = 0; stream < 24; ++stream)
            QCOMPARE(worker.figure("jjak_cluster_stream_owned{stream=\"" + QByteArray::number(stream) + "\"}"), 1.);
        QCOMPARE(worker.figures("jjak_cluster_stream_lag_seconds{"), 24);
        QCOMPARE(gateway.figure("jjak_cluster_stream_owned{stream=\"0\"}"), 0.);
        QCOMPARE(gateway.figures("jjak_cluster_stream_lag_seconds{"), 0);
        QTRY_COMPARE_WITH_TIMEOUT(worker.figure("jjak_cluster_nodes"), 2., 30'000);
        QCOMPARE(worker.figure("jjak_cluster_workers"), 1.);
        for (const char *name : {"jjak_cluster_redis_up", "jjak_cluster_database_up"})
            QCOMPARE(worker.figure(name), 1.);
        for (const char *name : {"jjak_cluster_dead_letters", "jjak_cluster_fence_refusals_total", "jjak_cluster_buried_total", "jjak_cluster_parcels_missed_total", "jjak_cluster_inbox_lag_seconds"})
            QCOMPARE(worker.figure(name), 0.);
        QVERIFY(worker.figure("jjak_cluster_redis_seconds") > 0 && worker.figure("jjak_cluster_database_seconds") > 0);
    }

    //! A stream whose commands are not run seems later and later.
    void whatWaitsInAStreamIsSeen()
    {
        test::PostgresServer postgres;
        test::RedisServer redis;
        const Node node(postgres.address(), u"unix:"_s + redis.socket());
        const QByteArray lag = "jjak_cluster_stream_lag_seconds{stream=\"5\"}";
        QTRY_COMPARE_WITH_TIMEOUT(node.figure(lag), 0., 30'000);
        // Beside the node's own mark: which name all keys begin with is its affair. What is put there is read by nobody, so that nobody passes it.
        const QByteArray put = "local mark = redis.call('KEYS', 'jjak:*:node:1')[1] if not mark then return 0 end "
                               "if redis.call('SET', 'done', '1', 'NX') then redis.call('XADD', string.gsub(mark, 'node:1$', 'commands:5'), '*', 's', 'nonsense') end return 1";
        QTRY_COMPARE_WITH_TIMEOUT(redis.ask("EVAL \"" + put + "\" 0"), ":1", 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(node.figure(lag) > 0.5, 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(node.figure("jjak_cluster_entries_unreadable_total"), 1., 30'000);
    }
};

QTEST_GUILESS_MAIN(TestReadiness)
#include "tst_readiness.moc"
