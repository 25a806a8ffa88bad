// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;
using namespace Qt::StringLiterals;

class TestDateLobby : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void seatsAreTakenInOrderOfArrival()
    {
        Evening e;
        e.setClock(-5min);
        for (int i = 1; i <= 3; ++i) {
            const DateStep done = e.tell(Entered{e.person(i), i == 2});
            QVERIFY(done.changed && done.seenByAll && !done.refused);
            QCOMPARE(e.date.seats.size(), i);
            QCOMPARE(e.date.seatOf(e.person(i))->number, i);
            QCOMPARE(e.date.seatOf(e.person(i))->since, e.now());
        }
        QVERIFY(e.date.seat(2)->demo && !e.date.seat(1)->demo);
    }
    void nobodyIsSeatedTwice()
    {
        Evening e;
        e.setClock(-5min);
        e.tell(Entered{e.person(1)});
        const DateStep again = e.tell(Entered{e.person(1)});
        QVERIFY(!again.refused && !again.changed && !again.seenByAll && again.seenBy.isEmpty());
        QCOMPARE(e.date.seats.size(), 1);
    }
    void aFreeSeatIsTakenAgainButNoDateHasMoreThanItsSeats()
    {
        Evening e(3);
        e.setClock(-5min);
        e.fill(3);
        QCOMPARE(e.tell(Entered{e.person(4)}).refused, Error{ErrorCode::DatePhase});
        QVERIFY(!e.tell(Entered{e.person(2)}).refused); // already in
        const DateStep left = e.tell(SeatLeft{2});
        QCOMPARE(left.released, (QList<Released>{{e.person(2), std::nullopt}}));
        QVERIFY(left.seenByAll);
        e.tell(Entered{e.person(4)});
        QCOMPARE(e.date.seatOf(e.person(4))->number, 2);
        QCOMPARE(e.date.seats[1].number, 2);
    }
    void aFullDateStartsAtOnceButNotBeforeTheEvent()
    {
        Evening e;
        e.setClock(-5min);
        e.fill(7);
        QVERIFY(e.date.inLobby());
        QCOMPARE(lobbyStart(e.date, e.programme()), e.from());
        QCOMPARE(dueAt(e.date, e.programme()), e.from());
        e.setClock(-1ms);
        QVERIFY(!e.tell(TimePassed{}).started);
        e.setClock(0ms);
        const DateStep done = e.tellLate(TimePassed{});
        QVERIFY(done.started && done.seenByAll);
        QCOMPARE(done.lines, (QList<HostLine>{{u"w1"_s}}));
        QCOMPARE(e.date.act, 0);
        QCOMPARE(e.date.started, e.from());
        QVERIFY(e.date.room && !e.date.room->isNull());
    }
    void theLastSeatTakenStartsADateOfARunningEvent()
    {
        Evening e;
        e.openAt(10min);
        e.fill(6);
        QVERIFY(e.date.inLobby());
        QVERIFY(e.tell(Entered{e.person(7)}).started);
        QCOMPARE(e.date.since, e.from() + 10min);
    }
    void theQuorumStartsAMinuteAfterTheEvent()
    {
        Evening e;
        e.openAt(-5min);
        e.fill(3);
        QCOMPARE(lobbyStart(e.date, e.programme()), std::nullopt);
        e.tell(Entered{e.person(4)});
        QCOMPARE(lobbyStart(e.date, e.programme()), e.from() + 60s);
        e.playTo(60s - 1ms);
        QVERIFY(e.date.inLobby());
        e.playTo(60s);
        QCOMPARE(e.date.act, 0);
        QCOMPARE(e.date.seats.size(), 4);
    }
    //! Nobody is put into a date of four in the second in which they open it.
    void theQuorumOfALaterLobbyCountsFromItsOpening()
    {
        Evening e;
        e.openAt(10min);
        e.fill(4);
        QCOMPARE(lobbyStart(e.date, e.programme()), e.from() + 11min);
        e.playTo(11min - 1ms);
        QVERIFY(e.date.inLobby());
        e.playTo(11min);
        QVERIFY(e.date.started.has_value());
    }
    void whoCompletesTheQuorumLateStartsTheDateAtOnce()
    {
        Evening e;
        e.fill(3);
        e.playTo(40min);
        QVERIFY(e.tell(Entered{e.person(4)}).started);
        QCOMPARE(e.date.since, e.now());
    }
    void aSmallDateNeedsNoMoreThanItsSeats()
    {
        Evening e(2);
        e.fill(1);
        QCOMPARE(lobbyStart(e.date, e.programme()), std::nullopt);
        e.fill(2);
        QVERIFY(e.date.started.has_value());
    }
    void numbersAndAliasesAreDealtByChance()
    {
        QMap<int, int> ofTheFirst;
        QSet<QString> aliases;
        for (quint64 seed = 1; seed <= 700; ++seed) {
            Evening e(7, seed);
            e.fill(7);
            QSet<AccountId> accounts;
            for (int i = 0; i < 7; ++i) {
                QCOMPARE(e.date.seats[i].number, i + 1);
                accounts.insert(e.date.seats[i].account);
            }
            QCOMPARE(accounts.size(), 7);
            ++ofTheFirst[e.date.seatOf(e.person(1))->number];
            aliases.insert(e.date.seats[0].alias.toText());
        }
        QCOMPARE(ofTheFirst.size(), 7);
        for (const int times : std::as_const(ofTheFirst))
            QVERIFY2(times > 60 && times < 140, qPrintable(QString::number(times)));
        QVERIFY(aliases.size() > 500);
    }
    void topicsAreDrawnWithoutRepetition()
    {
        QSet<QString> seen;
        for (quint64 seed = 1; seed <= 200; ++seed) {
            Evening e(7, seed);
            e.fill(7);
            QCOMPARE(e.date.topics.size(), 3);
            QSet<QString> packs;
            for (const QString &topic : std::as_const(e.date.topics)) {
                packs.insert(topic.section(u'.', 0, 0));
                seen.insert(topic);
            }
            QCOMPARE(packs.size(), 3);
        }
        QCOMPARE(seen.size(), 8);
    }
    void aPackComesAgainOnlyWhenAllHaveCome()
    {
        for (quint64 seed = 1; seed <= 100; ++seed) {
            Evening e(7, seed);
            e.script.packs = {{u"a"_s, {u"a.1"_s, u"a.2"_s, u"a.3"_s}}, {u"b"_s, {u"b.1"_s}}};
            e.fill(7);
            QCOMPARE(QSet<QString>(e.date.topics.begin(), e.date.topics.end()).size(), 3);
            QCOMPARE(e.date.topics.filter(u"b.1"_s).size(), 1);
            QVERIFY(e.date.topics[2] != u"b.1"_s);
        }
    }
    void whoIsLostTooLongLosesThePlace()
    {
        Evening e;
        e.setClock(-5min);
        e.fill(3);
        QVERIFY(!e.tell(SeatLost{2}).seenByAll);
        e.playTo(-5min + 10s);
        e.tell(SeatLost{2}); // told again: counted from the first time
        e.playTo(-5min + 20s - 1ms);
        QCOMPARE(e.date.seats.size(), 3);
        e.playTo(-5min + 20s);
        QCOMPARE(e.released, (QList<Released>{{e.person(2), LobbyEnd::Lost}}));
        QCOMPARE(e.date.seats.size(), 2);
    }
    void whoComesBackKeepsThePlace()
    {
        Evening e;
        e.setClock(-5min);
        e.fill(3);
        e.tell(SeatLost{2});
        e.playTo(-5min + 19s);
        e.tell(SeatBack{2});
        e.playTo(-1min);
        QCOMPARE(e.date.seats.size(), 3);
        QVERIFY(e.released.isEmpty());
    }
    void whoIsLostAtTheStartStillCounts()
    {
        Evening e;
        e.setClock(-5s);
        e.fill(7);
        for (int i = 1; i <= 7; ++i)
            e.tell(SeatLost{i});
        e.playTo(0s);
        QCOMPARE(e.date.act, 0);
        QCOMPARE(e.date.seats.size(), 7);
        QVERIFY(std::ranges::all_of(e.date.seats, [&](const Seat &s) { return s.state == SeatState::Here && s.lost == e.from() - 5s; }));
    }
    //! The start deals the numbers anew, and what comes in that very step still means the person.
    void whoActsAtTheMomentOfTheStartIsWhoIsMeant()
    {
        for (quint64 seed = 1; seed <= 20; ++seed) {
            Evening e(7, seed);
            e.openAt(-1min);
            e.fill(7);
            e.tell(SeatLost{5});
            e.setClock(0ms);
            Evening other = e;
            e.tellLate(SeatLeft{3});
            QVERIFY(e.date.started.has_value());
            for (const Seat &seat : std::as_const(e.date.seats))
                QCOMPARE(seat.state == SeatState::Left, seat.account == e.person(3));
            other.tellLate(SeatBack{5});
            QVERIFY(std::ranges::none_of(other.date.seats, [](const Seat &s) { return s.lost.has_value(); }));
        }
    }
    void anEmptyLobbyCloses()
    {
        Evening e;
        e.setClock(-5min);
        e.fill(2);
        e.tell(SeatLeft{1});
        QVERIFY(!e.date.closed);
        e.tell(SeatLeft{2});
        QVERIFY(e.date.closed && !e.date.started);
        QCOMPARE(e.date.ended, e.now());
        QCOMPARE(dueAt(e.date, e.programme()), std::nullopt);
    }
    void closedDoorsLetEverybodyGo()
    {
        Evening e;
        e.setClock(-5min);
        e.fill(3);
        e.tell(DoorsClosed{});
        QCOMPARE(e.released.size(), 3);
        QVERIFY(std::ranges::all_of(e.released, [](const Released &r) { return r.reason == LobbyEnd::EventClosed; }));
        QVERIFY(e.date.closed && e.date.seats.isEmpty());
        QCOMPARE(e.tell(Entered{e.person(4)}).refused, Error{ErrorCode::DatePhase});
    }
    void theEventsEndLetsEverybodyGo()
    {
        Evening e;
        e.fill(3);
        e.playTo(2h - 1ms);
        QVERIFY(e.date.inLobby());
        e.playTo(2h);
        QVERIFY(e.date.closed);
        QCOMPARE(e.released.size(), 3);
    }
    void nobodyIsPromisedAStartAfterTheEnd()
    {
        Evening e;
        e.openAt(2h - 60s);
        e.fill(4);
        QCOMPARE(lobbyStart(e.date, e.programme()), std::nullopt);
        e.playTo(2h);
        QVERIFY(e.date.closed && !e.date.started);
    }
    void aMomentTooLateKeepsThePromisedStartAndASleepDoesNot()
    {
        for (const auto &[late, starts] : {std::pair<Duration, bool>{4s, true}, {6s, false}}) {
            Evening e;
            e.openAt(2h - 61s);
            e.fill(4);
            e.setClock(2h - 1s + late);
            e.tellLate(TimePassed{});
            QCOMPARE(e.date.started.has_value(), starts);
            QCOMPARE(e.released.size(), starts ? 0 : 4);
        }
    }
    void mergedLobbiesKeepWhoWaitsLongerInFront()
    {
        Evening a, b;
        a.setClock(-5min);
        b.openAt(-4min);
        b.date.event = a.date.event;
        a.tell(Entered{a.person(1)});
        b.tell(Entered{a.person(2)});
        a.setClock(-3min);
        a.tell(Entered{a.person(3)});
        const auto one = merged(b.date, a.date);
        QVERIFY(one.has_value());
        QCOMPARE(one->id, b.date.id);
        QCOMPARE(one->opened, a.date.opened);
        QCOMPARE(one->since, a.date.opened);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(one->seat(i)->account, a.person(i));
        QCOMPARE(merged(b.date, a.date)->seats, merged(a.date, b.date)->seats);
    }
    void lobbiesThatDoNotFitAreNotMerged()
    {
        Evening a, b;
        a.setClock(-5min);
        b.setClock(-5min);
        b.date.event = a.date.event;
        a.fill(4);
        for (int i = 5; i <= 8; ++i)
            b.tell(Entered{b.person(i)});
        QVERIFY(!merged(a.date, b.date));
        b.tell(SeatLeft{1});
        const auto full = merged(a.date, b.date);
        QVERIFY(full.has_value());
        QCOMPARE(full->seats.size(), 7);
        Date other = b.date;
        other.event = EventId();
        QVERIFY(!merged(a.date, other));
        other = b.date;
        other.seats[0].account = a.person(1); // nobody would be seated twice
        QVERIFY(!merged(a.date, other));
        a.playTo(2min); // has started
        QVERIFY(!merged(a.date, b.date) && !merged(b.date, a.date));
    }
    void aMergedLobbyStartsWithTheNextStep()
    {
        Evening a, b;
        b.date.event = a.date.event;
        a.fill(3);
        a.playTo(10min);
        b.setClock(10min);
        for (int i = 4; i <= 5; ++i)
            b.tell(Entered{b.person(i)});
        a.date = *merged(a.date, b.date);
        QVERIFY(a.tellLate(TimePassed{}).started);
        QCOMPARE(a.date.since, a.from() + 10min);
    }
    void aSleepingServerHarmsNobodyInTheLobby()
    {
        Evening e;
        e.setClock(-30min);
        e.fill(6);
        e.tell(SeatLost{2});
        e.setClock(-30min + 15s);
        e.tell(SeatLost{3});
        e.setClock(-10min); // twenty minutes of sleep
        e.tellLate(TimePassed{});
        QVERIFY(e.released.isEmpty()); // nobody could have come back: the grace begins anew
        e.playTo(-10min + 19s);
        e.tell(SeatBack{3});
        e.playTo(-10min + 20s);
        QCOMPARE(e.released, (QList<Released>{{e.person(2), LobbyEnd::Lost}}));
        e.tell(SeatLost{3});
        e.setClock(-20min); // and the clock goes back
        e.tellLate(TimePassed{});
        QCOMPARE(e.date.seats.size(), 5);
        QVERIFY(e.date.seatOf(e.person(3))->lost <= e.now());
        e.playTo(60s);
        QCOMPARE(e.date.act, 0);
    }
    void aClockBehindTheOpeningOpensTheLobbyAgain()
    {
        Evening e;
        e.fill(4); // opened at the event's start
        e.setClock(-3min);
        e.tellLate(TimePassed{});
        QCOMPARE(e.date.opened, e.from() - 3min);
        QCOMPARE(lobbyStart(e.date, e.programme()), e.from() + 60s);
        QVERIFY(std::ranges::all_of(e.date.seats, [&](const Seat &s) { return s.since <= e.now(); }));
    }
};

QTEST_GUILESS_MAIN(TestDateLobby)
#include "tst_date_lobby.moc"
