// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The services on in-memory SQLite under a seeded virtual clock. Smaller runs for every build; the whole campaign is
//   JJAK_SIM_SEEDS=2000 JJAK_SIM_PEOPLE=1000 build/bin/sim.tst_nearby
#include <QElapsedTimer>
#include <QTest>

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
    static int numberFrom(const char *name, int otherwise)
    {
        bool ok = false;
        const int value = qEnvironmentVariableIntValue(name, &ok);
        return ok ? value : otherwise;
    }
    static Tally playOne(quint64 seed, int people, int steps);
    void play(int seeds, int people, int steps, quint64 first);
};

Tally TestNearby::playOne(quint64 seed, int people, int steps)
{
    Town town(seed, people);
    for (int i = 0; i < steps; ++i)
        town.step();
    town.heal();
    return town.tally();
}

void TestNearby::play(int seeds, int people, int steps, quint64 first)
{
    Tally sum;
    QElapsedTimer timer;
    timer.start();
    for (quint64 seed = first; seed < first + quint64(seeds); ++seed) {
        try {
            sum.add(playOne(seed, people, steps));
        } catch (const Violation &violation) {
            QFAIL(qPrintable(QStringLiteral("seed %1: %2").arg(seed).arg(QString::fromUtf8(violation.what()))));
        }
    }
    qInfo().noquote() << seeds << "seeds of" << people << "people:" << sum.text() << "- violations 0, in" << timer.elapsed() / 1000 << "s";
    // A town in which one of these never happens has tested nothing.
    for (const quint64 count : {sum.accepted, sum.refused, sum.timedOut, sum.gone, sum.crashes, sum.failedCommits, sum.disconnects, sum.messages, sum.blocks, sum.moves, sum.resent})
        QVERIFY(count > 0);
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
    int found = 0;
    for (quint64 seed = 1; seed <= 30 && found == 0; ++seed) {
        try {
            Town town(seed, 40, faults);
            for (int i = 0; i < 600; ++i)
                town.step();
            town.heal();
        } catch (const Violation &violation) {
            qInfo().noquote() << "found with seed" << seed << "-" << violation.what();
            ++found;
        }
    }
    QCOMPARE(found, 1);
}

QTEST_GUILESS_MAIN(TestNearby)
#include "tst_nearby.moc"
