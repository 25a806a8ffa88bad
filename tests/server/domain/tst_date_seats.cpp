// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList saidSince(const Evening &e, Duration moment, QLatin1StringView start = {})
{
    QStringList texts;
    for (const Evening::Said &line : e.said)
        if (line.at >= moment && line.text.startsWith(start))
            texts.append(line.text);
    return texts;
}

} // namespace

//! What happens to one seat of a date that has started.
class TestDateSeats : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theSilentAreInvitedOnceAnAct()
    {
        Evening e;
        e.fill(7);
        e.playTo(50s);
        for (const int seat : {2, 5})
            QVERIFY(!e.tell(Spoke{seat}).refused);
        e.playTo(158s - 1ms);
        QCOMPARE(saidSince(e, 0s, "invite"_L1), QStringList());
        e.playTo(158s);
        QCOMPARE(saidSince(e, 158s), (QStringList{u"left 60"_s, u"invite 1 3 4 6 7"_s}));
        e.playTo(218s - 1ms); // meanwhile 2 and 5 are silent for two minutes: not again in this act
        QCOMPARE(saidSince(e, 159s, "invite"_L1), QStringList());
        e.playTo(401s);
        QCOMPARE(saidSince(e, 218s, "invite"_L1), (QStringList{u"invite 1 2 3 4 5 6 7"_s}));
    }
    void whoIsNotThereIsNotInvited()
    {
        Evening e;
        e.fill(7);
        e.playTo(40s);
        for (const int seat : {2, 3, 4, 5})
            e.tell(Spoke{seat});
        e.tell(SeatLeft{1});
        e.tell(SeatLost{7});
        e.playTo(158s);
        QCOMPARE(saidSince(e, 158s, "invite"_L1), (QStringList{u"invite 6"_s}));
    }
    void whoComesBackIsNotInvitedForTheTimeAway()
    {
        Evening e;
        e.fill(7);
        e.playTo(40s);
        e.tell(SeatLost{7});
        e.playTo(150s);
        for (int seat = 1; seat <= 6; ++seat)
            e.tell(Spoke{seat});
        e.playTo(170s);
        const DateStep back = e.tell(SeatBack{7});
        QVERIFY(back.lines.isEmpty());
        e.playTo(218s - 1ms);
        QCOMPARE(saidSince(e, 0s, "invite"_L1), QStringList());
        QCOMPARE(*endOfAct(e.date, e.script), e.from() + 218s); // and no clock was moved
    }
    void aTalkOfEverybodyHasNoInvitation()
    {
        Evening e;
        e.fill(4);
        e.playTo(60s + 38s);
        for (Duration t = 98s; t < 660s; t += 30s) {
            e.playTo(t);
            for (int seat = 1; seat <= 4; ++seat)
                e.tell(Spoke{seat});
        }
        QCOMPARE(saidSince(e, 0s, "invite"_L1), QStringList());
    }

    void whoIsLostIsAwayAfterTheGraceAndComesBackToTheSeat()
    {
        Evening e;
        e.fill(7);
        e.playTo(30s);
        const Seat before = *e.date.seat(3);
        const DateStep lost = e.tell(SeatLost{3});
        QVERIFY(lost.changed && !lost.seenByAll && lost.seenBy.isEmpty()); // nobody is told of a tunnel
        e.playTo(120s - 1ms);
        QVERIFY(e.date.seat(3)->state == SeatState::Here);
        e.setClock(120s);
        QVERIFY(e.tellLate(TimePassed{}).seenByAll);
        QVERIFY(e.date.seat(3)->state == SeatState::Away);
        e.playTo(400s);
        QVERIFY(e.tell(SeatBack{3}).seenByAll);
        QVERIFY(e.date.seat(3)->state == SeatState::Here && !e.date.seat(3)->lost);
        QVERIFY(e.date.seat(3)->alias == before.alias && e.date.seat(3)->account == before.account);
    }
    void whoComesBackInTimeWasNeverAway()
    {
        Evening e;
        e.fill(7);
        e.playTo(30s);
        e.tell(SeatLost{3});
        e.playTo(119s);
        QVERIFY(!e.tell(SeatBack{3}).seenByAll);
        e.playTo(300s);
        QVERIFY(e.date.seat(3)->state == SeatState::Here);
    }
    void leftIsForGood()
    {
        Evening e;
        e.fill(7);
        e.playTo(100s);
        QVERIFY(e.tell(SeatLeft{3}).seenByAll);
        const DateStep again = e.tell(SeatLeft{3});
        QVERIFY(!again.changed && !again.refused);
        for (const DateInput &input : {DateInput(SeatBack{3}), DateInput(SeatLost{3})})
            QVERIFY(!e.tell(input).changed);
        QCOMPARE(e.tell(Spoke{3}).refused, Error{ErrorCode::RoomLeft});
        e.playTo(590s);
        QCOMPARE(e.tell(Shot{3, 1}).refused, Error{ErrorCode::RoomLeft});
        QVERIFY(e.date.seat(3)->state == SeatState::Left);
        QCOMPARE(e.released.size(), 0);
    }
    void twoAreEnoughForATalkAndOneIsNot()
    {
        Evening e;
        e.fill(7);
        e.playTo(100s);
        for (const int seat : {1, 2, 3, 4, 5})
            QVERIFY(e.tell(SeatLeft{seat}).lines.isEmpty());
        QVERIFY(e.phase() == DatePhase::Talk);
        const DateStep jump = e.tell(SeatLeft{6});
        QCOMPARE(jump.lines, (QList<HostLine>{{u"alone"_s}, {u"bye1"_s}}));
        QVERIFY(jump.met.isEmpty() && jump.seenByAll);
        QVERIFY(e.phase() == DatePhase::Farewell);
        QCOMPARE(e.date.since, e.from() + 100s);
        QCOMPARE(roundOf(e.date, e.script), 1); // the other topics never came
        QCOMPARE(e.date.topics.size(), 1);
        QSet<PairId> pairs;
        for (const Seat &seat : std::as_const(e.date.seats)) {
            QVERIFY(!seat.pair.isNull() && seat.met == 0 && seat.arrow == 0 && seat.impression == 0);
            pairs.insert(seat.pair);
        }
        QCOMPARE(pairs.size(), 7);
        e.playTo(1h);
        QCOMPARE(e.date.ended, e.from() + 130s);
        QCOMPARE(saidSince(e, 100s), (QStringList{u"alone"_s, u"bye1"_s, u"bye2"_s}));
        QCOMPARE(e.counts, 0);
    }
    void whenTheLastOneLeavesItIsOver()
    {
        Evening e(2);
        e.fill(2);
        e.playTo(100s);
        e.tell(SeatLeft{1});
        e.playTo(105s);
        const DateStep last = e.tell(SeatLeft{2});
        QVERIFY(e.date.closed && last.lines.isEmpty() && last.seenByAll);
        QCOMPARE(e.date.ended, e.from() + 105s);
        QCOMPARE(dueAt(e.date, e.programme()), std::nullopt);
    }
    void leavingDuringTheRevealKeepsWhatWasRevealed()
    {
        Evening e(2);
        e.fill(2);
        e.playTo(590s);
        e.tell(Shot{1, 2});
        e.tell(Shot{2, 1});
        e.playTo(620s);
        const PairId pair = e.date.seat(1)->pair;
        e.tell(SeatLeft{2});
        QVERIFY(e.phase() == DatePhase::Farewell);
        QVERIFY(e.date.seat(1)->pair == pair && e.date.seat(1)->met == 2);
        QCOMPARE(e.counts, 1);
        QCOMPARE(e.date.topics.size(), 3);
    }
    void leavingDuringTheFarewellSaysNothing()
    {
        Evening e(2);
        e.fill(2);
        e.playTo(630s);
        QVERIFY(e.tell(SeatLeft{2}).lines.isEmpty());
        QCOMPARE(e.date.since, e.from() + 626s);
        e.playTo(1h);
        QCOMPARE(e.date.ended, e.from() + 656s);
    }
    void everybodyAwayIsNoReasonToStop()
    {
        Evening e;
        e.fill(7);
        for (int seat = 1; seat <= 7; ++seat)
            e.tell(SeatLost{seat});
        e.playTo(1h);
        QCOMPARE(e.date.ended, e.from() + 656s);
        QVERIFY(std::ranges::all_of(e.date.seats, [](const Seat &s) { return s.state == SeatState::Away; }));
    }

    void aFloodIsCooledDownAndTold()
    {
        Evening e;
        e.fill(7);
        e.playTo(40s);
        for (int i = 0; i < 8; ++i)
            QVERIFY(!e.tell(Spoke{4}).refused);
        const DateStep ninth = e.tell(Spoke{4});
        QCOMPARE(ninth.refused, Error::notBefore(ErrorCode::RoomCooling, e.from() + 100s));
        QVERIFY(ninth.changed && !ninth.seenByAll); // refused, and yet to be stored
        QCOMPARE(ninth.seenBy, QList<int>{4});
        QCOMPARE(ninth.lines, (QList<HostLine>{{u"cool"_s, {4}}}));
        QVERIFY(!e.tell(Spoke{3}).refused); // nobody else is meant
        e.playTo(100s - 1ms);
        const DateStep still = e.tell(Spoke{4});
        QCOMPARE(still.refused, Error::notBefore(ErrorCode::RoomCooling, e.from() + 100s));
        QVERIFY(!still.changed && still.lines.isEmpty());
        e.setClock(100s);
        QVERIFY(!e.tell(Spoke{4}).refused);
        QVERIFY(!e.date.seat(4)->cooling);
    }
    void eightInTenSecondsAreNoFlood()
    {
        Evening e;
        e.fill(7);
        for (Duration t = 40s; t < 200s; t += 1250ms) {
            e.playTo(t);
            QVERIFY(!e.tell(Spoke{4}).refused);
        }
    }
    void aChoiceIsSeenByItsSeatAlone()
    {
        Evening e;
        e.fill(7);
        e.playTo(20s);
        const DateStep picked = e.tell(Picked{2, 5});
        QVERIFY(picked.changed && !picked.seenByAll);
        QCOMPARE(picked.seenBy, QList<int>{2});
        QVERIFY(!e.tell(Picked{2, 5}).changed);
        QCOMPARE(e.date.seat(2)->impression, 5);
        QCOMPARE(e.tell(Picked{2, 0}).seenBy, QList<int>{2});
        e.playTo(590s);
        QCOMPARE(e.tell(Shot{2, 6}).seenBy, QList<int>{2});
        QVERIFY(!e.tell(Shot{2, 6}).changed);
        QCOMPARE(e.tell(Hid{2, 6}).seenBy, QList<int>{2});
        QVERIFY(!e.tell(Hid{2, 6}).changed);
    }
    void onlySeatsThatAreTakenByOthersCanBeChosen()
    {
        Evening e;
        e.fill(4);
        e.playTo(60s + 20s);
        e.tell(SeatLeft{3});
        const auto reason = [&](int target) { return e.tell(Picked{1, target}).refused.value_or(Error{}).reason; };
        QCOMPARE(reason(1), u"self"_s);
        QCOMPARE(reason(5), u"empty"_s);
        QCOMPARE(reason(-1), u"empty"_s);
        QCOMPARE(reason(3), u"left"_s);
        QCOMPARE(e.date.seat(1)->impression, 0);
        QVERIFY(!e.tell(Picked{1, 2}).refused);
    }
};

QTEST_GUILESS_MAIN(TestDateSeats)
#include "tst_date_seats.moc"
