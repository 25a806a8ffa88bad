// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;

namespace {

using Pairs = QList<std::pair<int, int>>;
using Inputs = std::vector<DateInput>;

//! One evening up to the count: some inputs before the arrow, some in it, some in its last millisecond, some at its deadline.
struct Pattern {
    const char *name;
    Inputs during;
    Pairs met;
    Inputs before = {};
    Inputs inTheLastMillisecond = {};
    Inputs atTheDeadline = {};
};

const std::vector<Pattern> &patterns()
{
    static const std::vector<Pattern> all{
        {"nobody votes", {}, {}},
        {"all vote for one, who votes for nobody", {Shot{2, 1}, Shot{3, 1}, Shot{4, 1}, Shot{5, 1}, Shot{6, 1}, Shot{7, 1}}, {}},
        {"all vote for one, who votes for one of them", {Shot{2, 1}, Shot{3, 1}, Shot{4, 1}, Shot{5, 1}, Shot{6, 1}, Shot{7, 1}, Shot{1, 6}}, {{1, 6}}},
        {"one way", {Shot{1, 2}}, {}},
        {"a pair", {Shot{1, 2}, Shot{2, 1}}, {{1, 2}}},
        {"a chain", {Shot{1, 2}, Shot{2, 3}, Shot{3, 4}, Shot{4, 5}, Shot{5, 6}, Shot{6, 7}}, {}},
        {"a chain whose end looks back", {Shot{1, 2}, Shot{2, 3}, Shot{3, 4}, Shot{4, 5}, Shot{5, 6}, Shot{6, 7}, Shot{7, 6}}, {{6, 7}}},
        {"a circle", {Shot{1, 2}, Shot{2, 3}, Shot{3, 4}, Shot{4, 5}, Shot{5, 6}, Shot{6, 7}, Shot{7, 1}}, {}},
        {"a triangle beside a pair", {Shot{1, 2}, Shot{2, 3}, Shot{3, 1}, Shot{6, 4}, Shot{4, 6}}, {{4, 6}}},
        {"two pairs", {Shot{1, 7}, Shot{7, 1}, Shot{3, 2}, Shot{2, 3}}, {{1, 7}, {2, 3}}},
        {"all pairs, one left over", {Shot{1, 2}, Shot{2, 1}, Shot{3, 4}, Shot{4, 3}, Shot{5, 6}, Shot{6, 5}, Shot{7, 1}}, {{1, 2}, {3, 4}, {5, 6}}},
        {"two want the same one", {Shot{1, 2}, Shot{3, 2}, Shot{2, 3}}, {{2, 3}}},
        {"the last choice counts", {Shot{1, 2}, Shot{2, 1}, Shot{1, 3}, Shot{3, 1}}, {{1, 3}}},
        {"back to nobody", {Shot{1, 2}, Shot{2, 1}, Shot{1, 0}}, {}},
        {"to nobody and back again", {Shot{1, 2}, Shot{2, 1}, Shot{1, 0}, Shot{1, 2}}, {{1, 2}}},
        {"the same choice twice", {Shot{1, 2}, Shot{1, 2}, Shot{2, 1}, Shot{2, 1}}, {{1, 2}}},
        {"who is away is chosen, and had chosen", {Shot{1, 2}, Shot{2, 1}}, {{1, 2}}, {SeatLost{2}}},
        {"who has left is not met", {Shot{1, 2}, Shot{2, 1}, SeatLeft{2}, Shot{3, 4}, Shot{4, 3}}, {{3, 4}}},
        {"who left before cannot be chosen", {Shot{1, 2}, Shot{1, 3}, Shot{1, 2}, Shot{3, 1}}, {{1, 3}}, {SeatLeft{2}}},
        {"who was hidden is not met", {Shot{1, 2}, Shot{2, 1}}, {}, {Hid{1, 2}}},
        {"who hides is not met", {Shot{1, 2}, Shot{2, 1}}, {}, {Hid{2, 1}}},
        {"hidden after the arrow", {Shot{1, 2}, Shot{2, 1}, Hid{1, 2}, Shot{5, 6}, Shot{6, 5}}, {{5, 6}}},
        {"hiding a third changes nothing", {Shot{1, 2}, Shot{2, 1}, Hid{1, 3}, Hid{3, 2}}, {{1, 2}}},
        {"a change in the last millisecond", {Shot{1, 2}, Shot{2, 1}}, {{1, 3}}, {}, {Shot{1, 3}, Shot{3, 1}}},
        {"a change of mind in the last millisecond", {Shot{1, 2}, Shot{2, 1}}, {}, {}, {Shot{1, 0}}},
        {"an arrow at the deadline is too late", {Shot{1, 2}}, {}, {}, {}, {Shot{2, 1}}},
        {"a change of mind at the deadline is too late", {Shot{1, 2}, Shot{2, 1}}, {{1, 2}}, {}, {}, {Shot{1, 0}}},
        {"who leaves at the deadline has been counted", {Shot{1, 2}, Shot{2, 1}}, {{1, 2}}, {}, {}, {SeatLeft{1}}},
        {"impressions are no arrows", {}, {}, {Picked{1, 2}, Picked{2, 1}}},
        {"an impression and an arrow", {Shot{2, 1}}, {}, {Picked{1, 2}}},
    };
    return all;
}

} // namespace

class TestDateArrows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void arrowsMeetExactly_data()
    {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(patterns().size()); ++i)
            QTest::newRow(patterns()[size_t(i)].name) << i;
        QVERIFY(patterns().size() >= 14);
    }
    void arrowsMeetExactly()
    {
        QFETCH(int, index);
        const Pattern &pattern = patterns()[size_t(index)];
        Evening e = playedToArrow(pattern);
        e.playTo(616s - 1ms);
        for (const DateInput &input : pattern.inTheLastMillisecond)
            QVERIFY(!e.tell(input).refused);
        QVERIFY(e.phase() == DatePhase::Arrow && e.counts == 0);
        e.setClock(616s);
        for (const DateInput &input : pattern.atTheDeadline) {
            const auto refused = e.tellLate(input).refused;
            QCOMPARE(refused.has_value(), std::holds_alternative<Shot>(input));
            QVERIFY(!refused || *refused == Error{ErrorCode::DatePhase});
        }
        e.playTo(616s);
        checkResult(e, pattern.met);
        const QList<Seat> revealed = e.date.seats;
        e.playTo(1h); // and it is not counted again
        QCOMPARE(e.met.size(), pattern.met.size());
        QCOMPARE(e.date.seats.first().pair, revealed.first().pair);
    }
    //! Whatever everybody's last arrow is, in all 4^4 and some of the larger dates: exactly the mutual ones, each person in one pair at most.
    void everyPatternOfFour()
    {
        for (int code = 0; code < 4 * 4 * 4 * 4; ++code) {
            QList<Seat> seats = seated(4);
            for (int i = 0, rest = code; i < 4; ++i, rest /= 4)
                seats[i].arrow = rest % 4 >= i + 1 ? rest % 4 + 1 : rest % 4; // never at oneself
            checkMutual(seats);
        }
    }
    void randomPatternsOfNine()
    {
        SeededRng rng(9);
        for (int round = 0; round < 2000; ++round) {
            QList<Seat> seats = seated(9);
            for (Seat &seat : seats) {
                seat.arrow = int(rng.below(10));
                seat.arrow = seat.arrow == seat.number ? 0 : seat.arrow;
                seat.state = SeatState(rng.below(3));
                if (rng.below(4) == 0)
                    seat.hidden = {int(rng.below(9)) + 1};
            }
            checkMutual(seats);
        }
    }
    void everybodyLearnsAtTheSameMoment()
    {
        Evening e;
        e.fill(7);
        e.playToPhase(DatePhase::Arrow);
        e.tell(Shot{1, 2});
        e.tell(Shot{2, 1});
        e.playTo(616s - 1ms);
        e.setClock(616s);
        const DateStep done = e.tellLate(TimePassed{});
        QVERIFY(done.seenByAll);
        QCOMPARE(done.met.size(), 1);
        QCOMPARE(done.met.first(), (MetPair{e.date.seat(1)->pair, 1, 2}));
        QCOMPARE(done.lines, (QList<HostLine>{{QStringLiteral("reveal")}}));
    }

private:
    static Evening playedToArrow(const Pattern &pattern)
    {
        Evening e;
        e.fill(7);
        e.playTo(20s); // the impression
        for (const DateInput &input : pattern.before)
            e.tell(input);
        e.playToPhase(DatePhase::Arrow);
        for (const DateInput &input : pattern.during)
            e.tell(input); // some choose who has left, and are refused
        return e;
    }
    static void checkResult(const Evening &e, const Pairs &expected)
    {
        QVERIFY(e.phase() == DatePhase::Reveal);
        Pairs met;
        for (const MetPair &pair : e.met) {
            met.append({pair.one, pair.other});
            QVERIFY(e.date.seat(pair.one)->pair == pair.pair && e.date.seat(pair.other)->pair == pair.pair);
            QVERIFY(e.date.seat(pair.one)->met == pair.other && e.date.seat(pair.other)->met == pair.one);
        }
        QCOMPARE(met, expected);
        QSet<PairId> pairs;
        for (const Seat &seat : e.date.seats) {
            QVERIFY(seat.arrow == 0 && seat.impression == 0 && !seat.pair.isNull());
            pairs.insert(seat.pair);
        }
        QCOMPARE(pairs.size(), e.date.seats.size() - met.size());
        QCOMPARE(std::ranges::count_if(e.date.seats, [](const Seat &s) { return s.met != 0; }), 2 * met.size());
    }
    static QList<Seat> seated(int count)
    {
        QList<Seat> seats(count);
        for (int i = 0; i < count; ++i)
            seats[i].number = i + 1;
        return seats;
    }
    //! Against the definition, seat by seat.
    static void checkMutual(const QList<Seat> &seats)
    {
        QSet<std::pair<int, int>> expected;
        for (const Seat &a : seats)
            for (const Seat &b : seats)
                if (a.number < b.number && a.arrow == b.number && b.arrow == a.number && a.state != SeatState::Left && b.state != SeatState::Left && !a.hidden.contains(b.number) && !b.hidden.contains(a.number))
                    expected.insert({a.number, b.number});
        const Pairs found = mutualPairs(seats);
        QCOMPARE((QSet<std::pair<int, int>>(found.begin(), found.end())), expected);
        QSet<int> in;
        for (const auto &[one, other] : found)
            QVERIFY(one < other && !in.contains(one) && !in.contains(other) && (in.insert(one), in.insert(other), true));
    }
};

QTEST_GUILESS_MAIN(TestDateArrows)
#include "tst_date_arrows.moc"
