// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Random histories of chats: real clients and the real server on in-memory SQLite, under a seeded virtual clock, against a
// book of lists. A few seeds for every build; the whole campaign is
//   JJAK_SIM_CHAT_SEEDS=2000 build/bin/sim.tst_chats nobodyDisagrees
// and one seed again, with everything that was done, JJAK_SIM_FIRST=17 JJAK_SIM_CHAT_SEEDS=1 JJAK_SIM_STORY=1.
#include <QCoreApplication>
#include <QHashSeed>
#include <QTest>

#include "tests/sim/campaign.h"
#include "tests/sim/chat_circle.h"

using namespace jjak;
using namespace jjak::sim;

class TestChats : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nobodyDisagrees();
    void theSameSeedGivesTheSameStory();
    void everyPlantedFaultIsFound_data();
    void everyPlantedFaultIsFound();

private:
    static Talk playOne(quint64 seed, int steps, const Faults &faults = {}, QStringList *story = nullptr);
};

Talk TestChats::playOne(quint64 seed, int steps, const Faults &faults, QStringList *story)
{
    Circle circle(seed, 3 + int(seed % 3), 2 + int(seed % 2), faults);
    try {
        for (int i = 0; i < steps; ++i)
            circle.step();
        circle.heal();
    } catch (const Violation &) {
        if (story)
            *story = circle.story();
        throw;
    }
    if (story)
        *story = circle.story();
    return circle.tally();
}

void TestChats::nobodyDisagrees()
{
    const Seeds seeds{quint64(numberFrom("JJAK_SIM_FIRST", 1)), numberFrom("JJAK_SIM_CHAT_SEEDS", 10)};
    const int steps = numberFrom("JJAK_SIM_STEPS", 1000);
    QStringList story;
    const auto result = campaign(seeds, QStringLiteral("%1 steps").arg(steps), [&](quint64 seed) { return playOne(seed, steps, {}, &story); });
    if (result.violation || numberFrom("JJAK_SIM_STORY", 0))
        qInfo().noquote() << QStringLiteral("The story:") << story.join(QStringLiteral("\n    "));
    QVERIFY2(!result.violation, qPrintable(result.violation.value_or(QString())));
    QVERIFY(result.happenedAll);
}

void TestChats::theSameSeedGivesTheSameStory()
{
    std::array<QStringList, 2> stories;
    std::array<QString, 2> tallies;
    for (size_t i = 0; i < 2; ++i)
        QVERIFY(!firstViolation({7, 1}, [&](quint64 seed) { tallies[i] = playOne(seed, 300, {}, &stories[i]).text(); }));
    QCOMPARE(tallies[0], tallies[1]);
    QCOMPARE(stories[0], stories[1]);
}

void TestChats::everyPlantedFaultIsFound_data()
{
    QTest::addColumn<int>("fault");
    static constexpr std::array names{"a gateway that loses events", "a gateway that loses changes", "a worker that tells before it has stored", "a store in which read positions slip back", "a store that undoes edits",
                                      "a store that forgets when messages go",  "a client that forgets that it has sent"};
    for (size_t i = 0; i < names.size(); ++i)
        QTest::newRow(names[i]) << int(i);
}

void TestChats::everyPlantedFaultIsFound()
{
    QFETCH(int, fault);
    static constexpr std::array planted{&Faults::losesEvents, &Faults::losesChanges, &Faults::tellsTooEarly, &Faults::forgetsReads, &Faults::undoesEdits, &Faults::keepsExpired, &Faults::renamesRepeats};
    Faults faults;
    faults.*planted[size_t(fault)] = true;
    QVERIFY(isFound(10, [&](quint64 seed) { playOne(seed, 1000, faults); }));
}

int main(int argc, char **argv)
{
    QHashSeed::setDeterministicGlobalSeed(); // whatever walks through a hash
    QCoreApplication::setEventDispatcher(new HandWoundTimers);
    QCoreApplication app(argc, argv);
    TestChats test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_chats.moc"
