// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "server/engine/redis/redis_complaints.h"
#include "server/engine/redis/redis_connection.h"
#include "tests/support/redis_server.h"

namespace jjak::engine {

using namespace Qt::StringLiterals;
using test::RedisServer;
using Type = RedisReply::Type;

namespace {

constexpr RedisTimes impatient{150ms, 150ms, 20ms};
constexpr qint64 ages = 5000; //!< ms: far more than those times, and far less than for ever

QString addressOf(const RedisServer &redis)
{
    return u"unix:"_s + redis.socket();
}

//! A port on the loopback where hardly anybody fits into the queue, and nobody is ever let in.
class ClosedDoor {
public:
    ClosedDoor()
    {
        sockaddr_in name{};
        name.sin_family = AF_INET;
        name.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof name;
        auto *address = reinterpret_cast<sockaddr *>(&name);
        if (::bind(m_socket, address, size) != 0 || ::listen(m_socket, 0) != 0 || ::getsockname(m_socket, address, &size) != 0)
            throw std::runtime_error("no port to listen on");
        m_port = ntohs(name.sin_port);
    }
    ~ClosedDoor() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(ClosedDoor)
    int port() const { return m_port; }

private:
    const int m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    int m_port = 0;
};

//! A port on the loopback, on which it serves from now on.
int openPort(const RedisServer &redis)
{
    for (;;) {
        const int port = ClosedDoor().port();
        if (redis.ask("CONFIG SET port " + QByteArray::number(port)) == "+OK")
            return port;
    }
}

//! Asks until there is an answer.
RedisReply eventually(RedisConnection &connection, const RedisCommand &command)
{
    for (int i = 0; i < 1000; ++i) {
        if (const auto reply = connection.ask(command))
            return *reply;
        QThread::msleep(10);
    }
    return {};
}

} // namespace

//! What everything on Redis relies on: that an answer belongs to its question, and that Redis holds nobody up.
class TestRedisConnection : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersComeInTheOrderOfTheCommands()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis));
        std::vector<RedisCommand> commands;
        for (int i = 0; i < 20'000; ++i)
            commands.push_back({"ECHO", QByteArray::number(i)});
        const auto replies = connection.ask(commands);
        QVERIFY(replies);
        QCOMPARE(replies->size(), commands.size());
        for (size_t i = 0; i < commands.size(); ++i)
            QCOMPARE((*replies)[i].text, commands[i][1]);
        QVERIFY(connection.ask(std::vector<RedisCommand>())->empty());
        QCOMPARE(connection.generation(), 1U);
    }

    void bytesAreKeptAsTheyAre()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis));
        QByteArray all;
        for (int i = 0; i < 256; ++i)
            all += char(i);
        const QByteArray large = all.repeated(5 * 4096); // 5 MiB
        for (const QByteArray &bytes : {all, QByteArray(""), QByteArray("\r\n$3\r\n"), large}) {
            const auto replies = connection.ask(std::vector<RedisCommand>{{"SET", all, bytes}, {"GET", all}});
            QVERIFY2(replies, qPrintable(connection.lastError()));
            QCOMPARE((*replies)[0].text, "OK");
            QCOMPARE((*replies)[1].type, Type::Text);
            QVERIFY((*replies)[1].text == bytes);
        }
    }

    void errorsAndNothingAreAnswers()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis));
        const auto replies = connection.ask(std::vector<RedisCommand>{{"SET", "a", "x"}, {"INCR", "a"}, {"GET", "b"}, {"NOSUCH"}, {"INCR", "c"}});
        QVERIFY(replies);
        QVERIFY((*replies)[1].isError());
        QVERIFY((*replies)[1].text.startsWith("ERR value is not an integer"));
        QCOMPARE((*replies)[2].type, Type::Nothing);
        QVERIFY((*replies)[3].isError());
        QCOMPARE((*replies)[4].type, Type::Integer);
        QCOMPARE((*replies)[4].integer, 1);
        QCOMPARE(connection.generation(), 1U);
    }

    void listsAreNested()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis));
        const auto reply = connection.ask(RedisCommand{"EVAL", "return {1, {'two', {3, false, {}}}, 'four'}", "0"});
        QVERIFY(reply);
        QCOMPARE(reply->type, Type::List);
        QCOMPARE(reply->list.size(), 3U);
        QCOMPARE(reply->list[0].integer, 1);
        const RedisReply &inner = reply->list[1].list[1];
        QCOMPARE(reply->list[1].list[0].text, "two");
        QCOMPARE(inner.list[0].integer, 3);
        QCOMPARE(inner.list[1].type, Type::Nothing);
        QCOMPARE(inner.list[2].type, Type::List);
        QVERIFY(inner.list[2].list.empty());
        QCOMPARE(reply->list[2].text, "four");
    }

    void commandsThatBlockMayTakeLonger()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), impatient);
        const auto reply = connection.ask(RedisCommand{"BLPOP", "nothing", "0.5"}, 10s);
        QVERIFY(reply);
        QCOMPARE(reply->type, Type::Nothing);
        QVERIFY(!connection.ask(RedisCommand{"BLPOP", "nothing", "60"}));
    }

    void killedAndStartedAgainIsANewConnection()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), impatient);
        QVERIFY(connection.ask(RedisCommand{"SET", "a", "1"}));
        redis.kill();
        QVERIFY(!connection.ask(RedisCommand{"GET", "a"}));
        QVERIFY(!connection.lastError().isEmpty());
        QCOMPARE(connection.generation(), 1U);
        redis.start();
        QCOMPARE(eventually(connection, {"GET", "a"}).type, Type::Nothing);
        QVERIFY(connection.ask(RedisCommand{"PING"}));
        QCOMPARE(connection.generation(), 2U);
        QVERIFY(connection.lastError().isEmpty());
    }

    void oneThatWasAwayUnnoticedCostsNoQuestion()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), {2s, 2s, 1h});
        QVERIFY(connection.ask(RedisCommand{"PING"}));
        redis.kill();
        redis.start();
        QVERIFY(connection.ask(RedisCommand{"PING"}));
        QCOMPARE(connection.generation(), 2U);
    }

    void afterAFailureNobodyConnectsForAWhile()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), {2s, 2s, 1h});
        redis.kill();
        QVERIFY(!connection.ask(RedisCommand{"PING"}));
        redis.start();
        QVERIFY(!connection.ask(RedisCommand{"PING"}));
        QCOMPARE(connection.generation(), 0U);
    }

    void frozenHoldsNobodyAndItsLateAnswersAreNobodys()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), impatient);
        QVERIFY(connection.ask(RedisCommand{"SET", "a", "the text"}));
        redis.freeze();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!connection.ask(RedisCommand{"INCR", "count"}));
        QVERIFY(timer.elapsed() < ages);
        QThread::msleep(50); // until it may connect again
        const std::jthread thawing([&redis] { (QThread::msleep(50), redis.thaw()); });
        QCOMPARE(connection.ask(RedisCommand{"GET", "a"}, 10s).value_or(RedisReply()).text, "the text");
        QCOMPARE(eventually(connection, {"GET", "count"}).text, "1"); // done nonetheless
    }

    void frozenTakesNoMoreThanItCanHold()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), impatient);
        QVERIFY(connection.ask(RedisCommand{"PING"}));
        redis.freeze();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!connection.ask(RedisCommand{"SET", "a", QByteArray(20'000'000, 'x')}));
        QVERIFY(timer.elapsed() < ages);
        redis.thaw();
    }

    void connectingToAFrozenOneHoldsNobody_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("nothing to say first") << QString();
        QTest::newRow("a number to select") << u"/3"_s;
    }

    void connectingToAFrozenOneHoldsNobody()
    {
        QFETCH(QString, path);
        RedisServer redis;
        RedisConnection connection(u"redis://127.0.0.1:%1%2"_s.arg(openPort(redis)).arg(path), impatient);
        redis.freeze();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!connection.ask(RedisCommand{"PING"}));
        QVERIFY(timer.elapsed() < ages);
        redis.thaw();
        QCOMPARE(eventually(connection, {"PING"}).text, "PONG");
    }

    void whoAcceptsNobodyHoldsNobody()
    {
        const ClosedDoor door;
        std::vector<std::unique_ptr<RedisConnection>> connections;
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 6; ++i) {
            connections.push_back(std::make_unique<RedisConnection>(u"redis://127.0.0.1:%1"_s.arg(door.port()), impatient));
            QVERIFY(!connections.back()->ask(RedisCommand{"PING"}));
        }
        QVERIFY(timer.elapsed() < 6 * ages);
    }

    void passwordsAndNumbersAreOfTheAddress()
    {
        RedisServer redis;
        const int port = openPort(redis);
        QCOMPARE(redis.ask("SET where plain"), "+OK");
        QCOMPARE(redis.ask("ACL SETUSER jj@k on >p:a/s%s ~* &* +@all"), "+OK");
        QCOMPARE(redis.ask("CONFIG SET requirepass geheim"), "+OK");
        const auto at = [port](const QString &user, const QString &path = {}) { return u"redis://"_s + user + u"127.0.0.1:"_s + QString::number(port) + path; };
        RedisConnection fits(at(u":geheim@"_s)), other(at(u":geheim@"_s, u"/5"_s)), named(at(u"jj%40k:p%3Aa%2Fs%25s@"_s));
        QCOMPARE(fits.ask(RedisCommand{"GET", "where"}).value_or(RedisReply()).text, "plain");
        QCOMPARE(other.ask(RedisCommand{"GET", "where"}).value_or(RedisReply()).type, Type::Nothing);
        QCOMPARE(named.ask(RedisCommand{"ACL", "WHOAMI"}).value_or(RedisReply()).text, "jj@k");
        QVERIFY(fits.complaints().isEmpty());

        RedisConnection wrong(at(u":falsch@"_s)), number(at(u":geheim@"_s, u"/60000"_s)), none(at({}));
        QVERIFY(!wrong.ask(RedisCommand{"GET", "where"}));
        QVERIFY(wrong.lastError().contains("WRONGPASS"_L1));
        QVERIFY(!wrong.lastError().contains("falsch"_L1));
        QVERIFY(!number.ask(RedisCommand{"GET", "where"}));
        QVERIFY(number.lastError().contains("out of range"_L1));
        QVERIFY(none.ask(RedisCommand{"GET", "where"}).value_or(RedisReply()).text.startsWith("NOAUTH"));
        QVERIFY(none.complaints().value(0).contains("NOAUTH"_L1));
    }

    void addressesThatAreNoneAreRefused_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"", "127.0.0.1", "redis://", "redis:///1", "redis://host:0", "redis://host:70000", "redis://host:x", "redis://host/x", "redis://host/1/2",
                                    "redis://host/-1", "redis://host/70000", "redis://host?db=1", "redis://host#1", "rediss://host", "http://host", "unix:", "unix:socket"})
            QTest::newRow(address) << QString::fromLatin1(address);
        QTest::newRow("too long for a socket") << u"unix:/"_s + QString(107, u'x');
    }

    void addressesThatAreNoneAreRefused()
    {
        QFETCH(QString, address);
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, RedisConnection{address});
    }

    void addressesOfEveryFormAreTaken()
    {
        for (const QString &address : {u"redis://localhost"_s, u"redis://127.0.0.1/"_s, u"redis://[::1]:6380/15"_s, u"redis://user:word@host.example:1"_s, u"unix:/a"_s})
            RedisConnection{address};
        RedisServer redis;
        RedisConnection byName(u"redis://localhost:%1"_s.arg(openPort(redis)));
        QCOMPARE(byName.ask(RedisCommand{"PING"}).value_or(RedisReply()).text, "PONG");
    }

    void onlyMemoryThatIsLimitedMayBeEvicted()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis));
        QCOMPARE(connection.complaints(), QList<QString>());
        QCOMPARE(redis.ask("CONFIG SET maxmemory-policy allkeys-lru"), "+OK");
        QCOMPARE(connection.complaints(), QList<QString>());
        QCOMPARE(redis.ask("CONFIG SET maxmemory 100mb"), "+OK");
        QCOMPARE(redis.ask("ACL SETUSER default -config"), "+OK"); // as many who rent out a Redis do
        QCOMPARE(connection.complaints().size(), 1);
        QVERIFY(connection.complaints()[0].contains("allkeys-lru"_L1));
        QVERIFY(connection.complaints()[0].contains("maxmemory-policy noeviction"_L1));
    }

    void nothingIsWrongOnlyWithWhatAnswers()
    {
        RedisServer redis;
        RedisConnection connection(addressOf(redis), impatient);
        QCOMPARE(redis.ask("ACL SETUSER default -info"), "+OK");
        QVERIFY(connection.complaints().value(0).contains("NOPERM"_L1));
        redis.kill();
        QVERIFY(connection.complaints().value(0).startsWith("Redis cannot be used: "_L1));
    }

    void othersThatWillNotDoAreComplainedAbout_data()
    {
        QTest::addColumn<QByteArray>("info");
        QTest::addColumn<QString>("word");
        QTest::newRow("too old") << QByteArray("redis_version:6.2.14\r\n") << u"6.2.14"_s;
        QTest::newRow("says nothing") << QByteArray() << u"does not tell"_s;
        QTest::newRow("a replica") << QByteArray("redis_version:7.0.0\r\nrole:slave\r\nmaster_host:there\r\nmaster_port:99\r\n") << u"there:99"_s;
        QTest::newRow("a cluster") << QByteArray("redis_version:7.0.0\r\ncluster_enabled:1\r\n") << u"cluster-enabled no"_s;
        QTest::newRow("fine") << QByteArray("# Server\r\nredis_version:10.1.0\r\nrole:master\r\ncluster_enabled:0\r\nmaxmemory:0\r\nmaxmemory_policy:allkeys-lfu\r\n") << QString();
    }

    void othersThatWillNotDoAreComplainedAbout()
    {
        QFETCH(QByteArray, info);
        QFETCH(QString, word);
        const QList<QString> complaints = redisComplaints(info);
        QCOMPARE(complaints.size(), word.isEmpty() ? 0 : 1);
        QVERIFY(complaints.value(0).contains(word));
    }
};

} // namespace jjak::engine

QTEST_GUILESS_MAIN(jjak::engine::TestRedisConnection)
#include "tst_redis_connection.moc"
