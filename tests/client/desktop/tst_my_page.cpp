// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileDialog>
#include <QTabBar>
#include <QToolButton>
#include <QtTest>

#include "../core/tables.h"
#include "client/core/sentences.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/lounge/my_calendar.h"
#include "client/desktop/lounge/my_page.h"
#include "client/desktop/lounge/my_profile_card.h"
#include "client/desktop/lounge/my_table_list.h"
#include "client/desktop/lounge/profile_dialog.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_calendar_buttons.h"
#include "date_samples.h"
#include "lounge_bench.h"

using namespace jjak;
using namespace jjak::client::test;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

namespace {

Time soon(Duration later = 0ms)
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now()) + later;
}

Table tableAt(int number, Standing mine, Time at, qint64 version = 1)
{
    Table out = table(number, mine, version);
    out.at = at;
    return out;
}

//! The lounge with a server that has tables of one's own; my page is in front.
struct Bench : LoungeBench {
    explicit Bench(bool named = true) : LoungeBench(named)
    {
        peer().on<cmd::ListTables>([this](qint64 id, const cmd::ListTables &ask) {
            if (refuse)
                return peer().refuse(id, *refuse);
            if (!ask.past)
                return peer().ok(id, cmd::TableList{alive, {}});
            const bool first = !ask.after;
            peer().ok(id, cmd::TableList{first ? past : older, first && !older.isEmpty() ? std::optional(u"n"_s) : std::nullopt});
        });
    }
    //! Shows it and waits for the tables.
    void look()
    {
        page().showMyPage();
        QTRY_VERIFY(mine().isVisible() && mine().note().isEmpty() && desk.window->tables()->mine().state() == client::MyTables::State::Idle);
    }
    MyPage &mine() { return *page().myPage(); }
    static QStringList topics(const MyTableList *list)
    {
        QStringList out;
        for (const MyTableRow *row : list->rows())
            out += row->table().topic;
        return out;
    }

    QList<Table> alive, past, older;
    std::optional<Error> refuse;
};

} // namespace

//! What is one's own in the lounge, on the screen.
class TestMyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tabShowsItAndTheOthersLeaveIt();
    void profileIsToldWithWhoSeesWhat();
    void whoHasNoNameIsToldHowToGetOne();
    void tablesStandInThreeGroups();
    void emptyGroupsSayWhatToDo();
    void failureIsSaidAndCanBeTriedAgain();
    void whatIsToldMovesATable();
    void earlierTablesAreFetched();
    void roomIsOnePressAway();
    void roomOfAnEndedTableIsReadForADay();
    void keyboardStaysInALineWhoseButtonsGo();
    void reminderIsSetAndTakenBack();
    void onlySeatsAreRemindedOf();
    void calendarEntryIsSaved();
    void calendarShowsTablesAndEvents();
    void dayIsOpenedByKeyboard();
    void ownPostsAndLikesAreReachedAndLeft();
    void everythingHasAName();
};

void TestMyPage::tabShowsItAndTheOthersLeaveIt()
{
    Bench bench;
    bench.page().tabs()->setCurrentIndex(int(LoungePage::Tab::Mine));
    QTRY_VERIFY(bench.mine().isVisible());
    QVERIFY(!bench.page().search()->isVisible() && !bench.list().isVisible() && !bench.page().showsList());
    QTest::keyClick(&bench.page(), Qt::Key_L);
    QCOMPARE(bench.count<cmd::LikePost>(), 0);
    bench.page().tabs()->setCurrentIndex(int(LoungePage::Tab::Today));
    QTRY_COMPARE(bench.last<cmd::ListPosts>().feed, Feed::Today);
    QVERIFY(!bench.mine().isVisible() && bench.page().search()->isVisible() && bench.list().isVisible());
    bench.look();
    QTest::keyClick(&bench.page(), Qt::Key_Slash);
    QVERIFY(bench.page().search()->hasFocus() && bench.page().showsList());
}

void TestMyPage::profileIsToldWithWhoSeesWhat()
{
    Bench bench;
    bench.desk.scene.profile = Profile{u"달빛"_s, u"Walks & books"_s, {u"ko"_s, u"en"_s}, {u"재즈"_s}, true};
    bench.desk.scene.peer.drop(); // told after the next sign-in
    bench.look();
    MyProfileCard *card = bench.mine().profile();
    QTRY_VERIFY(card->text().contains(u"Walks & books"_s));
    for (const QString &part : {u"달빛"_s, u"한국어, English"_s, u"#재즈"_s, u"Everybody in the lounge can see your line"_s, u"Nobody there can see the name you sign in with"_s})
        QVERIFY2(card->text().contains(part), qPrintable(part));
    card->editButton()->click();
    QTRY_VERIFY(bench.dialog<ProfileDialog>());
}

void TestMyPage::whoHasNoNameIsToldHowToGetOne()
{
    Bench bench(false);
    bench.look();
    QVERIFY(bench.mine().profile()->text().startsWith(u"You have no name here yet\nTake one"_s));
    QCOMPARE(bench.mine().profile()->editButton()->text(), u"Take a name"_s);
}

void TestMyPage::tablesStandInThreeGroups()
{
    Bench bench;
    bench.alive = {tableAt(1, Standing::Waiting, soon(1h)), tableAt(2, Standing::Seated, soon(2h)), tableAt(3, Standing::Asked, soon(3h)), tableAt(4, Standing::Host, soon(4h)), tableAt(5, Standing::Offered, soon(5h))};
    Table over = tableAt(6, Standing::Seated, soon(-50h));
    over.phase = TablePhase::Ended;
    bench.past = {over};
    bench.look();
    QCOMPARE(Bench::topics(bench.mine().coming()), (QStringList{u"Topic 2"_s, u"Topic 4"_s}));
    QCOMPARE(Bench::topics(bench.mine().waiting()), (QStringList{u"Topic 1"_s, u"Topic 3"_s, u"Topic 5"_s}));
    QCOMPARE(Bench::topics(bench.mine().past()), QStringList{u"Topic 6"_s});
    QVERIFY(bench.mine().coming()->rows()[0]->text().contains(u"You have a seat."_s));
    QVERIFY(bench.mine().past()->rows()[0]->text().contains(u"ended"_s));
    QVERIFY(!bench.mine().past()->rows()[0]->dates()->isVisible());
    bench.peer().always<cmd::OpenPost>({post(2), {}});
    bench.mine().coming()->rows()[0]->openButton()->click();
    QVERIFY(bench.page().showsPost());
    bench.page().goBack();
    QVERIFY(bench.mine().isVisible());
}

void TestMyPage::emptyGroupsSayWhatToDo()
{
    Bench bench;
    bench.look();
    for (const MyTableList *list : {bench.mine().coming(), bench.mine().waiting(), bench.mine().past()})
        QVERIFY(list->isVisible() && !list->nothing().isEmpty());
    QVERIFY(bench.mine().coming()->nothing().contains(u"join"_s));
    QVERIFY(!bench.mine().calendar()->nothing().isEmpty());
    QVERIFY(!bench.mine().moreButton()->isVisible());
}

void TestMyPage::failureIsSaidAndCanBeTriedAgain()
{
    Bench bench;
    QSignalSpy out(&bench.desk.session(), &client::Session::signedOut);
    bench.desk.session().signOut();
    QVERIFY(out.wait());
    bench.refuse = Error{ErrorCode::Unavailable};
    bench.desk.start();
    bench.desk.window->showPlace(MainWindow::Place::Lounge);
    bench.page().showMyPage();
    QTRY_VERIFY(bench.mine().retryButton()->isVisible());
    QCOMPARE(bench.mine().note(), client::sentence(Error{ErrorCode::Unavailable}));
    QVERIFY(!bench.mine().coming()->isVisible());
    bench.refuse.reset();
    bench.alive = {tableAt(1, Standing::Seated, soon(1h))};
    bench.mine().retryButton()->click();
    QTRY_COMPARE(bench.mine().coming()->rows().size(), 1);
    QVERIFY(!bench.mine().retryButton()->isVisible() && bench.mine().note().isEmpty());
}

void TestMyPage::whatIsToldMovesATable()
{
    Bench bench;
    Table now = tableAt(1, Standing::Waiting, soon(1h));
    bench.alive = {now, tableAt(2, Standing::Seated, soon(2h))};
    bench.look();
    QCOMPARE(bench.mine().waiting()->rows().size(), 1);
    bench.mine().coming()->rows()[0]->openButton()->setFocus();
    now.mine = Standing::Seated;
    now.version = 2;
    bench.peer().tell(ev::TableState{now});
    QTRY_COMPARE(Bench::topics(bench.mine().coming()), (QStringList{u"Topic 1"_s, u"Topic 2"_s}));
    QVERIFY(bench.mine().waiting()->rows().isEmpty());
    QVERIFY(bench.mine().coming()->rows()[1]->openButton()->hasFocus()); // its row has moved, not been made anew
    now.phase = TablePhase::Ended;
    now.version = 3;
    bench.peer().tell(ev::TableState{now});
    QTRY_COMPARE(Bench::topics(bench.mine().past()), QStringList{u"Topic 1"_s});
    now.mine = Standing::None;
    now.version = 4;
    bench.peer().tell(ev::TableState{now});
    QTRY_VERIFY(bench.mine().past()->rows().isEmpty());
}

void TestMyPage::earlierTablesAreFetched()
{
    Bench bench;
    Table over = tableAt(6, Standing::Seated, soon(-50h));
    over.phase = TablePhase::Ended;
    bench.past = {over};
    over.table = tableId(7);
    over.at -= 1h;
    over.topic = u"Earlier"_s;
    bench.older = {over};
    bench.look();
    QVERIFY(bench.mine().moreButton()->isVisible());
    bench.mine().moreButton()->click();
    QTRY_COMPARE(Bench::topics(bench.mine().past()), (QStringList{u"Topic 6"_s, u"Earlier"_s}));
    QVERIFY(!bench.mine().moreButton()->isVisible());
}

void TestMyPage::roomIsOnePressAway()
{
    Bench bench;
    Table now = tableAt(1, Standing::Seated, soon(1h));
    bench.alive = {now};
    bench.look();
    QPushButton *room = bench.mine().coming()->rows()[0]->roomButton();
    QVERIFY(!room->isVisible()); // it is not open yet
    now.phase = TablePhase::Open;
    now.room = roomId(7);
    now.version = 2;
    bench.peer().tell(ev::TableState{now});
    QTRY_VERIFY(room->isVisible());
    QCOMPARE(room->text(), u"Open the room"_s);
    QCOMPARE(room->accessibleName(), u"Open the room: Topic 1"_s);
    QSignalSpy wanted(bench.desk.window->tables(), &TableActions::roomWanted);
    QTest::keyClick(room, Qt::Key_Space);
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wanted[0][0].value<RoomId>() == roomId(7));
    QVERIFY(!bench.page().showsPost());
    now.phase = TablePhase::Ended;
    now.room.reset();
    now.version = 3;
    bench.peer().tell(ev::TableState{now});
    QTRY_COMPARE(bench.mine().past()->rows().size(), 1);
    QVERIFY(!bench.mine().past()->rows()[0]->roomButton()->isVisible());
}

void TestMyPage::roomOfAnEndedTableIsReadForADay()
{
    Bench bench;
    Table over = tableAt(1, Standing::Seated, soon(-5h));
    over.phase = TablePhase::Ended;
    over.room = roomId(7);
    bench.past = {over};
    bench.look();
    const QPushButton *room = bench.mine().past()->rows()[0]->roomButton();
    QVERIFY(room->isVisibleTo(&bench.mine()));
    QCOMPARE(room->text(), u"Read the room"_s);
}

void TestMyPage::keyboardStaysInALineWhoseButtonsGo()
{
    Bench bench;
    Table now = tableAt(1, Standing::Seated, soon(1h));
    bench.alive = {now, tableAt(2, Standing::Seated, soon(2h))};
    bench.look();
    const MyTableRow *row = bench.mine().coming()->rows()[0];
    row->dates()->calendarButton()->setFocus();
    QVERIFY(row->dates()->calendarButton()->hasFocus());
    now.phase = TablePhase::Open;
    now.room = roomId(7);
    now.version = 2;
    bench.peer().tell(ev::TableState{now});
    QTRY_VERIFY(!row->dates()->isVisible());
    QVERIFY(row->roomButton()->hasFocus());
}

void TestMyPage::reminderIsSetAndTakenBack()
{
    Bench bench;
    bench.alive = {tableAt(1, Standing::Seated, soon(1h))};
    bench.look();
    QToolButton *remind = bench.mine().coming()->rows()[0]->dates()->remindButton();
    QVERIFY(remind->isVisible() && !remind->isChecked());
    QCOMPARE(remind->accessibleName(), u"Remind me of “Topic 1”"_s);
    QTest::keyClick(remind, Qt::Key_Space);
    QVERIFY(bench.desk.session().hasReminder(tableId(1)) && remind->isChecked());
    QCOMPARE(remind->accessibleName(), u"You will be reminded of “Topic 1”"_s);
    bench.desk.session().setReminder(client::occasionOf(bench.alive[0]), false); // elsewhere
    QVERIFY(!remind->isChecked());
}

void TestMyPage::onlySeatsAreRemindedOf()
{
    Bench bench;
    Table open = tableAt(2, Standing::Seated, soon(-1h));
    open.phase = TablePhase::Open;
    bench.alive = {open, tableAt(1, Standing::Waiting, soon(1h))};
    bench.look();
    const MyTableRow *seated = bench.mine().coming()->rows()[0], *waiting = bench.mine().waiting()->rows()[0];
    QVERIFY(!seated->dates()->isVisible());
    QVERIFY(!waiting->dates()->remindButton()->isVisible() && waiting->dates()->calendarButton()->isVisible());
}

void TestMyPage::calendarEntryIsSaved()
{
    Bench bench;
    bench.alive = {tableAt(1, Standing::Seated, soon(1h))};
    bench.look();
    QSignalSpy said(bench.desk.window->tables(), &TableActions::said);
    bench.mine().coming()->rows()[0]->dates()->calendarButton()->click();
    auto *dialog = bench.dialog<QFileDialog>();
    QVERIFY(dialog);
    const QString path = bench.desk.scene.folder.filePath(u"table.ics"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QCOMPARE(said.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("\r\nSUMMARY;LANGUAGE=en:Coffee table · Topic 1\r\n"));
}

void TestMyPage::calendarShowsTablesAndEvents()
{
    Bench bench;
    const Time tomorrow = soon(24h);
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(tomorrow)).date();
    bench.alive = {tableAt(1, Standing::Seated, tomorrow + 1min)};
    bench.peer().tell(ev::EventState{eventIn(24h)});
    bench.look();
    MyCalendar *calendar = bench.mine().calendar();
    QTRY_VERIFY(calendar->month()->dayText(day).endsWith(u": 1 table(s), 1 event(s)"_s));
    calendar->month()->choose(day);
    QCOMPARE(calendar->entries().size(), 2);
    QVERIFY(calendar->entries()[0]->accessibleName().contains(u"Blind date"_s) && calendar->entries()[1]->accessibleName().contains(u"Table: Topic 1"_s));
    QVERIFY(calendar->nothing().isEmpty());
    calendar->entries()[0]->click();
    QCOMPARE(bench.desk.window->place(), MainWindow::Place::Dates);
    bench.desk.window->showPlace(MainWindow::Place::Lounge);
    bench.peer().always<cmd::OpenPost>({post(1), {}});
    calendar->entries()[1]->click();
    QVERIFY(bench.page().showsPost());
}

void TestMyPage::dayIsOpenedByKeyboard()
{
    Bench bench;
    const Time later = soon(24h);
    bench.alive = {tableAt(1, Standing::Seated, later)};
    bench.look();
    MyCalendar *calendar = bench.mine().calendar();
    calendar->todayButton()->click();
    QVERIFY(calendar->month()->hasFocus());
    QTest::keyClick(calendar->month(), Qt::Key_Return); // nothing there: the keyboard stays
    QVERIFY(calendar->month()->hasFocus());
    QTest::keyClick(calendar->month(), Qt::Key_Right);
    QTest::keyClick(calendar->month(), Qt::Key_Return);
    QVERIFY(calendar->entries().size() == 1 && calendar->entries()[0]->hasFocus());
    const QDate before = calendar->month()->month();
    calendar->nextButton()->click();
    QCOMPARE(calendar->month()->month(), before.addMonths(1));
    calendar->previousButton()->click();
    QCOMPARE(calendar->month()->month(), before);
}

void TestMyPage::ownPostsAndLikesAreReachedAndLeft()
{
    Bench bench;
    bench.look();
    for (const auto &[button, feed] : {std::pair(bench.mine().profile()->writtenButton(), Feed::Written), std::pair(bench.mine().profile()->likedButton(), Feed::Liked)}) {
        button->click();
        QTRY_COMPARE(bench.last<cmd::ListPosts>().feed, feed);
        QTRY_COMPARE(bench.page().posts()->rowCount(), 1);
        QVERIFY(bench.list().isVisible());
        QCOMPARE(bench.page().tabs()->currentIndex(), int(LoungePage::Tab::Mine));
        LoungeBench::button(&bench.page(), u"Back to my page"_s)->click();
        QVERIFY(bench.mine().isVisible() && !bench.list().isVisible());
    }
    bench.mine().profile()->likedButton()->click();
    QTest::keyClick(&bench.list(), Qt::Key_Escape);
    QVERIFY(bench.mine().isVisible());
}

void TestMyPage::everythingHasAName()
{
    Bench bench;
    bench.alive = {tableAt(1, Standing::Seated, soon(1h)), tableAt(2, Standing::Asked, soon(2h))};
    bench.look();
    const auto buttons = bench.mine().findChildren<QAbstractButton *>();
    QVERIFY(buttons.size() > 8);
    for (const QAbstractButton *button : buttons)
        QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), button->metaObject()->className());
}

QTEST_MAIN(TestMyPage)
#include "tst_my_page.moc"
