// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QTimeEdit>

#include "client/desktop/notify/notifications.h"
#include "client/desktop/notify/tray.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/date_page.h"
#include "client/desktop/pages/settings_page.h"
#include "client/desktop/settings/notify_section.h"
#include "date_samples.h"
#include "tour.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;
using client::About;
using client::NotifyDetail;
using jjak::client::test::message;
using jjak::client::test::roomId;

namespace {

//! Remembers what it is told.
class Screen final : public Notifier {
public:
    struct Shown {
        About about;
        Notice notice;
    };
    QList<Shown> shown;
    QList<About> withdrawn;
    bool fails = false;

    void show(const About &about, const Notice &notice) override
    {
        if (fails) {
            Q_EMIT failed(about, notice);
            return;
        }
        shown.append({about, notice});
    }
    void withdraw(const About &about) override { withdrawn.append(about); }
    Notice last() const { return shown.isEmpty() ? Notice() : shown.last().notice; }
};

About about(int number)
{
    return {About::Kind::Room, roomId(number), {}};
}

const About proposed{About::Kind::Proposal, {}, {}};

//! A desk with a screen for its notifications, somebody signed in, and nothing in front.
struct Scenery {
    explicit Scenery(NotifyDetail detail = NotifyDetail::Full)
    {
        desk.show();
        fillRooms(desk);
        desk.start(desk.scene.rooms);
        notifications()->setNotifiers({&screen});
        client::NotifyChoice choice;
        choice.detail = detail;
        notifications()->setChoice(choice);
        desk.window->showPlace(MainWindow::Place::Settings);
    }
    Notifications *notifications() { return desk.window->notifications(); }
    void tell(int room, qint64 seq, const QString &text)
    {
        QSignalSpy arrived(&desk.session(), &client::Session::messageArrived);
        Message said = message(seq, 2, text);
        said.at = std::chrono::floor<Duration>(std::chrono::system_clock::now());
        desk.scene.peer.tell(ev::RoomMessage{roomId(room), said});
        QVERIFY(arrived.wait());
    }

    Desk desk;
    Screen screen;
};

} // namespace

//! What the desktop does about news: notifications, the tray, closing the window.
class TestNotifications : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messageIsShownWithItsAuthorAndReplaced();
    void hiddenTellsNeitherNameNorWords();
    void nothingForWhatIsLookedAt();
    void openingTheRoomWithdrawsIt();
    void readOnAnotherDeviceWithdrawsIt();
    void clickRaisesTheWindowAndOpensTheRoom();
    void markAsReadReadsWithoutOpening();
    void proposalIsStrongAndGoesWithItsAnswer();
    void dateIsToldUnlessItIsInFront();
    void silentRoomMakesNone();
    void pauseIsKeptAndCanBeEnded();
    void sayingLessTakesBackWhatSaidMore();
    void whatFailsIsTriedElsewhere();
    void signingOutWithdraws();
    void settingsAreShownAndKept();
    void quietHoursCanBeChosenOnlyWhereTheyCount();
    void closingWithoutTrayEnds();
    void closingIntoTheTrayGoesOnAndSaysSoOnce();
    void closingEndsWhereTheTrayIsGone();
    void trayThatGoesAwayGivesTheWindowBack();
    void quitEndsEvenIfClosingDoesNot();
    void trayShowsWhatIsUnreadAndItsMenuWorks();
};

void TestNotifications::messageIsShownWithItsAuthorAndReplaced()
{
    Scenery s;
    s.tell(3, 4, u"오늘 저녁에 시간 있어요?"_s);
    QCOMPARE(s.screen.shown.size(), 1);
    QVERIFY(s.screen.shown[0].about == about(3));
    QCOMPARE(s.screen.last(), (Notice{u"도윤"_s, u"오늘 저녁에 시간 있어요?"_s, false, true}));
    s.tell(3, 5, u"<b>내일은요?</b>"_s);
    QVERIFY(s.screen.shown[1].about == about(3));
    QCOMPARE(s.screen.last().title, u"도윤 (2)"_s);
    QCOMPARE(s.screen.last().text, u"<b>내일은요?</b>"_s);
    QVERIFY(s.screen.withdrawn.isEmpty());
}

void TestNotifications::hiddenTellsNeitherNameNorWords()
{
    Scenery s(NotifyDetail::Hidden);
    s.desk.speak(u"en"_s);
    s.tell(3, 4, u"secret"_s);
    QCOMPARE(s.screen.last().title, u"Jjak"_s);
    QVERIFY(s.screen.last().text.contains(u'1') && !s.screen.last().text.contains(u"secret"_s));
    s.desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    QCOMPARE(s.screen.last().title, u"Jjak"_s);
    QVERIFY(!s.screen.last().text.contains(u"proposed"_s));
}

void TestNotifications::nothingForWhatIsLookedAt()
{
    Scenery s;
    s.desk.window->openRoom(roomId(1));
    s.tell(1, 13, u"here"_s);
    QVERIFY(s.screen.shown.isEmpty());
    s.desk.window->showPlace(MainWindow::Place::Nearby); // it is open, but not in front
    s.tell(1, 14, u"there"_s);
    QCOMPARE(s.screen.shown.size(), 1);
    s.desk.window->showPlace(MainWindow::Place::Chats);
    QCOMPARE(s.screen.withdrawn, QList<About>{about(1)});
    s.desk.window->hide(); // in the tray
    QCoreApplication::processEvents();
    s.tell(1, 15, u"away"_s);
    QCOMPARE(s.screen.shown.size(), 2);
}

void TestNotifications::openingTheRoomWithdrawsIt()
{
    Scenery s;
    s.tell(4, 4, u"hello"_s);
    s.desk.window->openRoom(roomId(4));
    QCOMPARE(s.screen.withdrawn, QList<About>{about(4)});
}

void TestNotifications::readOnAnotherDeviceWithdrawsIt()
{
    Scenery s;
    s.tell(4, 4, u"hello"_s);
    s.desk.scene.peer.tell(ev::RoomRead{roomId(4), 1, 4});
    QTRY_COMPARE(s.screen.withdrawn, QList<About>{about(4)});
    QVERIFY(s.desk.window->chatsPage()->openedRoom() != roomId(4));
}

void TestNotifications::clickRaisesTheWindowAndOpensTheRoom()
{
    Scenery s;
    s.tell(4, 4, u"hello"_s);
    s.desk.window->hide();
    Q_EMIT s.screen.opened(about(4));
    QVERIFY(s.desk.window->isVisible());
    QVERIFY(s.desk.window->place() == MainWindow::Place::Chats);
    QVERIFY(s.desk.window->chatsPage()->openedRoom() == roomId(4));
    Q_EMIT s.screen.opened(proposed);
    QVERIFY(s.desk.window->place() == MainWindow::Place::Nearby);
    Q_EMIT s.screen.opened(about(99)); // is gone: the window comes, nothing else
    QVERIFY(s.desk.window->place() == MainWindow::Place::Nearby);
}

void TestNotifications::markAsReadReadsWithoutOpening()
{
    Scenery s;
    s.tell(4, 4, u"hello"_s);
    Q_EMIT s.screen.readWanted(about(4));
    QCOMPARE(client::unread(s.desk.session().state().room(roomId(4))->room), 0);
    QVERIFY(s.desk.window->place() == MainWindow::Place::Settings);
    QCOMPARE(s.screen.withdrawn, QList<About>{about(4)});
}

void TestNotifications::proposalIsStrongAndGoesWithItsAnswer()
{
    Scenery s;
    client::NotifyChoice choice = s.notifications()->choice();
    choice.quiet = {true, 0, 0}; // the whole day
    s.notifications()->setChoice(choice);
    s.tell(4, 4, u"quiet"_s);
    QVERIFY(s.screen.shown.isEmpty());
    s.desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    QCOMPARE(s.screen.shown.size(), 1);
    QVERIFY(s.screen.shown[0].about == proposed && s.screen.last().strong);
    s.desk.tell({.ended = ended(1, Outcome::TimedOut, true)});
    QCOMPARE(s.screen.withdrawn, QList<About>{proposed});
}

void TestNotifications::dateIsToldUnlessItIsInFront()
{
    Scenery s;
    s.desk.window->hide();
    BlindDate now;
    now.date = dateIn(DatePhase::Welcome, 9s);
    tellDate(s.desk, now);
    QVERIFY(!s.screen.shown.isEmpty());
    QVERIFY(s.screen.shown[0].about == (About{About::Kind::Date, now.date->room, {}}) && s.screen.last().strong);
    Q_EMIT s.screen.opened(s.screen.shown[0].about);
    QVERIFY(s.desk.window->place() == MainWindow::Place::Dates);
}

void TestNotifications::silentRoomMakesNone()
{
    Scenery s;
    Room silent = s.desk.session().state().room(roomId(4))->room;
    silent.silent = true;
    ++silent.version;
    QSignalSpy changed(&s.desk.session(), &client::Session::roomChanged);
    s.desk.scene.peer.tell(ev::RoomState{silent});
    QVERIFY(changed.wait());
    s.tell(4, 4, u"psst"_s);
    QVERIFY(s.screen.shown.isEmpty());
    s.tell(3, 4, u"hello"_s);
    QCOMPARE(s.screen.shown.size(), 1);
}

void TestNotifications::pauseIsKeptAndCanBeEnded()
{
    Scenery s;
    QSignalSpy changed(s.notifications(), &Notifications::choiceChanged);
    s.notifications()->setPaused(true);
    QCOMPARE(changed.size(), 1);
    QVERIFY(client::isPaused(s.desk.settings.notify(), std::chrono::floor<Duration>(std::chrono::system_clock::now())));
    s.tell(4, 4, u"hello"_s);
    QVERIFY(s.screen.shown.isEmpty());
    s.notifications()->setPaused(false);
    s.tell(4, 5, u"again"_s);
    QCOMPARE(s.screen.shown.size(), 1);
}

void TestNotifications::sayingLessTakesBackWhatSaidMore()
{
    Scenery s;
    s.tell(4, 4, u"secret"_s);
    client::NotifyChoice choice = s.notifications()->choice();
    choice.detail = NotifyDetail::Off;
    s.notifications()->setChoice(choice);
    QCOMPARE(s.screen.withdrawn, QList<About>{about(4)});
    s.tell(4, 5, u"more"_s);
    QCOMPARE(s.screen.shown.size(), 1);
}

void TestNotifications::whatFailsIsTriedElsewhere()
{
    Scenery s;
    Screen other;
    s.notifications()->setNotifiers({&s.screen, &other});
    s.screen.fails = true;
    s.tell(4, 4, u"hello"_s);
    QCOMPARE(other.shown.size(), 1);
    other.fails = true; // then there is the unread mark
    s.tell(4, 5, u"hello"_s);
    QVERIFY(s.desk.window->windowTitle().startsWith(u'('));
}

void TestNotifications::signingOutWithdraws()
{
    Scenery s;
    s.tell(4, 4, u"hello"_s);
    s.desk.session().signOut();
    QTRY_COMPARE(s.screen.withdrawn, QList<About>{about(4)});
}

void TestNotifications::settingsAreShownAndKept()
{
    Scenery s;
    NotifySection *section = s.desk.window->settingsPage()->notifySection();
    QCOMPARE(section->detail()->currentIndex(), 0);
    section->detail()->setCurrentIndex(1);
    Q_EMIT section->detail()->activated(1);
    QCOMPARE(s.desk.settings.notify().detail, NotifyDetail::Hidden);
    section->quiet()->click();
    section->from()->setTime({23, 30});
    section->to()->setTime({6, 15});
    QCOMPARE(s.desk.settings.notify().quiet, (client::QuietHours{true, 23 * 60 + 30, 6 * 60 + 15}));
    section->pause()->click();
    QVERIFY(s.notifications()->isPaused());
    const QString ending = section->pause()->text();
    section->pause()->click();
    QVERIFY(!s.notifications()->isPaused());
    QVERIFY(section->pause()->text() != ending);
    section->tray()->click();
    QVERIFY(s.desk.settings.closeToTray());
}

void TestNotifications::quietHoursCanBeChosenOnlyWhereTheyCount()
{
    Scenery s;
    NotifySection *section = s.desk.window->settingsPage()->notifySection();
    QVERIFY(section->quiet()->isEnabled() && !section->from()->isEnabled());
    section->quiet()->click();
    QVERIFY(section->from()->isEnabled() && section->to()->isEnabled());
    section->detail()->setCurrentIndex(2);
    Q_EMIT section->detail()->activated(2);
    QVERIFY(!section->quiet()->isEnabled() && !section->from()->isEnabled() && !section->pause()->isEnabled());
}

void TestNotifications::closingWithoutTrayEnds()
{
    Scenery s;
    s.desk.settings.setCloseToTray(true);
    QSignalSpy over(s.desk.window.get(), &MainWindow::ended);
    s.desk.window->close();
    QCOMPARE(over.size(), 1);
}

void TestNotifications::closingIntoTheTrayGoesOnAndSaysSoOnce()
{
    Scenery s;
    Tray tray([] { return true; });
    s.desk.window->setTray(&tray);
    s.desk.settings.setCloseToTray(true);
    QSignalSpy over(s.desk.window.get(), &MainWindow::ended);
    QTest::keyClick(s.desk.window.get(), Qt::Key_W, Qt::ControlModifier);
    QVERIFY(!s.desk.window->isVisible());
    QVERIFY(over.isEmpty());
    QCOMPARE(s.screen.shown.size(), 1); // the hint
    Q_EMIT tray.toggleWanted();
    QVERIFY(s.desk.window->isVisible());
    s.desk.window->close();
    QCOMPARE(s.screen.shown.size(), 1);
    Q_EMIT tray.openWanted();
    s.desk.settings.setCloseToTray(false);
    s.desk.window->close();
    QCOMPARE(over.size(), 1);
    s.desk.window.reset();
}

void TestNotifications::closingEndsWhereTheTrayIsGone()
{
    Scenery s;
    bool there = true;
    Tray tray([&there] { return there; });
    s.desk.window->setTray(&tray);
    s.desk.settings.setCloseToTray(true);
    there = false;
    QSignalSpy over(s.desk.window.get(), &MainWindow::ended);
    s.desk.window->close();
    QCOMPARE(over.size(), 1);
    s.desk.window.reset();
}

void TestNotifications::trayThatGoesAwayGivesTheWindowBack()
{
    Scenery s;
    bool there = true;
    Tray tray([&there] { return there; });
    s.desk.window->setTray(&tray);
    s.desk.settings.setCloseToTray(true);
    s.desk.window->close();
    QVERIFY(!s.desk.window->isVisible());
    s.desk.window->watchTray();
    there = false;
    s.desk.window->watchTray(); // may be a desktop that starts anew
    QVERIFY(!s.desk.window->isVisible());
    s.desk.window->watchTray();
    QVERIFY(s.desk.window->isVisible());
    s.desk.window.reset();
}

void TestNotifications::quitEndsEvenIfClosingDoesNot()
{
    Scenery s;
    Tray tray([] { return true; });
    s.desk.window->setTray(&tray);
    s.desk.settings.setCloseToTray(true);
    QSignalSpy over(s.desk.window.get(), &MainWindow::ended);
    QTest::keyClick(s.desk.window.get(), Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(over.size(), 1);
    s.desk.window.reset();
}

void TestNotifications::trayShowsWhatIsUnreadAndItsMenuWorks()
{
    Scenery s;
    s.desk.speak(u"en"_s);
    Tray tray([] { return true; });
    s.desk.window->setTray(&tray);
    const qint64 before = s.desk.session().rooms()->totalUnread();
    s.tell(4, 4, u"hello"_s);
    QVERIFY(tray.icon().toolTip().contains(QString::number(before + 1)));
    const auto actions = tray.menu()->actions();
    QCOMPARE(actions.size(), 4); // one of them a line
    for (const QAction *action : actions)
        QVERIFY(action->isSeparator() || !action->text().isEmpty());
    actions[1]->trigger();
    QVERIFY(s.notifications()->isPaused() && actions[1]->isChecked());
    s.desk.window->settingsPage()->notifySection()->pause()->click();
    QVERIFY(!actions[1]->isChecked());
    s.desk.session().markAllRead();
    QCOMPARE(tray.icon().toolTip(), u"Jjak"_s);
    QSignalSpy over(s.desk.window.get(), &MainWindow::ended);
    actions[3]->trigger();
    QCOMPARE(over.size(), 1);
    s.desk.window.reset();
}

QTEST_MAIN(TestNotifications)
#include "tst_notifications.moc"
