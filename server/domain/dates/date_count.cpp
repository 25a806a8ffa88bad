// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/dates/turn.h"

namespace jjak::domain {

namespace {

bool meets(const Seat &one, const Seat &other)
{
    return one.arrow == other.number && other.arrow == one.number && one.state != SeatState::Left && other.state != SeatState::Left && !one.hidden.contains(other.number) &&
           !other.hidden.contains(one.number);
}

} // namespace

QList<std::pair<int, int>> mutualPairs(const QList<Seat> &seats)
{
    QList<std::pair<int, int>> pairs;
    for (qsizetype i = 0; i < seats.size(); ++i)
        for (qsizetype k = i + 1; k < seats.size(); ++k)
            if (meets(seats[i], seats[k]))
                pairs.append(std::minmax({seats[i].number, seats[k].number}));
    return pairs;
}

void countArrows(Turn &turn)
{
    const auto pairs = mutualPairs(turn.date().seats);
    dropArrows(turn);
    for (const auto &[one, other] : pairs) {
        Seat &first = *turn.seat(one), &second = *turn.seat(other);
        second.pair = first.pair;
        first.met = other;
        second.met = one;
        turn.step.met.append({first.pair, one, other});
    }
}

void dropArrows(Turn &turn)
{
    for (Seat &seat : turn.date().seats) {
        seat.arrow = seat.impression = 0;
        seat.pair = PairId::random(turn.rng);
        seat.met = 0;
    }
}

} // namespace jjak::domain
