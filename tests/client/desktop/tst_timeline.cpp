// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPushButton>
#include <QScrollBar>

#include "client/desktop/chats/floating_day.h"
#include "client/desktop/chats/message_jump.h"
#include "client/desktop/chats/timeline.h"
#include "talk_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using jjak::client::test::message;
using jjak::client::test::roomId;
using namespace protocol;
using Model = client::MessageListModel;

//! A room opens where reading goes on, and every message can be reached, however old.
class TestTimeline : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void roomOpensAtTheFirstUnreadMessage();
    void roomThatIsReadOpensAtTheEndOrWhereOneStood();
    void nothingUnseenIsReadOnTheWay();
    void scrollingEndsAJump();
    void unreadMessagesThatComeLateAreWaitedFor();
    void pillCountsAndLeadsToWhatIsNew();
    void pillNeverKeepsTheKeyboard();
    void keysLeadToTheNewest();
    void quotedMessageIsLoadedAndMarked();
    void escGivesUpAJump();
    void jumpThatFailsSaysSo_data();
    void jumpThatFailsSaysSo();
    void otherRoomEndsAJump();
    void dayFloatsWhileScrolling();
    void daysAndGroupsAreSet();
};

namespace {

//! A conversation of so many messages, of which so many are read, with the server's history under control.
struct Bench {
    Bench(qint64 head, qint64 read)
    {
        desk.show({900, 640});
        auto &all = desk.scene.messages[roomId(1)];
        const Time first = std::chrono::floor<Duration>(std::chrono::system_clock::now()) - 20min * head;
        for (qint64 seq = 1; seq <= head; ++seq) {
            all.append(message(seq, seq > read ? 2 : 1 + int(seq % 2), u"message %1"_s.arg(seq))); // who writes has read
            all.last().at = first + 20min * seq;
        }
        Room room = client::test::room(roomId(1), head);
        room.members[0].read = read;
        room.newest = all.last();
        Room other = client::test::room(roomId(2), 1);
        desk.scene.messages[roomId(2)] = {message(1, 2)};
        other.members[0].read = 1;
        rooms = {room, other};
        desk.scene.peer.on<cmd::History>([this](qint64 id, const cmd::History &ask) { answer(id, ask); });
    }
    void start()
    {
        desk.start(rooms);
        desk.window->showPlace(MainWindow::Place::Chats);
    }
    void open(int number = 1)
    {
        desk.window->openRoom(roomId(number));
        QTRY_VERIFY(view()->messages()->messages() && view()->messages()->messages()->rowCount() > 0);
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 3; ++i)
            QCoreApplication::processEvents();
    }
    void answer(qint64 id, const cmd::History &ask)
    {
        if (ask.before && heldBack) {
            held.append({id, ask});
            return;
        }
        if (ask.before && refused)
            return desk.scene.peer.refuse(id, *refused);
        const auto all = desk.scene.messages.value(ask.room);
        QList<Message> page;
        for (const Message &one : all)
            if (ask.after ? one.seq > *ask.after : !ask.before || one.seq < *ask.before)
                page.append(one);
        const qsizetype count = std::min<qsizetype>(ask.limit, page.size());
        desk.scene.peer.ok(id, cmd::Page{ask.after ? page.first(count) : page.last(count), all.last().seq});
    }
    //! Somebody says something.
    void tell(int count)
    {
        auto &all = desk.scene.messages[roomId(1)];
        QSignalSpy arrived(&desk.session(), &client::Session::messageArrived);
        for (int i = 0; i < count; ++i) {
            all.append(message(all.size() + 1, 2, u"news"_s));
            all.last().at = std::chrono::floor<Duration>(std::chrono::system_clock::now());
            desk.scene.peer.tell(ev::RoomMessage{roomId(1), all.last()});
        }
        QTRY_COMPARE(arrived.size(), count);
        settle();
    }
    ConversationView *view() { return desk.window->chatsPage()->conversation(); }
    Timeline *timeline() { return view()->timeline(); }
    MessageJump *jump() { return timeline()->jump(); }
    MessageView *list() { return view()->messages(); }
    qint64 seqAt(int row) { return list()->model()->index(row, 0).data(Model::SeqRole).toLongLong(); }
    qint64 top() { return seqAt(list()->firstVisibleRow()); }
    qint64 bottom() { return seqAt(list()->lastVisibleRow()); }
    qint64 read() { return client::meIn(desk.session().state().room(roomId(1))->room)->read; }
    void scrollUp(int pixels) { list()->verticalScrollBar()->setValue(list()->verticalScrollBar()->value() - pixels); }

    Desk desk;
    QList<Room> rooms;
    bool heldBack = false;
    std::optional<Error> refused;
    QList<std::pair<qint64, cmd::History>> held;
};

} // namespace

void TestTimeline::roomOpensAtTheFirstUnreadMessage()
{
    Bench bench(300, 120); // two hundred are not here yet
    bench.start();
    bench.open();
    QTRY_COMPARE(bench.top(), 121);
    const QModelIndex first = bench.list()->model()->index(bench.list()->firstVisibleRow(), 0);
    QCOMPARE(bench.list()->visualRect(first).top(), 0);
    QVERIFY(first.data(Model::UnreadLineRole).toBool());
    QVERIFY(!bench.list()->isAtEnd());
    QTRY_COMPARE(bench.read(), bench.bottom()); // as far as it can be seen
    QVERIFY(bench.read() < 150);
    QVERIFY(bench.timeline()->pill()->isVisible());
    QCOMPARE(bench.timeline()->pill()->text(), u"%1 new"_s.arg(300 - bench.read()));
}

void TestTimeline::roomThatIsReadOpensAtTheEndOrWhereOneStood()
{
    Bench bench(300, 300);
    bench.start();
    bench.open();
    QVERIFY(bench.list()->isAtEnd());
    QVERIFY(!bench.timeline()->pill()->isVisible());
    for (int i = 0; i < 40; ++i) {
        bench.scrollUp(200);
        bench.settle();
    }
    QTRY_VERIFY(bench.top() < 220);
    const qint64 stood = bench.top();
    bench.open(2);
    bench.open();
    QTRY_COMPARE(bench.top(), stood); // also when more than a page has to come from the cache
    bench.timeline()->toNewest();
    bench.open(2);
    bench.open();
    QVERIFY(bench.list()->isAtEnd());
}

void TestTimeline::nothingUnseenIsReadOnTheWay()
{
    Bench bench(300, 120);
    bench.heldBack = true;
    bench.start();
    bench.open();
    QTRY_VERIFY(!bench.held.isEmpty());
    QTest::qWait(50);
    QVERIFY(bench.list()->isAtEnd()); // it is on its way up from there
    QCOMPARE(bench.read(), 120);
    bench.heldBack = false;
    for (const auto &[id, ask] : std::exchange(bench.held, {}))
        bench.answer(id, ask);
    QTRY_COMPARE(bench.top(), 121);
}

void TestTimeline::scrollingEndsAJump()
{
    Bench bench(300, 120);
    bench.heldBack = true;
    bench.start();
    bench.open();
    QTRY_VERIFY(bench.jump()->isUnderWay());
    bench.list()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    QVERIFY(!bench.jump()->isUnderWay());
}

//! The room is opened from the cache, before what was missed has arrived.
void TestTimeline::unreadMessagesThatComeLateAreWaitedFor()
{
    Bench bench(30, 30);
    bench.start();
    bench.open();
    bench.open(2);
    bench.desk.scene.peer.drop();
    auto &all = bench.desk.scene.messages[roomId(1)];
    for (qint64 seq = 31; seq <= 70; ++seq)
        all.append(message(seq, 2, u"missed"_s));
    bench.rooms[0].head = 70;
    bench.rooms[0].version += 1;
    bench.rooms[0].newest = all.last();
    bench.desk.scene.rooms = bench.rooms;
    QList<std::pair<qint64, cmd::History>> asked;
    bench.desk.scene.peer.on<cmd::History>([&](qint64 id, const cmd::History &ask) { asked.append({id, ask}); });
    QTRY_VERIFY(!asked.isEmpty());
    bench.open(); // 70 are known of, 30 are here
    QVERIFY(bench.list()->isAtEnd());
    QVERIFY(bench.jump()->isUnderWay() && !bench.jump()->isVisible());
    for (const auto &[id, ask] : std::exchange(asked, {}))
        bench.answer(id, ask);
    bench.desk.scene.peer.on<cmd::History>([&](qint64 id, const cmd::History &ask) { bench.answer(id, ask); });
    QTRY_COMPARE(bench.top(), 31);
    QVERIFY(bench.read() < 70);
}

void TestTimeline::pillCountsAndLeadsToWhatIsNew()
{
    Bench bench(300, 300);
    bench.start();
    bench.open();
    bench.scrollUp(400);
    QPushButton *pill = bench.timeline()->pill();
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), u"To the newest"_s);
    const qint64 stood = bench.top();
    bench.tell(40);
    QCOMPARE(bench.top(), stood); // nothing moves under the reader
    QCOMPARE(pill->text(), u"40 new"_s);
    QVERIFY(!pill->accessibleDescription().isEmpty());
    pill->click();
    QCOMPARE(bench.top(), 301);
    QVERIFY(bench.list()->model()->index(bench.list()->firstVisibleRow(), 0).data(Model::UnreadLineRole).toBool());
    QVERIFY(bench.read() > 301 && bench.read() < 340);
    QCOMPARE(pill->text(), u"%1 new"_s.arg(340 - bench.read()));
    for (int i = 0; i < 10 && pill->isVisible(); ++i)
        pill->click();
    QVERIFY(!pill->isVisible());
    QVERIFY(bench.list()->isAtEnd());
    QCOMPARE(bench.read(), 340);
    bench.tell(1);
    QVERIFY(bench.list()->isAtEnd()); // followed, and read at once
    QVERIFY(!pill->isVisible());
    QCOMPARE(bench.read(), 341);
}

void TestTimeline::pillNeverKeepsTheKeyboard()
{
    Bench bench(300, 300);
    bench.start();
    bench.open();
    bench.scrollUp(400);
    QPushButton *pill = bench.timeline()->pill();
    pill->setFocus();
    QTest::keyClick(pill, Qt::Key_Space);
    QVERIFY(bench.list()->isAtEnd() && !pill->isVisible());
    QCOMPARE(QApplication::focusWidget(), bench.list());
}

void TestTimeline::keysLeadToTheNewest()
{
    Bench bench(300, 300);
    bench.start();
    bench.open();
    ComposerEdit *edit = bench.view()->composer()->edit();
    edit->setFocus();
    bench.scrollUp(800);
    QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(bench.list()->isAtEnd());
    QTest::keyClicks(edit, u"two words"_s);
    QTest::keyClick(edit, Qt::Key_Home);
    bench.scrollUp(800);
    QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier); // first the end of what is written
    QVERIFY(!bench.list()->isAtEnd());
    QVERIFY(edit->textCursor().atEnd());
    QTest::keyClick(edit, Qt::Key_End, Qt::ControlModifier);
    QVERIFY(bench.list()->isAtEnd());
    bench.scrollUp(800);
    QTest::keyClick(edit, Qt::Key_Escape);
    QVERIFY(bench.list()->isAtEnd());
    bench.scrollUp(800);
    bench.list()->setFocus();
    QTest::keyClick(bench.list(), Qt::Key_End, Qt::ControlModifier);
    QVERIFY(bench.list()->isAtEnd());
}

void TestTimeline::quotedMessageIsLoadedAndMarked()
{
    Bench bench(400, 400);
    bench.desk.scene.messages[roomId(1)].last().reply = 7;
    bench.rooms[0].newest = bench.desk.scene.messages[roomId(1)].last();
    bench.start();
    bench.open();
    const QModelIndex last = bench.list()->model()->index(bench.list()->lastVisibleRow(), 0);
    const MessageLayout layout = layOut(readMessage(last), bench.list()->viewport()->width(), bench.desk.theme);
    QVERIFY(!layout.quote.isEmpty()); // there is something to click though the message is not here
    QVERIFY(bench.list()->messages()->rowOfSeq(7) < 0);
    QTest::mouseClick(bench.list()->viewport(), Qt::LeftButton, {}, bench.list()->visualRect(last).topLeft() + layout.quote.center().toPoint());
    QTRY_COMPARE(bench.list()->currentIndex().data(Model::SeqRole).toLongLong(), 7);
    QVERIFY(bench.list()->viewport()->rect().contains(bench.list()->visualRect(bench.list()->currentIndex())));
    QCOMPARE(bench.list()->flashed(), bench.list()->currentIndex());
    QVERIFY(!bench.jump()->isVisible());
    QTRY_VERIFY(!bench.list()->flashed().isValid()); // for a moment only
}

void TestTimeline::escGivesUpAJump()
{
    Bench bench(400, 400);
    bench.heldBack = true;
    bench.start();
    bench.open();
    bench.view()->showMessage(7);
    QVERIFY(bench.jump()->isUnderWay());
    QTRY_VERIFY(bench.jump()->isVisible());
    QVERIFY2(bench.jump()->text().contains(u"0 %"_s), qPrintable(bench.jump()->text()));
    QTRY_COMPARE(bench.held.size(), 1);
    const auto [first, firstAsk] = bench.held.takeFirst();
    bench.heldBack = false;
    bench.answer(first, firstAsk);
    bench.heldBack = true;
    QTRY_COMPARE(bench.held.size(), 1); // goes on with the next page
    QTRY_VERIFY(!bench.jump()->text().contains(u" 0 %"_s));
    QTest::keyClick(bench.view()->composer()->edit(), Qt::Key_Escape);
    QVERIFY(!bench.jump()->isUnderWay() && !bench.jump()->isVisible());
    QVERIFY(bench.list()->isAtEnd());
    bench.heldBack = false;
    for (const auto &[id, ask] : std::exchange(bench.held, {}))
        bench.answer(id, ask);
    QTest::qWait(50);
    QVERIFY(bench.list()->isAtEnd()); // the late page moves nothing
    QVERIFY(bench.list()->messages()->rowOfSeq(7) < 0);
    bench.view()->showMessage(7); // and the way is free again
    QTRY_COMPARE(bench.list()->currentIndex().data(Model::SeqRole).toLongLong(), 7);
}

void TestTimeline::jumpThatFailsSaysSo_data()
{
    QTest::addColumn<bool>("gone");
    QTest::addColumn<QString>("text");
    QTest::newRow("the server cannot answer") << false << u"That message cannot be loaded now."_s;
    QTest::newRow("there is nothing older") << true << u"That message is not there any more."_s;
}

void TestTimeline::jumpThatFailsSaysSo()
{
    QFETCH(bool, gone);
    QFETCH(QString, text);
    Bench bench(400, 400);
    bench.start();
    bench.open();
    if (gone)
        bench.desk.scene.messages[roomId(1)].remove(0, 300);
    else
        bench.refused = Error{ErrorCode::Unavailable};
    bench.view()->showMessage(7);
    QTRY_COMPARE(bench.jump()->text(), text);
    QVERIFY(bench.jump()->isVisible() && !bench.jump()->isUnderWay());
    QVERIFY(bench.list()->isAtEnd());
    bench.jump()->button()->click();
    QVERIFY(!bench.jump()->isVisible());
}

void TestTimeline::otherRoomEndsAJump()
{
    Bench bench(400, 400);
    bench.heldBack = true;
    bench.start();
    bench.open();
    bench.view()->showMessage(7);
    QTRY_VERIFY(bench.jump()->isVisible());
    bench.open(2);
    QVERIFY(!bench.jump()->isUnderWay() && !bench.jump()->isVisible());
    QCOMPARE(bench.seqAt(0), 1);
}

void TestTimeline::dayFloatsWhileScrolling()
{
    Bench bench(300, 300); // 20 minutes apart: several days
    bench.start();
    bench.open();
    auto *day = bench.list()->findChild<FloatingDay *>();
    QVERIFY(day && !day->isVisible());
    int seen = 0;
    for (int i = 0; i < 20; ++i) {
        bench.list()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
        bench.settle();
        const QModelIndex first = bench.list()->model()->index(bench.list()->firstVisibleRow(), 0);
        if (day->isVisible()) {
            QCOMPARE(day->text(), dayText(first.data(Model::AtRole).toDateTime().date()));
            ++seen;
        } else {
            QVERIFY(first.data(Model::DayStartRole).toBool()); // the separator says it
        }
    }
    QVERIFY(seen > 10);
    QTRY_VERIFY(!day->isVisible()); // it goes when nothing moves
    bench.list()->verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepSub);
    bench.settle();
    bench.timeline()->toNewest();
    QVERIFY(!day->isVisible());
}

void TestTimeline::daysAndGroupsAreSet()
{
    QCOMPARE(dayText(QDate::currentDate()), u"Today"_s);
    QCOMPARE(dayText(QDate::currentDate().addDays(-1)), u"Yesterday"_s);
    QCOMPARE(dayText(QDate(2020, 2, 29)), QLocale().toString(QDate(2020, 2, 29), QLocale::LongFormat));
    Bench bench(6, 6);
    auto &all = bench.desk.scene.messages[roomId(1)];
    const Time noon = client::test::message(1, 1).at;
    const std::array<Duration, 6> at{0s, 4min, 9min, 14min + 1s, 24h, 24h + 1min};
    for (int i = 0; i < 6; ++i) {
        all[i].author = 2;
        all[i].at = noon + at[size_t(i)];
    }
    bench.rooms[0].newest = all.last();
    bench.start();
    bench.open();
    const QList<bool> firsts{true, false, false, true, true, false}, days{true, false, false, false, true, false};
    for (int row = 0; row < 6; ++row) {
        const QModelIndex index = bench.list()->model()->index(row, 0);
        QCOMPARE(index.data(Model::GroupFirstRole).toBool(), firsts[row]);
        QCOMPARE(index.data(Model::DayStartRole).toBool(), days[row]);
    }
}

QTEST_MAIN(TestTimeline)
#include "tst_timeline.moc"
