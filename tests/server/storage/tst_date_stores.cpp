// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <algorithm>

#include "tests/server/storage/scratch.h"

using namespace Qt::StringLiterals;
using namespace jjak;
using namespace jjak::storage;
using domain::Date;
using domain::Seat;
using Failure = app::Transaction::Failure;

class TstDateStores : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data();
    void datesComeBackAsStored();
    void unknownDateIsNothing();
    void dateIsFoundByItsRoomAndItsPeople();
    void laterStateReplacesTheEarlier();
    void numbersCanBeDealtAnew();
    void peopleMoveFromOneLobbyToAnother();
    void dueDatesComeEarliestFirst();
    void aClockThatWentBackMakesDatesDue();
    void lobbiesComeOldestFirst();
    void afterAStartNobodyIsConnected();
    void endedDatesGoWithTheirRooms();
    void whatWasSaidGoesByteForByte();
    void oldestEndedDatesGoFirst();
    void evidenceOutlivesTheDate();
    void accountTakesItsSeatAlong();
    void agendaKnowsDatesAndEvents();
    void nothingIsReadOrWrittenAfterAFailure();
};

namespace {

//! 0 to most.
int upTo(Rng &rng, int most)
{
    return int(rng.below(std::uint64_t(most) + 1));
}

Time someTime(Rng &rng)
{
    return noon + Duration(upTo(rng, 1'000'000));
}

template <class F>
auto sometimes(Rng &rng, F &&f) -> std::optional<decltype(f())>
{
    return rng.below(2) ? std::optional(f()) : std::nullopt;
}

int someoneElse(Rng &rng, int number, int size)
{
    const int other = upTo(rng, size);
    return other == number ? 0 : other;
}

Seat randomSeat(Scratch &s, int number, int size)
{
    Rng &rng = s.rng();
    Seat seat;
    seat.number = number;
    seat.account = s.account().id;
    seat.alias = drawAliases(1, rng).first();
    seat.demo = rng.below(2);
    seat.state = domain::SeatState(upTo(rng, 2));
    seat.lost = sometimes(rng, [&] { return someTime(rng); });
    seat.since = someTime(rng);
    seat.spoke = someTime(rng);
    seat.burst = upTo(rng, 20);
    seat.burstFrom = someTime(rng);
    seat.cooling = sometimes(rng, [&] { return someTime(rng); });
    for (int other = size; other >= 1; --other) // a descending order, which is as good as any
        if (other != number && rng.below(3) == 0)
            seat.hidden.append(other);
    seat.impression = someoneElse(rng, number, size);
    seat.arrow = someoneElse(rng, number, size);
    seat.pair = rng.below(2) ? PairId::random(rng) : PairId();
    seat.met = someoneElse(rng, number, size);
    return seat;
}

Date randomDate(Scratch &s, const app::EventRow &event)
{
    Rng &rng = s.rng();
    Date date = domain::openDate(DateId::random(rng), event.info, someTime(rng));
    date.size = 2 + upTo(rng, 7);
    date.act = upTo(rng, 12) - 1;
    date.closed = rng.below(4) == 0;
    date.since = someTime(rng);
    date.said = upTo(rng, 9);
    date.announced = upTo(rng, 3);
    date.invited = rng.below(2);
    for (int i = upTo(rng, 3); i > 0; --i)
        date.topics.append(u"pack.topic%1"_s.arg(upTo(rng, 99)));
    date.room = sometimes(rng, [&] { return RoomId::random(rng); });
    date.started = sometimes(rng, [&] { return someTime(rng); });
    if (date.closed)
        date.ended = someTime(rng);
    for (int number = 1; number <= date.size; ++number)
        if (rng.below(4))
            date.seats.append(randomSeat(s, number, date.size));
    return date;
}

} // namespace

void TstDateStores::initTestCase_data()
{
    Scratch::everywhere();
}

void TstDateStores::datesComeBackAsStored()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    QList<Date> dates;
    QVERIFY(s.commit([&] {
        for (int i = 0; i < 200; ++i) {
            dates.append(randomDate(s, event));
            s->dates.save(dates.last(), dueOf(dates.last()));
        }
    }));
    if (Scratch::Where(where) == Scratch::Where::File)
        s.reopen();
    for (const Date &date : dates)
        QVERIFY(s->dates.find(date.id) == date);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstDateStores::unknownDateIsNothing()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QVERIFY(!s->dates.find(DateId::random(s.rng())));
    QVERIFY(!s->dates.ofRoom(RoomId::random(s.rng())));
    QVERIFY(!s->dates.activeOf(s.account().id));
    QVERIFY(s->dates.lobbies(EventId::random(s.rng()), 9).isEmpty());
    QVERIFY(s->dates.due(noon, 9).isEmpty());
}

void TstDateStores::dateIsFoundByItsRoomAndItsPeople()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = s.people(6);
    auto date = s.newLobby(event, who.first(3));
    date.act = 0;
    date.room = RoomId::random(s.rng());
    date.seats[1].state = domain::SeatState::Away;
    date.seats[2].state = domain::SeatState::Left;
    s->dates.save(date, noon);
    const auto other = s.lobby(event, who.last(3));
    QVERIFY(s->dates.ofRoom(*date.room) == date);
    QVERIFY(s->dates.activeOf(who[0]) == date);
    QVERIFY(s->dates.activeOf(who[1]) == date);
    QVERIFY(!s->dates.activeOf(who[2])); // has left
    QVERIFY(s->dates.activeOf(who[3]) == other);
    s->dates.save(closedAt(date, noon), {});
    QVERIFY(!s->dates.activeOf(who[0]));
    QVERIFY(s->dates.ofRoom(*date.room) == closedAt(date, noon));
}

void TstDateStores::laterStateReplacesTheEarlier()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    for (int i = 0; i < 100; ++i) {
        Date date = randomDate(s, event);
        s->dates.save(date, dueOf(date));
        Date next = randomDate(s, event);
        next.id = date.id;
        next.size = date.size;
        next.seats.removeIf([&](const Seat &seat) { return seat.number > date.size; });
        for (Seat &seat : next.seats) {
            seat.arrow = seat.impression = seat.met = 0;
            if (const Seat *was = date.seat(seat.number); was && s.rng().below(2))
                seat.account = was->account; // the same person with everything else changed
        }
        s->dates.save(next, dueOf(next));
        QVERIFY(s->dates.find(date.id) == next);
    }
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstDateStores::numbersCanBeDealtAnew()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.people(7);
    auto date = s.lobby(s.event(), who);
    for (int i = 0; i < 7; ++i)
        date.seats[i].account = who[(i + 3) % 7];
    s->dates.save(date, noon);
    QVERIFY(s->dates.find(date.id) == date);
    std::swap(date.seats[0].account, date.seats[6].account);
    s->dates.save(date, noon);
    QVERIFY(s->dates.find(date.id) == date);
    QCOMPARE(s->transaction.failure(), Failure::None);
}

void TstDateStores::peopleMoveFromOneLobbyToAnother()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto who = s.people(4);
    auto into = s.lobby(event, who.first(2)), from = s.lobby(event, who.last(2));
    const auto both = domain::merged(into, from);
    QVERIFY(both);
    from.seats.clear();
    from = closedAt(from, noon);
    s->dates.save(from, {});
    s->dates.save(*both, noon);
    QCOMPARE(s->transaction.failure(), Failure::None);
    for (const AccountId &account : who)
        QVERIFY(s->dates.activeOf(account) == both);
    QVERIFY(s->dates.find(from.id) == from);
}

void TstDateStores::dueDatesComeEarliestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    QList<DateId> ids;
    for (const auto after : {3s, 1s, 2s, 4s}) {
        const auto date = s.newLobby(event, {});
        s->dates.save(date, noon + after);
        ids.append(date.id);
    }
    s->dates.save(closedAt(s.newLobby(event, {}), noon), {});
    QCOMPARE(s->dates.due(noon + 3s, 9), (QList<DateId>{ids[1], ids[2], ids[0]}));
    QCOMPARE(s->dates.due(noon + 3s, 2), (QList<DateId>{ids[1], ids[2]}));
    QVERIFY(s->dates.due(noon + 999ms, 9).isEmpty());
    s->dates.save(*s->dates.find(ids[1]), noon + 9s);
    QCOMPARE(s->dates.due(noon + 3s, 9), (QList<DateId>{ids[2], ids[0]}));
}

void TstDateStores::aClockThatWentBackMakesDatesDue()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto later = s.newLobby(event, {}, noon + 1h), now = s.newLobby(event, {}, noon), both = s.newLobby(event, {}, noon + 2h);
    s->dates.save(later, noon + 2h);
    s->dates.save(now, noon + 2h);
    s->dates.save(both, noon - 1s);
    QCOMPARE(s->dates.due(noon, 9), (QList<DateId>{both.id, later.id}));
    QCOMPARE(s->dates.due(noon, 1), (QList<DateId>{both.id}));
    s->dates.save(closedAt(later, noon), {});
    QCOMPARE(s->dates.due(noon, 9), (QList<DateId>{both.id}));
}

void TstDateStores::lobbiesComeOldestFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto third = s.lobby(event, {}, noon + 3s), first = s.lobby(event, {}, noon + 1s);
    auto second = s.lobby(event, {}, noon + 2s);
    s.lobby(s.event(), {});
    auto started = s.newLobby(event, {});
    started.act = 0;
    s->dates.save(started, noon);
    s->dates.save(closedAt(s.newLobby(event, {}), noon), {});
    QCOMPARE(s->dates.lobbies(event.info.event, 9), (QList<DateId>{first.id, second.id, third.id}));
    QCOMPARE(s->dates.lobbies(event.info.event, 1), (QList<DateId>{first.id}));
    second.act = 0;
    s->dates.save(second, noon);
    QCOMPARE(s->dates.lobbies(event.info.event, 9), (QList<DateId>{first.id, third.id}));
}

void TstDateStores::afterAStartNobodyIsConnected()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    auto open = s.newLobby(event, s.people(4)), ended = closedAt(s.newLobby(event, s.people(1)), noon), soon = s.newLobby(event, s.people(1));
    open.seats[1].lost = noon - 10s;
    open.seats[2].state = domain::SeatState::Left;
    open.seats[3].state = domain::SeatState::Away;
    open.seats[3].lost = noon - 20s;
    s->dates.save(open, noon + 1h);
    s->dates.save(ended, {});
    s->dates.save(soon, noon - 1s);
    s->dates.allLost(noon);
    open.seats[0].lost = noon;
    soon.seats[0].lost = noon;
    QVERIFY(s->dates.find(open.id) == open);
    QVERIFY(s->dates.find(ended.id) == ended);
    QVERIFY(s->dates.find(soon.id) == soon);
    QCOMPARE(s->dates.due(noon, 9), (QList<DateId>{soon.id, open.id})); // grace begins now: the scheduler has to look
    QCOMPARE(s->agenda.next(20s), std::optional(noon - 1s));
}

void TstDateStores::endedDatesGoWithTheirRooms()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    const auto seatDate = [&](Time ended) {
        const auto who = s.people(2);
        app::RoomRow room;
        room.id = RoomId::random(s.rng());
        room.kind = protocol::RoomKind::Date;
        room.opened = room.active = noon;
        s->rooms.insert(room, {{room.id, 1, who[0], u"otter:gentle:0"_s, false, 0, 0, {}}, {room.id, 2, who[1], u"fox:calm:1"_s, false, 0, 0, {}}});
        s->messages.append(s.newMessage(room.id, 1));
        auto date = closedAt(s.newLobby(event, who), ended);
        date.room = room.id;
        s->dates.save(date, {});
        return date;
    };
    const auto old = seatDate(noon), young = seatDate(noon + 1s);
    const auto neverStarted = closedAt(s.newLobby(event, {}), noon - 1s);
    s->dates.save(neverStarted, {});
    const auto open = s.lobby(event, s.people(1));
    const auto direct = s.directRoom(old.seats[0].account, old.seats[1].account);
    s->dates.removeEnded(noon + 1s, 9);
    QCOMPARE(s->transaction.failure(), Failure::None);
    QVERIFY(!s->dates.find(old.id) && !s->rooms.find(*old.room) && s->rooms.members(*old.room).isEmpty() && s->messages.page(*old.room, {}, {}, 9).isEmpty());
    QVERIFY(!s->dates.find(neverStarted.id));
    QVERIFY(s->dates.find(young.id) == young && s->rooms.find(*young.room));
    QCOMPARE(s->messages.page(*young.room, {}, {}, 9).size(), 1);
    QVERIFY(s->dates.find(open.id) == open);
    QVERIFY(s->rooms.find(direct));
    QCOMPARE(s.set().database().value<int>(u"SELECT count(*) FROM seat WHERE date NOT IN (SELECT id FROM blind_date)"_s), 0);
}

void TstDateStores::whatWasSaidGoesByteForByte()
{
    Scratch s;
    if (!s.isFile())
        QSKIP("of files that are PostgreSQL's nothing is promised");
    const auto who = s.people(2);
    const QString words = u"nobody-else-ever-reads-this"_s;
    app::RoomRow room;
    room.id = RoomId::random(s.rng());
    room.kind = protocol::RoomKind::Date;
    s->rooms.insert(room, {{room.id, 1, who[0], u"a"_s, false, 0, 0, {}}, {room.id, 2, who[1], u"b"_s, false, 0, 0, {}}});
    for (int i = 0; i < 300; ++i)
        s->messages.append(s.newMessage(room.id, 1 + i % 2, words));
    auto date = closedAt(s.newLobby(s.event(), who), noon);
    date.room = room.id;
    s->dates.save(date, {});
    const auto stands = [&] {
        s.reopen(); // closing copies the log into the file
        QFile file(s.path());
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(words.toUtf8());
    };
    QVERIFY(stands());
    s->dates.removeEnded(noon + 1s, 9);
    QVERIFY(!stands());
}

void TstDateStores::oldestEndedDatesGoFirst()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto event = s.event();
    QList<DateId> ids;
    for (const auto at : {2s, 1s, 3s}) {
        const auto date = closedAt(s.newLobby(event, {}), noon + at);
        s->dates.save(date, {});
        ids.append(date.id);
    }
    s->dates.removeEnded(noon + 1h, 1);
    QVERIFY(s->dates.find(ids[0]) && !s->dates.find(ids[1]) && s->dates.find(ids[2]));
    s->dates.removeEnded(noon + 1h, 1);
    QVERIFY(!s->dates.find(ids[0]) && s->dates.find(ids[2]));
}

void TstDateStores::evidenceOutlivesTheDate()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.people(2);
    auto date = closedAt(s.newLobby(s.event(), who), noon);
    app::RoomRow room;
    room.id = RoomId::random(s.rng());
    room.kind = protocol::RoomKind::Date;
    s->rooms.insert(room, {{room.id, 1, who[0], u"a"_s, false, 0, 0, {}}, {room.id, 2, who[1], u"b"_s, false, 0, 0, {}}});
    date.room = room.id;
    s->dates.save(date, {});
    s->attendance.advance(who[0], date.id, {});
    app::ReportRow report;
    report.id = ReportId::random(s.rng());
    report.cid = ClientId::random(s.rng());
    report.by = who[0];
    report.whom = who[1];
    report.room = room.id;
    report.member = 2;
    report.at = noon;
    report.evidence = {{1, 2, protocol::MessageKind::Text, u"나쁜 말"_s, noon, {}}};
    s->reports.insert(report);
    s->dates.removeEnded(noon + 1s, 9);
    const auto back = s->reports.find(report.id);
    QVERIFY(back && back->room == room.id && back->member == 2 && back->whom == who[1] && back->evidence == report.evidence);
    QVERIFY(s->attendance.find(who[0]).last == date.id); // it may name what is gone
    QVERIFY(!s->dates.find(date.id));
}

void TstDateStores::accountTakesItsSeatAlong()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.people(2);
    const auto date = s.lobby(s.event(), who);
    s->attendance.advance(who[0]);
    s.set().database().change(u"DELETE FROM account WHERE id = ?"_s, who[0]);
    QCOMPARE(s->transaction.failure(), Failure::None);
    const auto left = s->dates.find(date.id);
    QVERIFY(left && left->seats.size() == 1 && left->seats[0].account == who[1]);
    QCOMPARE(s->attendance.find(who[0]).version, 0);
}

void TstDateStores::agendaKnowsDatesAndEvents()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    QCOMPARE(s->agenda.next(20s), std::nullopt);
    auto event = s.event();
    QCOMPARE(s->agenda.next(20s), std::optional(event.info.until));
    const auto date = s.newLobby(event, {});
    s->dates.save(date, noon + 7s);
    QCOMPARE(s->agenda.next(20s), std::optional(noon + 7s));
    s->dates.save(closedAt(date, noon), {});
    QCOMPARE(s->agenda.next(20s), std::optional(event.info.until));
    event.info.closed = true;
    s->events.save(event);
    QCOMPARE(s->agenda.next(20s), std::nullopt);
}

void TstDateStores::nothingIsReadOrWrittenAfterAFailure()
{
    QFETCH_GLOBAL(int, where);
    Scratch s{Scratch::Where(where)};
    const auto who = s.people(2);
    const auto date = s.lobby(s.event(), who);
    s.set().database().refuse("for this test");
    QVERIFY(!s->dates.find(date.id) && !s->dates.activeOf(who[0]) && s->dates.due(noon + 9h, 9).isEmpty());
    s->dates.save(closedAt(date, noon), {});
    s->dates.allLost(noon);
    s->dates.removeEnded(noon + 9h, 9);
    s->transaction.rollback();
    QVERIFY(s->dates.find(date.id) == date);
}

QTEST_GUILESS_MAIN(TstDateStores)
#include "tst_date_stores.moc"
