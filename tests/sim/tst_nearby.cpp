// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The services on in-memory SQLite under a seeded virtual clock. Smaller runs for every build; the whole campaign is
//   JJAK_SIM_SEEDS=2000 JJAK_SIM_PEOPLE=1000 build/bin/sim.tst_nearby
#include <QTest>

#include "tests/sim/campaign.h"
#include "tests/sim/oracle.h"

using namespace jjak;
using namespace jjak::sim;

class TestNearby : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsWrongedInASmallTown() { play(numberFrom("JJAK_SIM_SMALL_SEEDS", 60), 40, 600, 1); }
    void nobodyIsWrongedInALargeTown() { play(numberFrom("JJAK_SIM_SEEDS", 3), numberFrom("JJAK_SIM_PEOPLE", 1000), numberFrom("JJAK_SIM_STEPS", 5000), quint64(numberFrom("JJAK_SIM_FIRST", 1000))); }
    void theSameSeedGivesTheSameTown();
    void everyPlantedFaultIsFound_data();
    void everyPlantedFaultIsFound();

private:
    static Tally playOne(quint64 seed, int people, int steps, const Faults &faults = {});
    void play(int seeds, int people, int steps, quint64 first);
};

Tally TestNearby::playOne(quint64 seed, int people, int steps, const Faults &faults)
{
    Town town(seed, people, faults);
    for (int i = 0; i < steps; ++i)
        town.step();
    town.heal();
    return town.tally();
}

void TestNearby::play(int seeds, int people, int steps, quint64 first)
{
    const auto result = campaign(Seeds{first, seeds}, QStringLiteral("%1 people").arg(people), [&](quint64 seed) { return playOne(seed, people, steps); });
    QVERIFY2(!result.violation, qPrintable(result.violation.value_or(QString())));
    QVERIFY(result.happenedAll);
}

void TestNearby::theSameSeedGivesTheSameTown()
{
    QCOMPARE(playOne(7, 30, 300).text(), playOne(7, 30, 300).text());
}

void TestNearby::everyPlantedFaultIsFound_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("a server that forgets refusals") << 0;
    QTest::newRow("a pool that ignores the reach") << 1;
    QTest::newRow("a gateway that loses events") << 2;
    QTest::newRow("a worker that tells before it has stored") << 3;
}

void TestNearby::everyPlantedFaultIsFound()
{
    QFETCH(int, fault);
    const Faults faults{fault == 0, fault == 1, fault == 2, fault == 3};
    QVERIFY(isFound(30, [&](quint64 seed) { playOne(seed, 40, 600, faults); }));
}

QTEST_GUILESS_MAIN(TestNearby)
#include "tst_nearby.moc"
