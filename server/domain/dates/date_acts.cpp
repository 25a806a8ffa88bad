// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "server/domain/dates/turn.h"

namespace jjak::domain {

namespace {

using namespace Qt::StringLiterals;

void beginAct(Date &date, int act, Time since)
{
    date.act = act;
    date.since = since;
    date.said = date.announced = 0;
    date.invited = false;
}

//! Too few for a talk: the farewell at once.
void jumpToFarewell(Turn &turn)
{
    Date &date = turn.date();
    const Script &script = turn.programme.script;
    const int farewell = int(script.acts.size()) - 1;
    if (date.act >= farewell)
        return;
    if (phaseOf(date, script) != DatePhase::Reveal)
        dropArrows(turn);
    date.topics = date.topics.first(std::min<qsizetype>(date.topics.size(), roundOf(date, script))); // those of rounds that came
    beginAct(date, farewell, turn.now);
    turn.say(lines::alone);
}

//! Why the seat cannot choose that one; empty when it can.
QString objection(const Date &date, int seat, int target)
{
    if (target == 0)
        return {};
    if (target == seat)
        return u"self"_s;
    const Seat *chosen = date.seat(target);
    return !chosen ? u"empty"_s : chosen->state == SeatState::Left ? u"left"_s : QString();
}

//! Notes the choice, or refuses it.
void choose(Turn &turn, DatePhase phase, int number, int target, int Seat::*choice)
{
    Seat &seat = *turn.seat(number);
    if (turn.date().inLobby() || phaseOf(turn.date(), turn.programme.script) != phase)
        return turn.refuse({ErrorCode::DatePhase});
    if (seat.state == SeatState::Left)
        return turn.refuse({ErrorCode::RoomLeft});
    if (const QString reason = objection(turn.date(), number, target); !reason.isEmpty())
        return turn.refuse({ErrorCode::DateSeat, {}, reason});
    seat.*choice = target;
}

//! Why the seat may not write now; nullopt when it may.
std::optional<Error> silenced(const Date &date, const Seat &seat, const Script &script, Time now)
{
    if (date.inLobby())
        return Error{ErrorCode::DatePhase};
    if (date.closed)
        return Error{ErrorCode::RoomEnded};
    if (seat.state == SeatState::Left)
        return Error{ErrorCode::RoomLeft};
    if (frozen(date, script))
        return Error::notBefore(ErrorCode::RoomFrozen, thawOf(date, script));
    if (seat.cooling && now < *seat.cooling)
        return Error::notBefore(ErrorCode::RoomCooling, seat.cooling);
    return std::nullopt;
}

} // namespace

void endAct(Turn &turn)
{
    Date &date = turn.date();
    const Script &script = turn.programme.script;
    const Time end = *endOfAct(date, script); // the next begins there, however late it is noticed: nothing drifts
    if (phaseOf(date, script) == DatePhase::Arrow)
        countArrows(turn);
    if (date.act + 1 < int(script.acts.size()))
        beginAct(date, date.act + 1, end);
    else
        close(date, end);
}

void leaveSeat(Turn &turn, int number)
{
    Seat &seat = *turn.seat(number);
    if (seat.state == SeatState::Left)
        return;
    seat.state = SeatState::Left;
    seat.lost.reset();
    seat.arrow = seat.impression = 0;
    const auto stay = std::ranges::count_if(turn.date().seats, [](const Seat &each) { return each.state != SeatState::Left; });
    if (stay < 2)
        jumpToFarewell(turn);
    if (stay == 0)
        close(turn.date(), turn.now);
}

void speak(Turn &turn, int number)
{
    Seat &seat = *turn.seat(number);
    const DateRules &rules = turn.programme.rules;
    if (const auto error = silenced(turn.date(), seat, turn.programme.script, turn.now))
        return turn.refuse(*error);
    seat.cooling.reset();
    if (turn.now - seat.burstFrom >= rules.floodTime) {
        seat.burst = 0;
        seat.burstFrom = turn.now;
    }
    if (seat.burst >= rules.floodMessages) {
        seat.burst = 0;
        seat.cooling = turn.now + rules.coolTime;
        turn.say(lines::cool, {number});
        return turn.refuse(Error::notBefore(ErrorCode::RoomCooling, seat.cooling));
    }
    ++seat.burst;
    seat.spoke = turn.now;
}

void pick(Turn &turn, const Picked &wish)
{
    choose(turn, DatePhase::Impression, wish.seat, wish.target, &Seat::impression);
}

void shoot(Turn &turn, const Shot &wish)
{
    choose(turn, DatePhase::Arrow, wish.seat, wish.target, &Seat::arrow);
}

void hide(Turn &turn, const Hid &wish)
{
    const Date &date = turn.date();
    if (!date.started)
        return turn.refuse({ErrorCode::DatePhase});
    if (wish.target == wish.seat || !date.seat(wish.target))
        return turn.refuse({ErrorCode::DateSeat, {}, wish.target == wish.seat ? u"self"_s : u"empty"_s});
    Seat &seat = *turn.seat(wish.seat);
    if (!seat.hidden.contains(wish.target))
        seat.hidden.append(wish.target);
}

QStringList linesOf(const Date &date, const Script &script)
{
    const Act &act = script.acts.at(size_t(date.act));
    return act.phase == DatePhase::Topic ? act.lines + date.topics.mid(act.round - 1, 1) : act.lines;
}

DatePhase phaseOf(const Date &date, const Script &script)
{
    return date.closed ? DatePhase::Closed : script.acts.at(size_t(date.act)).phase;
}

int roundOf(const Date &date, const Script &script)
{
    int round = 0;
    for (int i = 0; i <= date.act; ++i)
        round = std::max(round, script.acts.at(size_t(i)).round);
    return std::min(round, int(date.topics.size())); // after an early farewell only those that came
}

bool frozen(const Date &date, const Script &script)
{
    return date.closed || date.act < 0 || script.acts.at(size_t(date.act)).frozen;
}

std::optional<Time> endOfAct(const Date &date, const Script &script)
{
    return date.closed || date.act < 0 ? std::nullopt : std::optional(date.since + script.acts.at(size_t(date.act)).time);
}

std::optional<Time> thawOf(const Date &date, const Script &script)
{
    if (date.closed || date.act < 0 || !frozen(date, script))
        return std::nullopt;
    Time moment = *endOfAct(date, script);
    for (size_t i = size_t(date.act) + 1; i < script.acts.size(); ++i) {
        if (!script.acts[i].frozen)
            return moment;
        moment += script.acts[i].time;
    }
    return std::nullopt;
}

} // namespace jjak::domain
