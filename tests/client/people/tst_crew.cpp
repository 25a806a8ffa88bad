// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "client/people/dates/crew.h"
#include "client/people/dates/timeline.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::people;

namespace {

const GuestState idle{.ready = true};
const GuestState seated{.ready = true, .seated = true};
const GuestState offline{};

GuestState waiting(int lobby)
{
    return {.ready = true, .waiting = true, .lobby = lobby};
}

} // namespace

class TstCrew : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneWaitsAlone();
    void theNextOneWaitsNextTime();
    void allComeWhenSomebodyComes();
    void nobodyTooManyComes();
    void whoSitsAlreadyDoesNotCome();
    void theyGoWhenTheNewcomerGoes();
    void aRehearsalNeedsNobodyElse();
    void aTimelineTellsTimePhaseAndWords();
};

void TstCrew::oneWaitsAlone()
{
    QCOMPARE(crewMove({idle, idle, idle}, 7, 0, false), (CrewMove{{0}, {}}));
    QCOMPARE(crewMove({waiting(1), idle, idle}, 7, 0, false), CrewMove{});
    QCOMPARE(crewMove({offline, idle, idle}, 7, 0, false), (CrewMove{{1}, {}}));
    QCOMPARE(crewMove({}, 7, 0, false), CrewMove{});
    // No evening for nobody, even where there are enough of them.
    QCOMPARE(crewMove(std::vector<GuestState>(8, idle), 7, 0, false), (CrewMove{{0}, {}}));
}

void TstCrew::theNextOneWaitsNextTime()
{
    QCOMPARE(crewMove({idle, idle, idle}, 7, 2, false), (CrewMove{{2}, {}}));
    QCOMPARE(crewMove({idle, idle, offline}, 7, 2, false), (CrewMove{{0}, {}}));
}

void TstCrew::allComeWhenSomebodyComes()
{
    QCOMPARE(crewMove({waiting(2), idle, idle, idle, idle, idle}, 7, 0, false), (CrewMove{{1, 2, 3, 4, 5}, {}}));
    QCOMPARE(crewMove({waiting(3), waiting(3), idle, idle, idle, idle}, 7, 0, false), (CrewMove{{2, 3, 4, 5}, {}}));
}

void TstCrew::nobodyTooManyComes()
{
    QCOMPARE(crewMove({waiting(4), idle, idle, idle, idle, idle}, 7, 0, false), (CrewMove{{1, 2, 3}, {}}));
    QCOMPARE(crewMove({waiting(7), idle}, 7, 0, false), CrewMove{});
}

void TstCrew::whoSitsAlreadyDoesNotCome()
{
    QCOMPARE(crewMove({seated, seated, idle, idle}, 7, 0, false), (CrewMove{{2}, {}}));
    QCOMPARE(crewMove({seated, waiting(2), idle, offline}, 7, 0, false), (CrewMove{{2}, {}}));
}

void TstCrew::theyGoWhenTheNewcomerGoes()
{
    QCOMPARE(crewMove({waiting(3), waiting(3), waiting(3), idle}, 7, 0, false), (CrewMove{{}, {1, 2}}));
}

void TstCrew::aRehearsalNeedsNobodyElse()
{
    QCOMPARE(crewMove(std::vector<GuestState>(7, idle), 7, 0, true).enter.size(), size_t(7));
    std::vector<GuestState> begun(9, idle);
    begun[0] = waiting(1);
    QCOMPARE(crewMove(begun, 7, 0, true).enter.size(), size_t(6));
    QCOMPARE(crewMove(std::vector<GuestState>(6, idle), 7, 0, true).enter.size(), size_t(1)); // too few: like any other crew
}

void TstCrew::aTimelineTellsTimePhaseAndWords()
{
    protocol::Date date;
    date.phase = protocol::DatePhase::Talk;
    date.round = 2;
    QCOMPARE(timelineLine(12'340ms, date, {}), u"   12.3 s  talk 2"_s);
    QCOMPARE(timelineLine(12'340ms, date, u"안녕하세요"_s), u"   12.3 s  talk 2      안녕하세요"_s);
    date.phase = protocol::DatePhase::Arrow;
    QCOMPARE(timelineLine(0ms, date, {}), u"    0.0 s  arrow"_s);
}

QTEST_GUILESS_MAIN(TstCrew)
#include "tst_crew.moc"
