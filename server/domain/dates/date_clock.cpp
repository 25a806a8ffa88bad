// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "server/domain/dates/turn.h"

namespace jjak::domain {

namespace {

//! Keeps the earliest; of one moment what comes first in Cue.
class Earliest {
public:
    void add(std::optional<Time> at, Cue cue)
    {
        if (at && (!m_due || *at < m_due->at))
            m_due = Due{*at, cue};
    }
    std::optional<Due> due() const { return m_due; }

private:
    std::optional<Due> m_due;
};

//! When the grace of who was lost first ends. Who is away already has none.
std::optional<Time> graceEnds(const Date &date, Duration grace)
{
    Earliest first;
    for (const Seat &seat : date.seats)
        if (seat.lost && seat.state == SeatState::Here)
            first.add(*seat.lost + grace, Cue::Away);
    return first.due() ? std::optional(first.due()->at) : std::nullopt;
}

bool present(const Seat &seat)
{
    return seat.state == SeatState::Here && !seat.lost;
}

std::optional<Time> firstSilence(const Date &date, const Act &act)
{
    if (!act.hush || date.invited)
        return std::nullopt;
    Earliest first;
    for (const Seat &seat : date.seats)
        if (present(seat))
            first.add(std::max(date.since, seat.spoke) + *act.hush, Cue::Invitation);
    return first.due() && first.due()->at < date.since + act.time ? std::optional(first.due()->at) : std::nullopt;
}

std::optional<Due> nextInLobby(const Date &date, const Programme &programme)
{
    Earliest next;
    next.add(graceEnds(date, programme.rules.lobbyGrace), Cue::Gone);
    next.add(lobbyStart(date, programme), Cue::Start);
    next.add(programme.until, Cue::Doors);
    return next.due();
}

std::optional<Due> nextInAct(const Date &date, const Programme &programme)
{
    const Act &act = programme.script.acts.at(size_t(date.act));
    const Time end = date.since + act.time;
    Earliest next;
    if (date.said < linesOf(date, programme.script).size())
        next.add(date.since + date.said * act.gap, Cue::Line);
    if (date.announced < act.announce.size())
        next.add(std::max(date.since, end - act.announce[date.announced]), Cue::Announcement);
    next.add(firstSilence(date, act), Cue::Invitation);
    next.add(graceEnds(date, programme.rules.seatGrace), Cue::Away);
    next.add(end, Cue::End);
    return next.due();
}

void announce(Turn &turn)
{
    const Act &act = turn.programme.script.acts[size_t(turn.date().act)];
    turn.say(lines::left, {int(std::chrono::ceil<std::chrono::seconds>(act.announce[turn.date().announced++]).count())});
}

void invite(Turn &turn, Time moment)
{
    const Act &act = turn.programme.script.acts[size_t(turn.date().act)];
    turn.say(lines::invite, silentAt(turn.date(), moment, *act.hush));
    turn.date().invited = true;
}

void sendAway(Turn &turn, Time moment)
{
    for (Seat &seat : turn.date().seats)
        if (seat.state == SeatState::Here && seat.lost && *seat.lost + turn.programme.rules.seatGrace <= moment)
            seat.state = SeatState::Away;
}

void play(Turn &turn, const Due &due)
{
    switch (due.cue) {
    case Cue::Gone:
        return dropLost(turn, due.at);
    case Cue::Start:
        return startOrLetGo(turn, due.at);
    case Cue::Doors:
        return letGo(turn);
    case Cue::Line:
        return turn.say(linesOf(turn.date(), turn.programme.script)[turn.date().said++]);
    case Cue::Announcement:
        return announce(turn);
    case Cue::Invitation:
        return invite(turn, due.at);
    case Cue::Away:
        return sendAway(turn, due.at);
    case Cue::End:
        return endAct(turn);
    }
}

//! How far the date's clock has to be moved: forward by the time the server slept, back when the act has not begun yet.
Duration correction(const Date &date, Time now, const Programme &programme)
{
    if (now < date.since)
        return now - date.since;
    // A start can be due for long before enough people are there, and the doors close by the wall clock.
    const std::optional<Time> due = date.inLobby() ? graceEnds(date, programme.rules.lobbyGrace) : dueAt(date, programme);
    return due && now - *due > programme.rules.late ? now - *due : Duration(0);
}

} // namespace

std::optional<Due> nextDue(const Date &date, const Programme &programme)
{
    if (date.closed)
        return std::nullopt;
    return date.inLobby() ? nextInLobby(date, programme) : nextInAct(date, programme);
}

std::optional<Time> dueAt(const Date &date, const Programme &programme)
{
    const std::optional<Due> due = nextDue(date, programme);
    return due ? std::optional(due->at) : std::nullopt;
}

void keepTime(Turn &turn)
{
    Date &date = turn.date();
    if (date.closed)
        return;
    const Duration by = correction(date, turn.now, turn.programme);
    date.since += by;
    if (date.inLobby())
        date.opened = date.since;
    for (Seat &seat : date.seats) {
        // Nobody could come back to a server that slept: the grace begins anew. And nothing has happened in the future: so much of a clock
        // that went back is seen at once.
        if (seat.lost)
            seat.lost = by > Duration(0) ? turn.now : std::min(*seat.lost + by, turn.now);
        if (seat.cooling)
            seat.cooling = std::min(*seat.cooling + by, turn.now + turn.programme.rules.coolTime);
        seat.since = std::min(seat.since, turn.now);
        seat.spoke = std::min(seat.spoke + by, turn.now);
        seat.burstFrom = std::min(seat.burstFrom + by, turn.now);
    }
}

void playDue(Turn &turn)
{
    for (auto due = nextDue(turn.date(), turn.programme); due && due->at <= turn.now; due = nextDue(turn.date(), turn.programme))
        play(turn, *due);
}

QList<int> silentAt(const Date &date, Time moment, Duration hush)
{
    QList<int> silent;
    for (const Seat &seat : date.seats)
        if (present(seat) && std::max(date.since, seat.spoke) + hush <= moment)
            silent.append(seat.number);
    return silent;
}

} // namespace jjak::domain
