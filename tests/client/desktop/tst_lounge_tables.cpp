// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileDialog>
#include <QLineEdit>
#include <QTabBar>
#include <QTimeZone>
#include <QToolButton>

#include "client/core/sentences.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/seat_row.h"
#include "client/desktop/lounge/table_calendar_buttons.h"
#include "client/desktop/lounge/topic_dialog.h"
#include "table_bench.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace protocol;

//! Coffee tables in the lounge: the list, and what a card says and does.
class TestLoungeTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cardSaysHowThingsAre_data();
    void cardSaysHowThingsAre();
    void seatsAreReadOut();
    void hostsClockIsToldWhenItIsAnother();
    void tabListsTablesPageByPage();
    void emptyTabSaysWhatToDo();
    void searchFindsTablesToo();
    void cardIsOperatedByKeyboard();
    void freeSeatIsTaken();
    void whoHasNoNameTakesOneFirst();
    void sameHourIsAQuestion();
    void fullTableOffersTheLine();
    void refusalIsSaidAndTheListAskedAgain();
    void keptSeatCountsDownAndIsTaken();
    void seatIsGivenBackAfterAQuestion();
    void hostAnswersWhoAsks();
    void hostRenamesRemovesAndCloses();
    void keepingAndThankingAreTakenBackToo();
    void comingTableIsRemindedOfFromItsCard();
    void calendarEntryIsSavedFromTheCard();
};

void TestLoungeTables::cardSaysHowThingsAre_data()
{
    QTest::addColumn<Table>("table");
    QTest::addColumn<QList<TableAct>>("acts");
    QTest::addColumn<QString>("words");
    Table table;
    table.topic = u"Walks"_s;
    table.language = u"ko"_s;
    table.zone = u"Asia/Seoul"_s;
    table.guests = {{{}, u"Mina"_s, false}, {{}, u"Jun"_s, true}};
    using enum TableAct;
    const auto row = [&](const char *name, const QList<TableAct> &acts, const QString &words, const std::function<void(Table &)> &how) {
        Table now = table;
        how(now);
        QTest::newRow(name) << now << acts << words;
    };
    row("free", {Join}, {}, [](Table &) {});
    row("free, the host decides", {Ask}, {}, [](Table &now) { now.approval = true; });
    row("full", {Line}, u"All seats are taken"_s, [](Table &now) { now.seats = 2; });
    row("asked", {Leave}, u"You have asked"_s, [](Table &now) { now.mine = Standing::Asked; });
    row("in line", {Leave}, u"number 3 in line"_s, [](Table &now) { now.mine = Standing::Waiting, now.place = 3; });
    row("offered", {Take, Leave}, u"kept for you until"_s, [](Table &now) { now.mine = Standing::Offered, now.until = fromMs(1'800'000'000'000); });
    row("seated", {Leave}, u"opens by itself"_s, [](Table &now) { now.mine = Standing::Seated; });
    row("seated, open", {Room, Keep, Thank, Leave}, u"The room is open"_s, [](Table &now) { now.mine = Standing::Seated, now.phase = TablePhase::Open, now.room = client::test::roomId(1); });
    row("host", {Rename, Close}, u"Your table"_s, [](Table &now) { now.mine = Standing::Host; });
    row("host, open", {Room, Keep, Rename, Close}, u"Your table"_s, [](Table &now) { now.mine = Standing::Host, now.phase = TablePhase::Open, now.room = client::test::roomId(1); });
    row("ended", {}, {}, [](Table &now) { now.phase = TablePhase::Ended; });
    row("ended for a guest", {Room, Thank}, u"can be read"_s, [](Table &now) { now.phase = TablePhase::Ended, now.mine = Standing::Seated, now.room = client::test::roomId(1); });
}

void TestLoungeTables::cardSaysHowThingsAre()
{
    QFETCH(Table, table);
    QFETCH(QList<TableAct>, acts);
    QFETCH(QString, words);
    QCOMPARE(actsFor(table), acts);
    const QString standing = standingText(table, fromMs(1'800'000'000'000) - 90s);
    QVERIFY2(words.isEmpty() ? standing.isEmpty() : standing.contains(words), qPrintable(standing));
    QStringList captions;
    for (const TableAct act : acts)
        captions.append(actText(act, table));
    QVERIFY(!captions.contains(QString()));
    QCOMPARE(QSet<QString>(captions.begin(), captions.end()).size(), captions.size());
}

void TestLoungeTables::seatsAreReadOut()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s, 2);
    bench.look();
    QCOMPARE(bench.card().seats()->accessibleName(), u"3 of 4 seats taken: 느린산책, Mina, 작은별 (demo)"_s);
    QVERIFY2(bench.card().accessibleName().contains(u"Walks"_s) && bench.card().accessibleName().contains(u"3 of 4"_s), qPrintable(bench.card().accessibleName()));
    for (int seat = 0; seat < 4; ++seat)
        QVERIFY(bench.card().seats()->rect().contains(bench.card().seats()->seatRect(seat).toRect()));
}

void TestLoungeTables::hostsClockIsToldWhenItIsAnother()
{
    Table table;
    table.at = fromMs(1'800'000'000'000);
    table.zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    QVERIFY(!tableWhenText(table, table.at - 1h).contains(table.zone));
    table.zone = u"Pacific/Kiritimati"_s;
    QVERIFY(tableWhenText(table, table.at - 1h).contains(u"Kiritimati"_s));
    table.phase = TablePhase::Open;
    QCOMPARE(tableWhenText(table, table.at), u"Open now"_s);
}

void TestLoungeTables::tabListsTablesPageByPage()
{
    TableBench bench;
    for (int i = 0; i < 5; ++i)
        bench.tables.add(u"Topic %1"_s.arg(i));
    bench.tables.pageLength = 2;
    bench.page().tabs()->setCurrentIndex(int(LoungePage::Tab::Tables));
    QTRY_COMPARE(bench.feed().cards().size(), 2);
    QTRY_VERIFY(bench.feed().moreButton()->isVisible());
    bench.feed().moreButton()->click();
    QTRY_COMPARE(bench.feed().cards().size(), 4);
    TableCard *kept = &bench.card(3);
    bench.tables.tables[0].guests.append(bench.tables.person(u"Mina"_s)); // by somebody else
    bench.desk.window->showPlace(MainWindow::Place::Chats);
    bench.desk.window->showPlace(MainWindow::Place::Lounge);
    QTRY_COMPARE(bench.card(0).table().guests.size(), 2);
    QCOMPARE(bench.feed().cards().size(), 4);
    QCOMPARE(&bench.card(3), kept);
    bench.feed().moreButton()->click();
    QTRY_COMPARE(bench.feed().cards().size(), 5);
    QTRY_VERIFY(!bench.feed().moreButton()->isVisible());
}

void TestLoungeTables::emptyTabSaysWhatToDo()
{
    TableBench bench;
    bench.look();
    QTRY_VERIFY(bench.feed().empty()->isVisible());
    QCOMPARE(bench.feed().empty()->button()->text(), u"To my posts"_s);
    bench.feed().empty()->button()->click();
    QTRY_COMPARE(bench.page().posts()->query().feed, Feed::Written);
    QVERIFY(bench.page().showsList());
}

void TestLoungeTables::searchFindsTablesToo()
{
    TableBench bench;
    bench.tables.add(u"Jazz at night"_s);
    bench.tables.add(u"Walks"_s);
    bench.look();
    QCOMPARE(bench.feed().cards().size(), 2);
    bench.page().focusSearch();
    QVERIFY(bench.page().showsTables());
    bench.page().search()->setText(u"jazz"_s);
    QTRY_COMPARE(bench.feed().cards().size(), 1);
    bench.page().search()->setText(u"nowhere"_s);
    QTRY_VERIFY(bench.feed().empty()->isVisible() && bench.feed().empty()->accessibleName().contains(u"nowhere"_s));
    bench.page().showFeed(Feed::New);
    bench.page().search()->setText(u"walk"_s);
    QTRY_VERIFY(bench.page().tablesFound()->isVisible());
    QVERIFY(bench.page().tablesFound()->text().startsWith(u"1 table"_s));
    bench.page().tablesFound()->click();
    QVERIFY(bench.page().showsTables());
    QCOMPARE(bench.feed().cards().size(), 1);
    QCOMPARE(bench.page().search()->text(), u"walk"_s);
}

void TestLoungeTables::cardIsOperatedByKeyboard()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s).post = bench.samples.posts[1].post;
    bench.look();
    bench.page().focusFirst();
    QCOMPARE(QApplication::focusWidget(), &bench.card());
    QTest::keyClick(&bench.card(), Qt::Key_Return);
    QVERIFY(bench.view().opened() == bench.samples.posts[1].post);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(bench.page().showsTables() && !bench.page().showsPost());
    QSet<QWidget *> reached;
    for (QWidget *one = bench.card().nextInFocusChain(); one != &bench.card() && !reached.contains(one); one = one->nextInFocusChain())
        reached.insert(one);
    QVERIFY(reached.contains(bench.card().button(TableAct::Join)));
    bench.card().button(TableAct::Join)->setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(bench.card().table().mine, Standing::Seated);
    QVERIFY(bench.card().isAncestorOf(QApplication::focusWidget())); // the button went, the keyboard did not
}

void TestLoungeTables::freeSeatIsTaken()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s);
    bench.look();
    bench.card().button(TableAct::Join)->click();
    QTRY_VERIFY(bench.card().standing().startsWith(u"You have a seat"_s));
    const auto asked = bench.last<cmd::JoinTable>();
    QVERIFY(asked.table == bench.card().table().table && !asked.line && !asked.sure);
    QVERIFY(bench.card().seats()->accessibleName().startsWith(u"2 of 4"_s));
    QVERIFY(!bench.card().button(TableAct::Join));
}

void TestLoungeTables::whoHasNoNameTakesOneFirst()
{
    TableBench bench(false);
    bench.tables.add(u"Walks"_s);
    bench.look();
    bench.card().button(TableAct::Join)->click();
    auto *name = bench.dialog<NameDialog>();
    QVERIFY(name && bench.count<cmd::JoinTable>() == 0);
    name->edit()->setText(u"달빛"_s);
    name->okButton()->click();
    QTRY_COMPARE(bench.count<cmd::JoinTable>(), 1);
}

void TestLoungeTables::sameHourIsAQuestion()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s);
    bench.tables.sameHour = true;
    bench.look();
    bench.card().button(TableAct::Join)->click();
    QTRY_VERIFY(bench.dialog<ConfirmDialog>());
    QVERIFY(bench.dialog<ConfirmDialog>()->accessibleDescription().contains(u"another table at that hour"_s));
    bench.dialog<ConfirmDialog>()->reject();
    QCOMPARE(bench.card().table().mine, Standing::None);
    bench.card().button(TableAct::Join)->click();
    QTRY_COMPARE(bench.count<cmd::JoinTable>(), 2);
    QTRY_VERIFY(bench.dialog<ConfirmDialog>());
    bench.yes();
    QTRY_COMPARE(bench.card().table().mine, Standing::Seated);
    QVERIFY(bench.last<cmd::JoinTable>().sure);
}

void TestLoungeTables::fullTableOffersTheLine()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s, 2);
    bench.look();
    bench.tables.tables[0].guests.append(bench.tables.person(u"Jun"_s)); // somebody was faster
    bench.card().button(TableAct::Join)->click();
    QTRY_VERIFY(bench.dialog<ConfirmDialog>());
    bench.yes();
    QTRY_COMPARE(bench.card().table().mine, Standing::Waiting);
    QVERIFY(bench.last<cmd::JoinTable>().line);
    QVERIFY(bench.card().standing().contains(u"number 1 in line"_s));
    bench.card().button(TableAct::Leave)->click(); // without a question: there is nothing to lose
    QTRY_COMPARE(bench.card().table().mine, Standing::None);
    QVERIFY(bench.card().button(TableAct::Line));
}

void TestLoungeTables::refusalIsSaidAndTheListAskedAgain()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s);
    bench.look();
    bench.tables.refuse = ErrorCode::TableEnded;
    bench.tables.tables[0].phase = TablePhase::Ended;
    QString said;
    connect(bench.desk.window->tables(), &TableActions::said, this, [&](const QString &sentence) { said = sentence; });
    bench.card().button(TableAct::Join)->click();
    QTRY_COMPARE(said, client::sentence(Error{ErrorCode::TableEnded}));
    QTRY_VERIFY(bench.feed().cards().isEmpty());
}

void TestLoungeTables::keptSeatCountsDownAndIsTaken()
{
    TableBench bench;
    Table &table = bench.tables.add(u"Walks"_s, 1, Standing::Offered);
    table.until = bench.desk.session().serverNow() + 95s;
    bench.look();
    QVERIFY2(bench.card().standing().contains(u"1:3"_s), qPrintable(bench.card().standing()));
    const QString before = bench.card().standing();
    QTRY_VERIFY(bench.card().standing() != before);
    bench.card().button(TableAct::Take)->click();
    QTRY_COMPARE(bench.card().table().mine, Standing::Seated);
}

void TestLoungeTables::seatIsGivenBackAfterAQuestion()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s, 1, Standing::Seated);
    bench.look();
    bench.card().button(TableAct::Leave)->click();
    QCOMPARE(bench.count<cmd::LeaveTable>(), 0);
    bench.yes();
    QTRY_COMPARE(bench.card().table().mine, Standing::None);
    QVERIFY(bench.card().button(TableAct::Join));
}

void TestLoungeTables::hostAnswersWhoAsks()
{
    TableBench bench;
    Table &table = bench.tables.add(u"Walks"_s, 0, Standing::Host);
    table.approval = true;
    table.asking = {bench.tables.person(u"Mina"_s), bench.tables.person(u"Jun"_s)};
    bench.look();
    QCOMPARE(bench.card().answerButtons().size(), 4);
    QCOMPARE(bench.card().answerButtons()[0]->accessibleName(), u"Admit Mina"_s);
    const PersonaId jun = table.asking[1].persona;
    bench.card().answerButtons()[0]->click();
    QTRY_COMPARE(bench.card().table().guests.size(), 2);
    QVERIFY(bench.last<cmd::AdmitToTable>().yes);
    QCOMPARE(bench.card().answerButtons().size(), 2);
    bench.card().answerButtons()[1]->click();
    QTRY_VERIFY(bench.card().answerButtons().isEmpty());
    QVERIFY(!bench.last<cmd::AdmitToTable>().yes && bench.last<cmd::AdmitToTable>().persona == jun);
    QCOMPARE(bench.card().table().guests.size(), 2);
}

void TestLoungeTables::hostRenamesRemovesAndCloses()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s, 1, Standing::Host);
    bench.look();
    LoungeBench::entry(bench.card().menu(), u"Rename …"_s)->trigger();
    auto *topic = bench.dialog<TopicDialog>();
    topic->edit()->setText(u"  "_s);
    topic->okButton()->click();
    QVERIFY(!topic->error().isEmpty() && bench.count<cmd::RenameTable>() == 0);
    topic->edit()->setText(u"Night walks"_s);
    topic->okButton()->click();
    QTRY_COMPARE(bench.card().table().topic, u"Night walks"_s);
    LoungeBench::entry(bench.card().menu(), u"Remove Mina …"_s)->trigger();
    QCOMPARE(bench.count<cmd::RemoveFromTable>(), 0);
    bench.yes();
    QTRY_COMPARE(bench.card().table().guests.size(), 1);
    LoungeBench::entry(bench.card().menu(), u"Close …"_s)->trigger();
    QCOMPARE(bench.count<cmd::CloseTable>(), 0);
    bench.yes();
    QTRY_VERIFY(bench.feed().cards().isEmpty());
}

void TestLoungeTables::keepingAndThankingAreTakenBackToo()
{
    TableBench bench;
    Table &table = bench.tables.add(u"Walks"_s, 1, Standing::Seated);
    table.phase = TablePhase::Open;
    table.room = client::test::roomId(1);
    bench.look();
    QCOMPARE(bench.card().button(TableAct::Keep)->text(), u"Keep it (0 of 2)"_s);
    bench.card().button(TableAct::Keep)->click();
    QTRY_COMPARE(bench.card().button(TableAct::Keep)->text(), u"No longer keep it (1 of 2)"_s);
    bench.card().button(TableAct::Keep)->click();
    QTRY_VERIFY(!bench.card().table().keep);
    bench.card().button(TableAct::Thank)->click();
    QTRY_COMPARE(bench.card().button(TableAct::Thank)->text(), u"Take the thanks back"_s);
    bench.card().button(TableAct::Thank)->click();
    QTRY_VERIFY(!bench.card().table().thanked);
    QVERIFY(!bench.last<cmd::ThankHost>().on);
}

void TestLoungeTables::comingTableIsRemindedOfFromItsCard()
{
    TableBench bench;
    Table &table = bench.tables.add(u"Walks"_s);
    bench.look();
    const TableCalendarButtons *dates = bench.card().dates();
    QVERIFY(!dates->isVisible()); // one has nothing to do with it yet
    bench.card().button(TableAct::Join)->click();
    QTRY_VERIFY(dates->remindButton()->isVisible());
    QCOMPARE(dates->remindButton()->accessibleName(), u"Remind me of “Walks”"_s);
    QTest::keyClick(dates->remindButton(), Qt::Key_Space);
    QVERIFY(bench.desk.session().hasReminder(table.table) && dates->remindButton()->isChecked());
    bench.desk.session().setReminder(client::occasionOf(bench.card().table()), false); // from my page
    QVERIFY(!dates->remindButton()->isChecked());
    table.phase = TablePhase::Open;
    table.room = client::test::roomId(1);
    bench.tables.tell(table);
    QTRY_VERIFY(!dates->isVisible()); // there is nothing to wait for any more
}

void TestLoungeTables::calendarEntryIsSavedFromTheCard()
{
    TableBench bench;
    bench.tables.add(u"Walks"_s, 1, Standing::Waiting);
    bench.look();
    QVERIFY(!bench.card().dates()->remindButton()->isVisible()); // a seat is not sure
    QSignalSpy said(bench.desk.window->tables(), &TableActions::said);
    QTest::keyClick(bench.card().dates()->calendarButton(), Qt::Key_Space);
    auto *dialog = bench.dialog<QFileDialog>();
    QVERIFY(dialog);
    const QString path = bench.desk.scene.folder.filePath(u"walks.ics"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QCOMPARE(said.size(), 1);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly) && file.readAll().contains("Coffee table · Walks\r\n"));
}

QTEST_MAIN(TestLoungeTables)
#include "tst_lounge_tables.moc"
