// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/date_store.h"

#include <algorithm>

namespace jjak::storage {

using namespace Qt::StringLiterals;
using domain::Seat;

namespace {

domain::Date date(Row &row)
{
    domain::Date out;
    row.to(out.id, out.event, out.script, out.size, out.act, out.closed, out.opened, out.since, out.said, out.announced, out.invited, out.topics, out.room, out.started, out.ended);
    return out;
}

//! Seats have one digit each (limits::seatsMax): 31 is the list 3, 1.
qint64 digitsOf(const QList<int> &seats)
{
    qint64 out = 0;
    for (const int number : seats)
        out = out * 10 + number;
    return out;
}

QList<int> seatsOf(qint64 digits)
{
    QList<int> out;
    for (; digits > 0; digits /= 10)
        out.prepend(int(digits % 10));
    return out;
}

Seat seat(Row &row)
{
    Seat out;
    QString alias;
    qint64 hidden = 0;
    std::optional<PairId> pair;
    row.to(out.number, out.account, alias, out.demo, out.state, out.lost, out.since, out.spoke, out.burst, out.burstFrom, out.cooling, hidden, out.impression, out.arrow, pair, out.met);
    out.alias = Alias::fromText(alias).value_or(Alias());
    out.hidden = seatsOf(hidden);
    out.pair = pair.value_or(PairId());
    return out;
}

std::optional<PairId> pairOf(const Seat &seat)
{
    return seat.pair.isNull() ? std::nullopt : std::optional(seat.pair);
}

bool isActive(const domain::Date &date, const Seat &seat)
{
    return !date.closed && seat.state != domain::SeatState::Left;
}

} // namespace

std::optional<domain::Date> SqlDateStore::withSeats(std::optional<domain::Date> date)
{
    if (date)
        date->seats = m_database.list(u"SELECT number, account, alias, demo, state, lost, since, spoke, burst, burst_from, cooling, hidden, impression, arrow, pair, met "
                                      "FROM seat WHERE date = ? ORDER BY number"_s,
                                      seat, date->id);
    return m_database.failure() == Database::Failure::None ? date : std::nullopt;
}

std::optional<domain::Date> SqlDateStore::find(DateId id)
{
    return withSeats(m_database.first(u"SELECT id, event, script, size, act, closed, opened, since, said, announced, invited, topics, room, started, ended FROM blind_date WHERE id = ?"_s, date, id));
}

std::optional<domain::Date> SqlDateStore::ofRoom(RoomId room)
{
    return withSeats(m_database.first(u"SELECT id, event, script, size, act, closed, opened, since, said, announced, invited, topics, room, started, ended FROM blind_date WHERE room = ?"_s, date, room));
}

std::optional<domain::Date> SqlDateStore::activeOf(AccountId account)
{
    const auto id = m_database.value<DateId>(u"SELECT date FROM seat WHERE account = ? AND active = 1"_s, account);
    return id ? find(*id) : std::nullopt;
}

void SqlDateStore::save(const domain::Date &d, std::optional<Time> due)
{
    m_database.change(u"INSERT INTO blind_date (id, event, script, size, seated, act, closed, opened, since, said, announced, invited, topics, room, started, ended, due) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET event = excluded.event, script = excluded.script, size = excluded.size, seated = excluded.seated, act = excluded.act, closed = excluded.closed, "
                      "opened = excluded.opened, since = excluded.since, said = excluded.said, announced = excluded.announced, invited = excluded.invited, topics = excluded.topics, "
                      "room = excluded.room, started = excluded.started, ended = excluded.ended, due = excluded.due"_s,
                      d.id, d.event, d.script, d.size, int(d.seats.size()), d.act, d.closed, d.opened, d.since, d.said, d.announced, d.invited, d.topics, d.room, d.started, d.ended, due);
    saveSeats(d);
}

// Most steps change one seat or none, the start deals all numbers anew: what is stored says which it is.
void SqlDateStore::saveSeats(const domain::Date &d)
{
    const auto stored = m_database.list(
        u"SELECT number, account, alias, demo, state, lost, since, spoke, burst, burst_from, cooling, hidden, impression, arrow, pair, met, active FROM seat WHERE date = ? ORDER BY number"_s,
        [](Row &row) {
            std::pair<Seat, bool> out{seat(row), false};
            row.to(out.second);
            return out;
        },
        d.id);
    const auto sits = [](const QList<Seat> &seats, const Seat &who) { return std::ranges::any_of(seats, [&](const Seat &s) { return s.number == who.number && s.account == who.account; }); };
    for (const auto &[was, active] : stored) {
        if (!sits(d.seats, was))
            m_database.change(u"DELETE FROM seat WHERE date = ? AND number = ?"_s, d.id, was.number);
    }
    for (const Seat &s : d.seats) {
        if (stored.contains(std::pair(s, isActive(d, s))))
            continue;
        m_database.change(u"INSERT INTO seat (date, number, size, account, active, alias, demo, state, lost, since, spoke, burst, burst_from, cooling, hidden, impression, arrow, pair, met) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                          "ON CONFLICT (date, number) DO UPDATE SET active = excluded.active, alias = excluded.alias, demo = excluded.demo, state = excluded.state, lost = excluded.lost, "
                          "since = excluded.since, spoke = excluded.spoke, burst = excluded.burst, burst_from = excluded.burst_from, cooling = excluded.cooling, hidden = excluded.hidden, "
                          "impression = excluded.impression, arrow = excluded.arrow, pair = excluded.pair, met = excluded.met"_s,
                          d.id, s.number, d.size, s.account, isActive(d, s), s.alias.toText(), s.demo, s.state, s.lost, s.since, s.spoke, s.burst, s.burstFrom, s.cooling, digitsOf(s.hidden),
                          s.impression, s.arrow, pairOf(s), s.met);
    }
}

QList<DateId> SqlDateStore::due(Time now, int limit)
{
    // Materialized: otherwise the second part is read in the order of due, which is a walk over all open dates.
    return m_database.list(u"WITH late (id, due) AS MATERIALIZED (SELECT id, due FROM blind_date WHERE closed = 0 AND due <= ? "
                           "UNION SELECT id, due FROM blind_date WHERE closed = 0 AND since > ?) SELECT id FROM late ORDER BY due, id LIMIT ?"_s,
                           [](Row &row) { return row.next<DateId>(); }, now, now, limit);
}

QList<DateId> SqlDateStore::lobbies(EventId event, int limit)
{
    return m_database.list(u"SELECT id FROM blind_date WHERE event = ? AND closed = 0 AND act = -1 ORDER BY opened, id LIMIT ?"_s, [](Row &row) { return row.next<DateId>(); }, event, limit);
}

void SqlDateStore::allLost(Time now)
{
    m_database.change(u"UPDATE seat SET lost = ? WHERE active = 1 AND lost IS NULL"_s, now);
    m_database.change(u"UPDATE blind_date SET due = min(due, ?) WHERE closed = 0"_s, now); // what is due depends on who is lost
}

void SqlDateStore::removeEnded(Time before, int limit)
{
    m_database.change(u"DELETE FROM room WHERE id IN (SELECT room FROM blind_date WHERE closed = 1 AND ended < ? ORDER BY ended, id LIMIT ?)"_s, before, limit);
    m_database.change(u"DELETE FROM blind_date WHERE id IN (SELECT id FROM blind_date WHERE closed = 1 AND ended < ? ORDER BY ended, id LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
