// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTemporaryDir>
#include <QtTest>

#include "client/core/settings/settings.h"
#include "noticing.h"
#include "tables.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using What = ShowNotice::What;
using Kind = About::Kind;

//! Which notifications there are. What is shown, replaced and withdrawn; quiet hours; what is told of it.
class TestNotices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void quietHoursGoOverMidnight_data();
    void quietHoursGoOverMidnight();
    void aPauseEndsByItselfAndByNoClockLater();
    void messageIsShownOnceForEachRoom();
    void whatIsNoNewsIsNotShown_data();
    void whatIsNoNewsIsNotShown();
    void quietHoursAndPauseHoldMessagesBack();
    void whatWasAskedForPassesQuietHours();
    void offMeansNothingAtAll();
    void hiddenCarriesNeitherNameNorWords();
    void readAnywhereWithdrawsIt();
    void partlyReadKeepsIt();
    void lookingAtItWithdrawsIt();
    void roomThatIsGoneLeftOrSilencedWithdrawsIt();
    void deletedMessageIsNotReadableAnyMore();
    void editedMessageIsReplaced();
    void closedByHandIsNotWithdrawnAgain();
    void proposalIsToldOnceAndWithdrawnWithItsAnswer();
    void matchIsToldUnlessItIsLookedAt();
    void dateIsToldWhenItBeginsAndWhenItAsks();
    void dateThatIsOverOrLeftIsWithdrawn();
    void reminderGoesWhenOneHasCome();
    void reminderOfATableGoesWithItsRoomOrItsSeat();
    void signingOutWithdrawsEverything();
    void choicesSurvive();
    void damagedChoicesAreAsAtFirst();
};

namespace {

Message said(qint64 seq, const QString &text = u"안녕하세요"_s)
{
    Message out = message(seq, 2, text);
    out.at = evening;
    return out;
}

Room unreadRoom(int number, qint64 head, qint64 read = 0)
{
    Room out = room(roomId(number), head);
    for (Member &member : out.members)
        if (member.number == out.me)
            member.read = read;
    return out;
}

About about(int number)
{
    return {Kind::Room, roomId(number), {}};
}

Nearby proposed(int number, Answer mine = Answer::Open)
{
    SeededRng rng{std::uint64_t(number)};
    Nearby out;
    out.proposal = Proposal{ProposalId::random(rng), evening + 30s, mine, false};
    return out;
}

Nearby endedLike(const Nearby &before, Outcome outcome, std::optional<RoomId> room = {})
{
    Nearby out;
    out.ended = Ended{before.proposal->proposal, outcome, false, room};
    return out;
}

const About proposal{Kind::Proposal, {}, {}};

} // namespace

void TestNotices::quietHoursGoOverMidnight_data()
{
    QTest::addColumn<QuietHours>("hours");
    QTest::addColumn<int>("minute");
    QTest::addColumn<bool>("expected");
    const QuietHours over{true, 22 * 60, 8 * 60}, within{true, 9 * 60, 17 * 60}, all{true, 600, 600};
    QTest::newRow("evening") << over << 22 * 60 << true;
    QTest::newRow("just before") << over << 22 * 60 - 1 << false;
    QTest::newRow("midnight") << over << 0 << true;
    QTest::newRow("last minute") << over << 8 * 60 - 1 << true;
    QTest::newRow("morning") << over << 8 * 60 << false;
    QTest::newRow("by day, within") << within << 12 * 60 << true;
    QTest::newRow("by day, after") << within << 17 * 60 << false;
    QTest::newRow("by day, night") << within << 60 << false;
    QTest::newRow("same time") << all << 0 << true;
    QTest::newRow("off") << QuietHours{false, 0, 0} << 5 << false;
}

void TestNotices::quietHoursGoOverMidnight()
{
    QFETCH(QuietHours, hours);
    QFETCH(int, minute);
    QTEST(isQuiet(hours, minute), "expected");
}

void TestNotices::aPauseEndsByItselfAndByNoClockLater()
{
    NotifyChoice choice;
    QVERIFY(!isPaused(choice, evening));
    choice.pausedUntil = evening + 1h;
    QVERIFY(isPaused(choice, evening));
    QVERIFY(isPaused(choice, evening + 1h - 1ms));
    QVERIFY(!isPaused(choice, evening + 1h));
    QVERIFY(!isPaused(choice, evening - 48h)); // the clock was set back
}

void TestNotices::messageIsShownOnceForEachRoom()
{
    Notices notices;
    const auto first = notices.arrived(unreadRoom(1, 1), false, said(1), at());
    QVERIFY(shown(first));
    QVERIFY(shown(first)->about == about(1) && shown(first)->what == What::Message && !shown(first)->isStrong());
    QCOMPARE(shown(first)->unread, 1);
    const auto second = notices.arrived(unreadRoom(1, 2), false, said(2), at()); // one effect: it replaces, nothing is stacked
    QVERIFY(shown(second));
    QVERIFY(shown(second)->about == about(1));
    QCOMPARE(shown(second)->unread, 2);
    QCOMPARE(shown(second)->message.seq, 2);
    QVERIFY(shown(notices.arrived(unreadRoom(2, 1), false, said(1), at()))->about == about(2));
    QCOMPARE(notices.clear().size(), 2u);
}

void TestNotices::whatIsNoNewsIsNotShown_data()
{
    QTest::addColumn<Room>("where");
    QTest::addColumn<Message>("what");
    QTest::addColumn<bool>("silent");
    QTest::addColumn<bool>("looking");
    Message own = said(1), notice = said(1), host = said(1), deleted = said(1), old = said(1);
    own.author = 1;
    notice.kind = MessageKind::Notice;
    host.kind = MessageKind::Host;
    deleted.deleted = evening;
    old.at = evening - Notices::stillNew - 1ms;
    Room date = dateRoom(1);
    QTest::newRow("own") << unreadRoom(1, 1) << own << false << false;
    QTest::newRow("notice") << unreadRoom(1, 1) << notice << false << false;
    QTest::newRow("host") << unreadRoom(1, 1) << host << false << false;
    QTest::newRow("deleted") << unreadRoom(1, 1) << deleted << false << false;
    QTest::newRow("missed long ago") << unreadRoom(1, 1) << old << false << false;
    QTest::newRow("read elsewhere already") << unreadRoom(1, 1, 1) << said(1) << false << false;
    QTest::newRow("in a date") << date << said(1) << false << false;
    QTest::newRow("silent room") << unreadRoom(1, 1) << said(1) << true << false;
    QTest::newRow("looked at") << unreadRoom(1, 1) << said(1) << false << true;
}

void TestNotices::whatIsNoNewsIsNotShown()
{
    QFETCH(Room, where);
    QFETCH(Message, what);
    QFETCH(bool, silent);
    QFETCH(bool, looking);
    Surroundings now = at();
    if (looking)
        now.room = where.room;
    Notices notices;
    QVERIFY(notices.arrived(where, silent, what, now).empty());
    now.room = roomId(9); // somebody looks at another one
    QVERIFY(shown(notices.arrived(unreadRoom(1, 1), false, said(1), now)));
}

void TestNotices::quietHoursAndPauseHoldMessagesBack()
{
    Notices notices;
    QVERIFY(notices.arrived(unreadRoom(1, 1), false, said(1), quiet()).empty());
    Surroundings paused = at();
    paused.choice.pausedUntil = evening + 20min;
    QVERIFY(notices.arrived(unreadRoom(1, 2), false, said(2), paused).empty());
    paused.now += 20min;
    const auto after = notices.arrived(unreadRoom(1, 3), false, said(3), paused);
    QVERIFY(shown(after));
    QCOMPARE(shown(after)->unread, 3); // what was held back is counted
}

void TestNotices::whatWasAskedForPassesQuietHours()
{
    Notices notices;
    Surroundings now = quiet();
    now.choice.pausedUntil = evening + 20min;
    QVERIFY(shown(notices.nearbyIs(proposed(1), now)));
    QVERIFY(shown(notices.dateIs(sitting(1, DatePhase::Welcome), now)));
    const auto reminder = notices.reminded(occasionOf(eventInfo(1, 1, evening + 10min)), 10, now);
    QVERIFY(shown(reminder) && shown(reminder)->isStrong());
    QCOMPARE(shown(reminder)->minutes, 10);
}

void TestNotices::offMeansNothingAtAll()
{
    Notices notices;
    const Surroundings off = at(NotifyDetail::Off);
    QVERIFY(notices.arrived(unreadRoom(1, 1), false, said(1), off).empty());
    QVERIFY(notices.nearbyIs(proposed(1), off).empty());
    QVERIFY(notices.dateIs(sitting(1, DatePhase::Welcome), off).empty());
    QVERIFY(notices.reminded(occasionOf(eventInfo(1, 1, evening)), 1, off).empty());
    QVERIFY(notices.clear().empty());
}

void TestNotices::hiddenCarriesNeitherNameNorWords()
{
    Notices notices;
    const auto effects = notices.arrived(unreadRoom(1, 1), false, said(1), at(NotifyDetail::Hidden));
    QVERIFY(shown(effects) && shown(effects)->hidden);
    QVERIFY(shown(effects)->message == Message());
    const auto reminder = notices.reminded(occasionOf(eventInfo(1, 1, evening)), 1, at(NotifyDetail::Hidden));
    QVERIFY(shown(reminder) && shown(reminder)->hidden && shown(reminder)->occasion == Occasion());
    const Room read = unreadRoom(1, 1, 1);
    QVERIFY(withdraws(notices.roomIs(roomId(1), &read, false), about(1))); // although it knows no message
}

void TestNotices::readAnywhereWithdrawsIt()
{
    Notices notices;
    notices.arrived(unreadRoom(1, 1), false, said(1), at());
    notices.arrived(unreadRoom(2, 1), false, said(1), at());
    const Room read = unreadRoom(1, 1, 1);
    QVERIFY(withdraws(notices.roomIs(roomId(1), &read, false), about(1)));
    QVERIFY(notices.roomIs(roomId(1), &read, false).empty());
}

void TestNotices::partlyReadKeepsIt()
{
    Notices notices;
    notices.arrived(unreadRoom(1, 3), false, said(3), at());
    const Room some = unreadRoom(1, 3, 2), all = unreadRoom(1, 3, 3);
    QVERIFY(notices.roomIs(roomId(1), &some, false).empty());
    QVERIFY(withdraws(notices.roomIs(roomId(1), &all, false), about(1)));
}

void TestNotices::lookingAtItWithdrawsIt()
{
    Notices notices;
    notices.arrived(unreadRoom(1, 1), false, said(1), at());
    notices.arrived(unreadRoom(2, 1), false, said(1), at());
    notices.nearbyIs(proposed(1), at());
    Surroundings now = at();
    now.room = roomId(2);
    QVERIFY(withdraws(notices.looked(now), about(2)));
    now.room = {};
    now.nearby = true;
    QVERIFY(withdraws(notices.looked(now), proposal));
    QVERIFY(notices.looked(now).empty());
    QVERIFY(withdraws(notices.clear(), about(1)));
}

void TestNotices::roomThatIsGoneLeftOrSilencedWithdrawsIt()
{
    Notices notices;
    const auto tell = [&] { notices.arrived(unreadRoom(1, 1), false, said(1), at()); };
    tell();
    QVERIFY(withdraws(notices.roomIs(roomId(1), nullptr, false), about(1)));
    tell();
    Room left = unreadRoom(1, 1);
    QVERIFY(notices.roomIs(roomId(1), &left, false).empty());
    QVERIFY(withdraws(notices.roomIs(roomId(1), &left, true), about(1)));
    tell();
    for (Member &member : left.members)
        member.left = member.number == left.me;
    QVERIFY(withdraws(notices.roomIs(roomId(1), &left, false), about(1)));
}

void TestNotices::deletedMessageIsNotReadableAnyMore()
{
    Notices notices;
    const Room where = unreadRoom(1, 2);
    notices.arrived(where, false, said(2), at());
    Message gone = said(1);
    gone.text.clear();
    gone.deleted = evening;
    QVERIFY(notices.changed(where, gone, at()).empty()); // not the one that is shown
    gone.seq = 2;
    QVERIFY(withdraws(notices.changed(where, gone, at()), about(1)));
}

void TestNotices::editedMessageIsReplaced()
{
    Notices notices;
    const Room where = unreadRoom(1, 1);
    notices.arrived(where, false, said(1), at());
    Message now = said(1, u"other words"_s);
    QVERIFY(notices.changed(where, now, at()).empty()); // a reaction
    now.edited = evening;
    const auto effects = notices.changed(where, now, at());
    QVERIFY(shown(effects) && shown(effects)->message.text == now.text);
    QVERIFY(notices.changed(where, now, at(NotifyDetail::Hidden)).empty()); // no words, nothing to replace
    QVERIFY(notices.changed(unreadRoom(2, 1), now, at()).empty());
}

void TestNotices::closedByHandIsNotWithdrawnAgain()
{
    Notices notices;
    notices.arrived(unreadRoom(1, 1), false, said(1), at());
    notices.closed(about(1));
    QVERIFY(notices.clear().empty());
}

void TestNotices::proposalIsToldOnceAndWithdrawnWithItsAnswer()
{
    Notices notices;
    const auto first = notices.nearbyIs(proposed(1), at());
    QVERIFY(shown(first) && shown(first)->what == What::Proposal && shown(first)->isStrong());
    QVERIFY(notices.nearbyIs(proposed(1), at()).empty());
    QVERIFY(withdraws(notices.nearbyIs(proposed(1, Answer::Accepted), at()), proposal));
    QVERIFY(notices.nearbyIs(proposed(2, Answer::Accepted), at()).empty()); // answered on another device
    QVERIFY(shown(notices.nearbyIs(proposed(3), at())));
    QVERIFY(withdraws(notices.nearbyIs(endedLike(proposed(3), Outcome::TimedOut), at()), proposal));
    Surroundings looking = at();
    looking.nearby = true;
    QVERIFY(notices.nearbyIs(proposed(4), looking).empty());
    QVERIFY(notices.nearbyIs(proposed(4), at()).empty()); // was seen
}

void TestNotices::matchIsToldUnlessItIsLookedAt()
{
    Notices notices;
    notices.nearbyIs(proposed(1, Answer::Accepted), at());
    const Nearby met = endedLike(proposed(1), Outcome::Accepted, roomId(5));
    const auto effects = notices.nearbyIs(met, at());
    QVERIFY(shown(effects) && shown(effects)->what == What::Match && shown(effects)->about == about(5));
    QVERIFY(notices.nearbyIs(met, at()).empty());
    const Room empty = unreadRoom(5, 0);
    QVERIFY(notices.roomIs(roomId(5), &empty, false).empty()); // there is nothing to read yet
    QVERIFY(shown(notices.arrived(unreadRoom(5, 1), false, said(1), at()))->about == about(5)); // takes its place
    QVERIFY(Notices().nearbyIs(met, at()).empty()); // an old one, at the start
    Notices other;
    other.nearbyIs(proposed(1, Answer::Accepted), at());
    Surroundings looking = at();
    looking.nearby = true;
    QVERIFY(other.nearbyIs(met, looking).empty());
}

void TestNotices::dateIsToldWhenItBeginsAndWhenItAsks()
{
    Notices notices;
    const About date{Kind::Date, dateRoomId(), {}};
    const auto begins = notices.dateIs(sitting(1, DatePhase::Welcome), at());
    QVERIFY(shown(begins) && shown(begins)->what == What::Date && shown(begins)->about == date);
    QVERIFY(notices.dateIs(sitting(2, DatePhase::Talk), at()).empty());
    const auto asks = notices.dateIs(sitting(3, DatePhase::Arrow), at());
    QVERIFY(shown(asks) && shown(asks)->what == What::Arrow && shown(asks)->about == date);
    QVERIFY(notices.dateIs(sitting(4, DatePhase::Arrow), at()).empty());
    Surroundings looking = at();
    looking.date = true;
    QVERIFY(withdraws(notices.looked(looking), date));
    QVERIFY(Notices().dateIs(sitting(1, DatePhase::Welcome), looking).empty());
}

void TestNotices::dateThatIsOverOrLeftIsWithdrawn()
{
    const About about{Kind::Date, dateRoomId(), {}};
    Notices notices;
    notices.dateIs(sitting(1, DatePhase::Talk), at());
    QVERIFY(withdraws(notices.dateIs(sitting(2, DatePhase::Closed), at()), about));
    QVERIFY(Notices().dateIs(sitting(1, DatePhase::Closed), at()).empty());
    Notices other;
    other.dateIs(sitting(1, DatePhase::Talk), at());
    BlindDate left = sitting(2, DatePhase::Talk);
    for (Seat &seat : left.date->seats)
        if (seat.number == left.date->me)
            seat.state = SeatState::Left;
    QVERIFY(withdraws(other.dateIs(left, at()), about));
}

void TestNotices::reminderGoesWhenOneHasCome()
{
    Notices notices;
    const EventInfo event = eventInfo(1, 1, evening + 1min);
    QVERIFY(shown(notices.reminded(occasionOf(event), 10, at())));
    QVERIFY(shown(notices.reminded(occasionOf(event), 1, at()))); // takes its place
    BlindDate waiting;
    waiting.lobby.emplace().event = event.event;
    QVERIFY(withdraws(notices.dateIs(waiting, at()), About{Kind::Coming, {}, event.event}));
}

void TestNotices::reminderOfATableGoesWithItsRoomOrItsSeat()
{
    Notices notices;
    Table coming = table(1, Standing::Seated);
    const About about{Kind::Coming, {}, tableId(1)};
    const auto reminder = notices.reminded(occasionOf(coming), 1, at());
    QVERIFY(shown(reminder) && shown(reminder)->isStrong());
    QCOMPARE(shown(reminder)->about, about);
    QCOMPARE(shown(reminder)->occasion.heading, u"Topic 1"_s);
    QVERIFY(notices.tableIs(coming, at()).empty());
    coming.phase = TablePhase::Open;
    coming.room = roomId(4);
    QVERIFY(notices.tableIs(coming, at()).empty()); // one has not come yet
    Surroundings there = at();
    there.room = roomId(5);
    QVERIFY(notices.looked(there).empty());
    there.room = roomId(4);
    QVERIFY(withdraws(notices.looked(there), about));
    QVERIFY(shown(notices.reminded(occasionOf(table(1, Standing::Seated)), 10, at())));
    QVERIFY(withdraws(notices.tableIs(table(1, Standing::None, 3), at()), about));
    Table ended = table(1, Standing::Seated, 4);
    ended.phase = TablePhase::Ended;
    QVERIFY(shown(notices.reminded(occasionOf(table(1, Standing::Seated)), 10, at())));
    QVERIFY(withdraws(notices.tableIs(ended, at()), about));
}

void TestNotices::signingOutWithdrawsEverything()
{
    Notices notices;
    notices.arrived(unreadRoom(1, 1), false, said(1), at());
    notices.nearbyIs(proposed(1), at());
    QCOMPARE(notices.clear(), (NoticeEffects{WithdrawNotice{about(1)}, WithdrawNotice{proposal}}));
    QVERIFY(notices.clear().empty());
}

void TestNotices::choicesSurvive()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    for (const NotifyDetail detail : {NotifyDetail::Full, NotifyDetail::Hidden, NotifyDetail::Off}) {
        const NotifyChoice choice{detail, {true, 23 * 60 + 30, 6 * 60}, evening};
        {
            client::Settings settings(path);
            settings.setNotify(choice);
            settings.setBell(false);
            settings.setUnreadTitle(false);
            settings.setCloseToTray(true);
            QVERIFY(settings.save());
        }
        const client::Settings settings(path);
        QCOMPARE(settings.notify(), choice);
        QVERIFY(!settings.bell() && !settings.unreadTitle() && settings.closeToTray());
    }
}

void TestNotices::damagedChoicesAreAsAtFirst()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"settings.ini"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("pausedUntil=soon\n[quiet]\non=true\nfrom=-5\nto=1440\n");
    file.close();
    const client::Settings settings(path);
    QCOMPARE(settings.notify().quiet, (QuietHours{true, 22 * 60, 8 * 60}));
    QVERIFY(!isPaused(settings.notify(), evening));
    QCOMPARE(settings.notify().detail, NotifyDetail::Hidden);
    QVERIFY(settings.bell() && settings.unreadTitle() && !settings.closeToTray());
}

QTEST_GUILESS_MAIN(TestNotices)
#include "tst_notices.moc"
