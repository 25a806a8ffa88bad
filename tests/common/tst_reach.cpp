// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/base/rng.h"
#include "common/protocol/values.h"
#include "common/rules/reach.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

//! Two cells of one grid, at distances of all orders of magnitude.
std::pair<Cell, Cell> somePair(Rng &rng)
{
    const int size = 1 + int(rng.below(10));
    const Coordinate a{double(rng.below(178'000)) / 1000 - 89, double(rng.below(360'000)) / 1000 - 180};
    const double far = 1.0 / double(std::uint64_t(1) << rng.below(14));
    const Coordinate b{a.latitude + (double(rng.below(2001)) / 1000 - 1) * far * 40, a.longitude + (double(rng.below(2001)) / 1000 - 1) * far * 90};
    return {Cell::containing(a, size), Cell::containing(b, size)};
}

} // namespace

class TestReach : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLongerReachCoversWhatAShorterOneDoes()
    {
        SeededRng rng(1);
        for (int i = 0; i < 20'000; ++i) {
            const auto [a, b] = somePair(rng);
            for (size_t k = 1; k < allReaches.size(); ++k)
                QVERIFY(!covers(allReaches[k - 1], a, b) || covers(allReaches[k], a, b));
            QVERIFY(covers(Reach::Anywhere, a, b));
        }
    }
    void coveringIsMutual()
    {
        SeededRng rng(2);
        for (int i = 0; i < 20'000; ++i) {
            const auto [a, b] = somePair(rng);
            for (const Reach reach : allReaches)
                QCOMPARE(covers(reach, a, b), covers(reach, b, a));
            QVERIFY(stepBetween(a, b) == stepBetween(b, a));
        }
    }
    void stepBetweenIsTheSmallestThatCovers()
    {
        SeededRng rng(3);
        std::array<int, allReaches.size()> met{};
        for (int i = 0; i < 20'000; ++i) {
            const auto [a, b] = somePair(rng);
            const Reach step = stepBetween(a, b);
            QVERIFY(covers(step, a, b));
            QVERIFY(step == Reach::SameArea || !covers(Reach(int(step) - 1), a, b));
            ++met[size_t(step)];
        }
        for (const int n : met) // else the pairs would prove nothing about some step
            QVERIFY(n > 20);
    }
    void sameAreaIsTheSameCell()
    {
        SeededRng rng(4);
        for (int i = 0; i < 20'000; ++i) {
            const auto [a, b] = somePair(rng);
            QCOMPARE(covers(Reach::SameArea, a, b), a == b);
        }
    }
    //! All eight neighbours of a 2 km cell, found by stepping a little more than half a cell over its edges and corners.
    void twoKilometresCoverAllNeighbours()
    {
        SeededRng rng(5);
        for (int i = 0; i < 5000; ++i) {
            const Cell cell = Cell::containing({double(rng.below(160'000)) / 1000 - 80, double(rng.below(360'000)) / 1000 - 180}, 2);
            const double high = 180.0 / Cell::rowCount(2), wide = 360.0 / Cell::columnCount(2, cell.row());
            for (const double up : {-0.51, 0.0, 0.51})
                for (const double right : {-0.51, -0.25, 0.0, 0.25, 0.51}) {
                    const Cell other = Cell::containing({cell.centre().latitude + up * high, cell.centre().longitude + right * wide}, 2);
                    QVERIFY2(covers(Reach::Km2, cell, other), (cell.toText() + ' ' + other.toText()).constData());
                }
        }
    }
    void aReachEndsHalfACellBehindItsStep()
    {
        const Cell here = Cell::containing({0.001, 0.001}, 2);
        for (const Reach reach : {Reach::Km2, Reach::Km5, Reach::Km10, Reach::Km20, Reach::Km50, Reach::Km100}) {
            int last = 0;
            for (int column = here.column(); column < here.column() + 60; ++column) {
                const auto there = Cell::fromText(u"2-%1-%2"_s.arg(here.row()).arg(column));
                const bool inside = distanceKm(here, *there) <= kilometres(reach) + 1;
                QCOMPARE(covers(reach, here, *there), inside);
                last = inside ? column - here.column() : last;
            }
            QVERIFY(last >= kilometres(reach) / 2 && last <= kilometres(reach) / 2 + 1);
        }
    }
    void wordsAndKilometresAgree()
    {
        QCOMPARE(protocol::EnumNames<Reach>::names.size(), allReaches.size());
        for (const Reach reach : allReaches) {
            const auto name = protocol::nameOf(reach);
            const QString word = QString::fromLatin1(name.data(), qsizetype(name.size()));
            if (reach == Reach::SameArea)
                QCOMPARE(word, u"same_area"_s);
            else if (reach == Reach::Anywhere)
                QCOMPARE(word, u"anywhere"_s);
            else
                QCOMPARE(word, QString::number(kilometres(reach)) + u"km"_s);
        }
        QVERIFY(kilometres(Reach::Anywhere) >= 20'016);
    }
    void shorterIsTheShorter()
    {
        for (const Reach a : allReaches)
            for (const Reach b : allReaches)
                QCOMPARE(kilometres(shorter(a, b)), std::min(kilometres(a), kilometres(b)));
    }
};

QTEST_GUILESS_MAIN(TestReach)
#include "tst_reach.moc"
