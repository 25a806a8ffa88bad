// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include "client/core/sentences.h"
#include "client/desktop/kit/countdown_ring.h"
#include "client/desktop/kit/radar_picker.h"
#include "client/desktop/nearby/own_place.h"
#include "client/desktop/nearby/proposal_view.h"
#include "client/desktop/nearby/search_view.h"
#include "client/desktop/nearby/waiting_view.h"
#include "client/desktop/pages/nearby_page.h"
#include "client/desktop/safety/left_dialog.h"
#include "desk.h"

#include <QGeoPositionInfoSource>

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::desktop;
using namespace jjak::desktop::test;
using namespace jjak::protocol;
using jjak::client::test::roomId;
using Shows = NearbyPage::Shows;

//! Nearby shows what the session knows, answers by mouse and key, and sends no place finer than a cell.
class TestNearbyPage : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void searchNeedsAPlace();
    void searchSendsTheChosenCellAndReach();
    void waitingTellsWhatIsKnownAndEscapeStopsIt();
    void lookingFurtherIsOfferedAfterAWhile();
    void proposalIsAnsweredByKey_data();
    void proposalIsAnsweredByKey();
    void answerIsSentOnce();
    void endIsToldInWords_data();
    void endIsToldInWords();
    void oldEndIsNoNews();
    void matchOpensTheRoom();
    void countdownFollowsTheDeadline();
    void panicKeyDeclinesAtOnceAndOffersMore();
    void ownPlaceBecomesACell();
    void ownPlaceFailsInTime_data();
    void ownPlaceFailsInTime();
};

namespace {

QStringList shownTexts(QWidget *widget)
{
    QStringList texts;
    for (const QLabel *label : widget->findChildren<QLabel *>())
        if (label->isVisible() && !label->text().isEmpty())
            texts.append(label->text());
    return texts;
}

//! Says where it is, refuses, or says nothing, as it is told.
class FakeSource final : public QGeoPositionInfoSource {
public:
    enum class Does { Answer, Refuse, Deny, Nothing };
    FakeSource(Does does, QObject *parent) : QGeoPositionInfoSource(parent), m_does(does) {}
    QGeoPositionInfo lastKnownPosition(bool) const override { return {}; }
    PositioningMethods supportedPositioningMethods() const override { return AllPositioningMethods; }
    int minimumUpdateInterval() const override { return 1; }
    Error error() const override { return m_does == Does::Deny ? AccessError : NoError; }
    void startUpdates() override
    {
        if (m_does == Does::Answer)
            Q_EMIT positionUpdated({QGeoCoordinate(37.498, 127.0276), QDateTime::currentDateTimeUtc()});
        else if (m_does == Does::Refuse)
            Q_EMIT errorOccurred(AccessError);
    }
    void stopUpdates() override {}
    void requestUpdate(int) override {}

private:
    Does m_does;
};

} // namespace

void TestNearbyPage::searchNeedsAPlace()
{
    Desk desk;
    desk.start();
    SearchView *search = desk.window->nearbyPage()->search();
    QVERIFY(!search->searchButton()->isEnabled());
    QVERIFY(shownTexts(search).contains(u"Choose a place first."_s));
}

void TestNearbyPage::searchSendsTheChosenCellAndReach()
{
    Desk desk;
    desk.choosePlace();
    desk.start();
    SearchView *search = desk.window->nearbyPage()->search();
    search->radar()->setValue(int(Reach::Km5));
    QTRY_VERIFY(search->searchButton()->isEnabled());
    QTest::mouseClick(search->searchButton(), Qt::LeftButton);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Seek>(), 1);
    const cmd::Seek asked = desk.scene.peer.asked<cmd::Seek>().first();
    QCOMPARE(asked.reach, Reach::Km5);
    QVERIFY(asked.cell == desk.settings.place()->cell);
    QCOMPARE(desk.settings.reach(), Reach::Km5);
}

void TestNearbyPage::waitingTellsWhatIsKnownAndEscapeStopsIt()
{
    Desk desk;
    desk.choosePlace();
    desk.start();
    NearbyPage *page = desk.window->nearbyPage();
    desk.tell({.ticket = ticket(), .crowd = Crowd::Ten});
    QCOMPARE(page->shows(), Shows::Waiting);
    QVERIFY(shownTexts(page).join(u' ').contains(u"강남구"_s));
    QVERIFY(shownTexts(page).join(u' ').contains(client::label(Crowd::Ten)));
    page->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_COMPARE(desk.scene.peer.count<cmd::CancelSeek>(), 1);
    desk.tell({});
    QCOMPARE(page->shows(), Shows::Search);
}

void TestNearbyPage::lookingFurtherIsOfferedAfterAWhile()
{
    Desk desk;
    desk.start();
    const auto offer = [&] {
        for (auto *button : desk.window->nearbyPage()->waiting()->findChildren<QPushButton *>())
            if (button->isVisible() && button->text().startsWith(u"Look further"_s))
                return button;
        return static_cast<QPushButton *>(nullptr);
    };
    Ticket fresh = ticket(Reach::Km10), old = ticket(Reach::Km10);
    desk.tell({.ticket = fresh});
    QVERIFY(!offer());
    old.since -= WaitingView::patience + 1s;
    desk.tell({.ticket = old});
    QVERIFY(offer());
    QTest::mouseClick(offer(), Qt::LeftButton);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Seek>(), 1);
    QCOMPARE(desk.scene.peer.asked<cmd::Seek>().first().reach, Reach::Km20);
    old.reach = Reach::Anywhere;
    desk.tell({.ticket = old});
    QVERIFY(!offer()); // there is nothing further
}

void TestNearbyPage::proposalIsAnsweredByKey_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("yes");
    QTest::newRow("Enter") << int(Qt::Key_Return) << true;
    QTest::newRow("A") << int(Qt::Key_A) << true;
    QTest::newRow("D") << int(Qt::Key_D) << false;
    QTest::newRow("Escape") << int(Qt::Key_Escape) << false;
}

void TestNearbyPage::proposalIsAnsweredByKey()
{
    QFETCH(int, key);
    QFETCH(bool, yes);
    Desk desk;
    desk.start();
    desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    QCOMPARE(desk.window->nearbyPage()->shows(), Shows::Proposal);
    desk.window->nearbyPage()->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key));
    QTRY_COMPARE(desk.scene.peer.count<cmd::Accept>() + desk.scene.peer.count<cmd::Decline>(), 1);
    QCOMPARE(desk.scene.peer.count<cmd::Accept>(), yes ? 1 : 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key(key)); // impatience changes nothing
    QTest::qWait(50);
    QCOMPARE(desk.scene.peer.count<cmd::Accept>() + desk.scene.peer.count<cmd::Decline>(), 1);
}

void TestNearbyPage::answerIsSentOnce()
{
    Desk desk;
    desk.start();
    desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    ProposalView *view = desk.window->nearbyPage()->proposal();
    view->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A);
    Proposal accepted = proposal(1);
    accepted.mine = Answer::Accepted;
    desk.tell({.ticket = ticket(), .proposal = accepted});
    QVERIFY(shownTexts(view).contains(u"You said yes"_s));
    QTest::keyClick(view, Qt::Key_D); // a yes is no longer a no
    QTest::qWait(50);
    QCOMPARE(desk.scene.peer.count<cmd::Decline>(), 0);
}

void TestNearbyPage::endIsToldInWords_data()
{
    QTest::addColumn<Outcome>("outcome");
    QTest::addColumn<bool>("mine");
    QTest::newRow("refused by the other") << Outcome::Refused << false;
    QTest::newRow("silence of the other") << Outcome::TimedOut << false;
    QTest::newRow("own silence") << Outcome::TimedOut << true;
    QTest::newRow("other is gone") << Outcome::Gone << false;
}

void TestNearbyPage::endIsToldInWords()
{
    QFETCH(Outcome, outcome);
    QFETCH(bool, mine);
    Desk desk;
    desk.start();
    NearbyPage *page = desk.window->nearbyPage();
    desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    if (mine)
        desk.tell({.ended = ended(1, outcome, mine)});
    else
        desk.tell({.ticket = ticket(), .ended = ended(1, outcome, mine)});
    QCOMPARE(page->shows(), mine ? Shows::Search : Shows::Waiting);
    QVERIFY(shownTexts(page).contains(client::sentence(outcome, mine)));
}

void TestNearbyPage::oldEndIsNoNews()
{
    Desk desk;
    desk.scene.nearby.version = 1;
    desk.scene.nearby.ended = ended(1, Outcome::TimedOut, true);
    desk.start();
    QVERIFY(!shownTexts(desk.window->nearbyPage()).contains(client::sentence(Outcome::TimedOut, true)));
}

void TestNearbyPage::matchOpensTheRoom()
{
    Desk desk;
    desk.start();
    NearbyPage *page = desk.window->nearbyPage();
    desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    protocol::Room room = client::test::room(roomId(7), 0);
    room.distance = Reach::Km5;
    QSignalSpy opened(&desk.session(), &client::Session::roomOpened);
    desk.scene.peer.tell(ev::RoomState{room});
    QVERIFY(opened.wait());
    desk.tell({.ended = ended(1, Outcome::Accepted, false, roomId(7))});
    QCOMPARE(page->shows(), Shows::Proposal);
    QVERIFY(shownTexts(page).join(u' ').contains(u"Bora"_s));
    QVERIFY(shownTexts(page).join(u' ').contains(client::distanceLabel(Reach::Km5)));
    page->focusFirst();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(desk.window->place(), MainWindow::Place::Chats);
    QCOMPARE(page->shows(), Shows::Search);
}

void TestNearbyPage::countdownFollowsTheDeadline()
{
    Desk desk;
    desk.start();
    desk.tell({.ticket = ticket(), .proposal = proposal(1, 12s)});
    const auto *ring = desk.window->nearbyPage()->proposal()->findChild<CountdownRing *>();
    QVERIFY(ring->secondsShown() >= 11 && ring->secondsShown() <= 12);
}

void TestNearbyPage::panicKeyDeclinesAtOnceAndOffersMore()
{
    Desk desk;
    desk.start();
    desk.tell({.ticket = ticket(), .proposal = proposal(1)});
    QTest::keyClick(desk.window.get(), Qt::Key_X, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(desk.scene.peer.count<cmd::Decline>(), 1); // one input
    auto *dialog = desk.window->findChild<LeftDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QTest::keyClick(dialog, Qt::Key_B); // the second
    QTRY_COMPARE(desk.scene.peer.count<cmd::Block>(), 1);
    QVERIFY(desk.scene.peer.asked<cmd::Block>().first().proposal == proposalId(1));
}

void TestNearbyPage::ownPlaceBecomesACell()
{
    OwnPlace place(nullptr, [](QObject *parent) { return new FakeSource(FakeSource::Does::Answer, parent); });
    Cell found;
    connect(&place, &OwnPlace::found, this, [&](Cell cell) { found = cell; });
    place.find(2);
    QVERIFY(found == Cell::containing({37.498, 127.0276}, 2));
    QVERIFY(!place.isFinding());
}

void TestNearbyPage::ownPlaceFailsInTime_data()
{
    QTest::addColumn<int>("does");
    QTest::addColumn<OwnPlace::Failure>("failure");
    QTest::newRow("no service") << -1 << OwnPlace::Failure::Missing;
    QTest::newRow("refused") << int(FakeSource::Does::Refuse) << OwnPlace::Failure::Denied;
    QTest::newRow("denied from the beginning, without a signal") << int(FakeSource::Does::Deny) << OwnPlace::Failure::Denied;
    QTest::newRow("silence") << int(FakeSource::Does::Nothing) << OwnPlace::Failure::Silent;
}

void TestNearbyPage::ownPlaceFailsInTime()
{
    QFETCH(int, does);
    QFETCH(OwnPlace::Failure, failure);
    OwnPlace place(nullptr, [does](QObject *parent) { return does < 0 ? nullptr : new FakeSource(FakeSource::Does(does), parent); }, 50ms);
    std::optional<OwnPlace::Failure> got;
    connect(&place, &OwnPlace::failed, this, [&](OwnPlace::Failure told) { got = told; });
    place.find(2);
    QTRY_VERIFY(got.has_value());
    QCOMPARE(*got, failure);
    QVERIFY(!place.isFinding());
}

QTEST_MAIN(TestNearbyPage)
#include "tst_nearby_page.moc"
