// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest>

#include "client/core/state/reduce.h"
#include "dates.h"

using namespace jjak;
using namespace jjak::client;
using namespace jjak::client::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

class TestReduceDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void lowerVersionNeverReplaces();
    void everyOrderOfVersionsEndsInTheHighest();
    void newConnectionStartsAnew();
    void eventsAreSortedByTheirBeginning();
    void closedEventGoesAndDoesNotComeBack();
    void snapshotReadBeforeAnEventDoesNotUndoIt();
    void snapshotDropsWhatHasEnded();
    void roomOfADateKeepsTitleAndHiddenSeats();
    void expiredRoomGoesAndOthersStay();
    void wordsFallBackToAnotherLanguage();
};

void TestReduceDates::lowerVersionNeverReplaces()
{
    State state;
    const BlindDate high = sitting(5, DatePhase::Arrow), low = sitting(4, DatePhase::Talk);
    QCOMPARE(applyBlindDate(state, high).back(), Effect(effect::DateChanged{}));
    QVERIFY(applyBlindDate(state, low).empty());
    QVERIFY(applyBlindDate(state, high).empty());
    QVERIFY(apply(state, ev::DateState{low}, Time()).empty());
    QCOMPARE(state.blindDate, high);
}

void TestReduceDates::everyOrderOfVersionsEndsInTheHighest()
{
    QList<int> order{1, 2, 3, 4};
    do {
        State state;
        for (const int version : order)
            applyBlindDate(state, sitting(version, DatePhase(version)));
        QCOMPARE(state.blindDate, sitting(4, DatePhase(4)));
    } while (std::next_permutation(order.begin(), order.end()));
}

void TestReduceDates::newConnectionStartsAnew()
{
    State state;
    applyBlindDate(state, sitting(50, DatePhase::Talk));
    beginConnection(state);
    applyBlindDate(state, sitting(3, DatePhase::Arrow));
    QCOMPARE(state.blindDate, sitting(3, DatePhase::Arrow));
}

void TestReduceDates::eventsAreSortedByTheirBeginning()
{
    State state;
    for (const int number : {3, 1, 2})
        applyEvent(state, eventInfo(number, 1, evening + std::chrono::hours(number)));
    QCOMPARE(state.events.size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(state.events[i].event, eventId(i + 1));
    auto moved = eventInfo(1, 2, evening + 9h);
    QCOMPARE(applyEvent(state, moved), Effects{effect::EventsChanged{}});
    QCOMPARE(state.events.last(), moved);
    QVERIFY(applyEvent(state, eventInfo(1, 1, evening)).empty());
    QCOMPARE(state.events.last(), moved);
}

void TestReduceDates::closedEventGoesAndDoesNotComeBack()
{
    State state;
    applyEvent(state, eventInfo(1, 1, evening));
    auto closed = eventInfo(1, 2, evening);
    closed.closed = true;
    QCOMPARE(applyEvent(state, closed), Effects{effect::EventsChanged{}});
    QVERIFY(state.events.isEmpty());
    QVERIFY(applyEvent(state, eventInfo(1, 1, evening)).empty());
    QVERIFY(state.events.isEmpty());
}

void TestReduceDates::snapshotReadBeforeAnEventDoesNotUndoIt()
{
    State state;
    beginListing(state);
    applyEvent(state, eventInfo(2, 1, evening));
    auto closed = eventInfo(1, 2, evening);
    closed.closed = true;
    applyEvent(state, closed);
    applyEvents(state, {eventInfo(1, 1, evening)});
    QCOMPARE(state.events, QList{eventInfo(2, 1, evening)});
}

void TestReduceDates::snapshotDropsWhatHasEnded()
{
    State state;
    applyEvent(state, eventInfo(1, 1, evening));
    beginListing(state);
    QCOMPARE(applyEvents(state, {eventInfo(2, 1, evening)}), Effects{effect::EventsChanged{}});
    QCOMPARE(state.events, QList{eventInfo(2, 1, evening)});
}

void TestReduceDates::roomOfADateKeepsTitleAndHiddenSeats()
{
    State state;
    BlindDate now = sitting(1, DatePhase::Talk);
    now.date->hidden = {3};
    applyBlindDate(state, now);
    QVERIFY(state.dateRooms.value(dateRoomId()).heading.isEmpty());
    // The title may be told later, and stays when the event has ended and another date has begun.
    const Effects effects = applyEvent(state, eventInfo(1, 1, evening));
    QCOMPARE(effects.back(), Effect(effect::DateRoomChanged{dateRoomId()}));
    applyEvents(state, {});
    BlindDate empty;
    empty.version = 2;
    applyBlindDate(state, empty);
    const DateRoom kept = state.dateRooms.value(dateRoomId());
    QCOMPARE(kept, (DateRoom{scriptId(1), eventId(1), u"Saturday evening"_s, {3}}));
    QVERIFY(titleOf(state, dateRoom(0)).contains(u"Saturday evening"_s));
    QVERIFY(!titleOf(dateRoom(0)).contains(u"Saturday evening"_s));
    QVERIFY(titleOf(dateRoom(0)).contains(u"2026"_s));
}

void TestReduceDates::expiredRoomGoesAndOthersStay()
{
    State state;
    Room soon = dateRoom(0);
    soon.expires = evening;
    applyRooms(state, {soon, test::room(roomId(9), 0)});
    QCOMPARE(nextExpiry(state), std::optional(evening));
    QVERIFY(expireRooms(state, evening - 1ms).empty());
    QCOMPARE(expireRooms(state, evening), Effects{effect::RoomGone{dateRoomId()}});
    QCOMPARE(state.rooms.keys(), QList{roomId(9)});
    QVERIFY(!nextExpiry(state));
}

void TestReduceDates::wordsFallBackToAnotherLanguage()
{
    ScriptWords words;
    QVERIFY(!words.line(scriptId(1), u"hello"_s, u"en"_s));
    words.put(scriptId(1), u"en"_s, {});
    QVERIFY(words.has(scriptId(1), u"en"_s) && !words.hasAny(scriptId(1)));
    words.put(scriptId(1), u"ko"_s, {{u"hello"_s, u"안녕하세요"_s}});
    QCOMPARE(words.line(scriptId(1), u"hello"_s, u"en"_s), std::optional(u"안녕하세요"_s));
    words.put(scriptId(1), u"en"_s, {{u"hello"_s, u"Hello"_s}});
    QCOMPARE(words.line(scriptId(1), u"hello"_s, u"en"_s), std::optional(u"Hello"_s));
    QVERIFY(!words.line(scriptId(2), u"hello"_s, u"en"_s));
    QVERIFY(words.line(ScriptId(), u"hello"_s, u"ko"_s));
}

QTEST_GUILESS_MAIN(TestReduceDates)
#include "tst_reduce_dates.moc"
