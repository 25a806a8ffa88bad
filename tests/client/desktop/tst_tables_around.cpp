// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QTimeZone>

#include "client/core/sentences.h"
#include "client/desktop/chats/conversation_header.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/lounge/offer_dialog.h"
#include "client/desktop/lounge/post_table.h"
#include "client/desktop/lounge/table_dialog.h"
#include "client/desktop/notify/notifications.h"
#include "client/desktop/pages/chats_page.h"
#include "table_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;

//! Coffee tables outside of their list: offered with a post, below it, in their rooms, and what is told elsewhere.
class TestTablesAround : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownPostOffersATable();
    void offerSaysWhatIsWrong();
    void offerGrowsWithItsFields();
    void offerAtTheSameHourIsAskedAbout();
    void tableOfAPostStandsBelowIt();
    void roomLeadsBackToItsTable();
    void newsAreToldElsewhere();
    void boardRanksHosts();
    void nothingIsLeftAfterSigningOut();
};

void TestTablesAround::ownPostOffersATable()
{
    TableBench bench;
    bench.open(1);
    QVERIFY(!bench.view().table()->offerButton()->isVisible()); // somebody else's
    bench.page().goBack();
    bench.open(3);
    bench.view().table()->offerButton()->click();
    auto *offer = bench.dialog<OfferDialog>();
    QCOMPARE(offer->topic()->text(), bench.samples.posts[3].heading);
    offer->topic()->setText(u"Bikes"_s);
    offer->zone()->setCurrentText(u"Asia/Seoul"_s);
    const QDateTime wall(QDate::currentDate().addDays(3), QTime(19, 30));
    offer->setMoment(wall);
    offer->seats()->setValue(3);
    offer->approval()->setChecked(true);
    offer->language()->setCurrentIndex(offer->language()->findData(u"en"_s));
    QTest::keyClick(offer->seats(), Qt::Key_Return); // sends, from every field
    QTRY_COMPARE(bench.count<cmd::OfferTable>(), 1);
    const auto sent = bench.last<cmd::OfferTable>();
    QVERIFY(sent.post == bench.samples.posts[3].post && sent.topic == u"Bikes"_s && sent.seats == 3 && sent.approval && sent.language == u"en"_s && sent.zone == u"Asia/Seoul"_s && !sent.sure);
    QCOMPARE(toMs(*sent.at), QDateTime(wall.date(), wall.time(), QTimeZone("Asia/Seoul")).toMSecsSinceEpoch());
    QTRY_VERIFY(bench.view().table()->card());
    QCOMPARE(bench.view().table()->card()->table().topic, u"Bikes"_s);
    QVERIFY(!bench.view().table()->offerButton()->isVisible());
    QTRY_COMPARE(bench.view().table()->visibleRegion().boundingRect(), bench.view().table()->rect()); // it is brought into sight
}

void TestTablesAround::offerSaysWhatIsWrong()
{
    TableBench bench;
    bench.desk.window->tables()->offer(bench.samples.posts[3]);
    auto *offer = bench.dialog<OfferDialog>();
    QVERIFY(offer->nowButton()->isChecked() && !offer->moment()->isVisible());
    offer->topic()->clear();
    offer->okButton()->click();
    QVERIFY(offer->error().contains(u"topic"_s));
    offer->topic()->setText(u"Bikes"_s);
    for (const int days : {-1, 40}) {
        offer->setMoment(QDateTime::currentDateTime().addDays(days));
        offer->okButton()->click();
        QVERIFY2(!offer->error().isEmpty(), qPrintable(QString::number(days)));
    }
    offer->setMoment(QDateTime::currentDateTime().addDays(1));
    offer->zone()->setCurrentText(u"Nowhere/Here"_s);
    offer->okButton()->click();
    QVERIFY(offer->error().contains(u"time zone"_s));
    QCOMPARE(bench.count<cmd::OfferTable>(), 0);
    offer->nowButton()->setChecked(true); // then no clock matters
    bench.tables.refuse = ErrorCode::TableOpen;
    offer->okButton()->click();
    QTRY_COMPARE(offer->error(), client::sentence(Error{ErrorCode::TableOpen}));
    QVERIFY(offer->okButton()->isEnabled() && !bench.last<cmd::OfferTable>().at);
}

void TestTablesAround::offerGrowsWithItsFields()
{
    TableBench bench;
    bench.desk.window->tables()->offer(bench.samples.posts[3]);
    auto *offer = bench.dialog<OfferDialog>();
    const auto *scroll = offer->findChild<QScrollArea *>();
    QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    const int before = offer->height();
    offer->laterButton()->setChecked(true);
    QTRY_VERIFY(offer->height() > before);
    QTRY_VERIFY(scroll->verticalScrollBar()->maximum() == 0 || offer->frameGeometry().height() >= offer->screen()->availableGeometry().height());
    QVERIFY(offer->screen()->availableGeometry().contains(offer->geometry()));
}

void TestTablesAround::offerAtTheSameHourIsAskedAbout()
{
    TableBench bench;
    bench.tables.sameHour = true;
    bench.desk.window->tables()->offer(bench.samples.posts[3]);
    bench.dialog<OfferDialog>()->okButton()->click();
    QTRY_VERIFY(bench.dialog<ConfirmDialog>());
    bench.yes();
    QTRY_COMPARE(bench.count<cmd::OfferTable>(), 2);
    QVERIFY(bench.last<cmd::OfferTable>().sure);
    QTRY_VERIFY(!bench.dialog<OfferDialog>());
}

void TestTablesAround::tableOfAPostStandsBelowIt()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s).post = bench.samples.posts[0].post;
    bench.open(1);
    QVERIFY(!bench.view().table()->card()); // that one offers none
    bench.page().goBack();
    bench.open(0);
    QTRY_VERIFY(bench.view().table()->card()); // whoever opens the post is told of it
    QCOMPARE(bench.view().table()->card()->table().topic, u"Walks"_s);
    bench.page().goBack();
    bench.look();
    bench.tables.tables[0].guests.append(bench.tables.person(u"Mina"_s));
    bench.tables.tables[0].version = 2;
    LoungeBench::entry(bench.card().menu(), u"To its post"_s)->trigger();
    QTRY_VERIFY(bench.view().table()->card());
    QTRY_COMPARE(bench.view().table()->card()->table().guests.size(), 2); // it is told anew each time
    bench.view().table()->card()->button(TableAct::Join)->click();
    QTRY_COMPARE(bench.view().table()->card()->table().mine, Standing::Seated);
    QCOMPARE(bench.card().table().mine, Standing::Seated); // in the list as well
}

void TestTablesAround::roomLeadsBackToItsTable()
{
    TableBench bench;
    Room room = client::test::room(client::test::roomId(7), 0);
    room.kind = RoomKind::Table;
    room.name = u"Walks"_s;
    bench.desk.scene.rooms = {room};
    bench.peer().tell(ev::RoomState{room});
    Table &table = bench.tables.add(u"Walks"_s, 1, Standing::Seated);
    table.phase = TablePhase::Open;
    table.room = room.room;
    bench.tables.tell(table);
    QTRY_VERIFY(bench.desk.window->tables()->mine().ofRoom(room.room));
    QTRY_VERIFY(bench.desk.session().state().room(room.room));
    bench.look();
    bench.card().button(TableAct::Room)->click();
    QCOMPARE(bench.desk.window->place(), MainWindow::Place::Chats);
    ConversationHeader *header = bench.desk.window->chatsPage()->conversation()->header();
    QVERIFY(header->tableButton()->isVisible());
    header->tableButton()->click();
    auto *dialog = bench.dialog<TableDialog>();
    QVERIFY(dialog && dialog->card()->button(TableAct::Keep));
    dialog->card()->button(TableAct::Keep)->click();
    QTRY_VERIFY(dialog->card()->table().keep);
    dialog->card()->button(TableAct::Room)->click();
    QTRY_VERIFY(!bench.dialog<TableDialog>());
    Q_EMIT header->leaveWanted();
    QVERIFY(bench.dialog<ConfirmDialog>());
    bench.yes();
    QTRY_COMPARE(bench.count<cmd::LeaveTable>(), 1);
}

void TestTablesAround::newsAreToldElsewhere()
{
    TableBench bench;
    Table &table = bench.tables.add(u"Walks"_s, 2, Standing::Waiting);
    bench.tables.tell(table);
    QTRY_VERIFY(bench.desk.window->tables()->mine().find(table.table));
    bench.desk.window->showPlace(MainWindow::Place::Nearby);
    int shown = 0;
    connect(bench.desk.window->notifications(), &Notifications::shown, this, [&](const client::About &about) { shown += about.kind == client::About::Kind::Table; });
    table.mine = Standing::Offered;
    table.until = bench.desk.session().serverNow() + 2min;
    bench.tables.tell(table);
    QTRY_VERIFY(bench.desk.window->announcer()->accessibleName().contains(u"kept for you"_s));
    QCOMPARE(shown, 1);
    bench.desk.window->showPlace(MainWindow::Place::Lounge);
    table.mine = Standing::Seated;
    table.phase = TablePhase::Open;
    table.room = client::test::roomId(7);
    bench.tables.tell(table);
    QTRY_VERIFY(bench.desk.window->announcer()->accessibleName().contains(u"is open"_s));
    QCOMPARE(shown, QApplication::activeWindow() ? 1 : 2); // who looks at the lounge needs no notification
}

void TestTablesAround::boardRanksHosts()
{
    LoungeBench bench;
    bench.samples.board.hosts = {{bench.samples.posts[0].author, u"느린산책"_s, false, 5}};
    bench.page().board()->refresh();
    const auto rowOf = [&]() -> BoardRow * {
        for (BoardRow *row : bench.page().board()->rows())
            if (row->accessibleName().contains(u"5 thanks"_s))
                return row;
        return nullptr;
    };
    QTRY_VERIFY(rowOf());
    rowOf()->click();
    QTRY_VERIFY(bench.last<cmd::ListPosts>().author == bench.samples.posts[0].author);
}

void TestTablesAround::nothingIsLeftAfterSigningOut()
{
    TableBench bench;
    const TableId table = bench.tables.add(u"Walks"_s, 1, Standing::Seated).table;
    bench.tables.tell(bench.tables.tables[0]);
    bench.look();
    QTRY_VERIFY(bench.desk.window->tables()->mine().find(table));
    bench.desk.session().signOut();
    QTRY_VERIFY(bench.desk.window->showsSignIn());
    QVERIFY(bench.feed().cards().isEmpty());
    QVERIFY(!bench.desk.window->tables()->mine().find(table));
}

QTEST_MAIN(TestTablesAround)
#include "tst_tables_around.moc"
