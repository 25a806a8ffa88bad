// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "common/base/rng.h"
#include "server/domain/lounge/table.h"

using namespace jjak;
using namespace jjak::domain;
using namespace Qt::StringLiterals;

namespace {

constexpr Time noon = fromMs(1'800'000'000'000);
constexpr TableRules rules;
using Refusal = std::optional<ErrorCode>;

//! A table and people who come to it.
struct Evening {
    explicit Evening(int seats = 3, bool approval = false)
    {
        CoffeeTable wished;
        wished.id = TableId::random(rng);
        wished.host = person(0);
        wished.topic = u"books"_s;
        wished.at = noon + 1h;
        wished.seats = seats;
        wished.approval = approval;
        table = offerTable(wished);
    }
    AccountId person(int number)
    {
        while (people.size() <= number)
            people.append(AccountId::random(rng));
        return people[number];
    }
    TableStep play(const TableInput &input)
    {
        const auto out = step(table, input, now, active, rules);
        table = out.table;
        return out;
    }
    Refusal join(int who, bool line = false) { return play(GuestJoined{person(who), line}).refused; }
    Refusal leave(int who) { return play(GuestLeft{person(who)}).refused; }
    TableStep pass(Duration duration)
    {
        now += duration;
        return play(TableTimePassed());
    }
    void open()
    {
        now = table.at;
        play(TableTimePassed());
    }
    Standing of(int who) { return table.standingOf(person(who)); }
    QList<AccountId> seated() const
    {
        QList<AccountId> out;
        for (const TableGuest &guest : table.seated())
            out.append(guest.account);
        return out;
    }

    SeededRng rng{3};
    QList<AccountId> people;
    CoffeeTable table;
    Time now = noon;
    std::optional<Time> active;
};

} // namespace

//! A coffee table from its offer to its end.
class TestTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyInputInEveryPhase_data();
    void everyInputInEveryPhase();
    void whoeverComesFirstSits();
    void onlyWhoWantsToWaitWaits();
    void aFreeSeatIsOfferedToTheFirstInLine();
    void nobodyOvertakesTheLine();
    void anOfferEndsAndTheNextOneHasIt();
    void everyFreeSeatIsOffered();
    void theLineHasAnEnd();
    void theHostDecidesWhoComes();
    void aRefusalIsNotSeen();
    void whoIsAdmittedToAFullTableWaits();
    void whoWasRemovedDoesNotComeAgain();
    void itsRoomOpensAtItsTime();
    void silenceEndsIt();
    void wordsPutTheEndOff();
    void itIsKeptWhenAllWantThat();
    void aNewGuestUndoesTheKeeping();
    void whoTakesItBackHasADay();
    void whoGoesLetsTheOthersKeepIt();
    void theHostWhoLeavesClosesIt();
    void afterTheEndOnlySeatsAreRemembered();
    void repetitionsChangeNothing();
    void dueIsTheEarliestOfAll();
    void chanceBreaksNoRule();
};

void TestTable::everyInputInEveryPhase_data()
{
    QTest::addColumn<int>("phase");
    QTest::addColumn<int>("input");
    QTest::addColumn<int>("expected"); //!< -1: no refusal
    constexpr int fine = -1, ended = int(ErrorCode::TableEnded), own = int(ErrorCode::TableOwn), nobody = int(ErrorCode::GuestNotFound), full = int(ErrorCode::TableFull);
    // Person 1 sits, 2 waits, 3 is a stranger; the table has two seats.
    static constexpr std::array names{"the host joins", "who sits joins", "who waits joins", "a stranger joins", "a stranger wants to wait", "the host leaves", "who sits leaves", "a stranger leaves", "who waits is admitted",
                                      "a stranger is admitted", "who sits is removed", "the host is removed", "a stranger is removed", "who sits keeps", "who waits keeps", "it is renamed", "it is closed", "time passes"};
    static constexpr std::array<std::array<int, 3>, names.size()> table{{{own, own, own}, {fine, fine, ended}, {fine, fine, ended}, {full, full, ended}, {fine, fine, ended}, {fine, fine, fine}, {fine, fine, fine}, {fine, fine, fine},
                                                                          {fine, fine, ended}, {nobody, nobody, ended}, {fine, fine, ended}, {own, own, own}, {nobody, nobody, ended}, {fine, fine, ended}, {nobody, nobody, ended},
                                                                          {fine, fine, ended}, {fine, fine, fine}, {fine, fine, fine}}};
    for (int input = 0; input < int(names.size()); ++input) {
        for (int phase = 0; phase < 3; ++phase)
            QTest::addRow("%s, phase %d", names[size_t(input)], phase) << phase << input << table[size_t(input)][size_t(phase)];
    }
}

void TestTable::everyInputInEveryPhase()
{
    QFETCH(int, phase);
    QFETCH(int, input);
    QFETCH(int, expected);
    Evening e(2);
    e.join(1);
    e.join(2, true);
    const AccountId host = e.person(0), sitting = e.person(1), waiting = e.person(2), stranger = e.person(3);
    if (phase > 0)
        e.open();
    if (phase > 1)
        e.play(TableClosed());
    QCOMPARE(int(e.table.phase), phase);
    const std::array<TableInput, 18> inputs{GuestJoined{host}, GuestJoined{sitting}, GuestJoined{waiting}, GuestJoined{stranger}, GuestJoined{stranger, true}, GuestLeft{host}, GuestLeft{sitting}, GuestLeft{stranger},
                                            GuestAnswered{waiting, true}, GuestAnswered{stranger, true}, GuestRemoved{sitting}, GuestRemoved{host}, GuestRemoved{stranger}, GuestKeeps{sitting, true}, GuestKeeps{waiting, true},
                                            TableRenamed{u"films"_s}, TableClosed(), TableTimePassed()};
    const CoffeeTable before = e.table;
    const TableStep step = e.play(inputs[size_t(input)]);
    QCOMPARE(step.refused ? int(*step.refused) : -1, expected);
    QCOMPARE(step.changed, step.table != before);
    QCOMPARE(step.table.version, before.version + step.changed);
    QVERIFY(!step.refused || !step.changed);
    QVERIFY(phase < 2 || !step.changed);
    QVERIFY(!step.opened);
    QCOMPARE(step.ended, phase < 2 && step.table.phase == TablePhase::Ended);
}

void TestTable::whoeverComesFirstSits()
{
    Evening e;
    QCOMPARE(e.join(1), Refusal());
    QCOMPARE(e.join(2), Refusal());
    QCOMPARE(e.join(3), Refusal(ErrorCode::TableFull));
    QCOMPARE(e.seated(), (QList{e.person(0), e.person(1), e.person(2)}));
    e.leave(1);
    const auto step = e.play(GuestJoined{e.person(3)});
    QCOMPARE(step.came, QList{e.person(3)});
    QCOMPARE(e.seated(), (QList{e.person(0), e.person(3), e.person(2)}));
}

void TestTable::onlyWhoWantsToWaitWaits()
{
    Evening e(2);
    e.join(1);
    QCOMPARE(e.join(2), Refusal(ErrorCode::TableFull));
    QCOMPARE(e.of(2), Standing::None);
    QCOMPARE(e.join(2, true), Refusal());
    QCOMPARE(e.of(2), Standing::Waiting);
    QCOMPARE(e.join(2), Refusal()); // who waits already
    e.leave(2);
    QCOMPARE(e.of(2), Standing::None);
}

void TestTable::aFreeSeatIsOfferedToTheFirstInLine()
{
    Evening e(2);
    e.join(1);
    for (int who : {2, 3})
        e.join(who, true);
    e.leave(1);
    QCOMPARE(e.of(2), Standing::Offered);
    QCOMPARE(e.table.guest(e.person(2))->until, std::optional(noon + 2min));
    QCOMPARE(e.of(3), Standing::Waiting);
    QCOMPARE(e.seated(), QList{e.person(0)});
    e.pass(2min - 1ms);
    const auto step = e.play(GuestJoined{e.person(2)});
    QCOMPARE(step.came, QList{e.person(2)});
    QCOMPARE(e.of(2), Standing::Seated);
    QVERIFY(!e.table.guest(e.person(2))->until);
    QCOMPARE(e.of(3), Standing::Waiting);
}

void TestTable::nobodyOvertakesTheLine()
{
    Evening e(2);
    e.join(1);
    e.join(2, true);
    e.leave(1);
    QCOMPARE(e.join(3), Refusal(ErrorCode::TableFull)); // the seat is kept
    QCOMPARE(e.join(3, true), Refusal());
    QCOMPARE(e.of(3), Standing::Waiting);
    e.join(4, true);
    e.leave(2);
    QCOMPARE(e.of(3), Standing::Offered);
    QCOMPARE(e.of(4), Standing::Waiting);
}

void TestTable::anOfferEndsAndTheNextOneHasIt()
{
    Evening e(2);
    e.join(1);
    for (int who : {2, 3})
        e.join(who, true);
    e.leave(1);
    e.pass(2min);
    QCOMPARE(e.of(2), Standing::None);
    QCOMPARE(e.of(3), Standing::Offered);
    QCOMPARE(e.table.guest(e.person(3))->until, std::optional(noon + 4min));
    // Who comes too late is somebody who comes, also when nobody has looked meanwhile.
    e.now += 2min;
    QCOMPARE(e.join(3), Refusal());
    QCOMPARE(e.of(3), Standing::Seated);
}

void TestTable::everyFreeSeatIsOffered()
{
    Evening e(4);
    for (int who : {1, 2, 3})
        e.join(who);
    for (int who : {4, 5, 6})
        e.join(who, true);
    e.leave(1);
    e.leave(3);
    QCOMPARE(e.of(4), Standing::Offered);
    QCOMPARE(e.of(5), Standing::Offered);
    QCOMPARE(e.of(6), Standing::Waiting);
    QVERIFY(e.table.guest(e.person(4))->seat != e.table.guest(e.person(5))->seat);
}

void TestTable::theLineHasAnEnd()
{
    Evening e(2);
    e.join(1);
    for (int who = 2; who < 2 + rules.line; ++who)
        QCOMPARE(e.join(who, true), Refusal());
    QCOMPARE(e.join(99, true), Refusal(ErrorCode::TableLine));
    QCOMPARE(e.table.waiting().size(), rules.line);
    Evening asked(2, true);
    for (int who = 1; who <= rules.line; ++who)
        QCOMPARE(asked.join(who), Refusal());
    QCOMPARE(asked.join(99), Refusal(ErrorCode::TableLine));
}

void TestTable::theHostDecidesWhoComes()
{
    Evening e(3, true);
    QCOMPARE(e.join(1), Refusal());
    QCOMPARE(e.of(1), Standing::Asked);
    QCOMPARE(e.play(GuestAnswered{e.person(1), true}).came, QList{e.person(1)});
    QCOMPARE(e.of(1), Standing::Seated);
    e.join(2);
    e.leave(2);
    QCOMPARE(e.play(GuestAnswered{e.person(2), true}).refused, Refusal(ErrorCode::GuestNotFound));
}

void TestTable::aRefusalIsNotSeen()
{
    Evening e(3, true);
    e.join(1);
    e.play(GuestAnswered{e.person(1), false});
    QCOMPARE(e.of(1), Standing::Asked);
    QVERIFY(e.table.asking().isEmpty());
    // Asking again is as quiet.
    e.leave(1);
    QCOMPARE(e.of(1), Standing::None);
    QCOMPARE(e.join(1), Refusal());
    QCOMPARE(e.of(1), Standing::Asked);
    QVERIFY(e.table.asking().isEmpty());
    e.play(GuestAnswered{e.person(1), true}); // a host may think better of it
    QCOMPARE(e.of(1), Standing::Seated);
}

void TestTable::whoIsAdmittedToAFullTableWaits()
{
    Evening e(2, true);
    for (int who : {1, 2, 3})
        e.join(who);
    for (int who : {1, 3, 2})
        e.play(GuestAnswered{e.person(who), true});
    QCOMPARE(e.of(1), Standing::Seated);
    e.leave(1);
    QCOMPARE(e.of(3), Standing::Offered); // admitted before the other
    QCOMPARE(e.of(2), Standing::Waiting);
}

void TestTable::whoWasRemovedDoesNotComeAgain()
{
    Evening e(2);
    e.join(1);
    e.join(2, true);
    const auto step = e.play(GuestRemoved{e.person(1)});
    QCOMPARE(step.went, QList{e.person(1)});
    QCOMPARE(e.of(2), Standing::Offered);
    QCOMPARE(e.join(1, true), Refusal(ErrorCode::TableNotFound));
    e.play(GuestRemoved{e.person(2)});
    QCOMPARE(e.join(2), Refusal(ErrorCode::TableNotFound));
    QCOMPARE(e.join(3), Refusal());
}

void TestTable::itsRoomOpensAtItsTime()
{
    Evening e;
    e.join(1);
    QVERIFY(!e.pass(1h - 1ms).changed);
    const auto step = e.pass(1ms);
    QVERIFY(step.opened && !step.ended);
    QCOMPARE(e.table.phase, TablePhase::Open);
    QCOMPARE(e.table.since, e.now);
    QVERIFY(!e.pass(1h).opened);
}

void TestTable::silenceEndsIt()
{
    Evening e;
    e.join(1);
    e.open();
    QCOMPARE(dueAt(e.table), std::optional(e.now + 24h));
    QVERIFY(!e.pass(24h - 1ms).ended);
    const auto step = e.pass(1ms);
    QVERIFY(step.ended);
    QVERIFY(step.went.isEmpty()); // they can read for a while
    QCOMPARE(e.table.ended, std::optional(e.now));
    QCOMPARE(dueAt(e.table), std::nullopt);
}

void TestTable::wordsPutTheEndOff()
{
    Evening e;
    e.open();
    e.active = e.now + 5h;
    QVERIFY(!e.pass(24h).ended);
    QCOMPARE(dueAt(e.table, e.active), std::optional(*e.active + 24h));
    QVERIFY(e.pass(5h).ended);
}

void TestTable::itIsKeptWhenAllWantThat()
{
    Evening e;
    e.join(1);
    e.open();
    e.play(GuestKeeps{e.person(0), true});
    QVERIFY(!e.table.isKept());
    QCOMPARE(e.table.keeping(), 1);
    e.play(GuestKeeps{e.person(1), true});
    QVERIFY(e.table.isKept());
    QCOMPARE(dueAt(e.table), std::nullopt);
    QVERIFY(!e.pass(1000h).ended);
    QVERIFY(e.play(TableClosed()).ended);
}

void TestTable::aNewGuestUndoesTheKeeping()
{
    Evening e;
    e.open();
    e.play(GuestKeeps{e.person(0), true});
    e.pass(100h);
    e.join(1);
    QVERIFY(!e.table.isKept());
    QVERIFY(!e.pass(24h - 1ms).ended); // as if it had been opened anew
    QVERIFY(e.pass(1ms).ended);
}

void TestTable::whoTakesItBackHasADay()
{
    Evening e;
    e.open();
    e.play(GuestKeeps{e.person(0), true});
    e.pass(100h);
    e.play(GuestKeeps{e.person(0), false});
    QCOMPARE(e.table.phase, TablePhase::Open);
    QCOMPARE(dueAt(e.table), std::optional(e.now + 24h));
}

void TestTable::whoGoesLetsTheOthersKeepIt()
{
    Evening e;
    e.join(1);
    e.open();
    e.play(GuestKeeps{e.person(0), true});
    e.leave(1);
    QVERIFY(e.table.isKept());
}

void TestTable::theHostWhoLeavesClosesIt()
{
    Evening e;
    e.join(1);
    e.open();
    const auto step = e.play(GuestLeft{e.person(0)});
    QVERIFY(step.ended);
    QCOMPARE(step.went, QList{e.person(0)});
    QCOMPARE(e.of(0), Standing::Host);
    QCOMPARE(e.of(1), Standing::Seated);
}

void TestTable::afterTheEndOnlySeatsAreRemembered()
{
    Evening e(2);
    e.join(1);
    e.join(2, true);
    e.join(3, true);
    e.play(GuestRemoved{e.person(3)});
    e.play(TableClosed());
    QCOMPARE(e.seated(), (QList{e.person(0), e.person(1)}));
    QCOMPARE(e.of(2), Standing::None);
    QCOMPARE(e.join(2), Refusal(ErrorCode::TableEnded));
    QCOMPARE(e.join(3), Refusal(ErrorCode::TableNotFound));
}

void TestTable::repetitionsChangeNothing()
{
    Evening e(3, true);
    for (int who : {1, 2})
        e.join(who);
    const AccountId one = e.person(1), two = e.person(2);
    for (const TableInput &input : {TableInput(GuestJoined{one}), TableInput(GuestAnswered{one, true}), TableInput(GuestAnswered{two, false}), TableInput(GuestJoined{two}), TableInput(GuestKeeps{one, true}), TableInput(GuestRemoved{one}),
                                    TableInput(GuestLeft{two}), TableInput(TableRenamed{u"films"_s}), TableInput(TableClosed()), TableInput(GuestLeft{e.table.host})}) {
        QCOMPARE(e.play(input).refused, Refusal());
        QVERIFY(!e.play(input).changed);
    }
}

void TestTable::dueIsTheEarliestOfAll()
{
    Evening e(2);
    QCOMPARE(dueAt(e.table), std::optional(noon + 1h));
    e.join(1);
    e.join(2, true);
    e.leave(1);
    QCOMPARE(dueAt(e.table), std::optional(noon + 2min));
    e.leave(2);
    QCOMPARE(dueAt(e.table), std::optional(noon + 1h));
}

void TestTable::chanceBreaksNoRule()
{
    for (int seed = 0; seed < 200; ++seed) {
        SeededRng rng(quint64(seed) + 1);
        Evening e(2 + int(rng.below(3)), rng.below(2) == 1);
        for (int i = 0; i < 200; ++i) {
            const AccountId who = e.person(int(rng.below(9)));
            const bool yes = rng.below(2) == 1;
            const std::array<TableInput, 6> inputs{GuestJoined{who, yes}, GuestJoined{who, true}, GuestLeft{who == e.table.host ? e.person(1) : who}, GuestAnswered{who, yes}, GuestKeeps{who, yes}, TableTimePassed()};
            const auto before = e.table;
            const auto step = e.play(rng.below(40) == 0 ? TableInput(GuestRemoved{who}) : inputs[rng.below(inputs.size())]);
            QVERIFY(!step.refused || !step.changed || before.phase != e.table.phase || dueAt(before, e.active) <= std::optional(e.now));
            QSet<int> seats;
            for (const TableGuest &guest : e.table.guests) {
                QVERIFY(guest.seat <= e.table.seats && (guest.seat > 0) == (guest.standing >= Standing::Offered));
                QVERIFY(guest.seat == 0 || !seats.contains(guest.seat));
                seats.insert(guest.seat);
                QCOMPARE(guest.until.has_value(), guest.standing == Standing::Offered);
            }
            seats.remove(0);
            QVERIFY(e.table.phase == TablePhase::Ended || e.table.waiting().isEmpty() || seats.size() == e.table.seats);
            const auto due = dueAt(e.table, e.active);
            QVERIFY(!due || *due > e.now);
            e.now += Duration(qint64(rng.below(90'000)));
        }
    }
}

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
