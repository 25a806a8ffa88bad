// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
#include <functional>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using domain::Date;
using Failure = app::Transaction::Failure;
using Spoil = std::function<void(Date &, Scratch &)>;
Q_DECLARE_METATYPE(Spoil)

//! What the schema itself promises of dates and seats, by trying to break it.
class TstDatePromises : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void refusedSeat_data();
    void refusedSeat();
    void refusedDate_data();
    void refusedDate();
    void dateNeedsItsEventAndItsScript();
    void nobodySitsInTwoDatesAtOnce();
    void seatIsFreeAgain_data();
    void seatIsFreeAgain();
    void roomBelongsToOneDate();
};

void TstDatePromises::initTestCase_data()
{
    Scratch::everywhere();
}

void TstDatePromises::refusedSeat_data()
{
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    row("a seat too many", [](Date &d, Scratch &s) { d.seats.append(s.newSeat(8, s.account().id)); });
    row("number 0", [](Date &d, Scratch &) { d.seats[0].number = 0; });
    row("number above the size", [](Date &d, Scratch &) { d.size = 3; d.seats[2].number = 4; });
    row("the same person twice", [](Date &d, Scratch &) { d.seats[1].account = d.seats[0].account; });
    row("an account that is not there", [](Date &d, Scratch &s) { d.seats[1].account = AccountId::random(s.rng()); });
    row("an arrow at oneself", [](Date &d, Scratch &) { d.seats[1].arrow = 2; });
    row("an arrow at no seat of the date", [](Date &d, Scratch &) { d.seats[1].arrow = 8; });
    row("an impression of oneself", [](Date &d, Scratch &) { d.seats[1].impression = 2; });
    row("met oneself", [](Date &d, Scratch &) { d.seats[1].met = 2; });
    row("no such state", [](Date &d, Scratch &) { d.seats[1].state = domain::SeatState(3); });
    row("lost before time began", [](Date &d, Scratch &) { d.seats[1].lost = fromMs(-1); });
}

void TstDatePromises::refusedSeat()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(Spoil, spoil);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = s.people(3);
    for (const bool stored : {false, true}) {
        auto date = s.newLobby(event, who);
        if (stored)
            s->dates.save(date, noon);
        spoil(date, s);
        QCOMPARE(s->transaction.failure(), Failure::None);
        s->dates.save(date, noon);
        QCOMPARE(s->transaction.failure(), Failure::Command);
        s->transaction.rollback();
        s->dates.save(closedAt(s.newLobby(event, {}), noon), {}); // and the next one is fine
        QCOMPARE(s->transaction.failure(), Failure::None);
        if (const auto left = s->dates.activeOf(who[0]))
            s->dates.save(closedAt(*left, noon), {});
    }
}

void TstDatePromises::refusedDate_data()
{
    QTest::addColumn<Spoil>("spoil");
    const auto row = [](const char *name, const Spoil &spoil) { QTest::newRow(name) << spoil; };
    row("one seat only", [](Date &d, Scratch &) { d.size = 1; });
    row("ten seats", [](Date &d, Scratch &) { d.size = 10; });
    row("before the lobby", [](Date &d, Scratch &) { d.act = -2; });
    row("closed without an end", [](Date &d, Scratch &) { d.closed = true; });
    row("open with an end", [](Date &d, Scratch &) { d.ended = noon; });
    row("an act before time began", [](Date &d, Scratch &) { d.since = fromMs(-1); });
}

void TstDatePromises::refusedDate()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(Spoil, spoil);
    Scratch s{Scratch::Where(where)};
    auto date = s.newLobby(s.event(), {});
    spoil(date, s);
    s->dates.save(date, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    QVERIFY(!s->dates.find(date.id));
}

void TstDatePromises::dateNeedsItsEventAndItsScript()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    auto date = s.newLobby(s.event(), {});
    s->dates.save(date, std::nullopt); // and an open one needs a moment at which it is looked at
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    const auto event = std::exchange(date.event, EventId::random(s.rng()));
    s->dates.save(date, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
    s->transaction.rollback();
    date.event = event;
    date.script = ScriptId::random(s.rng());
    s->dates.save(date, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

void TstDatePromises::nobodySitsInTwoDatesAtOnce()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = s.people(2);
    const auto first = s.lobby(event, who);
    for (const auto state : {domain::SeatState::Here, domain::SeatState::Away}) {
        auto second = s.newLobby(s.event(), {who[1]});
        second.seats[0].state = state;
        s->dates.save(second, noon);
        QCOMPARE(s->transaction.failure(), Failure::Command);
        s->transaction.rollback();
        QVERIFY(s->dates.activeOf(who[1]) == first);
    }
}

void TstDatePromises::seatIsFreeAgain_data()
{
    QTest::addColumn<Spoil>("end");
    QTest::newRow("closed") << Spoil([](Date &d, Scratch &) { d = closedAt(d, noon); });
    QTest::newRow("left") << Spoil([](Date &d, Scratch &) { d.seats[1].state = domain::SeatState::Left; });
    QTest::newRow("gone from the lobby") << Spoil([](Date &d, Scratch &) { d.seats.removeLast(); });
}

void TstDatePromises::seatIsFreeAgain()
{
    QFETCH_GLOBAL(int, where);
    QFETCH(Spoil, end);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = s.people(2);
    auto first = s.lobby(event, who);
    end(first, s);
    s->dates.save(first, dueOf(first));
    const auto second = s.lobby(event, {who[1]});
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(s->dates.activeOf(who[1]) == second);
    QVERIFY(s->dates.find(first.id) == first);
}

void TstDatePromises::roomBelongsToOneDate()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    auto one = s.newLobby(event, {}), other = s.newLobby(event, {});
    one.room = other.room = RoomId::random(s.rng());
    s->dates.save(one, noon);
    QCOMPARE(s->transaction.failure(), Failure::None);
    s->dates.save(other, noon);
    QCOMPARE(s->transaction.failure(), Failure::Command);
}

QTEST_GUILESS_MAIN(TstDatePromises)
#include "tst_date_promises.moc"
