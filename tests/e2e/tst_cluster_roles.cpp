// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Servers of which one takes connections only and others run commands only: for people they are one.
#include <QTemporaryFile>
#include <QTest>

#include "tests/e2e/person.h"
#include "tests/support/cluster.h"

using namespace jjak;
using namespace jjak::e2e;
using namespace Qt::StringLiterals;
using protocol::Presence;

namespace {

const QHash<QString, QString> gateway{{u"JJAK_CLUSTER_ROLES"_s, u"gateway"_s}}, worker{{u"JJAK_CLUSTER_ROLES"_s, u"worker"_s}};

std::optional<Presence> presence(Person &of)
{
    return client::presenceIn(of.state().room(*of.room())->room);
}

//! Both have the same, each message once, and nothing waits to be sent.
bool agree(Person &a, Person &b, int written)
{
    if (!waitFor([&] { return a.allSent() && b.allSent(); }, 60'000))
        return false;
    const QStringList seen = a.texts(written);
    return seen.size() == written && QSet<QString>(seen.begin(), seen.end()).size() == written && b.texts(written) == seen;
}

} // namespace

//! A server that is gateway only, and those that are worker only.
class TestClusterRoles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theyServeAsOne();
    void aWorkerThatIsKilledIsFollowedByAnother_data();
    void aWorkerThatIsKilledIsFollowedByAnother();
    void aGatewayThatIsKilledLosesItsPeopleOnly();
};

void TestClusterRoles::theyServeAsOne()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    cluster.start(1, gateway);
    cluster.start(1, worker);
    QVERIFY2(cluster.settle(1), qPrintable(cluster.log())); // one owns all streams
    QVERIFY(cluster.node(0).port() != 0);
    QCOMPARE(cluster.node(1).port(), 0); // listens nowhere
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(0).port());
    QVERIFY2(a.signUp() && b.signUp() && meet(a, b), qPrintable(cluster.log()));
    const RoomId room = *a.room();
    QVERIFY(waitFor([&] { return presence(a) == Presence::Online && presence(b) == Presence::Online; }));
    QVERIFY(a.session().sendText(room, u"안녕하세요"_s).ok());
    QCOMPARE(b.texts(1), QStringList{u"안녕하세요"_s});
    QVERIFY(b.session().sendText(room, u"반가워요"_s).ok());
    QCOMPARE(a.texts(2), (QStringList{u"안녕하세요"_s, u"반가워요"_s}));
    b.session().typing(room);
    QVERIFY(waitFor([&] { return !a.state().room(room)->typing.empty(); }));
    b.session().markRead(room, 1);
    QVERIFY(waitFor([&] { return client::readByOthers(a.state().room(room)->room) >= 1; }));
    // One takes the bytes in, the other one stores the message that they belong to, and takes them away with it.
    QTemporaryFile file;
    QVERIFY(file.open() && file.write(QByteArray(300'000, 'j')) == 300'000 && file.flush());
    QVERIFY(a.session().sendFile(room, file.fileName(), {}).ok());
    QVERIFY2(waitFor([&] { return b.messages(room).size() == 3; }), qPrintable(cluster.log()));
    QCOMPARE(cluster.storedFiles(), 1);
    a.session().deleteMessage(room, 3);
    QVERIFY2(waitFor([&] { return cluster.storedFiles() == 0; }), qPrintable(cluster.log()));
    b.wire().setDown(true);
    QVERIFY2(waitFor([&] { return presence(a) != Presence::Online; }), qPrintable(cluster.log()));
    b.wire().setDown(false);
    QVERIFY2(waitFor([&] { return presence(a) == Presence::Online; }), qPrintable(cluster.log()));
}

void TestClusterRoles::aWorkerThatIsKilledIsFollowedByAnother_data()
{
    QTest::addColumn<bool>("beside");
    QTest::newRow("by one that ran beside it") << true;
    QTest::newRow("by one that comes later, after a time without any") << false;
}

//! kill -9, while both write.
void TestClusterRoles::aWorkerThatIsKilledIsFollowedByAnother()
{
    QFETCH(const bool, beside);
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    cluster.start(1, gateway);
    cluster.start(beside ? 2 : 1, worker);
    QVERIFY2(cluster.settle(beside ? 2 : 1), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(0).port()), c(u"하나"_s, cluster.node(0).port());
    QVERIFY2(a.signUp() && b.signUp() && c.signUp() && meet(a, b), qPrintable(cluster.log()));
    const RoomId room = *a.room();
    int written = 0;
    const auto talk = [&](int times) {
        for (int i = 0; i < times; ++i)
            QVERIFY(exchange(a, b, room, written));
    };
    talk(3);
    QVERIFY(waitFor([&] { return presence(a) == Presence::Online; }));
    cluster.node(1).kill();
    talk(10);
    if (!beside)
        cluster.start(1, worker);
    talk(3);
    QVERIFY2(agree(a, b, written), qPrintable(cluster.log()));
    QVERIFY2(cluster.settle(1), qPrintable(cluster.log()));
    QVERIFY(presence(a) == Presence::Online); // nobody's connection was touched
    b.wire().setDown(true);
    QVERIFY2(waitFor([&] { return presence(a) != Presence::Online; }), qPrintable(cluster.log()));
    b.wire().setDown(false);
    QVERIFY2(waitFor([&] { return presence(a) == Presence::Online; }, 40'000), qPrintable(cluster.log()));
    Person d(u"Leo"_s, cluster.node(0).port()); // the other one matches, too
    QVERIFY2(d.signUp() && meet(c, d), qPrintable(cluster.log()));
    talk(2);
    QVERIFY2(agree(a, b, written), qPrintable(cluster.log()));
}

void TestClusterRoles::aGatewayThatIsKilledLosesItsPeopleOnly()
{
    test::Cluster cluster(test::PostgresServer::Fsync::Off);
    cluster.start(2, gateway);
    cluster.start(1, worker);
    QVERIFY2(cluster.settle(1), qPrintable(cluster.log()));
    Person a(u"민지"_s, cluster.node(0).port()), b(u"Jun"_s, cluster.node(1).port());
    QVERIFY2(a.signUp() && b.signUp() && meet(a, b), qPrintable(cluster.log()));
    const RoomId room = *a.room();
    QVERIFY(waitFor([&] { return presence(b) == Presence::Online; }));
    int written = 0;
    const auto talk = [&](int times) {
        for (int i = 0; i < times; ++i) {
            QVERIFY(a.session().sendText(room, u"a%1"_s.arg(++written)).ok());
            QVERIFY(b.session().sendText(room, u"b%1"_s.arg(++written)).ok());
        }
    };
    talk(1); // no strangers any more
    QVERIFY2(agree(a, b, written), qPrintable(cluster.log()));
    cluster.node(0).kill();
    talk(5); // of one of them nobody hears for now
    QVERIFY2(waitFor([&] { return b.allSent(); }), qPrintable(cluster.log()));
    QVERIFY2(waitFor([&] { return presence(b) != Presence::Online; }, 30'000), qPrintable(cluster.log())); // the worker said its goodbyes
    QVERIFY2(cluster.node(0).start(), qPrintable(cluster.log()));
    QVERIFY2(agree(a, b, written), qPrintable(cluster.log()));
    QVERIFY2(waitFor([&] { return presence(b) == Presence::Online; }, 40'000), qPrintable(cluster.log()));
}

QTEST_GUILESS_MAIN(TestClusterRoles)
#include "tst_cluster_roles.moc"
