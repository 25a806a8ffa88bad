// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <numeric>

#include "server/domain/dates/turn.h"

namespace jjak::domain {

namespace {

template <class List>
void shuffle(List &list, Rng &rng)
{
    for (qsizetype i = list.size() - 1; i > 0; --i)
        std::swap(list[i], list[qsizetype(rng.below(std::uint64_t(i) + 1))]);
}

QStringList without(const QStringList &all, const QStringList &drawn)
{
    QStringList rest = all;
    rest.removeIf([&](const QString &each) { return drawn.contains(each); });
    return rest;
}

//! One topic a round: packs by chance, none again while others have something left; topics never again.
QStringList drawTopics(const Script &script, Rng &rng)
{
    QStringList drawn;
    QList<int> order(script.packs.size());
    std::iota(order.begin(), order.end(), 0);
    while (drawn.size() < script.rounds()) {
        const qsizetype before = drawn.size();
        shuffle(order, rng);
        for (const int pack : std::as_const(order)) {
            const QStringList rest = without(script.packs[pack].topics, drawn);
            if (!rest.isEmpty() && drawn.size() < script.rounds())
                drawn.append(rest[qsizetype(rng.below(std::uint64_t(rest.size())))]);
        }
        if (drawn.size() == before)
            break; // the parser refuses such a script
    }
    return drawn;
}

//! Numbers and aliases by chance, so that neither tells who came first.
void deal(QList<Seat> &seats, Rng &rng)
{
    shuffle(seats, rng);
    const QList<Alias> aliases = drawAliases(int(seats.size()), rng);
    for (qsizetype i = 0; i < seats.size(); ++i) {
        seats[i].number = int(i) + 1;
        seats[i].alias = aliases[i];
    }
}

void start(Turn &turn)
{
    Date &date = turn.date();
    deal(date.seats, turn.rng);
    date.topics = drawTopics(turn.programme.script, turn.rng);
    date.room = RoomId::random(turn.rng);
    date.act = 0;
    date.since = turn.now;
    date.started = turn.now;
    turn.step.started = true;
}

int lowestFree(const Date &date)
{
    int number = 1;
    while (date.seat(number))
        ++number;
    return number;
}

void remove(Turn &turn, int number, std::optional<LobbyEnd> reason)
{
    turn.step.released.append({turn.seat(number)->account, reason});
    turn.date().seats.removeIf([&](const Seat &seat) { return seat.number == number; });
    if (turn.date().seats.isEmpty())
        close(turn.date(), turn.now);
}

} // namespace

void enter(Turn &turn, const Entered &who)
{
    Date &date = turn.date();
    if (date.inLobby() && date.seatOf(who.account))
        return;
    if (!date.inLobby() || date.seats.size() >= date.size)
        return turn.refuse({ErrorCode::DatePhase});
    const Seat seat{.number = lowestFree(date), .account = who.account, .demo = who.demo, .since = turn.now};
    date.seats.insert(std::ranges::upper_bound(date.seats, seat.number, {}, &Seat::number), seat);
}

void leaveLobby(Turn &turn, int seat)
{
    remove(turn, seat, std::nullopt);
}

void dropLost(Turn &turn, Time moment)
{
    const QList<Seat> seats = turn.date().seats;
    for (const Seat &seat : seats)
        if (seat.lost && *seat.lost + turn.programme.rules.lobbyGrace <= moment)
            remove(turn, seat.number, LobbyEnd::Lost);
}

void letGo(Turn &turn)
{
    for (const Seat &seat : std::as_const(turn.date().seats))
        turn.step.released.append({seat.account, LobbyEnd::EventClosed});
    turn.date().seats.clear();
    close(turn.date(), turn.now);
}

void startOrLetGo(Turn &turn, Time due)
{
    // A server that slept through the event's end starts nothing any more; one that is a moment late keeps its word.
    if (turn.now >= turn.programme.until && turn.now - due > turn.programme.rules.late)
        letGo(turn);
    else
        start(turn);
}

std::optional<Time> lobbyStart(const Date &date, const Programme &programme)
{
    const qsizetype enough = std::min(programme.rules.quorum, date.size);
    if (!date.inLobby() || date.seats.size() < enough)
        return std::nullopt;
    const Time from = std::max(programme.from, date.opened);
    const Time start = date.seats.size() >= date.size ? from : from + programme.rules.quorumAfter;
    return start < programme.until ? std::optional(start) : std::nullopt;
}

std::optional<Date> merged(const Date &into, const Date &from)
{
    const bool fits = into.seats.size() + from.seats.size() <= into.size;
    const bool strangers = std::ranges::none_of(from.seats, [&](const Seat &seat) { return into.seatOf(seat.account); });
    if (!into.inLobby() || !from.inLobby() || into.event != from.event || !fits || !strangers)
        return std::nullopt;
    Date date = into;
    date.seats += from.seats;
    std::ranges::stable_sort(date.seats, {}, &Seat::since);
    for (qsizetype i = 0; i < date.seats.size(); ++i)
        date.seats[i].number = int(i) + 1;
    date.opened = date.since = std::min(into.opened, from.opened);
    return date;
}

} // namespace jjak::domain
