// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "tests/server/app/counter.h"

using namespace jjak;
using namespace jjak::app;
using namespace jjak::app::test;
using namespace jjak::protocol;
using namespace Qt::StringLiterals;

//! Events and dates as the services play them: who gets in, who is told what, and what is left afterwards.
class TestDates : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventIsToldToEverybodyAndOpenedOnce();
    void nobodyEntersBeforeTheDoorsOrAfterTheEnd();
    void enteringTwiceIsEnteringOnce();
    void nobodyWaitsInTwoEvents();
    void sevenSitDownAndTheHostBegins();
    void whoComeTogetherAreToldOnceHowManyTheyAre();
    void fourStartAfterAMinute();
    void whoStillWaitsAtTheEndIsLetGo();
    void anOperatorMayEndItSooner();
    void whoHaveBlockedEachOtherAreNotSeatedTogether();
    void whoBlocksSomebodyOfTheSameLobbyWaitsElsewhere();
    void whoHaveMetAreNotSeatedTogetherAgain();
    void demoPeopleMayBeMetAgain();
    void aFrozenDateSaysWhenItThaws();
    void twoArrowsThatMeetOpenARoomWhenBothSaySo();
    void aPairOfWhichOneHasBlockedOpensNothing();
    void onlyThePairLearnsOfIt();
    void aBlockedSeatIsHiddenAndCannotBeMet();
    void aReportNamesTheSeatAndKeepsTheWords();
    void whoLeavesSeesNothingMore();
    void leavingTheRoomIsLeavingTheDate();
    void nobodySeesWhoReadsOrTypes();
    void theRoomGoesADayAfterTheEnd();
    void aRestartGoesOnWhereItWas();

private:
    EventInfo open(Counter &counter, Duration in = 0s, Duration length = 2h, int seats = 7);
    QList<Guest *> seven(Counter &counter, const EventInfo &event, int count = 7);
    //! Plays on until the date of that guest is in the phase.
    static bool playTo(Counter &counter, const Guest &guest, DatePhase phase);
    static Guest *inSeat(const QList<Guest *> &guests, int number);
};

EventInfo TestDates::open(Counter &counter, Duration in, Duration length, int seats)
{
    cmd::OpenEvent command{ClientId::fromBytes(QByteArray(15, 'o') + char(seats)), u"Friday evening"_s, counter.now() + in, counter.now() + in + length, u"Asia/Seoul"_s, seats, {u"ko"_s, u"en"_s}, {}};
    const auto event = counter.operate(command);
    if (!event)
        qFatal("no event: %s", qPrintable(event.error().field + event.error().reason));
    return *event;
}

QList<Guest *> TestDates::seven(Counter &counter, const EventInfo &event, int count)
{
    QList<Guest *> out;
    for (int i = 0; i < count; ++i) {
        out.append(&counter.guest(u"guest %1"_s.arg(i)));
        if (!counter.ask(*out.last(), cmd::EnterDate{event.event}))
            qFatal("guest %d does not get in", i);
    }
    return out;
}

bool TestDates::playTo(Counter &counter, const Guest &guest, DatePhase phase)
{
    for (int second = 0; second < 1000; ++second) {
        if (guest.blindDate().date && guest.blindDate().date->phase == phase)
            return true;
        counter.pass(1s);
    }
    return false;
}

Guest *TestDates::inSeat(const QList<Guest *> &guests, int number)
{
    for (Guest *guest : guests) {
        if (guest->blindDate().date && guest->blindDate().date->me == number)
            return guest;
    }
    return nullptr;
}

void TestDates::anEventIsToldToEverybodyAndOpenedOnce()
{
    Counter counter;
    Guest &guest = counter.guest(u"min ji"_s);
    const EventInfo event = open(counter, 1h);
    QVERIFY(guest.latest<ev::EventState>());
    QCOMPARE(guest.latest<ev::EventState>()->event.event, event.event);
    QCOMPARE(event.doors, event.from - 10min);
    guest.events.clear();
    QCOMPARE(open(counter, 1h).event, event.event); // the same command again
    QVERIFY(guest.events.empty());
    QCOMPARE(counter.read(guest, cmd::ListEvents{})->events.size(), 1);
    QVERIFY(counter.read(guest, cmd::ScriptTexts{event.script, u"ko"_s})->texts.size() > 60);
    QCOMPARE(counter.read(guest, cmd::ScriptTexts{event.script, u"fr"_s}).error().code, ErrorCode::ScriptNotFound);
}

void TestDates::nobodyEntersBeforeTheDoorsOrAfterTheEnd()
{
    Counter counter;
    const EventInfo event = open(counter, 1h);
    Guest &guest = counter.guest(u"min ji"_s);
    const auto early = counter.ask(guest, cmd::EnterDate{event.event});
    QCOMPARE(early.error().code, ErrorCode::EventClosed);
    QCOMPARE(early.error().until, event.doors);
    counter.pass(50min);
    QVERIFY(counter.ask(guest, cmd::EnterDate{event.event}));
    counter.pass(2h + 11min);
    const auto late = counter.ask(guest, cmd::EnterDate{event.event});
    QCOMPARE(late.error().code, ErrorCode::EventClosed);
    QVERIFY(!late.error().until);
    QCOMPARE(counter.ask(guest, cmd::EnterDate{EventId::fromBytes(QByteArray(16, 'x'))}).error().code, ErrorCode::EventNotFound);
}

void TestDates::enteringTwiceIsEnteringOnce()
{
    Counter counter;
    const EventInfo event = open(counter);
    Guest &guest = counter.guest(u"min ji"_s);
    QCOMPARE(counter.ask(guest, cmd::EnterDate{event.event})->lobby->seated, 1);
    QCOMPARE(counter.ask(guest, cmd::EnterDate{event.event})->lobby->seated, 1);
    QVERIFY(!counter.ask(guest, cmd::LeaveDate{})->lobby);
    QVERIFY(!counter.ask(guest, cmd::LeaveDate{})->lobby); // again without effect
    QCOMPARE(counter.ask(guest, cmd::EnterDate{event.event})->lobby->seated, 1);
}

void TestDates::nobodyWaitsInTwoEvents()
{
    Counter counter;
    const EventInfo one = open(counter), other = open(counter, 0s, 2h, 5);
    Guest &guest = counter.guest(u"min ji"_s);
    QVERIFY(counter.ask(guest, cmd::EnterDate{one.event}));
    QCOMPARE(counter.ask(guest, cmd::EnterDate{other.event}).error().code, ErrorCode::DateElsewhere);
}

void TestDates::sevenSitDownAndTheHostBegins()
{
    Counter counter;
    const EventInfo event = open(counter);
    const auto guests = seven(counter, event);
    QSet<int> numbers;
    QSet<QString> aliases;
    for (const Guest *guest : guests) {
        const auto &date = guest->blindDate().date;
        QVERIFY(date);
        QCOMPARE(date->phase, DatePhase::Welcome);
        QVERIFY(date->frozen);
        QCOMPARE(date->seats.size(), 7);
        QVERIFY(guest->latest<ev::RoomMessage>());
        QCOMPARE(guest->latest<ev::RoomMessage>()->message.seq, 1);
        QCOMPARE(guest->latest<ev::RoomMessage>()->message.kind, MessageKind::Host);
        QCOMPARE(guest->latest<ev::RoomState>()->room.kind, RoomKind::Date);
        numbers.insert(date->me);
        for (const protocol::Seat &seat : date->seats)
            aliases.insert(seat.alias);
    }
    QCOMPARE(numbers.size(), 7);
    QCOMPARE(aliases.size(), 7);
    Guest &eighth = counter.guest(u"eighth"_s);
    QCOMPARE(counter.ask(eighth, cmd::EnterDate{event.event})->lobby->seated, 1);
}

void TestDates::whoComeTogetherAreToldOnceHowManyTheyAre()
{
    Counter counter;
    const EventInfo event = open(counter);
    Guest &first = counter.guest(u"first"_s), &second = counter.guest(u"second"_s), &third = counter.guest(u"third"_s);
    counter.together({{&first, cmd::EnterDate{event.event}}, {&second, cmd::EnterDate{event.event}}, {&third, cmd::EnterDate{event.event}}});
    for (const Guest *guest : {&first, &second, &third}) {
        QCOMPARE(guest->blindDate().lobby->seated, 3);
        QCOMPARE(std::ranges::count_if(guest->events, [](const Event &e) { return std::holds_alternative<ev::DateState>(e); }), 1);
    }
}

void TestDates::fourStartAfterAMinute()
{
    Counter counter;
    const EventInfo event = open(counter);
    const auto guests = seven(counter, event, 4);
    QVERIFY(guests[0]->blindDate().lobby->starts.has_value());
    counter.pass(59s);
    QVERIFY(guests[0]->blindDate().lobby.has_value());
    counter.pass(1s);
    QCOMPARE(guests[0]->blindDate().date->seats.size(), 4);
}

void TestDates::whoStillWaitsAtTheEndIsLetGo()
{
    Counter counter;
    const EventInfo event = open(counter, 0s, 10min);
    const auto guests = seven(counter, event, 3);
    counter.pass(10min);
    for (const Guest *guest : guests) {
        QVERIFY(!guest->blindDate().lobby);
        QCOMPARE(guest->blindDate().letGo->reason, LobbyEnd::EventClosed);
        QVERIFY(guest->latest<ev::EventState>()->event.closed);
    }
    QVERIFY(counter.read(*guests[0], cmd::ListEvents{})->events.isEmpty());
    QCOMPARE(counter.read(*guests[0], cmd::ListEvents{true})->events.size(), 1);
}

void TestDates::anOperatorMayEndItSooner()
{
    Counter counter;
    const EventInfo event = open(counter);
    const auto sitting = seven(counter, event);
    Guest &waiting = counter.guest(u"late"_s);
    QVERIFY(counter.ask(waiting, cmd::EnterDate{event.event}));
    QVERIFY(counter.operate(cmd::CloseEvent{event.event})->closed);
    QVERIFY(counter.operate(cmd::CloseEvent{event.event})->closed); // again without effect
    QCOMPARE(waiting.blindDate().letGo->event, event.event);
    QVERIFY(playTo(counter, *sitting[0], DatePhase::Closed)); // dates that run go on
}

void TestDates::whoHaveBlockedEachOtherAreNotSeatedTogether()
{
    Counter counter;
    const EventInfo event = open(counter);
    Guest &one = counter.guest(u"one"_s), &other = counter.guest(u"other"_s);
    counter.stores().transaction.begin();
    counter.stores().blocks.insert({BlockId::fromBytes(QByteArray(16, 'b')), one.identity.account, other.identity.account, u"other"_s, counter.now()});
    QVERIFY(counter.stores().transaction.commit());
    QCOMPARE(counter.ask(one, cmd::EnterDate{event.event})->lobby->seated, 1);
    counter.pass(1s);
    QCOMPARE(counter.ask(other, cmd::EnterDate{event.event})->lobby->seated, 1);
    Guest &third = counter.guest(u"third"_s);
    QCOMPARE(counter.ask(third, cmd::EnterDate{event.event})->lobby->seated, 2);
    QCOMPARE(one.blindDate().lobby->seated, 2); // the older lobby fills first
    QVERIFY(counter.ask(one, cmd::LeaveDate{}));
    counter.pass(2s);
    QCOMPARE(other.blindDate().lobby->seated, 2); // what kept the two lobbies apart has gone
}

void TestDates::whoBlocksSomebodyOfTheSameLobbyWaitsElsewhere()
{
    Counter counter;
    const EventInfo event = open(counter);
    const auto waiting = seven(counter, event, 3);
    const auto lobbyOf = [&](const Guest *guest) { return counter.stores().dates.activeOf(guest->identity.account)->id; };
    for (int i : {0, 1})
        QVERIFY(counter.ask(*waiting[i], cmd::Seek{Cell::containing({37.5, 127.0}, counter.policy.cellKm), Reach::Anywhere}));
    counter.pass(1s);
    const auto snapshot = counter.read(*waiting[0], cmd::Sync{});
    QVERIFY(snapshot->nearby.proposal);
    QVERIFY(counter.ask(*waiting[0], cmd::Block{{}, snapshot->nearby.proposal->proposal, {}}));
    QVERIFY(lobbyOf(waiting[0]) != lobbyOf(waiting[1]));
    QCOMPARE(lobbyOf(waiting[1]), lobbyOf(waiting[2]));
    QCOMPARE(waiting[0]->blindDate().lobby->seated, 1);
    QCOMPARE(waiting[1]->blindDate().lobby->seated, 2);
}

void TestDates::whoHaveMetAreNotSeatedTogetherAgain()
{
    Counter counter;
    const EventInfo event = open(counter);
    const auto guests = seven(counter, event);
    for (Guest *guest : guests)
        QVERIFY(counter.ask(*guest, cmd::LeaveDate{}));
    QCOMPARE(counter.ask(*guests[0], cmd::EnterDate{event.event})->lobby->seated, 1);
    QCOMPARE(counter.ask(*guests[1], cmd::EnterDate{event.event})->lobby->seated, 1);
}

void TestDates::demoPeopleMayBeMetAgain()
{
    Counter counter;
    const EventInfo event = open(counter, 0s, 2h, 2);
    Guest &human = counter.guest(u"human"_s), &demo = counter.guest(u"demo"_s, true);
    for (int evening = 0; evening < 2; ++evening) {
        QVERIFY(counter.ask(human, cmd::EnterDate{event.event}));
        QVERIFY(counter.ask(demo, cmd::EnterDate{event.event})->date);
        QVERIFY(counter.ask(human, cmd::LeaveDate{}));
        QVERIFY(counter.ask(demo, cmd::LeaveDate{}));
    }
}

void TestDates::aFrozenDateSaysWhenItThaws()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    SeededRng rng(2);
    const auto date = *guests[0]->blindDate().date;
    const auto refused = counter.ask(*guests[0], cmd::Send{date.room, ClientId::random(rng), u"안녕하세요"_s});
    QCOMPARE(refused.error().code, ErrorCode::RoomFrozen);
    QCOMPARE(refused.error().until, date.thaw);
    QVERIFY(playTo(counter, *guests[0], DatePhase::Talk));
    const auto sent = counter.ask(*guests[0], cmd::Send{date.room, ClientId::random(rng), u"안녕하세요"_s});
    QVERIFY(sent);
    QCOMPARE(guests[1]->latest<ev::RoomMessage>()->message.author, guests[0]->blindDate().date->me);
}

void TestDates::twoArrowsThatMeetOpenARoomWhenBothSaySo()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QCOMPARE(counter.ask(*guests[0], cmd::Shoot{guests[0]->blindDate().date->date, 0}).error().code, ErrorCode::DatePhase);
    QVERIFY(playTo(counter, *guests[0], DatePhase::Arrow));
    const DateId date = guests[0]->blindDate().date->date;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2), *third = inSeat(guests, 3);
    QCOMPARE(counter.ask(*one, cmd::Shoot{date, 1}).error().reason, u"self"_s);
    QCOMPARE(counter.ask(*one, cmd::Shoot{date, 9}).error().reason, u"empty"_s);
    QCOMPARE(counter.ask(*one, cmd::Shoot{date, 3})->date->arrow, 3);
    QCOMPARE(counter.ask(*one, cmd::Shoot{date, 2})->date->arrow, 2); // the last choice counts
    QVERIFY(counter.ask(*other, cmd::Shoot{date, 1}));
    QVERIFY(counter.ask(*third, cmd::Shoot{date, 1}));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Reveal));
    const Reveal mine = *one->blindDate().date->reveal, theirs = *other->blindDate().date->reveal;
    QCOMPARE(mine.seat, 2);
    QCOMPARE(theirs.seat, 1);
    QCOMPARE(mine.pair, theirs.pair);
    QCOMPARE(third->blindDate().date->reveal->seat, 0);
    QCOMPARE(counter.ask(*third, cmd::OpenPair{third->blindDate().date->reveal->pair}).error().code, ErrorCode::PairGone);
    QCOMPARE(counter.ask(*third, cmd::OpenPair{mine.pair}).error().code, ErrorCode::PairGone);
    QCOMPARE(counter.ask(*one, cmd::OpenPair{mine.pair})->date->reveal->mine, Answer::Accepted);
    QCOMPARE(other->blindDate().date->reveal->mine, Answer::Open);
    QVERIFY(!counter.stores().rooms.directOf(one->identity.account, other->identity.account));
    QVERIFY(counter.ask(*other, cmd::OpenPair{mine.pair}));
    QVERIFY(counter.ask(*other, cmd::OpenPair{mine.pair})); // again without effect
    const auto room = counter.stores().rooms.directOf(one->identity.account, other->identity.account);
    QVERIFY(room);
    QCOMPARE(one->latest<ev::RoomState>()->room.room, *room);
    QCOMPARE(other->latest<ev::RoomState>()->room.room, *room);
    QVERIFY(!theirs.room);
    QCOMPARE(one->blindDate().date->reveal->room, room);
    QCOMPARE(other->blindDate().date->reveal->room, room);
}

void TestDates::aPairOfWhichOneHasBlockedOpensNothing()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Arrow));
    const auto date = *guests[0]->blindDate().date;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2);
    QVERIFY(counter.ask(*one, cmd::Shoot{date.date, 2}));
    QVERIFY(counter.ask(*other, cmd::Shoot{date.date, 1}));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Farewell));
    const PairId pair = one->blindDate().date->reveal->pair;
    QVERIFY(counter.ask(*one, cmd::OpenPair{pair}));
    QVERIFY(counter.ask(*one, cmd::Block{date.room, {}, 2}));
    QVERIFY(counter.ask(*other, cmd::OpenPair{pair}));
    QVERIFY(!counter.stores().rooms.directOf(one->identity.account, other->identity.account));
}

void TestDates::onlyThePairLearnsOfIt()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Arrow));
    const DateId date = guests[0]->blindDate().date->date;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2), *third = inSeat(guests, 3);
    for (Guest *guest : guests)
        guest->events.clear();
    QVERIFY(counter.ask(*one, cmd::Shoot{date, 2}));
    QVERIFY(other->events.empty() && third->events.empty());
    QVERIFY(counter.ask(*other, cmd::Shoot{date, 1}));
    QVERIFY(third->events.empty());
    QVERIFY(playTo(counter, *third, DatePhase::Reveal));
    const QByteArray heard = encode(third->blindDate());
    QVERIFY(!heard.contains(one->blindDate().date->reveal->pair.toText()));
    QCOMPARE(third->blindDate().date->arrow, 0);
    const auto row = counter.stores().dates.find(date);
    for (const domain::Seat &seat : row->seats)
        QCOMPARE(seat.arrow, 0); // the arrows have gone with the count
}

void TestDates::aBlockedSeatIsHiddenAndCannotBeMet()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Arrow));
    const auto date = *guests[0]->blindDate().date;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2);
    QVERIFY(counter.ask(*one, cmd::Shoot{date.date, 2}));
    QVERIFY(counter.ask(*other, cmd::Shoot{date.date, 1}));
    QCOMPARE(counter.ask(*one, cmd::Block{date.room, {}, {}}).error().field, u"args.member"_s);
    other->events.clear();
    QVERIFY(counter.ask(*one, cmd::Block{date.room, {}, 2}));
    QCOMPARE(one->blindDate().date->hidden, QList<int>{2});
    QVERIFY(other->events.empty()); // who is blocked is not told
    QVERIFY(playTo(counter, *one, DatePhase::Reveal));
    QCOMPARE(one->blindDate().date->reveal->seat, 0);
    QCOMPARE(other->blindDate().date->reveal->seat, 0);
}

void TestDates::aReportNamesTheSeatAndKeepsTheWords()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Talk));
    const RoomId room = guests[0]->blindDate().date->room;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2);
    SeededRng rng(3);
    QVERIFY(counter.ask(*other, cmd::Send{room, ClientId::random(rng), u"something unkind"_s}));
    QCOMPARE(counter.ask(*one, cmd::Report{ClientId::random(rng), room, {}, ReportReason::Harassment, {}, true, 1}).error().code, ErrorCode::ReportNothing);
    const auto reported = counter.ask(*one, cmd::Report{ClientId::random(rng), room, {}, ReportReason::Harassment, u"see there"_s, true, 2});
    QVERIFY(reported);
    const auto row = counter.stores().reports.find(reported->report);
    QCOMPARE(row->whom, other->identity.account);
    QCOMPARE(row->member, std::optional(2));
    QCOMPARE(row->evidence.size(), 10);
    QCOMPARE(row->evidence.last().text, u"something unkind"_s);
    QCOMPARE(one->blindDate().date->hidden, QList<int>{2});
}

void TestDates::whoLeavesSeesNothingMore()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Talk));
    const auto date = *guests[0]->blindDate().date;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2);
    QVERIFY(!counter.ask(*one, cmd::LeaveDate{})->date);
    QCOMPARE(other->blindDate().date->seats[0].state, SeatState::Left);
    one->events.clear();
    SeededRng rng(4);
    QVERIFY(counter.ask(*other, cmd::Send{date.room, ClientId::random(rng), u"who is left?"_s}));
    counter.pass(5min);
    QVERIFY(one->events.empty());
    QCOMPARE(counter.ask(*one, cmd::Send{date.room, ClientId::random(rng), u"me?"_s}).error().code, ErrorCode::RoomLeft);
    QCOMPARE(counter.read(*one, cmd::History{date.room, {}, {}, 50}).error().code, ErrorCode::RoomLeft);
    QVERIFY(counter.read(*one, cmd::Sync{})->rooms.isEmpty());
    QCOMPARE(counter.ask(*one, cmd::Shoot{date.date, 2}).error().code, ErrorCode::DateNotFound);
}

void TestDates::leavingTheRoomIsLeavingTheDate()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    const RoomId room = guests[0]->blindDate().date->room;
    Guest *one = inSeat(guests, 1), *other = inSeat(guests, 2);
    QVERIFY(counter.ask(*one, cmd::Leave{room}));
    QVERIFY(!one->blindDate().date);
    QCOMPARE(other->blindDate().date->seats[0].state, SeatState::Left);
}

void TestDates::nobodySeesWhoReadsOrTypes()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    const RoomId room = guests[0]->blindDate().date->room;
    guests[1]->events.clear();
    QVERIFY(counter.ask(*guests[0], cmd::Read{room, 1}));
    QVERIFY(counter.read(*guests[0], cmd::Typing{room}));
    QVERIFY(guests[1]->events.empty());
    const auto theirs = *counter.read(*guests[1], cmd::Sync{}), mine = *counter.read(*guests[0], cmd::Sync{});
    for (const Member &member : theirs.rooms[0].members)
        QCOMPARE(member.read, 0);
    QCOMPARE(mine.rooms[0].members[guests[0]->blindDate().date->me - 1].read, 1);
}

void TestDates::theRoomGoesADayAfterTheEnd()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Closed));
    const auto date = *guests[0]->blindDate().date;
    QVERIFY(guests[0]->latest<ev::RoomState>()->room.expires.has_value());
    SeededRng rng(5);
    QCOMPARE(counter.ask(*guests[0], cmd::Send{date.room, ClientId::random(rng), u"still here?"_s}).error().code, ErrorCode::RoomEnded);
    counter.pass(23h);
    QVERIFY(counter.read(*guests[0], cmd::History{date.room, {}, {}, 50}));
    counter.pass(2h);
    QVERIFY(!counter.read(*guests[0], cmd::History{date.room, {}, {}, 50}));
    QVERIFY(!counter.stores().rooms.find(date.room));
    QVERIFY(!counter.stores().dates.find(date.date));
    QVERIFY(counter.stores().messages.page(date.room, {}, {}, 10).isEmpty());
    QVERIFY(!counter.read(*guests[0], cmd::Sync{})->blindDate.date);
}

void TestDates::aRestartGoesOnWhereItWas()
{
    Counter counter;
    const auto guests = seven(counter, open(counter));
    QVERIFY(playTo(counter, *guests[0], DatePhase::Talk));
    const auto before = *counter.read(*guests[0], cmd::Sync{});
    counter.restart();
    auto after = *counter.read(*guests[0], cmd::Sync{});
    QCOMPARE(after.blindDate.date, before.blindDate.date);
    counter.pass(91s); // nobody has come back
    after = *counter.read(*guests[0], cmd::Sync{});
    for (const protocol::Seat &seat : after.blindDate.date->seats)
        QCOMPARE(seat.state, SeatState::Away);
}

QTEST_GUILESS_MAIN(TestDates)
#include "tst_dates.moc"
