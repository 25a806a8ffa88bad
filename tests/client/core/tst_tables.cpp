// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"
#include "tables.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

cmd::OfferTable wish()
{
    cmd::OfferTable out;
    out.post = postId(1);
    out.topic = u" Walks "_s;
    out.language = u"ko"_s;
    out.zone = u"Asia/Seoul"_s;
    out.seats = 3;
    return out;
}

} // namespace

class TestTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tableIsOfferedOnceThoughTheReplyIsLost();
    void sureOfferIsAnotherOne();
    void everyWishIsAskedAsItIs();
    void whatIsWishedWithoutAConnectionIsSentAfterwards();
    void lookingFailsAtOnceWithoutAConnection();
    void onlyHigherVersionsAreNews();
    void thanksAreNewsUnderTheSameVersion();
    void tableOneHasNothingToDoWithIsForgotten();
    void whatIsLookedAtIsNoNews();
    void nextAccountKnowsNothing();
    void refusalWithoutAnAnswerIsToldByTheSession();
    void refusalIsAnswered();
    void whatCannotBeIsRefusedBeforeItIsAsked_data();
    void whatCannotBeIsRefusedBeforeItIsAsked();
    void searchForNothingIsRefusedBeforeItIsAsked();
};

void TestTables::tableIsOfferedOnceThoughTheReplyIsLost()
{
    Scene scene;
    int asked = 0;
    scene.peer.on<cmd::OfferTable>([&](qint64 id, const cmd::OfferTable &) {
        if (++asked == 1)
            return scene.peer.drop();
        scene.peer.ok(id, cmd::TableReply{table(1, Standing::Host)});
    });
    scene.start({});
    Heard<Table> done;
    scene.session->tables().offer(wish(), done.take());
    QVERIFY(!done.result);
    QTRY_VERIFY(done.result);
    QCOMPARE(**done.result, table(1, Standing::Host));
    const auto sent = scene.peer.asked<cmd::OfferTable>();
    QCOMPARE(sent.size(), 2);
    QVERIFY(!sent[0].cid.isNull());
    QCOMPARE(sent[0].cid, sent[1].cid);
    QCOMPARE(sent[0].topic, u"Walks"_s);
    QCOMPARE(sent[0].seats, 3);
    QCOMPARE(done.times, 1);
}

void TestTables::sureOfferIsAnotherOne()
{
    Scene scene;
    scene.peer.on<cmd::OfferTable>([&](qint64 id, const cmd::OfferTable &offer) {
        if (!offer.sure)
            return scene.peer.refuse(id, {ErrorCode::TableSameHour});
        scene.peer.ok(id, cmd::TableReply{table(1, Standing::Host)});
    });
    scene.start({});
    Heard<Table> done;
    cmd::OfferTable wanted = wish();
    scene.session->tables().offer(wanted, done.take());
    QTRY_COMPARE(done.times, 1);
    QCOMPARE(done.result->error().code, ErrorCode::TableSameHour);
    wanted.sure = true;
    scene.session->tables().offer(wanted, done.take());
    QTRY_COMPARE(done.times, 2);
    QVERIFY(done.result->ok());
}

void TestTables::everyWishIsAskedAsItIs()
{
    Scene scene;
    scene.peer.always<cmd::JoinTable>({table(1, Standing::Waiting, 2)});
    scene.peer.always<cmd::LeaveTable>({});
    scene.peer.always<cmd::AdmitToTable>({table(1, Standing::Host, 3)});
    scene.peer.always<cmd::RenameTable>({table(1, Standing::Host, 4)});
    scene.peer.always<cmd::RemoveFromTable>({table(1, Standing::Host, 5)});
    scene.peer.always<cmd::KeepTable>({table(1, Standing::Host, 6)});
    scene.peer.always<cmd::ThankHost>({table(3, Standing::Seated, 1)});
    scene.peer.always<cmd::CloseTable>({});
    scene.peer.always<cmd::LookAtTable>({table(2)});
    scene.peer.always<cmd::ListTables>({{table(1), table(2)}, u"n"_s});
    scene.start({});
    Tables &tables = scene.session->tables();
    Heard<Table> one;
    Heard<Done> done;
    Heard<cmd::TableList> page;
    tables.join(tableId(1), true, true, one.take());
    tables.admit(tableId(1), guest(2).persona, false, one.take());
    tables.rename(tableId(1), u" Books "_s, one.take());
    tables.remove(tableId(1), guest(3).persona, one.take());
    tables.keep(tableId(1), false, one.take());
    tables.thank(tableId(3), false, one.take());
    tables.leave(tableId(1), done.take());
    tables.close(tableId(2), done.take());
    tables.list({true, true, u"a"_s, u" walk "_s}, page.take());
    QTRY_VERIFY(one.times == 6 && done.times == 2 && page.times == 1);
    QVERIFY(one.result->ok() && done.result->ok());
    tables.look(tableId(2), one.take());
    QTRY_COMPARE(one.times, 7);
    QCOMPARE(**one.result, table(2));
    const auto joined = scene.peer.asked<cmd::JoinTable>().last();
    QVERIFY(joined.table == tableId(1) && joined.line && joined.sure);
    const auto admitted = scene.peer.asked<cmd::AdmitToTable>().last();
    QVERIFY(admitted.table == tableId(1) && admitted.persona == guest(2).persona && !admitted.yes);
    QCOMPARE(scene.peer.asked<cmd::RenameTable>().last().topic, u"Books"_s);
    QCOMPARE(scene.peer.asked<cmd::RemoveFromTable>().last().persona, guest(3).persona);
    QCOMPARE(scene.peer.asked<cmd::KeepTable>().last().on, false);
    const auto thanked = scene.peer.asked<cmd::ThankHost>().last();
    QVERIFY(thanked.table == tableId(3) && !thanked.on);
    QCOMPARE(scene.peer.asked<cmd::LeaveTable>().last().table, tableId(1));
    QCOMPARE(scene.peer.asked<cmd::CloseTable>().last().table, tableId(2));
    const auto listed = scene.peer.asked<cmd::ListTables>().last();
    QVERIFY(listed.mine && listed.past && listed.after == u"a"_s && listed.text == u"walk"_s);
    QCOMPARE((*page.result)->tables.size(), 2);
    QCOMPARE((*page.result)->next, std::optional(u"n"_s));
    tables.list({}, page.take());
    QTRY_COMPARE(page.times, 2);
    const auto plain = scene.peer.asked<cmd::ListTables>().last();
    QVERIFY(!plain.after && !plain.text);
}

void TestTables::whatIsWishedWithoutAConnectionIsSentAfterwards()
{
    Scene scene;
    scene.peer.always<cmd::JoinTable>({table(1, Standing::Seated)});
    scene.peer.always<cmd::LeaveTable>({});
    scene.start({});
    scene.session->disconnect();
    Heard<Table> joined;
    Heard<Done> left;
    scene.session->tables().join(tableId(1), false, false, joined.take());
    scene.session->tables().leave(tableId(2), left.take());
    QTest::qWait(0);
    QVERIFY(!joined.result && !left.result);
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(joined.result && left.result);
    QVERIFY(joined.result->ok() && left.result->ok());
    QCOMPARE(scene.peer.count<cmd::JoinTable>(), 1);
}

void TestTables::lookingFailsAtOnceWithoutAConnection()
{
    Scene scene;
    scene.start({});
    scene.session->disconnect();
    Heard<Table> looked;
    Heard<cmd::TableList> listed;
    scene.session->tables().look(tableId(1), looked.take());
    scene.session->tables().list({}, listed.take());
    QVERIFY(!looked.result && !listed.result);
    QTRY_VERIFY(looked.result && listed.result);
    QCOMPARE(looked.result->error().code, ErrorCode::Unavailable);
    QCOMPARE(listed.result->error().code, ErrorCode::Unavailable);
}

void TestTables::onlyHigherVersionsAreNews()
{
    Scene scene;
    scene.start({});
    Tables &tables = scene.session->tables();
    QSignalSpy changed(&tables, &Tables::tableChanged);
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 5)});
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(changed[0][0].value<Table>(), table(1, Standing::Seated, 5));
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 5)});
    scene.peer.tell(ev::TableState{table(1, Standing::Waiting, 4)});
    scene.peer.tell(ev::TableState{table(2, Standing::Host, 1)});
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].value<Table>().table, tableId(2));
    // The answer of one's own command tells what the event has told, or is the first to tell.
    scene.peer.always<cmd::KeepTable>({table(1, Standing::Seated, 5)});
    Heard<Table> kept;
    tables.keep(tableId(1), true, kept.take());
    QTRY_COMPARE(kept.times, 1);
    QCOMPARE(changed.size(), 2);
    scene.peer.always<cmd::KeepTable>({table(1, Standing::Seated, 6)});
    tables.keep(tableId(1), true, kept.take());
    QTRY_COMPARE(kept.times, 2);
    QCOMPARE(changed.size(), 3);
}

void TestTables::thanksAreNewsUnderTheSameVersion()
{
    Scene scene;
    scene.start({});
    Tables &tables = scene.session->tables();
    QSignalSpy changed(&tables, &Tables::tableChanged);
    Table now = table(1, Standing::Seated, 5);
    scene.peer.tell(ev::TableState{now});
    QTRY_COMPARE(changed.size(), 1);
    now.thanked = true;
    scene.peer.tell(ev::TableState{now});
    scene.peer.always<cmd::ThankHost>({now});
    Heard<Table> thanked;
    tables.thank(now.table, true, thanked.take());
    QTRY_COMPARE(thanked.times, 1);
    QCOMPARE(changed.size(), 2);
    QVERIFY(changed[1][0].value<Table>().thanked);
    now.thanked = false;
    scene.peer.tell(ev::TableState{now});
    QTRY_COMPARE(changed.size(), 3);
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 4)});
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 6)});
    QTRY_COMPARE(changed.size(), 4);
    QCOMPARE(changed[3][0].value<Table>().version, 6);
}

void TestTables::tableOneHasNothingToDoWithIsForgotten()
{
    Scene scene;
    scene.start({});
    QSignalSpy changed(&scene.session->tables(), &Tables::tableChanged);
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 5)});
    scene.peer.tell(ev::TableState{table(1, Standing::None, 6)});
    QTRY_COMPARE(changed.size(), 2);
    QCOMPARE(changed[1][0].value<Table>().mine, Standing::None);
}

void TestTables::whatIsLookedAtIsNoNews()
{
    Scene scene;
    scene.peer.always<cmd::LookAtTable>({table(1, Standing::Seated, 5)});
    scene.start({});
    Tables &tables = scene.session->tables();
    QSignalSpy changed(&tables, &Tables::tableChanged);
    Heard<Table> looked;
    tables.look(tableId(1), looked.take());
    QTRY_VERIFY(looked.result);
    QCOMPARE(changed.size(), 0);
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 5)});
    QTRY_COMPARE(changed.size(), 1);
}

void TestTables::nextAccountKnowsNothing()
{
    Scene scene;
    scene.start({});
    Tables &tables = scene.session->tables();
    QSignalSpy changed(&tables, &Tables::tableChanged), forgotten(&tables, &Tables::forgotten);
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 5)});
    QTRY_COMPARE(changed.size(), 1);
    Heard<Table> looked;
    tables.look(tableId(1), looked.take()); // never answered by the peer
    QSignalSpy out(scene.session.get(), &Session::signedOut);
    scene.session->signOut();
    QVERIFY(out.wait());
    QCOMPARE(forgotten.size(), 1);
    QTRY_VERIFY(looked.result);
    QVERIFY(!looked.result->ok());
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.signIn();
    QVERIFY(synced.wait());
    scene.peer.tell(ev::TableState{table(1, Standing::Seated, 2)});
    QTRY_COMPARE(changed.size(), 2);
}

void TestTables::refusalWithoutAnAnswerIsToldByTheSession()
{
    Scene scene;
    scene.peer.on<cmd::LeaveTable>([&](qint64 id, const cmd::LeaveTable &) { scene.peer.refuse(id, {ErrorCode::TableNotFound}); });
    scene.start({});
    QSignalSpy failed(scene.session.get(), &Session::failed);
    scene.session->tables().leave(tableId(1));
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed[0][0].value<Error>().code, ErrorCode::TableNotFound);
    QCOMPARE(failed[0][1].toString(), u"table.leave"_s);
}

void TestTables::refusalIsAnswered()
{
    Scene scene;
    scene.peer.on<cmd::JoinTable>([&](qint64 id, const cmd::JoinTable &) { scene.peer.refuse(id, {ErrorCode::TableFull}); });
    scene.start({});
    QSignalSpy failed(scene.session.get(), &Session::failed), changed(&scene.session->tables(), &Tables::tableChanged);
    Heard<Table> joined;
    scene.session->tables().join(tableId(1), false, false, joined.take());
    QTRY_VERIFY(joined.result);
    QCOMPARE(joined.result->error().code, ErrorCode::TableFull);
    QVERIFY(failed.isEmpty() && changed.isEmpty());
}

void TestTables::whatCannotBeIsRefusedBeforeItIsAsked_data()
{
    QTest::addColumn<QString>("topic");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<int>("seats");
    QTest::addColumn<QString>("field");
    QTest::newRow("no topic") << u"  "_s << u"ko"_s << u"UTC"_s << 4 << u"args.topic"_s;
    QTest::newRow("long topic") << QString(limits::tableTopicCodePoints + 1, u'a') << u"ko"_s << u"UTC"_s << 4 << u"args.topic"_s;
    QTest::newRow("two lines") << u"a\nb"_s << u"ko"_s << u"UTC"_s << 4 << u"args.topic"_s;
    QTest::newRow("no language") << u"a"_s << QString() << u"UTC"_s << 4 << u"args.language"_s;
    QTest::newRow("no zone") << u"a"_s << u"ko"_s << QString() << 4 << u"args.zone"_s;
    QTest::newRow("one seat") << u"a"_s << u"ko"_s << u"UTC"_s << 1 << u"args.seats"_s;
    QTest::newRow("five seats") << u"a"_s << u"ko"_s << u"UTC"_s << 5 << u"args.seats"_s;
}

void TestTables::whatCannotBeIsRefusedBeforeItIsAsked()
{
    QFETCH(QString, topic);
    QFETCH(QString, language);
    QFETCH(QString, zone);
    QFETCH(int, seats);
    QFETCH(QString, field);
    Scene scene;
    scene.start({});
    cmd::OfferTable wanted = wish();
    wanted.topic = topic;
    wanted.language = language;
    wanted.zone = zone;
    wanted.seats = seats;
    Heard<Table> done;
    scene.session->tables().offer(wanted, done.take());
    QVERIFY(!done.result);
    QTRY_VERIFY(done.result);
    QCOMPARE(done.result->error().code, ErrorCode::ProtocolBadField);
    QCOMPARE(done.result->error().field, field);
    QCOMPARE(scene.peer.count<cmd::OfferTable>(), 0);
    if (field != "args.topic"_L1)
        return;
    Heard<Table> renamed;
    scene.session->tables().rename(tableId(1), topic, renamed.take());
    QTRY_VERIFY(renamed.result);
    QCOMPARE(renamed.result->error().field, field);
    QCOMPARE(scene.peer.count<cmd::RenameTable>(), 0);
}

void TestTables::searchForNothingIsRefusedBeforeItIsAsked()
{
    Scene scene;
    scene.start({});
    for (const QString &text : {u"  "_s, QString(limits::searchCodePoints + 1, u'a')}) {
        Heard<cmd::TableList> listed;
        scene.session->tables().list({false, false, {}, text}, listed.take());
        QVERIFY(!listed.result);
        QTRY_VERIFY(listed.result);
        QCOMPARE(listed.result->error().code, ErrorCode::ProtocolBadField);
        QCOMPARE(listed.result->error().field, u"args.text"_s);
    }
    QCOMPARE(scene.peer.count<cmd::ListTables>(), 0);
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
