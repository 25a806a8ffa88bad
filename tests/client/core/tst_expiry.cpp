// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemModelTester>

#include "client/core/state/reduce.h"
#include "scene.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

const RoomId here = roomId(1);
const QString secret = u"gone by its time 짝"_s;

Time soon(Duration wait = 150ms)
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now()) + wait;
}

Message shortLived(qint64 seq, int author, Time until, const QString &text = secret)
{
    Message out = message(seq, author, text);
    out.expires = until;
    return out;
}

QList<qint64> rowsOf(const MessageListModel &model)
{
    QList<qint64> out;
    for (int row = 0; row < model.rowCount(); ++row)
        out.append(model.index(row).data(MessageListModel::SeqRole).toLongLong());
    return out;
}

QList<Message> from(qint64 first, qint64 last)
{
    QList<Message> out;
    for (qint64 seq = first; seq <= last; ++seq)
        out.append(message(seq, 2));
    return out;
}

} // namespace

//! Messages that go by their time, and the numbers without messages that they leave behind.
class TestExpiry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void expiredMessageLeavesEverything();
    void expiredWhileOfflineIsNeverShown();
    void messageThatArrivesTooLateIsNotShown();
    void bytesLeaveTheDisk();
    void previewFallsBackToWhatIsLeft();
    void roomKeepsItsPlaceWhenEverythingIsGone();
    void floorTakesEverythingBelow();
    void gapsWithinAPageAreNoGaps();
    void everythingMissedIsGone();
    void scrollingBackCrossesGaps();
    void gapsAreRememberedByTheCache();
    void quoteOfAnExpiredMessageIsGone();
    void ownMessageGetsTheTimeOfItsRoom();
    void coverageOfPages_data();
    void coverageOfPages();
};

void TestExpiry::expiredMessageLeavesEverything()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    MessageListModel *model = scene.session->openRoom(here);
    QAbstractItemModelTester tester(model);
    scene.peer.tell(ev::RoomMessage{here, message(1, 2)});
    scene.peer.tell(ev::RoomMessage{here, shortLived(2, 2, soon())});
    scene.peer.tell(ev::RoomMessage{here, message(3, 2)});
    QTRY_COMPARE(rowsOf(*model), (QList<qint64>{1, 2, 3}));
    QVERIFY(model->index(1).data(MessageListModel::ExpiresRole).toDateTime().isValid());
    QVERIFY(!model->index(0).data(MessageListModel::ExpiresRole).toDateTime().isValid());
    QSignalSpy expired(scene.session.get(), &Session::messagesExpired);
    QTRY_COMPARE(rowsOf(*model), (QList<qint64>{1, 3}));
    QCOMPARE(expired.size(), 1);
    QVERIFY(!scene.session->cachedMessage(here, 2));
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 2);
    QCOMPARE(unread(scene.session->state().room(here)->room), 3); // head minus read, as ever
}

void TestExpiry::expiredWhileOfflineIsNeverShown()
{
    Scene scene;
    scene.messages[here] = {message(1, 2), shortLived(2, 2, soon(500ms))};
    scene.start({test::room(here, 2)});
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 2);
    const Time end = *scene.messages[here][1].expires;
    scene.session.reset();
    QTRY_VERIFY(std::chrono::system_clock::now() > end);
    scene.messages[here].removeLast();
    scene.peer.listen(false);
    scene.peer.drop();
    scene.restart();
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->state().room(here)); // from the disk
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 1);
    QCOMPARE(rowsOf(*scene.session->openRoom(here)), QList<qint64>{1});
}

void TestExpiry::messageThatArrivesTooLateIsNotShown()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    MessageListModel *model = scene.session->openRoom(here);
    QSignalSpy arrived(scene.session.get(), &Session::messageArrived);
    scene.peer.tell(ev::RoomMessage{here, shortLived(1, 2, soon(-1s))});
    scene.peer.tell(ev::RoomMessage{here, message(2, 2)});
    QTRY_COMPARE(arrived.size(), 1);
    QCOMPARE(rowsOf(*model), QList<qint64>{2});
    QCOMPARE(scene.session->state().room(here)->have, 2);
}

//! Neither in the file nor in its journal.
void TestExpiry::bytesLeaveTheDisk()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    const auto onDisk = [&] {
        int count = 0;
        const auto files = QDir(scene.folder.path()).entryInfoList(QDir::Files);
        for (const QFileInfo &info : files) {
            QFile file(info.filePath());
            count += file.open(QIODevice::ReadOnly) ? int(file.readAll().count(secret.toUtf8())) : 0;
        }
        return count;
    };
    scene.peer.tell(ev::RoomMessage{here, message(1, 2)});
    scene.peer.tell(ev::RoomMessage{here, shortLived(2, 2, soon(600ms))});
    QTRY_VERIFY(onDisk() > 0);
    QTRY_COMPARE(onDisk(), 0);
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 1);
}

void TestExpiry::previewFallsBackToWhatIsLeft()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    const auto preview = [&] { return scene.session->rooms()->index(0).data(RoomListModel::PreviewRole).toString(); };
    scene.peer.tell(ev::RoomMessage{here, message(1, 2, u"stays"_s)});
    scene.peer.tell(ev::RoomMessage{here, shortLived(2, 2, soon())});
    QTRY_COMPARE(preview(), secret);
    QTRY_COMPARE(preview(), u"stays"_s);
}

void TestExpiry::roomKeepsItsPlaceWhenEverythingIsGone()
{
    State state;
    Room told = test::room(here, 1);
    told.newest = shortLived(1, 2, fromMs(1'790'000'500'000));
    (void)applyRooms(state, {told});
    const Time active = activity(state.room(here)->room);
    QCOMPARE(nextExpiry(state), told.newest->expires);
    (void)expireRooms(state, *told.newest->expires);
    QVERIFY(isGhost(*state.room(here)->room.newest));
    QVERIFY(state.room(here)->room.newest->text.isEmpty());
    QCOMPARE(activity(state.room(here)->room), active);
    QVERIFY(!nextExpiry(state));
    // Anything that is there is newer than what is not.
    (void)applyNewest(state, here, message(1, 2));
    QVERIFY(!isGhost(*state.room(here)->room.newest));
}

void TestExpiry::floorTakesEverythingBelow()
{
    Scene scene;
    scene.messages[here] = from(1, 8);
    scene.start({test::room(here, 8)});
    MessageListModel *model = scene.session->openRoom(here);
    QAbstractItemModelTester tester(model);
    QCOMPARE(model->rowCount(), 8);
    Room told = test::room(here, 8, 2);
    told.floor = 5;
    for (Member &member : told.members)
        member.read = member.got = 5;
    scene.messages[here] = scene.messages[here].mid(5);
    scene.peer.tell(ev::RoomState{told});
    QTRY_COMPARE(rowsOf(*model), (QList<qint64>{6, 7, 8}));
    QVERIFY(!model->hasOlder());
    QVERIFY(!scene.session->cachedMessage(here, 5));
    QCOMPARE(unread(scene.session->state().room(here)->room), 3);
    // A floor above everything: the room is empty, and nothing is missing.
    told.version = 3;
    told.floor = 8;
    scene.peer.tell(ev::RoomState{told});
    QTRY_COMPARE(model->rowCount(), 0);
    QCOMPARE(scene.session->connectionState(), ConnectionState::Ready);
}

void TestExpiry::gapsWithinAPageAreNoGaps()
{
    Scene scene;
    scene.messages[here] = {message(3, 2), message(7, 2), message(8, 2), message(12, 2)};
    scene.start({test::room(here, 12)});
    QCOMPARE(scene.session->state().room(here)->have, 12);
    MessageListModel *model = scene.session->openRoom(here);
    QCOMPARE(rowsOf(*model), (QList<qint64>{3, 7, 8, 12}));
    // And the next one follows.
    scene.peer.tell(ev::RoomMessage{here, message(13, 2)});
    QTRY_COMPARE(model->rowCount(), 5);
    QCOMPARE(scene.peer.count<cmd::History>(), 1);
}

void TestExpiry::everythingMissedIsGone()
{
    Scene scene;
    scene.messages[here] = from(1, 4);
    scene.start({test::room(here, 4)});
    scene.rooms.first().head = 9;
    scene.messages[here].append(message(6, 2));
    scene.peer.on<cmd::History>([&](qint64 id, const cmd::History &ask) { scene.peer.ok(id, cmd::Page{ask.after ? QList<Message>() : scene.messages[here], 9}); });
    QSignalSpy synced(scene.session.get(), &Session::synced);
    scene.peer.drop();
    QVERIFY(synced.wait());
    QCOMPARE(scene.session->state().room(here)->have, 9);
    QCOMPARE(scene.session->cachedMessages(here, 0, 10).size(), 4);
    scene.peer.tell(ev::RoomMessage{here, message(10, 2)});
    QTRY_COMPARE(scene.session->cachedMessages(here, 0, 10).size(), 5);
}

void TestExpiry::scrollingBackCrossesGaps()
{
    Scene scene;
    QList<Message> all;
    for (qint64 seq = 1; seq <= 600; ++seq)
        if (seq < 100 || seq > 400 || seq % 50 == 0)
            all.append(message(seq, 2));
    scene.messages[here] = all;
    scene.start({test::room(here, 600)});
    MessageListModel *model = scene.session->openRoom(here);
    for (int i = 0; i < 30 && model->hasOlder(); ++i) {
        const int rows = model->rowCount();
        model->fetchOlder();
        QTRY_VERIFY(model->rowCount() > rows || !model->hasOlder());
    }
    QCOMPARE(model->rowCount(), int(all.size()));
    QVERIFY(!model->hasOlder());
}

void TestExpiry::gapsAreRememberedByTheCache()
{
    Scene scene;
    scene.messages[here] = {message(1, 2), message(5, 2), message(6, 1), message(20, 2)};
    scene.start({test::room(here, 20)});
    scene.peer.listen(false);
    scene.restart();
    scene.peer.drop();
    scene.session->connectTo(scene.peer.url());
    QTRY_VERIFY(scene.session->state().room(here));
    QCOMPARE(rowsOf(*scene.session->openRoom(here)), (QList<qint64>{1, 5, 6, 20}));
}

void TestExpiry::quoteOfAnExpiredMessageIsGone()
{
    Scene scene;
    scene.start({test::room(here, 0)});
    MessageListModel *model = scene.session->openRoom(here);
    Message answer = message(2, 2, u"yes"_s);
    answer.reply = 1;
    scene.peer.tell(ev::RoomMessage{here, shortLived(1, 2, soon(300ms))});
    scene.peer.tell(ev::RoomMessage{here, answer});
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(model->index(1).data(MessageListModel::QuoteRole).toString().contains(secret));
    QTRY_COMPARE(model->rowCount(), 1);
    QVERIFY(model->index(0).data(MessageListModel::QuoteRole).toString().isEmpty());
}

void TestExpiry::ownMessageGetsTheTimeOfItsRoom()
{
    Scene scene;
    const Time at = soon(0ms);
    scene.peer.on<cmd::Send>([&](qint64 id, const cmd::Send &) { scene.peer.ok(id, cmd::Sent{1, at}); });
    Room told = test::room(here, 0);
    told.expiry = Expiry::Day;
    scene.start({told});
    QVERIFY(scene.session->sendText(here, u"hey"_s).ok());
    QTRY_VERIFY(scene.session->cachedMessage(here, 1));
    QCOMPARE(scene.session->cachedMessage(here, 1)->expires, std::optional(at + 24h));
}

void TestExpiry::coverageOfPages_data()
{
    QTest::addColumn<qint64>("before");
    QTest::addColumn<qint64>("after");
    QTest::addColumn<int>("count");
    QTest::addColumn<qint64>("first");
    QTest::addColumn<qint64>("last");
    QTest::addColumn<qint64>("covers");
    QTest::addColumn<qint64>("upTo");
    QTest::newRow("after, full") << qint64(0) << qint64(10) << 3 << qint64(14) << qint64(20) << qint64(11) << qint64(20);
    QTest::newRow("after, short") << qint64(0) << qint64(10) << 2 << qint64(14) << qint64(20) << qint64(11) << qint64(30);
    QTest::newRow("after, empty") << qint64(0) << qint64(10) << 0 << qint64(0) << qint64(0) << qint64(11) << qint64(30);
    QTest::newRow("before, full") << qint64(25) << qint64(-1) << 3 << qint64(14) << qint64(20) << qint64(14) << qint64(24);
    QTest::newRow("before, short") << qint64(25) << qint64(-1) << 2 << qint64(14) << qint64(20) << qint64(1) << qint64(24);
    QTest::newRow("newest, full") << qint64(0) << qint64(-1) << 3 << qint64(14) << qint64(20) << qint64(14) << qint64(30);
    QTest::newRow("newest, empty") << qint64(0) << qint64(-1) << 0 << qint64(0) << qint64(0) << qint64(1) << qint64(30);
}

//! Limit 3, head 30.
void TestExpiry::coverageOfPages()
{
    QFETCH(const qint64, before);
    QFETCH(const qint64, after);
    QFETCH(const int, count);
    QFETCH(const qint64, first);
    QFETCH(const qint64, last);
    cmd::History ask;
    ask.room = here;
    ask.limit = 3;
    if (before > 0)
        ask.before = before;
    if (after >= 0)
        ask.after = after;
    cmd::Page page;
    page.head = 30;
    if (count > 0)
        page.messages = {message(first, 2), message(last, 2)};
    if (count > 2)
        page.messages.insert(1, message(first + 1, 2));
    const Covered covered = coveredBy(ask, page);
    QTEST(covered.from, "covers");
    QTEST(covered.upTo, "upTo");
}

QTEST_GUILESS_MAIN(TestExpiry)
#include "tst_expiry.moc"
