// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What guests do at a table. The acts are those of programme().
#include "tests/privacy/house.h"

namespace jjak::privacy {

using namespace Qt::StringLiterals;
using namespace protocol;
using domain::SeatState;

namespace {

enum Act { Impression = 1, FirstTopic = 2, FirstTalk = 3, SecondTopic = 4, SecondTalk = 5, Arrow = 6 };

constexpr Duration away = 20s; //!< of who comes back: shorter than a seat is kept

} // namespace

std::vector<int> House::seatsHere(const domain::Date &date)
{
    std::vector<int> out;
    for (const domain::Seat &seat : date.seats) {
        if (seat.state != SeatState::Left && m_present[size_t(guestAt(date, seat.number))].connection)
            out.push_back(seat.number);
    }
    return shuffled(out);
}

int House::someSeat(const domain::Date &date, const QList<int> &without)
{
    std::vector<int> out;
    for (const domain::Seat &seat : date.seats) {
        if (seat.state != SeatState::Left && !without.contains(seat.number))
            out.push_back(seat.number);
    }
    return out.empty() ? 0 : shuffled(out).front();
}

void House::act(Course &course, const domain::Date &date)
{
    if (date.closed)
        return afterwards(course, date);
    if (course.act != date.act) {
        course.act = date.act;
        course.stage = 0;
    }
    const Duration since = m_clock.now() - date.since;
    const auto turn = [&](int stage, Duration at) { return course.stage == stage && since >= at && ++course.stage; };
    QByteArrayList &ids = m_record.tables[size_t(course.table)].ids;
    if (date.act == Impression && turn(0, 2s))
        pickAll(date);
    else if ((date.act == FirstTopic || date.act == SecondTopic) && turn(0, 1s))
        talk(date, ids); // to no avail
    else if ((date.act == FirstTalk || date.act == SecondTalk) && (turn(0, 2s) || turn(1, 6s) || turn(2, 10s)))
        talk(date, ids);
    else if (date.act == Arrow && turn(0, 2s))
        shootFirst(course, date);
    else if (date.act == Arrow && turn(1, 6s))
        shootLast(course, date);
}

void House::say(int guest, RoomId room, QByteArrayList &ids)
{
    const ClientId cid = ClientId::random(m_rng);
    ids += cid.toText();
    ask(guest, cmd::Send{room, cid, u"words %1"_s.arg(1000 + m_rng.below(9000))});
}

void House::talk(const domain::Date &date, QByteArrayList &ids)
{
    for (const int seat : seatsHere(date))
        say(guestAt(date, seat), date.room.value_or(RoomId()), ids);
}

void House::pickAll(const domain::Date &date)
{
    for (const int seat : seatsHere(date))
        ask(guestAt(date, seat), cmd::Pick{date.id, someSeat(date, {seat})});
}

void House::shootFirst(Course &course, const domain::Date &date)
{
    for (const int seat : seatsHere(date)) {
        course.first[seat] = someSeat(date, {seat});
        ask(guestAt(date, seat), cmd::Shoot{date.id, course.first[seat]});
    }
}

//! Up to three pairs meet, if nobody interferes; the others aim at anybody. Everybody changes their mind: whoever did not
//! would be sent less.
void House::shootLast(Course &course, const domain::Date &date)
{
    const auto seats = seatsHere(date);
    QMap<int, int> aims;
    for (size_t i = 0; i + 1 < seats.size() && i < 2 * m_rng.below(4); i += 2)
        aims[seats[i]] = seats[i + 1], aims[seats[i + 1]] = seats[i];
    for (const int seat : seats) {
        const int first = course.first.value(seat), wanted = aims.value(seat, chance(20) ? 0 : first);
        const int aim = wanted != first ? wanted : someSeat(date, {seat, first});
        ask(guestAt(date, seat), cmd::Shoot{date.id, aim});
    }
}

void House::indulge(Course &course, const domain::Date &date)
{
    const Duration since = m_clock.now() - course.began;
    for (const domain::Seat &seat : date.seats) {
        const int guest = guestAt(date, seat.number);
        Presence &who = m_present[size_t(guest)];
        if (who.habit == Habit::Plain || since < who.at)
            continue;
        if (!std::exchange(who.indulged, true))
            indulge(guest, date, seat.number, m_record.tables[size_t(course.table)].ids);
        else if (who.habit == Habit::ComesBack && since >= who.at + away && !std::exchange(who.back, true))
            comeBack(guest);
    }
}

void House::indulge(int guest, const domain::Date &date, int seat, QByteArrayList &ids)
{
    Presence &who = m_present[size_t(guest)];
    const RoomId room = date.room.value_or(RoomId());
    const int other = someSeat(date, {seat});
    switch (who.habit) {
    case Habit::Plain:
        return;
    case Habit::Leaves:
        return ask(guest, cmd::LeaveDate{});
    case Habit::ComesBack:
    case Habit::StaysAway:
        return disconnect(guest);
    case Habit::SecondDevice:
        who.second = ++m_connections;
        m_byConnection.insert(who.second, guest);
        run({who.second, ++who.request, {}, {}}, app::PasswordProved{m_record.guests[size_t(guest)].account, ClientId::random(m_rng), u"another device"_s, {}});
        ask(guest, cmd::Sync{}, true);
        return ask(guest, cmd::EnterDate{date.event}, true);
    case Habit::Blocks:
        ask(guest, cmd::Block{room, {}, other});
        return ask(guest, cmd::ListBlocks{});
    case Habit::Reports:
        return ask(guest, cmd::Report{ClientId::random(m_rng), room, {}, ReportReason::Harassment, u"words"_s, chance(50), other});
    case Habit::Floods:
        for (int i = 0; i < 12; ++i)
            say(guest, room, ids);
        return;
    case Habit::Peeks:
        ask(guest, cmd::Typing{room});
        ask(guest, cmd::Read{room, 1});
        return lookAround(guest);
    }
}

void House::comeBack(int guest)
{
    Presence &who = m_present[size_t(guest)];
    who.connection = ++m_connections;
    m_byConnection.insert(who.connection, guest);
    run({who.connection, ++who.request, {}, {}}, Command(cmd::Resume{who.token}));
    ask(guest, cmd::Sync{});
}

void House::afterwards(Course &course, const domain::Date &date)
{
    course.over = true;
    for (const domain::Seat &seat : date.seats) {
        Guest &guest = m_record.guests[size_t(guestAt(date, seat.number))];
        guest.sittings[m_record.evenings].met = seat.met != 0;
        if (seat.met == 0 && !seat.pair.isNull())
            guest.secrets += seat.pair.toText();
        if (seat.met > seat.number)
            openPair(seat, *date.seat(seat.met));
    }
}

void House::openPair(const domain::Seat &one, const domain::Seat &other)
{
    const int a = guestOf(one.account), b = guestOf(other.account);
    Couple couple{a, b, {one.pair.toText()}};
    const quint64 wanting = m_rng.below(10);
    if (wanting < 8 && m_present[size_t(a)].connection)
        ask(a, cmd::OpenPair{one.pair});
    if (wanting < 6 && m_present[size_t(b)].connection)
        ask(b, cmd::OpenPair{other.pair});
    if (const auto room = m_server.stores().rooms.directOf(one.account, other.account)) {
        m_record.guests[size_t(a)].friends.insert(b, m_clock.now());
        m_record.guests[size_t(b)].friends.insert(a, m_clock.now());
        couple.ids += room->toText();
        say(a, *room, couple.ids);
        say(b, *room, couple.ids);
    }
    m_record.couples.push_back(couple);
}

void House::lookAround(int guest)
{
    if (!m_present[size_t(guest)].connection)
        return;
    ask(guest, cmd::Sync{});
    ask(guest, cmd::ListRooms{});
    ask(guest, cmd::ListBlocks{});
    ask(guest, cmd::ListDevices{});
    const Guest &truth = m_record.guests[size_t(guest)];
    if (const auto sitting = truth.sittings.constFind(m_record.evenings); sitting != truth.sittings.cend())
        ask(guest, cmd::History{m_record.tables[size_t(sitting->table)].room, {}, 0, limits::historyPage});
}

} // namespace jjak::privacy
