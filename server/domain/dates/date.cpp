// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/dates/date.h"

#include <algorithm>

#include "server/domain/dates/turn.h"

namespace jjak::domain {

namespace {

// What each input does, by its type. Where a seat is named, it exists.

void take(Turn &turn, const Entered &who)
{
    enter(turn, who);
}

void take(Turn &turn, const SeatLeft &who)
{
    if (turn.date().inLobby())
        leaveLobby(turn, who.seat);
    else if (!turn.date().closed)
        leaveSeat(turn, who.seat);
}

void take(Turn &turn, const SeatLost &who)
{
    Seat &seat = *turn.seat(who.seat);
    if (!turn.date().closed && seat.state != SeatState::Left && !seat.lost)
        seat.lost = turn.now;
}

void take(Turn &turn, const SeatBack &who)
{
    Seat &seat = *turn.seat(who.seat);
    if (turn.date().closed || !seat.lost)
        return;
    seat.lost.reset();
    seat.state = SeatState::Here;
    seat.spoke = turn.now; // who has just come back is not called silent for the time away
}

void take(Turn &turn, const Spoke &who)
{
    speak(turn, who.seat);
}

void take(Turn &turn, const Picked &wish)
{
    pick(turn, wish);
}

void take(Turn &turn, const Shot &wish)
{
    shoot(turn, wish);
}

void take(Turn &turn, const Hid &wish)
{
    hide(turn, wish);
}

void take(Turn &turn, const DoorsClosed &)
{
    if (turn.date().inLobby())
        letGo(turn);
}

void take(Turn &, const TimePassed &) {}

//! What everybody sees of a date: the host's counters, and what belongs to one seat alone, are not in it.
Date commonPart(Date date)
{
    date.said = date.announced = 0;
    date.invited = false;
    for (Seat &seat : date.seats)
        seat = {.number = seat.number, .account = seat.account, .alias = seat.alias, .demo = seat.demo, .state = seat.state};
    return date;
}

bool sameOwnPart(const Seat &a, const Seat &b)
{
    return a.impression == b.impression && a.arrow == b.arrow && a.cooling == b.cooling && a.hidden == b.hidden && a.pair == b.pair && a.met == b.met;
}

void noteChanges(DateStep &step, const Date &before)
{
    step.changed = step.date != before;
    step.seenByAll = commonPart(step.date) != commonPart(before);
    if (step.seenByAll)
        return;
    for (const Seat &seat : std::as_const(step.date.seats))
        if (const Seat *old = before.seat(seat.number); old && !sameOwnPart(seat, *old))
            step.seenBy.append(seat.number);
}

} // namespace

const Seat *Date::seat(int number) const
{
    const auto it = std::ranges::find(seats, number, &Seat::number);
    return it == seats.end() ? nullptr : &*it;
}

const Seat *Date::seatOf(AccountId account) const
{
    const auto it = std::ranges::find(seats, account, &Seat::account);
    return it == seats.end() ? nullptr : &*it;
}

QString HostLine::toText() const
{
    QString text = key;
    for (const int argument : arguments)
        text += u' ' + QString::number(argument);
    return text;
}

Seat *Turn::seat(int number)
{
    const auto it = std::ranges::find(step.date.seats, number, &Seat::number);
    return it == step.date.seats.end() ? nullptr : &*it;
}

Date openDate(DateId id, const protocol::EventInfo &event, Time now)
{
    Date date;
    date.id = id;
    date.event = event.event;
    date.script = event.script;
    date.size = event.seats;
    date.opened = date.since = now;
    return date;
}

DateStep step(Date date, const DateInput &input, Time now, Rng &rng, const Programme &programme)
{
    const Date before = date;
    Turn turn{{std::move(date)}, now, rng, programme};
    keepTime(turn);
    playDue(turn);
    const auto play = [&]<class Input>(Input each) {
        if constexpr (requires { each.seat; }) {
            // The start may just have dealt the numbers anew: the person is meant, not the number.
            const Seat *named = before.seat(each.seat), *seat = named ? turn.date().seatOf(named->account) : nullptr;
            if (!seat)
                return turn.refuse({ErrorCode::DateNotFound});
            each.seat = seat->number;
        }
        take(turn, each);
    };
    std::visit(play, input);
    playDue(turn);
    noteChanges(turn.step, before);
    return std::move(turn.step);
}

void close(Date &date, Time moment)
{
    date.closed = true;
    date.since = moment;
    date.ended = moment;
}

} // namespace jjak::domain
