// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/table_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using domain::CoffeeTable;
using domain::TableGuest;

namespace {

CoffeeTable table(Row &row)
{
    CoffeeTable out;
    row.to(out.id, out.host, out.cid, out.post, out.topic, out.language, out.zone, out.at, out.seats, out.approval, out.phase, out.version, out.room, out.since, out.ended);
    return out;
}

//! A guest, and of which phase of the table the row tells.
struct Kept {
    TableGuest guest;
    domain::TablePhase phase = domain::TablePhase::Coming;
    bool operator==(const Kept &) const = default;
};

Kept kept(Row &row)
{
    Kept out;
    std::optional<int> seat;
    row.to(out.guest.account, out.guest.standing, seat, out.guest.place, out.guest.until, out.guest.keep, out.guest.denied, out.guest.removed, out.phase);
    out.guest.seat = seat.value_or(0);
    return out;
}

QList<Kept> keptGuests(Database &database, TableId id)
{
    return database.list(u"SELECT account, standing, seat, place, until, keep, denied, removed, phase FROM table_guest WHERE seating = ? ORDER BY account"_s, kept, id);
}

} // namespace

std::optional<CoffeeTable> SqlTableStore::find(TableId id)
{
    auto out = m_database.first(u"SELECT id, host, cid, post, topic, language, zone, at, seats, approval, phase, version, room, since, ended FROM coffee_table WHERE id = ?"_s, table, id);
    if (!out)
        return out;
    const auto guests = keptGuests(m_database, id);
    for (const Kept &one : guests)
        out->guests.append(one.guest);
    return m_database.failure() == Database::Failure::None ? out : std::nullopt;
}

std::optional<TableId> SqlTableStore::offeredBy(AccountId host, ClientId cid)
{
    return m_database.value<TableId>(u"SELECT id FROM coffee_table WHERE host = ? AND cid = ?"_s, host, cid);
}

std::optional<TableId> SqlTableStore::ofPost(PostId post)
{
    return m_database.value<TableId>(u"SELECT id FROM coffee_table WHERE post = ? AND phase <> 2"_s, post);
}

std::optional<TableId> SqlTableStore::ofRoom(RoomId room)
{
    return m_database.value<TableId>(u"SELECT id FROM coffee_table WHERE room = ?"_s, room);
}

void SqlTableStore::save(const CoffeeTable &t, std::optional<Time> due)
{
    m_database.change(u"INSERT INTO coffee_table (id, host, cid, post, topic, language, zone, at, seats, approval, phase, version, room, since, ended, due) "
                      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET topic = excluded.topic, phase = excluded.phase, version = excluded.version, room = excluded.room, since = excluded.since, "
                      "ended = excluded.ended, due = excluded.due"_s,
                      t.id, t.host, t.cid, t.post, t.topic, t.language, t.zone, t.at, t.seats, t.approval, t.phase, t.version, t.room, t.since, t.ended, due);
    saveGuests(t);
}

// A seat goes from one to the other within a step: rows that change are taken away before any is written.
void SqlTableStore::saveGuests(const CoffeeTable &t)
{
    QList<Kept> wanted;
    for (const TableGuest &guest : t.guests)
        wanted.append({guest, t.phase});
    const auto stored = keptGuests(m_database, t.id);
    for (const Kept &was : stored) {
        if (!wanted.contains(was))
            m_database.change(u"DELETE FROM table_guest WHERE seating = ? AND account = ?"_s, t.id, was.guest.account);
    }
    for (const auto &[g, phase] : std::as_const(wanted)) {
        if (!stored.contains(Kept{g, phase}))
            m_database.change(u"INSERT INTO table_guest (seating, account, seats, standing, seat, place, until, keep, denied, removed, at, phase) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, t.id, g.account, t.seats, g.standing,
                              g.seat > 0 ? std::optional(g.seat) : std::nullopt, g.place, g.until, g.keep, g.denied, g.removed, t.at, phase);
    }
}

QList<TableId> SqlTableStore::due(Time now, int limit)
{
    return m_database.list(u"SELECT id FROM coffee_table WHERE due IS NOT NULL AND due <= ? ORDER BY due, id LIMIT ?"_s, [](Row &row) { return row.next<TableId>(); }, now, limit);
}

void SqlTableStore::removeRooms(Time now, int messages)
{
    const auto room = m_database.value<RoomId>(u"SELECT id FROM room WHERE kind = 2 AND expires <= ? ORDER BY expires LIMIT 1"_s, now);
    if (room && m_database.change(u"DELETE FROM message WHERE room = ? AND seq IN (SELECT seq FROM message WHERE room = ? ORDER BY seq LIMIT ?)"_s, room, room, messages) < messages)
        m_database.change(u"DELETE FROM room WHERE id = ?"_s, room);
}

} // namespace jjak::storage
