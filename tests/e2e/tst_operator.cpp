// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator of two servers sees of them, and of commands that they could not run, through jjakctl.
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "tests/e2e/person.h"
#include "tests/support/cluster.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;

namespace {

//! What a run of jjakctl said and how it ended.
struct Run {
    int code = -1;
    QString out, err;
    QString all() const { return out + err; }
    QJsonObject json() const { return QJsonDocument::fromJson(out.toUtf8()).object(); }
};

Run finished(QProcess &process)
{
    QElapsedTimer timer;
    for (timer.start(); process.state() != QProcess::NotRunning && timer.elapsed() < 60'000;)
        QTest::qWait(10);
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

Run jjakctl(const test::ServerProcess &server, const QString &line)
{
    QProcess process;
    process.start(QStringLiteral(JJAK_BIN_DIR "/jjakctl"), QStringList{u"--data"_s, server.folder()} + line.split(u' '));
    return finished(process);
}

//! A statement, as somebody else than the servers.
void sql(const test::Cluster &cluster, const QString &statement)
{
    QProcess process;
    process.start(test::PostgresServer::program(u"psql"_s), {u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--dbname"_s, cluster.database(), u"--command"_s, statement});
    const Run run = finished(process);
    if (run.code != 0)
        qFatal("%s", qPrintable(run.all()));
}

//! From now on the database does not take a certain text, for no reason that our servers know.
void poison(const test::Cluster &cluster)
{
    sql(cluster, u"CREATE FUNCTION jjak.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken on purpose' USING ERRCODE = '58030'; END $$;"
                 "CREATE TRIGGER refuse BEFORE INSERT ON jjak.message FOR EACH ROW WHEN (NEW.text = 'poison') EXECUTE FUNCTION jjak.refuse()"_s);
}

void heal(const test::Cluster &cluster)
{
    sql(cluster, u"DROP TRIGGER refuse ON jjak.message"_s);
}

QJsonArray lettersOf(const test::ServerProcess &server)
{
    return jjakctl(server, u"dead-letter list --json"_s).json()[u"letters"_s].toArray();
}

} // namespace

//! The operator of several servers, and of one.
class TestOperator : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whoRunsWhatIsShown();
    void aServerAloneSaysSo();
    void whatCannotBeRunIsADeadLetterUntilItCan();
    void aDeadLetterIsDropped();
    void onlyTheServersThemselvesCanOpenOne();
};

void TestOperator::whoRunsWhatIsShown()
{
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(1).port());
    QVERIFY(a.signUp());
    for (int here = 0; here < 2; ++here) {
        const QJsonObject state = jjakctl(cluster.node(here), u"cluster status --json"_s).json();
        QCOMPARE(state[u"alone"_s], QJsonValue(false));
        QCOMPARE(state[u"devices"_s].toInt(-1), 1);
        QCOMPARE(state[u"letters"_s].toInt(-1), 0);
        QHash<qint64, int> owned;
        const QJsonArray streams = state[u"streams"_s].toArray();
        for (const QJsonValue stream : streams)
            owned[stream[u"owner"_s].toInteger()]++;
        QCOMPARE(streams.size(), 24);
        const QJsonArray nodes = state[u"nodes"_s].toArray();
        QCOMPARE(nodes.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const QJsonValue node = nodes[i];
            QCOMPARE(node[u"name"_s].toString(), u"node %1"_s.arg(i));
            QCOMPARE(node[u"here"_s].toBool(), i == here);
            QVERIFY(node[u"works"_s].toBool());
            QVERIFY(node[u"left"_s].toInt() >= 1 && node[u"left"_s].toInt() <= 7);
            QCOMPARE(node[u"streams"_s].toInt(), owned.value(node[u"number"_s].toInteger()));
            QCOMPARE(node[u"devices"_s].toInt(), i);
        }
    }
    const Run told = jjakctl(cluster.node(0), u"cluster status"_s);
    QCOMPARE(told.code, 0);
    static const QRegularExpression one(u"^[0-9]+ \\* +node 0 +yes +12 +0 +[1-7] s$"_s, QRegularExpression::MultilineOption), other(u"^[0-9]+ +node 1 +yes +12 +1 +[1-7] s$"_s, QRegularExpression::MultilineOption);
    QVERIFY2(told.out.contains(one) && told.out.contains(other), qPrintable(told.all()));
    cluster.node(1).kill();
    QVERIFY(waitFor([&] { return jjakctl(cluster.node(0), u"cluster status --json"_s).json()[u"nodes"_s].toArray().size() == 1; }, 30'000));
}

void TestOperator::aServerAloneSaysSo()
{
    test::ServerProcess server;
    QVERIFY(server.start());
    Person a(u"민지"_s, server.port());
    QVERIFY(a.signUp());
    const Run told = jjakctl(server, u"cluster status"_s);
    QVERIFY2(told.out.contains(u"This server is alone"_s) && told.out.contains(u"connected devices: 1"_s), qPrintable(told.all()));
    QVERIFY(jjakctl(server, u"dead-letter list"_s).out.contains(u"no dead letters"_s));
    for (const QString &verb : {u"show"_s, u"replay"_s, u"drop"_s}) {
        const Run run = jjakctl(server, u"dead-letter "_s + verb + u" 1"_s);
        QCOMPARE(run.code, 1);
        QVERIFY2(run.err.contains(u"There is no such dead letter"_s), qPrintable(run.all()));
        QCOMPARE(jjakctl(server, u"dead-letter "_s + verb + u" first"_s).code, 2);
    }
}

//! The sender is told that it did not work; the operator sees it, and when what was in the way is gone it is run, once.
void TestOperator::whatCannotBeRunIsADeadLetterUntilItCan()
{
    test::Cluster cluster(2);
    QVERIFY2(cluster.settle(2), qPrintable(cluster.log()));
    Person b(u"Jun"_s, cluster.node(1).port());
    auto a = std::make_unique<Person>(u"민지"_s, cluster.node(0).port());
    QVERIFY(a->signUp() && b.signUp());
    QVERIFY2(meet(*a, b), qPrintable(cluster.log()));
    poison(cluster);
    QVERIFY(a->session().sendText(*a->room(), u"poison"_s).ok());
    QVERIFY2(waitFor([&] { return !lettersOf(cluster.node(1)).isEmpty(); }, 30'000), qPrintable(cluster.log()));
    QVERIFY(!a->allSent());
    a.reset(); // or she would say it again
    const auto letters = lettersOf(cluster.node(0));
    const QString number = QString::number(letters.last()[u"letter"_s].toInteger());
    QCOMPARE(letters.last()[u"name"_s].toString(), u"room.send"_s);
    QVERIFY(letters.last()[u"reason"_s].toString().contains(u"broken on purpose"_s));
    const Run shown = jjakctl(cluster.node(1), u"dead-letter show "_s + number);
    QVERIFY2(shown.code == 0 && shown.out.contains(u"\"text\": \"poison\""_s), qPrintable(shown.all()));

    const auto replay = [&](int node) { return jjakctl(cluster.node(node), u"dead-letter replay "_s + number); };
    const Run tooEarly = replay(0);
    QVERIFY2(tooEarly.code == 1 && tooEarly.err.contains(u"cannot do that at this moment"_s), qPrintable(tooEarly.all()));
    heal(cluster);
    cluster.redis().kill();
    const Run withoutRedis = replay(1);
    QVERIFY2(withoutRedis.code == 1 && withoutRedis.err.contains(u"cannot do that at this moment"_s), qPrintable(withoutRedis.all()));
    QCOMPARE(lettersOf(cluster.node(1)).last()[u"letter"_s].toInteger(), number.toLongLong());
    cluster.redis().start();
    Run done;
    QVERIFY(waitFor([&] { return (done = replay(1)).code == 0; }, 20'000));
    QVERIFY2(done.out.contains(u"It was run. The dead letter is gone."_s), qPrintable(done.all()));
    QCOMPARE(b.texts(1), QStringList{u"poison"_s});
    const Run again = replay(0);
    QVERIFY2(again.code == 1 && again.err.contains(u"There is no such dead letter"_s), qPrintable(again.all()));
    for (const QJsonValue left : lettersOf(cluster.node(0))) // she has tried more than once
        QCOMPARE(jjakctl(cluster.node(0), u"dead-letter replay %1"_s.arg(left[u"letter"_s].toInteger())).code, 0);
    QVERIFY(lettersOf(cluster.node(0)).isEmpty());
    QVERIFY(b.session().sendText(*b.room(), u"thanks"_s).ok());
    QCOMPARE(b.texts(2), (QStringList{u"poison"_s, u"thanks"_s}));
}

void TestOperator::aDeadLetterIsDropped()
{
    test::Cluster cluster(1);
    QVERIFY2(cluster.settle(1), qPrintable(cluster.log()));
    sql(cluster, u"INSERT INTO jjak.dead_letter (stream, position, at, name, reason, entry) VALUES (3, '17-0', 1800000000000, 'room.send', 'why', '')"_s);
    const QJsonValue letter = lettersOf(cluster.node(0)).first();
    QCOMPARE(letter[u"stream"_s].toInt(), 3);
    const Run dropped = jjakctl(cluster.node(0), u"dead-letter drop %1"_s.arg(letter[u"letter"_s].toInteger()));
    QVERIFY2(dropped.code == 0, qPrintable(dropped.all()));
    QVERIFY(lettersOf(cluster.node(0)).isEmpty());
    QCOMPARE(jjakctl(cluster.node(0), u"dead-letter drop %1"_s.arg(letter[u"letter"_s].toInteger())).code, 1);
}

void TestOperator::onlyTheServersThemselvesCanOpenOne()
{
    test::Cluster cluster(1);
    QVERIFY2(cluster.settle(1), qPrintable(cluster.log()));
    sql(cluster, u"INSERT INTO jjak.dead_letter (stream, position, at, name, reason, entry) VALUES (3, '17-0', 1800000000000, 'room.send', 'why', decode(repeat('ab', 200), 'hex'))"_s);
    const QString number = QString::number(lettersOf(cluster.node(0)).first()[u"letter"_s].toInteger());
    const Run shown = jjakctl(cluster.node(0), u"dead-letter show "_s + number);
    QVERIFY2(shown.code == 0 && shown.out.contains(u"cannot be shown"_s), qPrintable(shown.all()));
    const Run replayed = jjakctl(cluster.node(0), u"dead-letter replay "_s + number);
    QVERIFY2(replayed.code == 1 && replayed.err.contains(u"cannot open that dead letter"_s), qPrintable(replayed.all()));
    QCOMPARE(lettersOf(cluster.node(0)).size(), 1);
}

QTEST_GUILESS_MAIN(TestOperator)
#include "tst_operator.moc"
