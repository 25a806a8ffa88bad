// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Real clients at two servers that share a database and a Redis: for people it is one.
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTemporaryFile>
#include <QTest>

#include "server/storage/data_file.h"
#include "server/storage/database.h"
#include "tests/e2e/asker.h"
#include "tests/e2e/person.h"
#include "tests/support/cluster.h"
#include "tests/support/prepared.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;
using protocol::Presence;

//! One conversation over two servers.
class TestCluster : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPeopleAtTwoServersMeetAndTalk();
    void whatHappensToTheMiddleCostsTimeOnly_data();
    void whatHappensToTheMiddleCostsTimeOnly();
    void whoWasAtAServerThatDiedIsSeenToGoAndComesBack();
    void aFileSentAtOneServerIsReadAtTheOtherAndGoesWithItsMessage();
    void aCopyAnswersAndNeverWithSomethingOlder();
    void readingGoesOnWhileTheOriginalIsAway();
    void whatOneServerHasReadTheOthersNeedNotAskFor();
    void twoInstallationsOnOneRedisDoNotNoticeEachOther();
    void aUserOfRedisWhoMayTouchOurKeysOnlyIsEnough();
    void aSecondServerAloneIsRefused();
    void anotherSecretIsRefused();
    void anotherFolderOfFilesIsRefused();
    void aFolderOfFilesOfAnotherDatabaseIsRefused();

private:
    static void harm(test::Cluster &cluster, int what, const std::function<void()> &meanwhile);
};

namespace {

struct Talk {
    std::vector<test::PreparedPerson> people;
    RoomId room;
};

//! Two people who have written 60 messages to each other.
Talk prepareTalk(const QString &database)
{
    test::Preparation preparation(database);
    auto people = preparation.people(2, u"p"_s);
    const RoomId room = preparation.rooms(people, 2).front();
    preparation.messages(room, 2, 60);
    return {std::move(people), room};
}

//! A figure of a server that tells in its log where its metrics are; -1 when it has none of that name.
double figureOf(test::ServerProcess &server, const QByteArray &name)
{
    static const QRegularExpression place(u"metrics on 127\\.0\\.0\\.1 port (\\d+)"_s);
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, place.match(server.log()).captured(1).toUShort());
    socket.write("GET /metrics HTTP/1.1\r\nHost: localhost\r\n\r\n");
    (void)waitFor([&] { return socket.state() == QAbstractSocket::UnconnectedState; });
    for (const QByteArray &line : socket.readAll().split('\n')) {
        if (line.startsWith(name + ' '))
            return line.sliced(name.size() + 1).toDouble();
    }
    return -1;
}

} // namespace

void TestCluster::twoPeopleAtTwoServersMeetAndTalk()
{
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY2(a.signUp() && b.signUp(), qPrintable(cluster.log()));
    QVERIFY2(meet(a, b), qPrintable(cluster.log()));
    const RoomId room = *a.room();
    QVERIFY(a.session().sendText(room, u"안녕하세요"_s).ok());
    QCOMPARE(b.texts(1), QStringList{u"안녕하세요"_s});
    QVERIFY(b.session().sendText(room, u"반가워요"_s).ok());
    QCOMPARE(a.texts(2), (QStringList{u"안녕하세요"_s, u"반가워요"_s}));
    b.session().typing(room);
    QVERIFY(waitFor([&] { return !a.state().room(room)->typing.empty(); }));
    b.session().markRead(room, 1);
    QVERIFY(waitFor([&] { return client::readByOthers(a.state().room(room)->room) >= 1; }));
}

void TestCluster::whatHappensToTheMiddleCostsTimeOnly_data()
{
    QTest::addColumn<int>("what");
    int what = 0;
    for (const char *name : {"a server is killed", "the other server is killed", "a server is frozen beyond its lease", "Redis is killed", "Redis is wiped", "Redis is frozen", "PostgreSQL is restarted", "PostgreSQL is killed"})
        QTest::newRow(name) << what++;
}

//! Both go on writing while it happens; afterwards both have everything, once and in the same order.
void TestCluster::whatHappensToTheMiddleCostsTimeOnly()
{
    QFETCH(int, what);
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY2(a.signUp() && b.signUp(), qPrintable(cluster.log()));
    QVERIFY2(meet(a, b), qPrintable(cluster.log()));
    const RoomId room = *a.room();
    int written = 0;
    const auto talk = [&](int times) {
        for (int i = 0; i < times; ++i)
            QVERIFY(exchange(a, b, room, written));
    };
    talk(3);
    harm(cluster, what, [&] { talk(10); });
    talk(3);
    QVERIFY2(waitFor([&] { return a.allSent() && b.allSent(); }, 60'000), qPrintable(cluster.log()));
    const QStringList seen = a.texts(written);
    QCOMPARE(seen.size(), written);
    QCOMPARE(b.texts(written), seen);
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), written);
}

void TestCluster::harm(test::Cluster &cluster, int what, const std::function<void()> &meanwhile)
{
    test::ServerProcess &node = cluster.node(what == 1 ? 1 : 0);
    switch (what) {
    case 0:
    case 1:
        node.kill();
        meanwhile();
        QVERIFY2(node.start(), qPrintable(node.log()));
        break;
    case 2:
        node.pause();
        meanwhile();
        waitFor([] { return false; }, 8'000);
        node.resume();
        break;
    case 3:
        cluster.redis().kill();
        meanwhile();
        cluster.redis().start();
        break;
    case 4:
        cluster.redis().flush();
        meanwhile();
        break;
    case 5:
        cluster.redis().freeze();
        meanwhile();
        waitFor([] { return false; }, 4'000);
        cluster.redis().thaw();
        break;
    case 6:
        cluster.postgres().stop();
        meanwhile();
        cluster.postgres().start();
        break;
    default:
        cluster.postgres().kill();
        meanwhile();
        cluster.postgres().start();
    }
}

void TestCluster::whoWasAtAServerThatDiedIsSeenToGoAndComesBack()
{
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY(a.signUp() && b.signUp());
    QVERIFY(meet(a, b));
    const auto presence = [&] { return client::presenceIn(b.state().room(*b.room())->room); };
    QVERIFY(waitFor([&] { return presence() == Presence::Online; }));
    cluster.node(0).kill();
    QVERIFY2(waitFor([&] { return presence() != Presence::Online; }, 30'000), qPrintable(cluster.log()));
    QVERIFY2(cluster.node(0).start(), qPrintable(cluster.log()));
    QVERIFY2(waitFor([&] { return presence() == Presence::Online; }, 40'000), qPrintable(cluster.log()));
}

void TestCluster::aFileSentAtOneServerIsReadAtTheOtherAndGoesWithItsMessage()
{
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY(a.signUp() && b.signUp());
    QVERIFY(meet(a, b));
    const RoomId room = *a.room();
    QVERIFY(b.session().sendText(room, u"hello"_s).ok()); // strangers who have not answered get no files
    QCOMPARE(a.texts(1).size(), 1);
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(300'000, 'j')) == 300'000 && file.flush());
    QVERIFY(a.session().sendFile(room, file.fileName(), {}).ok());
    QVERIFY2(waitFor([&] { return b.messages(room).size() == 2; }), qPrintable(cluster.log()));
    std::optional<QByteArray> bytes;
    b.session().fetchFile(room, 2, false, [&](Result<QByteArray> got) { bytes = got ? *got : QByteArray("refused"); });
    QVERIFY(waitFor([&] { return bytes.has_value(); }));
    QCOMPARE(*bytes, QByteArray(300'000, 'j'));
    QCOMPARE(cluster.storedFiles(), 1);
    a.session().deleteMessage(room, 2);
    QVERIFY2(waitFor([&] { return cluster.storedFiles() == 0; }), qPrintable(cluster.log()));
}

//! Both read again and again what the other has just said, while the copy is held back in between: it is never missing.
void TestCluster::aCopyAnswersAndNeverWithSomethingOlder()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    storage::prepareDatabase(cluster.database());
    test::PostgresServer copy(cluster.postgres());
    cluster.start(2, {{u"JJAK_DATA_DATABASE_READ"_s, copy.address()}});
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY2(a.signUp() && b.signUp(), qPrintable(cluster.log()));
    QVERIFY(meet(a, b));
    const RoomId room = *a.room();
    storage::Database standby(copy.address(), storage::OpenAs::Reader);
    const auto answers = [&] { return standby.value<qint64>(u"SELECT xact_commit + xact_rollback FROM pg_stat_database WHERE datname = current_database()"_s).value_or(0); };
    const qint64 before = answers();
    for (int i = 1; i <= 20; ++i) {
        Person &writer = i % 2 ? a : b, &reader = i % 2 ? b : a;
        if (i == 10)
            copy.freeze(); // it does not even answer
        if (i == 13)
            copy.thaw();
        QVERIFY(writer.session().sendText(room, u"message %1"_s.arg(i)).ok());
        QVERIFY2(waitFor([&] { return reader.state().room(room)->room.head >= i; }, 30'000), qPrintable(cluster.log()));
        std::optional<bool> found;
        reader.session().search(u"message %1"_s.arg(i), room, {}, [&](Result<protocol::cmd::Found> page) { found = page && !page->hits.isEmpty(); });
        QVERIFY(waitFor([&] { return found.has_value(); }, 30'000));
        QVERIFY(*found);
    }
    QTRY_VERIFY(answers() > before + 20); // it did answer
}

//! For longer than leases last. Who writes can do it again when the database is back.
void TestCluster::readingGoesOnWhileTheOriginalIsAway()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    const auto [people, here] = prepareTalk(cluster.database());
    test::PostgresServer copy(cluster.postgres());
    cluster.start(2, {{u"JJAK_DATA_DATABASE_READ"_s, copy.address()}});
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Asker one(cluster.node(0).port()), other(cluster.node(1).port());
    QVERIFY(one.resume(people[0].token) && other.resume(people[1].token));
    const QString room = QString::fromLatin1(here.toText());
    const auto newest = [&](Asker &who) { return who.ask(u"room.history"_s, {{u"room"_s, room}, {u"limit"_s, 5}}).ok[u"messages"_s].toArray().last()[u"seq"_s].toInteger(); };
    const auto send = [&](Asker &who, char mark) {
        return who.ask(u"room.send"_s, {{u"room"_s, room}, {u"cid"_s, QString::fromLatin1(ClientId::fromBytes(QByteArray(16, mark)).toText())}, {u"text"_s, u"now"_s}});
    };
    QCOMPARE(send(one, 'a').code, u"ok"_s);
    QVERIFY(newest(one) == 61 && newest(other) == 61);
    storage::Database standby(copy.address(), storage::OpenAs::Reader);
    QTRY_COMPARE(standby.value<qint64>(u"SELECT max(seq) FROM message WHERE room = ?"_s, here).value_or(0), 61);
    cluster.postgres().stop();
    QElapsedTimer away;
    for (away.start(); away.elapsed() < 8000;) {
        for (Asker *who : {&one, &other}) {
            QCOMPARE(newest(*who), 61);
            QCOMPARE(who->ask(u"room.list"_s, {}).ok[u"rooms"_s].toArray().size(), 1);
        }
    }
    cluster.postgres().start();
    // Whom the others took for gone meanwhile lets its people begin anew.
    QTRY_VERIFY_WITH_TIMEOUT(send(other, 'b').code == "ok"_L1 || (other.resume(people[1].token) && false), 60'000);
    QTRY_VERIFY_WITH_TIMEOUT(newest(one) == 62 || (one.resume(people[0].token) && false), 60'000);
}

//! The list of rooms and the newest page of one, at two servers, while somebody writes and while Redis is away.
void TestCluster::whatOneServerHasReadTheOthersNeedNotAskFor()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    const auto [people, here] = prepareTalk(cluster.database());
    cluster.start(2, {{u"JJAK_METRICS_LISTEN"_s, u"127.0.0.1"_s}, {u"JJAK_METRICS_PORT"_s, u"0"_s}, {u"JJAK_LOG_LEVEL"_s, u"info"_s}});
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Asker one(cluster.node(0).port()), other(cluster.node(1).port());
    QVERIFY(one.resume(people[0].token) && other.resume(people[1].token));
    const QString room = QString::fromLatin1(here.toText());
    const auto look = [&](Asker &who, qint64 seq) {
        const auto list = who.ask(u"room.list"_s, {}).ok[u"rooms"_s].toArray();
        const auto page = who.ask(u"room.history"_s, {{u"room"_s, room}, {u"limit"_s, 50}}).ok[u"messages"_s].toArray();
        return list.size() == 1 && list[0][u"newest"_s][u"seq"_s].toInteger() == seq && page.size() == 50 && page.last()[u"seq"_s].toInteger() == seq;
    };
    QVERIFY(look(one, 60) && look(other, 60));
    QCOMPARE(figureOf(cluster.node(0), "jjak_cluster_hot_misses_total"), 2.);
    QCOMPARE(figureOf(cluster.node(1), "jjak_cluster_hot_hits_total"), 2.);
    QCOMPARE(figureOf(cluster.node(1), "jjak_cluster_hot_misses_total"), 0.);
    for (qint64 seq = 61; seq <= 70; ++seq) {
        Asker &writer = seq % 2 ? one : other, &reader = seq % 2 ? other : one;
        if (seq == 65)
            cluster.redis().flush();
        const auto sent = writer.ask(u"room.send"_s, {{u"room"_s, room}, {u"cid"_s, QString::fromLatin1(ClientId::fromBytes(QByteArray(16, char(seq))).toText())}, {u"text"_s, u"now"_s}});
        QVERIFY2(sent.code == "ok"_L1, qPrintable(sent.text()));
        QVERIFY(look(reader, seq) && look(writer, seq) && look(reader, seq));
    }
    for (int i = 0; i < 2; ++i) {
        QVERIFY(figureOf(cluster.node(i), "jjak_cluster_hot_hits_total") >= 10);
        for (const char *name : {"jjak_cluster_hot_unreadable_total", "jjak_cluster_hot_failures_total"})
            QCOMPARE(figureOf(cluster.node(i), name), 0.);
    }
    cluster.redis().freeze();
    QVERIFY(look(one, 70) && look(other, 70));
    QVERIFY(figureOf(cluster.node(0), "jjak_cluster_hot_failures_total") > 0);
    cluster.redis().thaw();
}

//! Each has a database of its own, and the same numbers for its servers.
void TestCluster::twoInstallationsOnOneRedisDoNotNoticeEachOther()
{
    test::Cluster ours(2), theirs(test::PostgresServer::Fsync::Off);
    theirs.start(1, {{u"JJAK_CLUSTER_REDIS"_s, u"unix:"_s + ours.redis().socket()}, {u"JJAK_LOG_LEVEL"_s, u"info"_s}});
    QVERIFY2(ours.settle(2) && theirs.settle(1), qPrintable(ours.log() + theirs.log()));
    Person a(u"민지"_s, ours.node(0).port()), b(u"Jun"_s, ours.node(1).port()), c(u"하나"_s, theirs.node(0).port()), d(u"Leo"_s, theirs.node(0).port());
    QVERIFY(a.signUp() && b.signUp() && c.signUp() && d.signUp());
    c.seek(); // would be the first for everybody, if they saw them
    QVERIFY2(meet(a, b), qPrintable(ours.log()));
    QVERIFY(!c.proposed());
    d.seek();
    QVERIFY2(waitFor([&] { return c.proposed() && d.proposed(); }), qPrintable(theirs.log()));
    c.session().accept(c.proposal());
    d.session().accept(d.proposal());
    QVERIFY(waitFor([&] { return c.room() && d.room(); }));
    const auto talk = [](Person &from, Person &to, const QString &text) {
        const qsizetype before = from.messages(*from.room()).size();
        QVERIFY(from.session().sendText(*from.room(), text).ok());
        QVERIFY(waitFor([&] { return to.messages(*to.room()).size() == before + 1; }));
    };
    talk(a, b, u"ours"_s);
    talk(c, d, u"theirs"_s);
    const auto presence = [](Person &of) { return client::presenceIn(of.state().room(*of.room())->room); };
    QVERIFY(waitFor([&] { return presence(a) == Presence::Online && presence(c) == Presence::Online; }));
    QCOMPARE(ours.redis().ask("EVAL \"return #redis.call('KEYS', 'jjak:*:node:*')\" 0"), ":3");
    ours.node(1).kill(); // the other one says the goodbyes of its people and takes its streams
    QVERIFY2(waitFor([&] { return presence(a) != Presence::Online; }, 30'000), qPrintable(ours.log()));
    QVERIFY(ours.node(0).terminate()); // takes its keys along
    QVERIFY(presence(c) == Presence::Online && presence(d) == Presence::Online);
    talk(d, c, u"still here"_s);
    QCOMPARE(c.texts(2), (QStringList{u"theirs"_s, u"still here"_s}));
    QVERIFY2(!theirs.log().contains(u"lost"_s) && !theirs.log().contains(u"that no server of ours has written"_s), qPrintable(theirs.log()));
}

//! What docs/scaling.md says that it may do.
void TestCluster::aUserOfRedisWhoMayTouchOurKeysOnlyIsEnough()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    QCOMPARE(cluster.redis().ask("ACL SETUSER default resetkeys ~jjak:* resetchannels -@all +@all -@dangerous +info"), "+OK");
    QVERIFY(cluster.redis().ask("SET another:key 1").startsWith("-NOPERM"));
    QVERIFY(cluster.redis().ask("FLUSHALL").startsWith("-NOPERM"));
    cluster.start(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY2(a.signUp() && b.signUp() && meet(a, b), qPrintable(cluster.log()));
    QVERIFY(a.session().sendText(*a.room(), u"안녕하세요"_s).ok());
    QCOMPARE(b.texts(1), QStringList{u"안녕하세요"_s});
    QVERIFY2(!cluster.log().contains(u"NOPERM"_s) && !cluster.log().contains(u"Redis"_s), qPrintable(cluster.log()));
}

void TestCluster::aSecondServerAloneIsRefused()
{
    test::Cluster cluster(1);
    test::ServerProcess alone({{u"JJAK_DATA_DATABASE"_s, cluster.database()}});
    QVERIFY(!alone.start());
    QVERIFY2(alone.log().contains(u"another server writes into this database"_s), qPrintable(alone.log()));
}

void TestCluster::anotherSecretIsRefused()
{
    test::Cluster cluster(1);
    test::ServerProcess stranger({{u"JJAK_DATA_DATABASE"_s, cluster.database()}, {u"JJAK_CLUSTER_REDIS"_s, u"unix:"_s + cluster.redis().socket()}});
    QVERIFY(!stranger.start());
    QVERIFY2(stranger.log().contains(u"secret.key"_s), qPrintable(stranger.log()));
}

void TestCluster::anotherFolderOfFilesIsRefused()
{
    test::Cluster cluster(1);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, cluster.start(1, {{u"JJAK_FILES_FOLDER"_s, QString()}}));
    QVERIFY2(cluster.log().contains(u"in another folder"_s), qPrintable(cluster.log()));
}

void TestCluster::aFolderOfFilesOfAnotherDatabaseIsRefused()
{
    test::Cluster cluster(1);
    test::ServerProcess stranger({{u"JJAK_FILES_FOLDER"_s, cluster.filesFolder()}});
    QVERIFY(!stranger.start());
    QVERIFY2(stranger.log().contains(u"of another database"_s), qPrintable(stranger.log()));
    QTemporaryDir mine;
    test::ServerProcess alone({{u"JJAK_FILES_FOLDER"_s, mine.path()}});
    QVERIFY2(alone.start(), qPrintable(alone.log()));
    QVERIFY(alone.terminate());
    QVERIFY2(alone.start(), qPrintable(alone.log())); // and goes on with it
}

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
