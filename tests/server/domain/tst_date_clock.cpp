// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;
using namespace Qt::StringLiterals;

namespace {

QStringList texts(const Evening &e)
{
    QStringList out;
    for (const Evening::Said &line : e.said)
        out.append(line.text.section(u' ', 0, 0));
    return out;
}

} // namespace

//! The server sleeps, is restarted, or its clock is set: nothing of a date is skipped, nothing comes twice.
class TestDateClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSleepStopsTheClock()
    {
        Evening e;
        e.fill(7);
        e.playTo(100s); // next comes the announcement at 158 s
        e.setClock(158s + 1h);
        const DateStep awake = e.tellLate(TimePassed{});
        QCOMPARE(awake.lines.first().toText(), u"left 60"_s);
        QVERIFY(e.phase() == DatePhase::Talk && awake.seenByAll); // everybody sees the new end
        QCOMPARE(*endOfAct(e.date, e.script), e.now() + 60s);
        e.playTo(3h);
        QCOMPARE(e.date.ended, e.from() + 656s + 1h);
    }
    void upToTheToleranceTheProgrammeKeepsItsEnd()
    {
        Evening e;
        e.fill(7);
        e.playTo(613s);
        e.setClock(616s + 5s);
        e.tellLate(TimePassed{});
        QVERIFY(e.phase() == DatePhase::Reveal);
        QCOMPARE(e.date.since, e.from() + 616s);
        e.playTo(1h);
        QCOMPARE(e.date.ended, e.from() + 656s);
    }
    //! Who wakes up with the server still has the time for the arrow that was left; who comes at the moved deadline is late.
    void aSleepThroughTheDeadlineTakesNobodysArrow()
    {
        Evening e;
        e.fill(7);
        e.playTo(600s); // six seconds before the announcement at 606 s
        e.setClock(20min);
        QVERIFY(!e.tellLate(Shot{1, 2}).refused);
        QCOMPARE(*endOfAct(e.date, e.script), e.now() + 10s);
        e.playTo(20min + 10s - 1ms);
        QVERIFY(!e.tell(Shot{2, 1}).refused);
        e.setClock(20min + 10s);
        QCOMPARE(e.tellLate(Shot{2, 0}).refused, Error{ErrorCode::DatePhase});
        QCOMPARE(e.met.size(), 1);
    }
    void whoWasLostBeforeTheSleepHasTheirGrace()
    {
        Evening e;
        e.fill(7);
        e.playTo(60s);
        e.tell(SeatLost{3});
        e.playTo(100s);
        e.setClock(1h); // the end of the grace was due first, at 150 s
        e.tellLate(TimePassed{});
        QVERIFY(e.date.seat(3)->state == SeatState::Here);
        e.playTo(1h + 90s);
        QVERIFY(e.date.seat(3)->state == SeatState::Away);
        e.tell(SeatBack{3});
        e.tell(SeatLost{4});
        e.setClock(2h);
        e.tellLate(SeatLost{5}); // noticed after waking up
        QCOMPARE(e.date.seat(5)->lost, e.now());
        QCOMPARE(e.date.seat(4)->lost, e.now());
    }
    //! As after a restart: the store says that everybody is lost from now on, and now is long after what was due.
    void aRestartGivesEverybodyTheWholeGrace()
    {
        Evening e;
        e.fill(7);
        e.playTo(100s);
        e.setClock(1h);
        for (Seat &seat : e.date.seats)
            seat.lost = e.now();
        e.tellLate(TimePassed{});
        QVERIFY(std::ranges::all_of(e.date.seats, [&](const Seat &s) { return s.state == SeatState::Here && s.lost == e.now(); }));
        e.playTo(1h + 90s - 1ms);
        QVERIFY(e.date.seat(1)->state == SeatState::Here);
        e.playTo(1h + 90s);
        QVERIFY(e.date.seat(1)->state == SeatState::Away);
    }
    void aCoolingSleepsWithTheDate()
    {
        Evening e;
        e.fill(7);
        e.playTo(150s);
        for (int i = 0; i < 9; ++i)
            e.tell(Spoke{4}); // cooled until 210 s, the announcement is due at 158 s
        e.setClock(158s + 10min);
        QCOMPARE(e.tellLate(Spoke{4}).refused, Error::notBefore(ErrorCode::RoomCooling, e.from() + 210s + 10min));
    }
    void aClockThatGoesBackBehindTheActBeginsItAgain()
    {
        Evening e;
        e.fill(7);
        e.playTo(230s);
        const QStringList before = texts(e);
        e.setClock(-1h);
        const DateStep back = e.tellLate(TimePassed{});
        QVERIFY(e.phase() == DatePhase::Talk && back.lines.isEmpty()); // its line was said, and is not said again
        QCOMPARE(e.date.since, e.now());
        QCOMPARE(texts(e), before);
        e.playTo(2h);
        QCOMPARE(e.date.ended, e.from() - 1h + (656s - 222s));
    }
    void aClockThatGoesBackALittleOnlyMakesTheActLonger()
    {
        Evening e;
        e.fill(7);
        e.playTo(350s);
        e.setClock(300s);
        QVERIFY(!e.tellLate(TimePassed{}).seenByAll);
        QCOMPARE(*endOfAct(e.date, e.script), e.from() + 402s);
        e.tell(SeatLost{2});
        e.setClock(250s);
        e.tellLate(TimePassed{});
        QCOMPARE(e.date.seat(2)->lost, e.now()); // nothing has happened in the future
    }
    void aClockThatGoesBackDoesNotCoolForEver()
    {
        Evening e;
        e.fill(7);
        e.playTo(380s);
        for (int i = 0; i < 9; ++i)
            e.tell(Spoke{4});
        e.setClock(230s);
        QCOMPARE(e.tellLate(Spoke{4}).refused, Error::notBefore(ErrorCode::RoomCooling, e.from() + 290s));
        e.playTo(290s);
        QVERIFY(!e.tell(Spoke{4}).refused);
    }
    void aClockThatJumpsAheadAndBackLosesNothing()
    {
        Evening straight, jumping;
        for (Evening *e : {&straight, &jumping}) {
            e->fill(7);
            e->playTo(300s);
        }
        jumping.setClock(48h);
        jumping.tellLate(TimePassed{});
        jumping.setClock(400s);
        jumping.tellLate(TimePassed{});
        straight.playTo(4h);
        jumping.playTo(96h);
        QCOMPARE(texts(jumping), texts(straight));
    }
    //! Looks at random moments, with sleeps and steps of the clock: the same lines in the same order, the phases never go back.
    void noSleepAndNoStepOfTheClockChangesTheOrder()
    {
        Evening plain;
        plain.fill(7);
        plain.playTo(1h);
        for (quint64 seed = 1; seed <= 300; ++seed) {
            Evening e(7, 1);
            SeededRng chance(seed);
            e.fill(7);
            int looks = 0;
            for (Duration t = 0s; !e.date.closed; ++looks) {
                QVERIFY(looks < 100'000);
                const auto kind = chance.below(40);
                t += kind == 0 ? Duration(chance.below(3'600'000)) : kind == 1 ? -Duration(chance.below(600'000)) : Duration(chance.below(4'000));
                e.setClock(t);
                const int act = e.date.act;
                e.tellLate(TimePassed{});
                QVERIFY(e.date.act >= act && e.date.act <= act + 2 && e.date.since <= e.now());
                QVERIFY(!dueAt(e.date, e.programme()) || *dueAt(e.date, e.programme()) > e.now());
            }
            // Jumps over an announcement but not over its act's end bring lines together; their order holds all the same.
            QCOMPARE(withoutCounts(e), withoutCounts(plain));
        }
    }

private:
    //! Announcements and invitations of one act can change places when a clock goes back between them.
    static QStringList withoutCounts(const Evening &e)
    {
        QStringList lines = texts(e);
        lines.removeAll(u"invite"_s);
        return lines;
    }
};

QTEST_GUILESS_MAIN(TestDateClock)
#include "tst_date_clock.moc"
