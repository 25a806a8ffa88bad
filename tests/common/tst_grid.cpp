// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSet>
#include <QTest>
#include <cmath>
#include <limits>
#include <numbers>

#include "common/base/rng.h"
#include "common/protocol/frame.h"
#include "common/rules/grid.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

constexpr double kmPerDegree = std::numbers::pi * 6371.0088 / 180;

//! Evenly in [0, 1).
double unit(Rng &rng)
{
    return double(rng.below(std::uint64_t(1) << 53)) / double(std::uint64_t(1) << 53);
}

//! Even over the surface of the Earth, so that most are where people are and a few near the poles.
Coordinate somewhere(Rng &rng)
{
    return {std::asin(2 * unit(rng) - 1) * 180 / std::numbers::pi, unit(rng) * 360 - 180};
}

double heightDegrees(const Cell &c)
{
    return 180.0 / Cell::rowCount(c.sizeKm());
}
double widthDegrees(const Cell &c)
{
    return 360.0 / Cell::columnCount(c.sizeKm(), c.row());
}

//! A point within the cell, away from its edges by a millionth of its size.
Coordinate within(Rng &rng, const Cell &c)
{
    const auto inner = [&] { return (unit(rng) - 0.5) * (1 - 1e-6); };
    return {c.centre().latitude + inner() * heightDegrees(c), c.centre().longitude + inner() * widthDegrees(c)};
}

} // namespace

class TestGrid : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aCellHoldsItsCentreAndItsPoints()
    {
        SeededRng rng(1);
        for (int size = 1; size <= 10; ++size) {
            for (int i = 0; i < 3000; ++i) {
                const Cell cell = Cell::containing(somewhere(rng), size);
                QCOMPARE(cell.sizeKm(), size);
                QVERIFY2(Cell::containing(cell.centre(), size) == cell, cell.toText().constData());
                QVERIFY2(Cell::containing(within(rng, cell), size) == cell, cell.toText().constData());
            }
        }
    }
    void textAndKeyGiveTheSameCellAgain()
    {
        SeededRng rng(2);
        for (int i = 0; i < 20'000; ++i) {
            const Cell cell = Cell::containing(somewhere(rng), 1 + int(rng.below(10)));
            QVERIFY(Cell::fromText(QString::fromLatin1(cell.toText())) == cell);
            QVERIFY(Cell::fromKey(cell.key()) == cell);
            QVERIFY(cell.key() > 0);
        }
    }
    //! The edges, measured on the sphere: within 1 % of the nominal size up to 60°, within 3 % up to 80°.
    void cellsHaveNearlyTheSameSizeEverywhere()
    {
        SeededRng rng(3);
        for (int size = 1; size <= 10; ++size) {
            for (int i = 0; i < 2000; ++i) {
                const double latitude = unit(rng) * 160 - 80, tolerance = std::abs(latitude) > 60 ? 0.03 : 0.01;
                const Cell cell = Cell::containing({latitude, unit(rng) * 360 - 180}, size);
                const double height = heightDegrees(cell) * kmPerDegree;
                const double width = widthDegrees(cell) * kmPerDegree * std::cos(cell.centre().latitude * std::numbers::pi / 180);
                QVERIFY2(std::abs(height / size - 1) < 0.01 && std::abs(width / size - 1) < tolerance, qPrintable(u"%1: %2 x %3"_s.arg(QString::fromLatin1(cell.toText())).arg(width).arg(height)));
            }
        }
    }
    void theLastColumnTouchesTheFirst()
    {
        for (int size = 1; size <= 10; ++size) {
            for (const double latitude : {-70.0, -33.3, 0.1, 37.5, 64.0}) {
                const Cell west = Cell::containing({latitude, -180 + 1e-9}, size), east = Cell::containing({latitude, 180 - 1e-9}, size);
                QCOMPARE(west.column(), 0);
                QCOMPARE(east.column(), Cell::columnCount(size, east.row()) - 1);
                QVERIFY(distanceKm(west, east) < size * 1.03);
                QVERIFY(Cell::containing({latitude, 180}, size) == west && Cell::containing({latitude, -180}, size) == west);
            }
        }
    }
    void longitudeCountsModuloAFullTurn()
    {
        SeededRng rng(4);
        for (int i = 0; i < 2000; ++i) {
            const Cell cell = Cell::containing(somewhere(rng), 2);
            const Coordinate c = cell.centre();
            for (const double turns : {-720.0, -360.0, 360.0, 3600.0})
                QVERIFY(Cell::containing({c.latitude, c.longitude + turns}, 2) == cell);
        }
    }
    void polesBelongToTheFirstAndTheLastRow()
    {
        for (int size = 1; size <= 10; ++size) {
            for (const double longitude : {-180.0, -1.0, 0.0, 90.0, 179.9}) {
                QCOMPARE(Cell::containing({-90, longitude}, size).row(), 0);
                QCOMPARE(Cell::containing({90, longitude}, size).row(), Cell::rowCount(size) - 1);
                QVERIFY(Cell::containing({100, longitude}, size) == Cell::containing({90, longitude}, size));
            }
            QCOMPARE(Cell::columnCount(size, 0), 3); // half a cell from the pole the circle is π cells long
        }
    }
    void aPlaceThatIsNoneGivesTheNullCell()
    {
        const double none = std::numeric_limits<double>::quiet_NaN(), endless = std::numeric_limits<double>::infinity();
        for (const Coordinate c : {Coordinate{none, 0}, Coordinate{0, none}, Coordinate{0, endless}, Coordinate{-endless, 0}})
            QVERIFY(Cell::containing(c, 2).isNull());
        QVERIFY(Cell().isNull());
    }
    void sizesBeyondTheRangeAreCutToIt()
    {
        QCOMPARE(Cell::containing({0, 0}, 0).sizeKm(), 1);
        QCOMPARE(Cell::containing({0, 0}, 99).sizeKm(), 10);
    }
    //! Worked out with the formula of PROTOCOL.md by another program.
    void knownPlaces()
    {
        QCOMPARE(Cell::containing({37.5665, 126.9780}, 2).toText(), QByteArray("2-7092-13529"));  // Seoul, city hall
        QCOMPARE(Cell::containing({-33.8568, 151.2153}, 2).toText(), QByteArray("2-3121-15292")); // Sydney, opera
        QCOMPARE(Cell::containing({0, 0}, 10).toText(), QByteArray("10-1001-2001"));
    }
    void refusesTexts_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "2", "2-1", "2-1-1-1", "0-0-0", "11-0-0", "2-10008-0", "2-0-3", "2--1-0", "-2-1-1", "2-01-1", "02-1-1", "2-1-1 ", " 2-1-1", "2-1-+1", "2-1-1.0", "2-1-99999999999999999999",
                                 "2-1048576-0", "2-1-1048576", "2-1-", "a-1-1", "2_1_1"})
            QTest::newRow(text) << QString::fromLatin1(text);
        QTest::newRow("other digits") << u"2-１-1"_s;
    }
    void refusesTexts()
    {
        QFETCH(QString, text);
        QVERIFY(!Cell::fromText(text));
    }
    void refusesKeys()
    {
        for (const qint64 key : {qint64(-1), qint64(0), qint64(11) << 40, (qint64(2) << 40) | (qint64(10'008) << 20), (qint64(2) << 40) | 3, std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
            QVERIFY2(!Cell::fromKey(key), qPrintable(QString::number(key)));
        QVERIFY(Cell::fromKey((qint64(2) << 40) | 2));
    }
    void everyColumnOfARowIsReached()
    {
        for (const int row : {0, 1, 17, 5003, 10'006, 10'007}) {
            const int columns = Cell::columnCount(2, row);
            QSet<int> seen;
            for (int column = 0; column < columns; ++column) {
                const auto cell = Cell::fromKey((qint64(2) << 40) | (qint64(row) << 20) | column);
                QVERIFY(cell.has_value());
                seen.insert(Cell::containing(cell->centre(), 2).column());
            }
            QCOMPARE(seen.size(), columns);
            QVERIFY(!Cell::fromKey((qint64(2) << 40) | (qint64(row) << 20) | columns));
        }
    }
    void distancesAreThoseOfTheSphere()
    {
        QCOMPARE(distanceKm(Coordinate{0, 0}, Coordinate{0, 180}), std::numbers::pi * 6371.0088);
        QCOMPARE(distanceKm(Coordinate{-90, 0}, Coordinate{90, 77}), std::numbers::pi * 6371.0088);
        QVERIFY(std::abs(distanceKm(Coordinate{37.5665, 126.9780}, Coordinate{35.1796, 129.0756}) - 325) < 1); // Seoul to Busan
        const Cell cell = Cell::containing({37.5665, 126.9780}, 2);
        QCOMPARE(distanceKm(cell, cell), 0.0);
    }
    //! Whoever reads the wire learns the cell and nothing else: two points of one cell give the same bytes.
    void pointsOfOneCellGiveTheSameRequest()
    {
        SeededRng rng(5);
        for (int i = 0; i < 5000; ++i) {
            const int size = 1 + int(rng.below(10));
            const Cell cell = Cell::containing(somewhere(rng), size);
            const Reach reach = allReaches[rng.below(allReaches.size())];
            const auto request = [&](Coordinate point) { return protocol::encodeRequest(3, protocol::cmd::Seek{Cell::containing(point, size), reach}); };
            const QByteArray one = request(within(rng, cell)), other = request(within(rng, cell));
            QCOMPARE(one, other);
            QVERIFY(one.contains('"' + cell.toText() + '"'));
        }
    }
};

QTEST_GUILESS_MAIN(TestGrid)
#include "tst_grid.moc"
