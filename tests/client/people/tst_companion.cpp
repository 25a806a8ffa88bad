// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../core/scene.h"
#include "../core/tables.h"
#include "client/people/lounge/companion.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::people;
using namespace jjak::protocol;

namespace {

//! Somebody of that number in a lounge with one post of theirs; time goes fast.
struct Bench {
    explicit Bench(int number) : companion(*scene.session, number, Speech::Korean, rng, {1ms, 2ms, 1ms, 2ms})
    {
        scene.profile = Profile{u"느린산책"_s, {}, {}, {}, false};
        scene.peer.always<cmd::ListPosts>({{client::test::post(7)}, {}, u"n"_s});
        scene.peer.on<cmd::ListTables>([this](qint64 id, const cmd::ListTables &ask) { scene.peer.ok(id, cmd::TableList{ask.mine ? mine : all, {}}); });
        scene.peer.on<cmd::Send>([this](qint64 id, const cmd::Send &send) {
            said += send.text;
            scene.peer.ok(id, cmd::Sent{++head, scene.session->serverNow()});
        });
        scene.peer.always<cmd::Read>({});
    }
    //! A table's room with two others: a person and a demo person.
    Room room()
    {
        Room out = client::test::room(roomId(3), 0);
        out.kind = RoomKind::Table;
        out.name = u"Walks"_s;
        out.me = 1;
        out.members = {{1, u"느린산책"_s, true}, {2, u"사람"_s, false}, {3, u"데모"_s, true}};
        return out;
    }
    void hears(int author, const QString &text)
    {
        Message message;
        message.seq = ++head;
        message.author = author;
        message.text = text;
        message.at = scene.session->serverNow();
        scene.peer.tell(ev::RoomMessage{roomId(3), message});
    }

    Scene scene;
    SeededRng rng{3};
    QList<Table> mine, all;
    QStringList said;
    qint64 head = 0;
    Companion companion;
};

} // namespace

//! A demo person at tables, with a peer in the place of the server.
class TstCompanion : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aHostOffersOneTableAtATime();
    void othersSitDown();
    void whoHasNoNameWaits();
    void aGuestGoesAgain();
    void oneGreetsAndAnswersPeople();
    void demoPeopleAreAnsweredTwice();
};

void TstCompanion::aHostOffersOneTableAtATime()
{
    Bench bench(0);
    bench.scene.peer.on<cmd::OfferTable>([&](qint64 id, const cmd::OfferTable &) {
        bench.mine = {client::test::table(1, Standing::Host)};
        bench.scene.peer.ok(id, cmd::TableReply{bench.mine.first()});
    });
    bench.scene.start({});
    QTRY_COMPARE(bench.scene.peer.count<cmd::OfferTable>(), 1);
    const auto offer = bench.scene.peer.asked<cmd::OfferTable>().first();
    QCOMPARE(offer.post, postId(7));
    QCOMPARE(bench.scene.peer.asked<cmd::ListPosts>().first().feed, Feed::Written);
    const int looked = bench.scene.peer.count<cmd::ListTables>();
    QTRY_VERIFY(bench.scene.peer.count<cmd::ListTables>() > looked + 5);
    QCOMPARE(bench.scene.peer.count<cmd::OfferTable>(), 1);
}

void TstCompanion::othersSitDown()
{
    Bench bench(1);
    bench.all = {client::test::table(4)};
    bench.scene.peer.on<cmd::JoinTable>([&](qint64 id, const cmd::JoinTable &join) {
        bench.mine = {client::test::table(4, Standing::Seated)};
        bench.scene.peer.ok(id, cmd::TableReply{bench.mine.first()});
        QVERIFY(join.table == tableId(4) && !join.line && !join.sure);
    });
    bench.scene.start({});
    QTRY_COMPARE(bench.scene.peer.count<cmd::JoinTable>(), 1);
    const int looked = bench.scene.peer.count<cmd::ListTables>();
    QTRY_VERIFY(bench.scene.peer.count<cmd::ListTables>() > looked + 5);
    QCOMPARE(bench.scene.peer.count<cmd::JoinTable>(), 1);
    QCOMPARE(bench.scene.peer.count<cmd::OfferTable>(), 0);
}

void TstCompanion::whoHasNoNameWaits()
{
    Bench bench(1);
    bench.scene.profile.reset();
    bench.all = {client::test::table(4)};
    bench.scene.start({});
    QTRY_VERIFY(bench.scene.session->lounge().isProfileKnown());
    QTest::qWait(50);
    QCOMPARE(bench.scene.peer.count<cmd::ListTables>(), 0);
}

void TstCompanion::aGuestGoesAgain()
{
    Bench bench(1);
    bench.scene.peer.on<cmd::LeaveTable>([&](qint64 id, const cmd::LeaveTable &) {
        bench.mine.clear();
        bench.scene.peer.ok(id, cmd::Empty{});
    });
    Table old = client::test::table(4, Standing::Seated);
    old.phase = TablePhase::Open;
    old.at = fromMs(1'000'000);
    bench.mine = {old};
    bench.scene.start({});
    QTRY_COMPARE(bench.scene.peer.count<cmd::LeaveTable>(), 1);
    QCOMPARE(bench.scene.peer.asked<cmd::LeaveTable>().first().table, tableId(4));
}

void TstCompanion::oneGreetsAndAnswersPeople()
{
    Bench bench(1);
    bench.scene.start({});
    bench.scene.peer.tell(ev::RoomState{bench.room()});
    QTRY_COMPARE(bench.said.size(), 1);
    for (int i = 0; bench.said.size() < 3; ++i) { // every second time, as others may answer, too
        QVERIFY(i < 60);
        bench.hears(2, u"I like films"_s);
        QTest::qWait(20);
    }
    QCOMPARE(speechOf(bench.said[1]), Speech::English);
    QVERIFY(linesAbout(Topic::Film, Speech::English).contains(bench.said[1]));
    QTRY_VERIFY(bench.scene.peer.count<cmd::Read>() > 0);
}

void TstCompanion::demoPeopleAreAnsweredTwice()
{
    Bench bench(1);
    bench.scene.start({});
    bench.scene.peer.tell(ev::RoomState{bench.room()});
    QTRY_COMPARE(bench.said.size(), 1);
    for (int i = 0; i < 10; ++i) {
        bench.hears(3, u"안녕하세요"_s);
        QTest::qWait(10);
    }
    QCOMPARE(bench.said.size(), 3);
}

QTEST_GUILESS_MAIN(TstCompanion)
#include "tst_companion.moc"
