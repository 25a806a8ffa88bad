// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QPushButton>

#include "client/desktop/chats/composer.h"
#include "client/desktop/chats/composer_edit.h"
#include "client/desktop/chats/conversation_view.h"
#include "client/desktop/dates/arrow_board.h"
#include "client/desktop/dates/pair_card.h"
#include "client/desktop/dates/room_view.h"
#include "client/desktop/dates/stage_view.h"
#include "client/desktop/frame/main_window.h"
#include "client/desktop/pages/date_page.h"
#include "date_samples.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::protocol;
using namespace jjak::desktop;
using namespace jjak::desktop::test;

//! A guest's way through an evening: what the page sends, what it shows, and where the keyboard is.
class TestDatePage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void enteringKeepsTheKeyboard();
    void escapeLeavesTheLobby();
    void arrowIsSentAndShown();
    void arrowMayBeTakenBack();
    void frozenTextStaysInTheBox();
    void everybodyReadsTheSameEnding();
    void oneWhoMetIsAskedForARoom();
};

namespace {

void sitDown(Desk &desk)
{
    openDoors(desk, {eventIn(-1min)});
    fillDateRoom(desk);
    desk.show();
    desk.start(desk.scene.rooms);
    desk.window->showPlace(MainWindow::Place::Dates);
}

BlindDate waiting(int seated)
{
    BlindDate now;
    now.lobby = lobbyOf(seated);
    return now;
}

} // namespace

void TestDatePage::enteringKeepsTheKeyboard()
{
    Desk desk;
    sitDown(desk);
    desk.window->datePage()->focusFirst();
    QWidget *enter = QApplication::focusWidget();
    QVERIFY(qobject_cast<QPushButton *>(enter));
    for (int i = 0; i < 3; ++i) // impatient
        QTest::keyClick(enter, Qt::Key_Space);
    QTRY_COMPARE(desk.scene.peer.count<cmd::EnterDate>(), 1);
    tellDate(desk, waiting(1));
    QCOMPARE(desk.window->datePage()->shows(), DatePage::Shows::Lobby);
    QVERIFY(desk.window->datePage()->isAncestorOf(QApplication::focusWidget()));
}

void TestDatePage::escapeLeavesTheLobby()
{
    Desk desk;
    sitDown(desk);
    tellDate(desk, waiting(3));
    desk.window->datePage()->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(desk.scene.peer.count<cmd::LeaveDate>(), 1);
}

void TestDatePage::arrowIsSentAndShown()
{
    Desk desk;
    sitDown(desk);
    tellDate(desk, dateIn(DatePhase::Arrow, 20s));
    StageView *stage = desk.window->datePage()->room()->stage();
    QVERIFY(desk.window->datePage()->room()->showsStage());
    QTest::keyClick(stage->board(), Qt::Key_7);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Shoot>(), 1);
    QCOMPARE(desk.scene.peer.asked<cmd::Shoot>().first().seat, 7);
    QCOMPARE(stage->board()->chosen(), 7);
    QVERIFY(stage->texts().contains(u"Your arrow points at Thoughtful Hedgehog"_s));
}

void TestDatePage::arrowMayBeTakenBack()
{
    Desk desk;
    sitDown(desk);
    Date date = dateIn(DatePhase::Arrow, 20s);
    date.arrow = 7;
    tellDate(desk, date);
    StageView *stage = desk.window->datePage()->room()->stage();
    QCOMPARE(stage->board()->chosen(), 7);
    QTest::keyClick(stage->board(), Qt::Key_0);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Shoot>(), 1);
    QCOMPARE(desk.scene.peer.asked<cmd::Shoot>().first().seat, 0);
    QVERIFY(stage->texts().contains(u"Your arrow points at nobody. That is a good choice too."_s));
}

void TestDatePage::frozenTextStaysInTheBox()
{
    Desk desk;
    sitDown(desk);
    Date topic = dateIn(DatePhase::Topic, 4s);
    topic.thaw = topic.until;
    tellDate(desk, topic);
    auto *edit = desk.window->datePage()->room()->conversation()->composer()->edit();
    edit->setPlainText(u"A film about rain."_s);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(edit->toPlainText(), u"A film about rain."_s);
    QCOMPARE(desk.scene.peer.count<cmd::Send>(), 0);
    tellDate(desk, dateIn(DatePhase::Talk, 100s));
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Send>(), 1);
    QCOMPARE(desk.scene.peer.asked<cmd::Send>().first().text, u"A film about rain."_s);
}

void TestDatePage::everybodyReadsTheSameEnding()
{
    QList<QStringList> endings;
    for (const int arrow : {0, 7}) {
        Desk desk;
        sitDown(desk);
        Date reveal = dateIn(DatePhase::Reveal, 8s);
        reveal.arrow = arrow;
        reveal.reveal = revealOf(0);
        tellDate(desk, reveal);
        endings.append(desk.window->datePage()->room()->stage()->texts());
    }
    QVERIFY(!endings[0].isEmpty());
    QCOMPARE(endings[1], endings[0]);
}

void TestDatePage::oneWhoMetIsAskedForARoom()
{
    Desk desk;
    sitDown(desk);
    Date reveal = dateIn(DatePhase::Reveal, 8s);
    reveal.reveal = revealOf(7);
    tellDate(desk, reveal);
    auto *button = desk.window->datePage()->room()->stage()->pairCard()->button();
    QVERIFY(button && button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_COMPARE(desk.scene.peer.count<cmd::OpenPair>(), 1);
    QVERIFY(desk.scene.peer.asked<cmd::OpenPair>().first().pair == pairId());
}

QTEST_MAIN(TestDatePage)
#include "tst_date_page.moc"
