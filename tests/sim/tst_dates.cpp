// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Blind dates on in-memory SQLite under a seeded virtual clock. A few seeds for every build; the whole campaign is
//   JJAK_SIM_DATE_SEEDS=2000 build/bin/sim.tst_dates nobodyIsWrongedAtTheBall
#include <QTest>

#include "tests/sim/campaign.h"
#include "tests/sim/chaperone.h"

using namespace jjak;
using namespace jjak::sim;

class TestDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyIsWrongedAtTheBall();
    void theSameSeedGivesTheSameEvening() { QCOMPARE(playOne(7, 20, 600).text(), playOne(7, 20, 600).text()); }
    void everyPlantedFaultIsFound_data();
    void everyPlantedFaultIsFound();

private:
    static Evenings playOne(quint64 seed, int guests, int steps, const Faults &faults = {})
    {
        Ballroom room(seed, guests, faults);
        for (int i = 0; i < steps; ++i)
            room.step();
        room.heal();
        return room.tally();
    }
};

void TestDates::nobodyIsWrongedAtTheBall()
{
    const int seeds = numberFrom("JJAK_SIM_DATE_SEEDS", 4), guests = numberFrom("JJAK_SIM_GUESTS", 40), steps = numberFrom("JJAK_SIM_STEPS", 5000);
    const auto result = campaign(Seeds{quint64(numberFrom("JJAK_SIM_FIRST", 1)), seeds}, QStringLiteral("%1 guests").arg(guests), [&](quint64 seed) { return playOne(seed, guests, steps); });
    QVERIFY2(!result.violation, qPrintable(result.violation.value_or(QString())));
    QVERIFY(result.happenedAll);
}

void TestDates::everyPlantedFaultIsFound_data()
{
    QTest::addColumn<int>("fault");
    static constexpr std::array names{"a gateway that loses events",       "a worker that tells before it has stored",  "a host that forgets what it has said", "a host that believes to have said what it has not",
                                      "a store that loses arrows",         "a seating that takes the next free seat", "a clock that goes on while the server sleeps", "a server that trusts connections of its last life"};
    for (size_t i = 0; i < names.size(); ++i)
        QTest::newRow(names[i]) << int(i);
}

void TestDates::everyPlantedFaultIsFound()
{
    QFETCH(int, fault);
    static constexpr std::array planted{&Faults::losesEvents, &Faults::tellsTooEarly, &Faults::repeatsLines, &Faults::skipsLines, &Faults::losesArrows, &Faults::seatsAnybody, &Faults::sleepsThrough, &Faults::trustsTheDead};
    Faults faults;
    faults.*planted[size_t(fault)] = true;
    QVERIFY(isFound(20, [&](quint64 seed) { playOne(seed, 40, 4000, faults); }));
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
