// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Coffee tables on in-memory SQLite under a seeded virtual clock. A few seeds for every build; the whole campaign is
//   JJAK_SIM_TABLE_SEEDS=2000 build/bin/sim.tst_tables nobodyIsWrongedAtTheTables
#include <QTest>

#include "tests/sim/campaign.h"
#include "tests/sim/waiter.h"

using namespace jjak;
using namespace jjak::sim;

class TestTables : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsWrongedAtTheTables();
    void theSameSeedGivesTheSameAfternoon() { QCOMPARE(playOne(7, 20, 400).text(), playOne(7, 20, 400).text()); }
    void everyPlantedFaultIsFound_data();
    void everyPlantedFaultIsFound();

private:
    static Afternoon playOne(quint64 seed, int people, int steps, const Faults &faults = {})
    {
        Bistro bistro(seed, people, faults);
        for (int i = 0; i < steps; ++i)
            bistro.step();
        bistro.heal();
        return bistro.tally();
    }
};

void TestTables::nobodyIsWrongedAtTheTables()
{
    const int seeds = numberFrom("JJAK_SIM_TABLE_SEEDS", 5), people = numberFrom("JJAK_SIM_DRINKERS", 60), steps = numberFrom("JJAK_SIM_STEPS", 2500);
    const auto result = campaign(Seeds{quint64(numberFrom("JJAK_SIM_FIRST", 1)), seeds}, QStringLiteral("%1 people").arg(people), [&](quint64 seed) { return playOne(seed, people, steps); });
    QVERIFY2(!result.violation, qPrintable(result.violation.value_or(QString())));
    QVERIFY(result.happenedAll);
}

void TestTables::everyPlantedFaultIsFound_data()
{
    QTest::addColumn<int>("fault");
    static constexpr std::array names{"a store that mixes the line", "a store that forgets who sits", "a server that sleeps over its offers", "a gateway that loses events", "a worker that tells before it has stored"};
    for (size_t i = 0; i < names.size(); ++i)
        QTest::newRow(names[i]) << int(i);
}

void TestTables::everyPlantedFaultIsFound()
{
    QFETCH(int, fault);
    static constexpr std::array planted{&Faults::mixesLines, &Faults::losesGuests, &Faults::sleepsOverOffers, &Faults::losesEvents, &Faults::tellsTooEarly};
    Faults faults;
    faults.*planted[size_t(fault)] = true;
    QVERIFY(isFound(10, [&](quint64 seed) { playOne(seed, 60, 2000, faults); }));
}

QTEST_GUILESS_MAIN(TestTables)
#include "tst_tables.moc"
