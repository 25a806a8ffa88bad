// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/match_pool_contract.h"

#include <QSet>
#include <QTest>
#include <algorithm>

#include "tests/contract/plain_match_pool.h"

namespace jjak::contract {

using namespace Qt::StringLiterals;
using domain::Ticket;

namespace {

constexpr Coordinate seoul{37.5665, 126.978};

class People {
public:
    Ticket at(Coordinate point, Reach reach, int second = 0)
    {
        Ticket t;
        t.account = AccountId::random(m_rng);
        t.device = DeviceId::random(m_rng);
        t.cell = Cell::containing(point, 2);
        t.reach = reach;
        t.since = fromMs(1'000'000) + std::chrono::seconds(second);
        return t;
    }

private:
    SeededRng m_rng{1};
};

bool anybody(const Ticket &)
{
    return true;
}

bool nobody(const Ticket &)
{
    return false;
}

} // namespace

void MatchPoolContract::emptyPoolHasNobody()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Anywhere);
    QVERIFY(!pool->partnerFor(me, anybody));
    QCOMPARE(pool->countNear(me, 50), 0);
    QCOMPARE(pool->size(), 0);
}

void MatchPoolContract::nobodyIsTheirOwnPartner()
{
    People people;
    for (const Reach reach : allReaches) {
        const auto pool = m_make();
        const Ticket me = people.at(seoul, reach);
        pool->add(me);
        QVERIFY(!pool->partnerFor(me, anybody));
        QCOMPARE(pool->countNear(me, 50), 0);
    }
}

void MatchPoolContract::longestWaitingComesFirst()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Km10, 9), late = people.at(seoul, Reach::Km10, 5), early = people.at({37.5, 127.0}, Reach::Km20, 3);
    pool->add(late);
    pool->add(early);
    QCOMPARE(pool->partnerFor(me, anybody)->account, early.account);
}

void MatchPoolContract::frontComesBeforeWaiting()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Km10, 9), early = people.at(seoul, Reach::Km10, 1);
    Ticket front = people.at(seoul, Reach::Km10, 7), frontToo = people.at(seoul, Reach::Anywhere, 6);
    front.front = frontToo.front = true;
    pool->add(early);
    pool->add(front);
    pool->add(frontToo);
    QCOMPARE(pool->partnerFor(me, anybody)->account, frontToo.account);
}

void MatchPoolContract::nearestOfEquallyLongWaiting()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Km20, 9), near = people.at({37.55, 127.0}, Reach::Anywhere, 3);
    pool->add(people.at({37.5, 127.05}, Reach::Km20, 3));
    pool->add(near);
    pool->add(people.at({37.48, 127.05}, Reach::Km50, 3));
    QCOMPARE(pool->partnerFor(me, anybody)->account, near.account);
}

void MatchPoolContract::bothReachesMustCover()
{
    People people;
    const Coordinate suwon{37.2636, 127.0286}; // about 34 km away
    const auto pool = m_make();
    const Ticket far = people.at(suwon, Reach::Km50), shy = people.at(suwon, Reach::Km20);
    pool->add(shy);
    QVERIFY(!pool->partnerFor(people.at(seoul, Reach::Km50), anybody));
    pool->add(far);
    QVERIFY(!pool->partnerFor(people.at(seoul, Reach::Km20), anybody));
    QCOMPARE(pool->partnerFor(people.at(seoul, Reach::Km50), anybody)->account, far.account);
    QCOMPARE(pool->countNear(people.at(seoul, Reach::Anywhere), 50), 1);
}

void MatchPoolContract::sameAreaIsOneCell()
{
    People people;
    const auto pool = m_make();
    const Ticket here = people.at(seoul, Reach::SameArea), wide = people.at(seoul, Reach::Anywhere, 1);
    pool->add(here);
    pool->add(wide);
    const Cell cell = here.cell;
    const Ticket next = people.at({cell.centre().latitude, cell.centre().longitude + 0.023}, Reach::Anywhere);
    QVERIFY(next.cell != cell);
    QCOMPARE(pool->partnerFor(next, anybody)->account, wide.account);
    QCOMPARE(pool->partnerFor(people.at(seoul, Reach::SameArea), anybody)->account, here.account);
    QCOMPARE(pool->countNear(people.at(seoul, Reach::SameArea), 50), 2);
}

void MatchPoolContract::neighboursMeetAcrossTheDateLine()
{
    People people;
    for (const Reach reach : allReaches) {
        if (reach == Reach::SameArea)
            continue;
        const auto pool = m_make();
        const Ticket east = people.at({-16.8, 179.995}, reach), west = people.at({-16.8, -179.995}, reach);
        pool->add(east);
        QVERIFY2(pool->partnerFor(west, anybody), qPrintable(u"reach %1"_s.arg(int(reach))));
        pool->add(west);
        QVERIFY(pool->partnerFor(east, anybody));
    }
}

void MatchPoolContract::neighboursMeetAtThePole()
{
    People people;
    for (const double pole : {90.0, -90.0}) {
        const auto pool = m_make();
        const double beside = pole > 0 ? pole - 0.03 : pole + 0.03;
        const Ticket there = people.at({beside, 10}, Reach::Km10);
        pool->add(there);
        QCOMPARE(pool->countNear(people.at({beside, -170}, Reach::Km10), 50), 1);
        QCOMPARE(pool->countNear(people.at({beside, 100}, Reach::Km10), 50), 1);
    }
}

void MatchPoolContract::refusedPartnersAreAskedInOrder()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Km10, 99);
    std::vector<AccountId> expected;
    for (int i = 0; i < 20; ++i) {
        const Ticket t = people.at(seoul, allReaches[size_t(i) % allReaches.size()], i);
        expected.push_back(t.account);
        pool->add(t);
    }
    std::vector<AccountId> asked;
    const auto fifteenth = [&](const Ticket &t) { asked.push_back(t.account); return asked.size() == 15; };
    QCOMPARE(pool->partnerFor(me, fifteenth)->account, expected[14]);
    expected.resize(15);
    QVERIFY(asked == expected);
    QVERIFY(!pool->partnerFor(me, nobody));
}

void MatchPoolContract::addReplaces()
{
    People people;
    const auto pool = m_make();
    Ticket other = people.at(seoul, Reach::Km10);
    pool->add(other);
    other.cell = Cell::containing({35.1796, 129.0756}, 2); // Busan
    other.reach = Reach::Km2;
    pool->add(other);
    QCOMPARE(pool->size(), 1);
    QVERIFY(!pool->partnerFor(people.at(seoul, Reach::Anywhere), anybody));
    QCOMPARE(pool->partnerFor(people.at({35.1796, 129.0756}, Reach::Anywhere), anybody)->reach, Reach::Km2);
}

void MatchPoolContract::removedIsGone()
{
    People people;
    const auto pool = m_make();
    const Ticket other = people.at(seoul, Reach::Anywhere);
    pool->add(other);
    pool->remove(people.at(seoul, Reach::Anywhere).account); // was never there
    QCOMPARE(pool->size(), 1);
    pool->remove(other.account);
    QCOMPARE(pool->size(), 0);
    QVERIFY(!pool->partnerFor(people.at(seoul, Reach::Anywhere), anybody));
}

void MatchPoolContract::clearedIsEmpty()
{
    People people;
    const auto pool = m_make();
    for (const Reach reach : allReaches)
        pool->add(people.at(seoul, reach));
    pool->clear();
    QCOMPARE(pool->size(), 0);
    pool->add(people.at(seoul, Reach::Km5));
    QCOMPARE(pool->countNear(people.at(seoul, Reach::Anywhere), 50), 1);
}

void MatchPoolContract::countStopsAtMost()
{
    People people;
    const auto pool = m_make();
    for (int i = 0; i < 80; ++i)
        pool->add(people.at(seoul, allReaches[size_t(i) % allReaches.size()], i));
    QCOMPARE(pool->countNear(people.at(seoul, Reach::Km10), 50), 50);
    QCOMPARE(pool->countNear(people.at(seoul, Reach::Km10), 100), 80);
    QCOMPARE(pool->countNear(people.at(seoul, Reach::Km10), 0), 0);
}

void MatchPoolChangesContract::undoneIsAsItWas()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Anywhere, 9), stays = people.at(seoul, Reach::Km10, 1), goes = people.at(seoul, Reach::Km10, 2);
    pool->add(stays);
    pool->add(goes);
    pool->settle();
    QCOMPARE(pool->mark(), 0U);
    Ticket front = stays;
    front.front = true;
    front.reach = Reach::Km2;
    pool->add(people.at(seoul, Reach::Km10));
    pool->add(front);
    pool->remove(goes.account);
    pool->remove(stays.account);
    pool->add(front);
    QCOMPARE(pool->size(), 2);
    pool->undoTo(0);
    QCOMPARE(pool->size(), 2);
    QCOMPARE(pool->countNear(me, 50), 2);
    QCOMPARE(pool->partnerFor(me, anybody)->account, stays.account);
    QCOMPARE(pool->partnerFor(me, anybody)->reach, Reach::Km10);
    QCOMPARE(pool->mark(), 0U);
}

void MatchPoolChangesContract::undoneUpToAMark()
{
    People people;
    const auto pool = m_make();
    const Ticket me = people.at(seoul, Reach::Anywhere, 9), kept = people.at(seoul, Reach::Km10, 2);
    pool->add(kept);
    const size_t mark = pool->mark();
    Ticket moved = kept;
    moved.reach = Reach::SameArea;
    pool->add(moved);
    pool->add(people.at(seoul, Reach::Km10, 1));
    pool->undoTo(mark);
    QCOMPARE(pool->mark(), mark);
    QCOMPARE(pool->countNear(me, 50), 1);
    QCOMPARE(pool->partnerFor(me, anybody)->reach, Reach::Km10);
    pool->settle();
    QCOMPARE(pool->countNear(me, 50), 1);
    QCOMPARE(pool->partnerFor(me, anybody)->reach, Reach::Km10);
}

void MatchPoolChangesContract::settledIsNotUndone()
{
    People people;
    const auto pool = m_make();
    const Ticket one = people.at(seoul, Reach::Km10), other = people.at(seoul, Reach::Km10);
    pool->add(one);
    pool->settle();
    pool->add(other);
    pool->undoTo(0);
    QCOMPARE(pool->size(), 1);
    pool->remove(one.account);
    pool->settle();
    pool->undoTo(0);
    QCOMPARE(pool->size(), 0);
}

void MatchPoolChangesContract::isWholeWhenFilled()
{
    People people;
    const auto pool = m_make();
    pool->add(people.at(seoul, Reach::Km10));
    pool->settle();
    QVERIFY(!pool->isWhole()); // nobody has said that these are all
    pool->clear();
    QCOMPARE(pool->size(), 0);
    pool->add(people.at(seoul, Reach::Km10));
    pool->add(people.at(seoul, Reach::Km10));
    pool->settle();
    QVERIFY(pool->isWhole());
    QCOMPARE(pool->size(), 2);
    pool->remove(people.at(seoul, Reach::Km10).account);
    pool->undoTo(0);
    QVERIFY(pool->isWhole());
}

void MatchPoolChangesContract::fillingThatIsUndoneIsNone()
{
    People people;
    const auto pool = m_make();
    for (int i = 0; i < 2; ++i) {
        pool->clear();
        pool->add(people.at(seoul, Reach::Km10));
        pool->undoTo(0);
        QVERIFY(!pool->isWhole());
        QCOMPARE(pool->size(), 0);
        pool->add(people.at(seoul, Reach::Km10)); // does not become all by that
        pool->settle();
        QVERIFY(!pool->isWhole());
        pool->clear();
        pool->settle(); // there may be nobody
        QVERIFY(pool->isWhole());
    }
}

namespace {

//! Random people in one region: cells, reaches and waiting times that often coincide.
class Crowd {
public:
    Crowd(std::uint64_t seed, Coordinate middle, double spread, QList<int> sizes) : m_rng(seed), m_middle(middle), m_spread(spread), m_sizes(std::move(sizes)) {}

    Ticket next()
    {
        Ticket t;
        t.account = AccountId::random(m_rng);
        t.cell = Cell::containing({m_middle.latitude + offset() / 2, m_middle.longitude + offset()}, m_sizes[qsizetype(m_rng.below(std::uint64_t(m_sizes.size())))]);
        t.reach = allReaches[m_rng.below(allReaches.size())];
        t.since = fromMs(1'000'000 + qint64(m_rng.below(40)));
        t.front = m_rng.below(10) == 0;
        return t;
    }
    bool chance(int percent) { return m_rng.below(100) < std::uint64_t(percent); }
    std::uint64_t below(std::uint64_t bound) { return m_rng.below(bound); }

private:
    double offset() { return (double(m_rng.below(1'000'000)) / 1e6 - 0.5) * m_spread; }

    SeededRng m_rng;
    Coordinate m_middle;
    double m_spread;
    QList<int> m_sizes;
};

//! Whether `a` may be asked before `b`. Rounding may call either of two people on opposite sides the nearer one.
bool mayComeBefore(const Ticket &me, const Ticket &a, const Ticket &b)
{
    const auto turn = [](const Ticket &t) { return std::pair(!t.front, t.since); };
    if (turn(a) != turn(b))
        return turn(a) < turn(b);
    return a.cell == b.cell ? a.account < b.account : distanceKm(me.cell, a.cell) < distanceKm(me.cell, b.cell) + 1e-6;
}

QSet<AccountId> accounts(const std::vector<Ticket> &tickets)
{
    QSet<AccountId> out;
    for (const Ticket &t : tickets)
        out.insert(t.account);
    return out;
}

void compareWithDefinition(Crowd &crowd, app::MatchPool &pool, int steps)
{
    PlainMatchPool plain;
    for (int i = 0; i < steps; ++i) {
        const Ticket t = crowd.next();
        if (plain.waiting.size() > 400 || crowd.chance(20)) {
            const auto victim = std::next(plain.waiting.begin(), qsizetype(crowd.below(plain.waiting.size() + 1)));
            if (victim != plain.waiting.end()) {
                pool.remove(victim->first);
                plain.waiting.erase(victim);
            }
        }
        pool.add(t);
        plain.waiting[t.account] = t;
        if (crowd.chance(30))
            pool.settle();
        if (i % 3)
            continue;
        const Ticket me = crowd.chance(50) ? t : crowd.next();
        const auto expected = plain.candidates(me);
        QCOMPARE(pool.countNear(me, 1000), int(expected.size()));
        std::vector<Ticket> asked;
        QVERIFY(!pool.partnerFor(me, [&](const Ticket &other) { asked.push_back(other); return false; }));
        QCOMPARE(asked.size(), expected.size());
        QVERIFY(accounts(asked) == accounts(expected));
        for (size_t k = 1; k < asked.size(); ++k)
            QVERIFY(mayComeBefore(me, asked[k - 1], asked[k]));
    }
    QCOMPARE(size_t(pool.size()), plain.waiting.size());
}

} // namespace

void MatchPoolContract::agreesWithTheDefinition_data()
{
    QTest::addColumn<double>("latitude");
    QTest::addColumn<double>("longitude");
    QTest::addColumn<double>("spread");
    QTest::newRow("one town") << 37.5 << 127.0 << 0.1;
    QTest::newRow("one region") << 37.5 << 127.0 << 1.5;
    QTest::newRow("one country") << 36.5 << 127.5 << 6.0;
    QTest::newRow("the world") << 0.0 << 0.0 << 360.0;
    QTest::newRow("date line") << -17.0 << 180.0 << 1.0;
    QTest::newRow("date line, north") << 66.0 << 180.0 << 4.0;
    QTest::newRow("north pole") << 89.9 << 0.0 << 360.0;
    QTest::newRow("where maps end") << 85.05 << 60.0 << 4.0; // and places in Redis
    QTest::newRow("beside the north pole") << 89.0 << 20.0 << 3.0;
    QTest::newRow("south pole") << -89.95 << 0.0 << 3.0;
    QTest::newRow("Svalbard") << 78.2 << 15.6 << 8.0;
    QTest::newRow("Greenwich") << 51.48 << 0.0 << 0.8;
}

void MatchPoolContract::agreesWithTheDefinition()
{
    QFETCH(double, latitude);
    QFETCH(double, longitude);
    QFETCH(double, spread);
    const auto pool = m_make();
    Crowd crowd(std::uint64_t(latitude * 1000 + spread + 1e6), {latitude, longitude}, spread, {2});
    compareWithDefinition(crowd, *pool, m_steps);
}

void MatchPoolContract::cellsOfTwoGridsLiveTogether()
{
    // An operator has changed the cell size while people were waiting.
    const auto pool = m_make();
    Crowd crowd(7, {60, 25}, 1.0, {1, 2, 10});
    compareWithDefinition(crowd, *pool, m_steps);
}

} // namespace jjak::contract
