// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Two real clients and a real server over real sockets: the whole path, its other ends, cut wires and killed servers.
#include <QTest>

#include "server/storage/store_set.h"
#include "tests/e2e/person.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::e2e;
using protocol::Outcome;

namespace {

//! Where on the path something goes wrong.
enum class Step { Waiting, Proposed, OneAccepted, AcceptedWhileDown, Roomed, Writing };

} // namespace
Q_DECLARE_METATYPE(Step)

class TestNearby : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoPeopleMeetAndTalk();
    void refusedPairIsNotProposedAgain();
    void silenceEndsTheProposal();
    void whoCancelsReleasesTheOther();
    void blockedPeopleDoNotMeet();
    void aReportKeepsTheLastMessages();
    void aRevokedDeviceIsCutOff();
    void aCutWireLosesNothing_data() { steps(); }
    void aCutWireLosesNothing();
    void aKilledServerLosesNothing_data() { steps(); }
    void aKilledServerLosesNothing();
    void aLongAbsenceEndsTheTicket();

private:
    static void steps();
    //! Walks the path and does the harm at that step; afterwards both must have met and talked all the same.
    void walk(test::ServerProcess &server, Person &a, Person &b, Step step, const std::function<void()> &harm);
    static bool accept(Person &person);
    static bool meet(Person &a, Person &b);
    static void checkStore(const test::ServerProcess &server, int messages);
};

#define STARTED(settings) \
    test::ServerProcess server settings; \
    QVERIFY2(server.start(), qPrintable(server.log())); \
    Person a(QStringLiteral("민지"), server.port()), b(QStringLiteral("Jun"), server.port()); \
    QVERIFY(a.signUp() && b.signUp())

bool TestNearby::accept(Person &person)
{
    person.session().accept(person.proposal());
    return true;
}

bool TestNearby::meet(Person &a, Person &b)
{
    a.seek();
    b.seek();
    if (!waitFor([&] { return a.proposed() && b.proposed(); }))
        return false;
    accept(a);
    accept(b);
    return waitFor([&] { return a.room() && b.room(); });
}

void TestNearby::checkStore(const test::ServerProcess &server, int messages)
{
    storage::StoreSet set(server.database(), storage::OpenAs::Reader);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM room")), 1);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT head FROM room")), messages);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM message")), messages);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM ticket")), 0);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM open_side")), 0);
}

void TestNearby::twoPeopleMeetAndTalk()
{
    STARTED({});
    a.seek(Reach::SameArea);
    QVERIFY(waitFor([&] { return a.nearby().ticket && a.nearby().crowd == protocol::Crowd::Few; }));
    QVERIFY(!a.proposed());
    b.seek(Reach::Anywhere);
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    accept(a);
    QVERIFY(waitFor([&] { return a.nearby().proposal && a.nearby().proposal->mine == protocol::Answer::Accepted; }));
    QCOMPARE(b.nearby().proposal->mine, protocol::Answer::Open); // and learns nothing of the other's answer
    accept(b);
    QVERIFY(waitFor([&] { return a.room() && b.room(); }));
    QCOMPARE(a.room(), b.room());
    const RoomId room = *a.room();
    QCOMPARE(client::titleOf(a.state().room(room)->room), QStringLiteral("Jun"));
    QCOMPARE(a.state().room(room)->room.distance, Reach::SameArea);

    QVERIFY(a.session().sendText(room, QStringLiteral("안녕하세요 👋")).ok());
    QCOMPARE(b.texts(1), QStringList{QStringLiteral("안녕하세요 👋")});
    QCOMPARE(client::unread(b.state().room(room)->room), 1);
    b.session().typing(room);
    QVERIFY(waitFor([&] { return !a.state().room(room)->typing.empty(); }));
    b.session().markRead(room, 1);
    QVERIFY(waitFor([&] { return client::readByOthers(a.state().room(room)->room) == 1; }));
    QCOMPARE(client::unread(b.state().room(room)->room), 0);
    QVERIFY(b.session().sendText(room, QStringLiteral("반가워요")).ok());
    QCOMPARE(a.texts(2).size(), 2);

    a.session().leave(room);
    QVERIFY(waitFor([&] { return client::isDeserted(b.state().room(room)->room); }));
    QCOMPARE(a.texts(3), (QStringList{QStringLiteral("안녕하세요 👋"), QStringLiteral("반가워요"), QStringLiteral("left")}));
    QCOMPARE(b.session().sendText(room, QStringLiteral("?")).error().code, ErrorCode::RoomEnded);
    checkStore(server, 3);
}

void TestNearby::refusedPairIsNotProposedAgain()
{
    STARTED({});
    a.seek();
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    a.session().decline(a.proposal());
    QVERIFY(waitFor([&] { return a.nearby().ended && b.nearby().ended; }));
    QCOMPARE(a.nearby().ended->outcome, Outcome::Refused);
    QVERIFY(a.nearby().ended->mine && !b.nearby().ended->mine);
    QVERIFY(!a.nearby().ticket && b.nearby().ticket); // the innocent one waits on
    a.seek();
    QVERIFY(waitFor([&] { return a.nearby().ticket.has_value(); }));
    Person c(QStringLiteral("수아"), server.port());
    QVERIFY(c.signUp());
    c.seek();
    QVERIFY(waitFor([&] { return c.proposed(); }));
    QVERIFY(waitFor([&] { return b.proposed(); })); // who came back to the front is served before who came again
    QVERIFY(!a.proposed());
}

void TestNearby::silenceEndsTheProposal()
{
    STARTED(({{QStringLiteral("JJAK_NEARBY_PROPOSAL_TIME"), QStringLiteral("5s")}}));
    a.seek();
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    accept(a);
    QVERIFY(waitFor([&] { return a.nearby().ended && b.nearby().ended; }));
    QCOMPARE(a.nearby().ended->outcome, Outcome::TimedOut);
    QVERIFY(!a.nearby().ended->mine && b.nearby().ended->mine);
    QVERIFY(a.nearby().ticket && !b.nearby().ticket);
}

void TestNearby::whoCancelsReleasesTheOther()
{
    STARTED({});
    a.seek();
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    a.session().cancelSeek();
    QVERIFY(waitFor([&] { return a.nearby().ended && b.nearby().ended; }));
    QCOMPARE(b.nearby().ended->outcome, Outcome::Gone);
    QVERIFY(!a.nearby().ticket && b.nearby().ticket);
}

void TestNearby::blockedPeopleDoNotMeet()
{
    STARTED({});
    a.seek();
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    std::optional<BlockId> block;
    a.session().block(client::Whom::of(a.proposal()), [&](Result<BlockId> result) {
        if (result)
            block = *result;
    });
    QVERIFY(waitFor([&] { return block && b.nearby().ended; }));
    QCOMPARE(b.nearby().ended->outcome, Outcome::Gone); // the blocked one is not told why
    QList<protocol::BlockInfo> blocks;
    a.session().listBlocks([&](Result<QList<protocol::BlockInfo>> result) { blocks = result ? *result : blocks; });
    QVERIFY(waitFor([&] { return blocks.size() == 1; }));
    bool undone = false;
    a.session().unblock(*block, [&](Result<> result) { undone = result.ok(); });
    QVERIFY(waitFor([&] { return undone; }));
}

void TestNearby::aReportKeepsTheLastMessages()
{
    STARTED({});
    QVERIFY(meet(a, b));
    const RoomId room = *a.room();
    for (int i = 1; i <= 12; ++i) {
        Person &writer = i % 2 ? a : b;
        QVERIFY(writer.session().sendText(room, QStringLiteral("message %1").arg(i)).ok());
        QCOMPARE(a.texts(i).size(), i);
        QCOMPARE(b.texts(i).size(), i);
    }
    a.session().leave(room);
    QVERIFY(waitFor([&] { return client::hasLeft(a.state().room(room)->room); }));
    bool reported = false;
    a.session().report(client::Whom::of(room), protocol::ReportReason::Harassment, QStringLiteral("unkind"), true, [&](Result<> result) { reported = result.ok(); });
    QVERIFY(waitFor([&] { return reported; }));
    storage::StoreSet set(server.database(), storage::OpenAs::Reader);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM evidence")), 10);
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT max(seq) FROM evidence")), 13); // the notice of leaving too
    QCOMPARE(set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM block")), 1);
}

void TestNearby::aRevokedDeviceIsCutOff()
{
    STARTED({});
    client::MemoryStore secrets;
    SystemRng rng;
    client::SessionConfig config;
    config.cacheFolder = QStringLiteral(":memory:");
    client::Session second(config, secrets, rng);
    std::optional<client::SignOutReason> reason;
    connect(&second, &client::Session::signedOut, this, [&](client::SignOutReason why) { reason = why; });
    second.connectTo(QUrl(server.url()));
    second.signIn(QStringLiteral("민지"), QStringLiteral("a long enough secret"), QStringLiteral("second"), true, [](Result<>) {});
    QVERIFY(waitFor([&] { return second.connectionState() == client::ConnectionState::Ready; }));
    QList<protocol::DeviceInfo> devices;
    a.session().listDevices([&](Result<QList<protocol::DeviceInfo>> result) { devices = result ? *result : devices; });
    QVERIFY(waitFor([&] { return devices.size() == 2; }));
    a.session().revokeDevice(second.state().account->device);
    QVERIFY(waitFor([&] { return reason == client::SignOutReason::Revoked; }, 2000)); // design §6: within 2 s
    QVERIFY(a.ready());
}

void TestNearby::steps()
{
    QTest::addColumn<Step>("step");
    QTest::newRow("waiting") << Step::Waiting;
    QTest::newRow("proposed") << Step::Proposed;
    QTest::newRow("one has accepted") << Step::OneAccepted;
    QTest::newRow("accepted without a connection") << Step::AcceptedWhileDown;
    QTest::newRow("the room has opened") << Step::Roomed;
    QTest::newRow("writing") << Step::Writing;
}

void TestNearby::walk(test::ServerProcess &server, Person &a, Person &b, Step step, const std::function<void()> &harm)
{
    const auto now = [&](Step here) {
        if (here == step)
            harm();
    };
    a.seek();
    QVERIFY(waitFor([&] { return a.nearby().ticket.has_value(); }));
    now(Step::Waiting);
    QVERIFY(waitFor([&] { return a.ready() && b.ready(); }));
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    now(Step::Proposed);
    accept(a);
    now(Step::AcceptedWhileDown);
    QVERIFY(waitFor([&] { return a.nearby().proposal && a.nearby().proposal->mine == protocol::Answer::Accepted; }));
    now(Step::OneAccepted);
    accept(b);
    QVERIFY(waitFor([&] { return a.room() && b.room(); }));
    now(Step::Roomed);
    const RoomId room = *a.room();
    for (int i = 1; i <= 3; ++i)
        QVERIFY(a.session().sendText(room, QString::number(i)).ok());
    now(Step::Writing);
    QVERIFY(waitFor([&] { return a.allSent(); }));
    QVERIFY(b.session().sendText(room, QStringLiteral("4")).ok());
    QCOMPARE(a.texts(4), (QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("4")}));
    QCOMPARE(b.texts(4), a.texts(4));
    QVERIFY(waitFor([&] { return b.allSent(); }));
    checkStore(server, 4);
}

void TestNearby::aCutWireLosesNothing()
{
    QFETCH(Step, step);
    STARTED({});
    walk(server, a, b, step, [&] { a.wire().cut(); });
}

void TestNearby::aKilledServerLosesNothing()
{
    QFETCH(Step, step);
    STARTED({});
    walk(server, a, b, step, [&] {
        server.kill();
        QVERIFY2(server.start(), qPrintable(server.log()));
    });
}

void TestNearby::aLongAbsenceEndsTheTicket()
{
    STARTED(({{QStringLiteral("JJAK_NEARBY_TICKET_GRACE"), QStringLiteral("2s")}}));
    a.seek();
    b.seek();
    QVERIFY(waitFor([&] { return a.proposed() && b.proposed(); }));
    a.wire().setDown(true);
    QVERIFY(waitFor([&] { return b.nearby().ended.has_value(); }));
    QCOMPARE(b.nearby().ended->outcome, Outcome::Gone);
    QVERIFY(b.nearby().ticket.has_value());
    a.wire().setDown(false);
    QVERIFY(waitFor([&] { return a.ready(); }, 40'000));
    QVERIFY(!a.nearby().ticket && !a.proposed());
}

QTEST_GUILESS_MAIN(TestNearby)
#include "tst_nearby.moc"
