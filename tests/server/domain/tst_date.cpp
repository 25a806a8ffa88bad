// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "evening.h"

using namespace jjak;
using namespace jjak::domain;
using namespace jjak::domain::testing;
using namespace Qt::StringLiterals;

namespace {

//! What a date looks like when an input comes.
enum class Stage { Lobby, LetGo, Welcome, Impression, Topic, Talk, Arrow, Reveal, Farewell, Closed };
constexpr int stages = 10;

Evening at(Stage stage)
{
    Evening e;
    if (stage == Stage::Lobby || stage == Stage::LetGo) {
        e.openAt(-1min);
        e.fill(6);
        if (stage == Stage::LetGo)
            e.tell(DoorsClosed{});
        return e;
    }
    e.fill(7);
    if (stage == Stage::Closed)
        e.playTo(1h);
    else
        e.playToPhase(DatePhase(int(stage) - int(Stage::Welcome)));
    return e;
}

//! What came of an input, in one word: an error's code, or who sees a change, "nobody" when it is only to be stored, "-" when nothing has changed.
QString outcome(const DateStep &done)
{
    if (done.refused) {
        const std::string_view code = nameOf(done.refused->code);
        return done.changed ? u"changed and refused"_s : QString::fromLatin1(code.data(), qsizetype(code.size()));
    }
    if (!done.changed)
        return u"-"_s;
    if (done.seenByAll)
        return u"all"_s;
    return done.seenBy.isEmpty() ? u"nobody"_s : done.seenBy == QList<int>{1} ? u"seat 1"_s : u"somebody else"_s;
}

AccountId stranger()
{
    return AccountId::fromBytes(QByteArray(16, 's'));
}

struct Row {
    const char *name;
    DateInput input;
    std::array<const char *, stages> expected;
};

//   lobby, let go, welcome, impression, topic, talk, arrow, reveal, farewell, closed
const std::vector<Row> &table()
{
    static constexpr const char *wrong = "date.phase", *nobody = "date.not_found", *frozen = "room.frozen", *mine = "seat 1";
    static constexpr std::array<const char *, stages> unknown{nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody, nobody};
    static const std::vector<Row> rows{
        {"a stranger enters", Entered{stranger()}, {"all", wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong, wrong}},
        {"a seat leaves", SeatLeft{1}, {"all", nobody, "all", "all", "all", "all", "all", "all", "all", "-"}},
        {"a seat is lost", SeatLost{1}, {"nobody", nobody, "nobody", "nobody", "nobody", "nobody", "nobody", "nobody", "nobody", "-"}},
        {"a seat that was never lost is back", SeatBack{1}, {"-", nobody, "-", "-", "-", "-", "-", "-", "-", "-"}},
        {"a seat speaks", Spoke{1}, {wrong, nobody, frozen, frozen, frozen, "nobody", frozen, frozen, "nobody", "room.ended"}},
        {"a seat picks", Picked{1, 2}, {wrong, nobody, wrong, mine, wrong, wrong, wrong, wrong, wrong, wrong}},
        {"a seat picks nobody again", Picked{1, 0}, {wrong, nobody, wrong, "-", wrong, wrong, wrong, wrong, wrong, wrong}},
        {"a seat shoots", Shot{1, 2}, {wrong, nobody, wrong, wrong, wrong, wrong, mine, wrong, wrong, wrong}},
        {"a seat shoots at nobody again", Shot{1, 0}, {wrong, nobody, wrong, wrong, wrong, wrong, "-", wrong, wrong, wrong}},
        {"a seat shoots at itself", Shot{1, 1}, {wrong, nobody, wrong, wrong, wrong, wrong, "date.seat", wrong, wrong, wrong}},
        {"a seat hides another", Hid{1, 2}, {wrong, nobody, mine, mine, mine, mine, mine, mine, mine, mine}},
        {"a seat hides itself", Hid{1, 1}, {wrong, nobody, "date.seat", "date.seat", "date.seat", "date.seat", "date.seat", "date.seat", "date.seat", "date.seat"}},
        {"the doors close", DoorsClosed{}, {"all", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
        {"time has passed", TimePassed{}, {"-", "-", "-", "-", "-", "-", "-", "-", "-", "-"}},
        {"nobody leaves", SeatLeft{8}, unknown},
        {"nobody is lost", SeatLost{8}, unknown},
        {"nobody is back", SeatBack{0}, unknown},
        {"nobody speaks", Spoke{8}, unknown},
        {"nobody picks", Picked{8, 1}, unknown},
        {"nobody shoots", Shot{-1, 1}, unknown},
        {"nobody hides", Hid{8, 1}, unknown},
    };
    return rows;
}

} // namespace

class TestDate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPhaseTakesEveryInput_data()
    {
        QTest::addColumn<int>("index");
        QTest::addColumn<int>("stage");
        static constexpr std::array names{"lobby", "let go", "welcome", "impression", "topic", "talk", "arrow", "reveal", "farewell", "closed"};
        QSet<size_t> inputs;
        for (int i = 0; i < int(table().size()); ++i) {
            inputs.insert(table()[size_t(i)].input.index());
            for (int stage = 0; stage < stages; ++stage)
                QTest::addRow("%s: %s", names[size_t(stage)], table()[size_t(i)].name) << i << stage;
        }
        QCOMPARE(inputs.size(), qsizetype(std::variant_size_v<DateInput>));
    }
    void everyPhaseTakesEveryInput()
    {
        QFETCH(int, index);
        QFETCH(int, stage);
        const Row &row = table()[size_t(index)];
        Evening e = at(Stage(stage));
        const Date before = e.date;
        const DateStep done = e.tell(row.input);
        QCOMPARE(outcome(done), QString::fromLatin1(row.expected[size_t(stage)]));
        QCOMPARE(done.changed, e.date != before);
        QVERIFY(done.met.isEmpty() && !done.started);
    }
    //! One whole date as a list of what happened and when.
    void aWholeDateIsAFoldOverItsInputs()
    {
        Evening e;
        e.openAt(-3min);
        const std::vector<std::pair<Duration, DateInput>> story{
            {-3min, Entered{e.person(1)}}, {-2min, Entered{e.person(2)}}, {-2min, Entered{e.person(1)}}, {-90s, Entered{e.person(3)}}, {-80s, Entered{e.person(4), true}},
            {-70s, SeatLost{2}},           {-1min, SeatBack{2}},          {-30s, SeatLeft{3}},           {-20s, Entered{e.person(5)}}, // four at the start: it begins at 60 s
            {65s, Spoke{1}},               {75s, Picked{1, 2}},           {76s, Picked{2, 4}},           {110s, Spoke{2}},             {200s, SeatLost{3}},
            {300s, Spoke{1}},              {400s, SeatBack{3}},           {500s, Spoke{3}},              {650s, Shot{1, 2}},           {651s, Shot{2, 1}},
            {652s, Shot{3, 2}},            {653s, SeatLost{2}},           {675s, Shot{1, 3}},            {675s + 999ms, Shot{1, 2}},   {676s, Shot{1, 3}},
            {690s, Spoke{4}},              {700s, SeatLeft{1}},
        };
        QStringList refused;
        QList<int> acts;
        for (const auto &[moment, input] : story) {
            e.playTo(moment);
            const DateStep done = e.tell(input);
            if (done.refused)
                refused.append(outcome(done));
            acts.append(done.date.act);
        }
        e.playTo(1h);
        QVERIFY(std::ranges::is_sorted(acts));
        QCOMPARE(refused, (QStringList{u"room.frozen"_s, u"date.phase"_s}));
        QCOMPARE(e.released, (QList<Released>{{e.person(3), std::nullopt}}));
        QCOMPARE(e.met.size(), 1);
        QCOMPARE((std::pair{e.met.first().one, e.met.first().other}), (std::pair{1, 2}));
        QCOMPARE(e.date.ended, e.from() + 716s);
        QCOMPARE(e.date.seats.size(), 4);
        QVERIFY(e.date.seat(1)->state == SeatState::Left && e.date.seat(2)->lost == e.from() + 653s && e.date.seat(3)->state == SeatState::Here);
        QCOMPARE(std::ranges::count_if(e.date.seats, [](const Seat &s) { return s.demo; }), 1);
    }
    void theSameChanceGivesTheSameDate()
    {
        Evening a(7, 5), b(7, 5), c(7, 6);
        for (Evening *e : {&a, &b, &c}) {
            e->fill(7);
            e->playTo(1h);
        }
        QCOMPARE(a.date, b.date);
        QVERIFY(a.date != c.date);
    }
    void aLineIsItsKeyAndItsArguments()
    {
        QCOMPARE((HostLine{u"welcome"_s}.toText()), u"welcome"_s);
        QCOMPARE((HostLine{u"left"_s, {60}}.toText()), u"left 60"_s);
        QCOMPARE((HostLine{u"invite"_s, {2, 5, 7}}.toText()), u"invite 2 5 7"_s);
    }
    void aNewDateBelongsToItsEvent()
    {
        SeededRng rng(1);
        protocol::EventInfo event;
        event.event = EventId::random(rng);
        event.script = ScriptId::random(rng);
        event.seats = 5;
        const Date date = openDate(DateId::random(rng), event, fromMs(1000));
        QVERIFY(date.event == event.event && date.script == event.script && date.size == 5 && date.inLobby());
        QVERIFY(date.opened == fromMs(1000) && date.since == fromMs(1000) && date.seats.isEmpty() && !date.room && !date.started);
    }
    //! Never more seats than the size, never an account twice, never a choice of oneself, arrows only while they fly; whatever is told, in whatever order.
    void noInputsInNoOrderHarmADate()
    {
        for (quint64 seed = 1; seed <= 300; ++seed) {
            SeededRng chance(seed);
            Evening e(2 + int(chance.below(8)), seed);
            e.openAt(-5min);
            Duration t = -5min;
            for (int i = 0; i < 500 && !e.date.closed; ++i) {
                t += Duration(chance.below(i < 30 ? 10'000 : 4'000));
                e.playTo(t);
                const int act = e.date.act;
                e.tell(anything(chance, e));
                QVERIFY(e.date.act >= act);
                checkSound(e.date, e.script);
            }
        }
    }

private:
    static DateInput anything(Rng &chance, Evening &e)
    {
        const int seat = int(chance.below(10)), target = int(chance.below(10));
        switch (chance.below(20)) {
        case 0:
            return chance.below(6) ? DateInput(SeatBack{seat}) : DateInput(SeatLeft{seat});
        case 1:
        case 2:
            return SeatLost{seat};
        case 3:
            return Hid{seat, target};
        case 4:
            return chance.below(20) ? DateInput(TimePassed{}) : DateInput(DoorsClosed{});
        case 5:
        case 6:
        case 7:
        case 8:
            return Entered{e.person(int(chance.below(12)) + 1)};
        case 9:
        case 10:
        case 11:
            return Picked{seat, target};
        case 12:
        case 13:
        case 14:
        case 15:
            return Shot{seat, target};
        default:
            return Spoke{seat};
        }
    }
    static void checkSound(const Date &date, const Script &script)
    {
        QVERIFY(date.seats.size() <= date.size);
        QSet<AccountId> accounts;
        int number = 0;
        for (const Seat &seat : date.seats) {
            accounts.insert(seat.account);
            QVERIFY(seat.number > number && seat.number <= date.size);
            number = seat.number;
            QVERIFY(seat.arrow != seat.number && seat.impression != seat.number);
            const bool flying = date.act >= 0 && !date.closed && phaseOf(date, script) == DatePhase::Arrow;
            QVERIFY(seat.arrow == 0 || flying);
            QVERIFY(seat.state != SeatState::Left || (seat.arrow == 0 && seat.impression == 0));
            QVERIFY(seat.met == 0 || (date.seat(seat.met)->met == seat.number && date.seat(seat.met)->pair == seat.pair));
        }
        QCOMPARE(accounts.size(), date.seats.size());
    }
};

QTEST_GUILESS_MAIN(TestDate)
#include "tst_date.moc"
