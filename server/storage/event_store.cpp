// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/event_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::EventRow event(Row &row)
{
    app::EventRow out;
    protocol::EventInfo &i = out.info;
    row.to(i.event, out.cid, i.version, i.heading, i.from, i.until, i.zone, i.seats, i.languages, i.script, i.doors, i.closed, out.latest, out.pace);
    return out;
}

} // namespace

std::optional<app::EventRow> SqlEventStore::find(EventId id)
{
    return m_database.first(u"SELECT id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace FROM event WHERE id = ?"_s, event, id);
}

std::optional<app::EventRow> SqlEventStore::byClientId(ClientId cid)
{
    return m_database.first(u"SELECT id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace FROM event WHERE cid = ?"_s, event, cid);
}

void SqlEventStore::save(const app::EventRow &row)
{
    const protocol::EventInfo &i = row.info;
    // Not ON CONFLICT: that makes SQLite look for dates that wait for their event, one by one, with each new one.
    if (m_database.change(u"UPDATE event SET version = ?, title = ?, starts = ?, ends = ?, zone = ?, seats = ?, languages = ?, script = ?, doors = ?, closed = ?, latest = ?, pace = ? WHERE id = ?"_s,
                          i.version, i.heading, i.from, i.until, i.zone, i.seats, i.languages, i.script, i.doors, i.closed, row.latest, row.pace, i.event)
        == 0)
        m_database.change(u"INSERT INTO event (id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                          i.event, row.cid, i.version, i.heading, i.from, i.until, i.zone, i.seats, i.languages, i.script, i.doors, i.closed, row.latest, row.pace);
}

QList<app::EventRow> SqlEventStore::current(int limit)
{
    return m_database.list(u"SELECT id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace "
                           "FROM event WHERE closed = 0 ORDER BY starts, id LIMIT ?"_s,
                           event, limit);
}

QList<app::EventRow> SqlEventStore::ended(int limit)
{
    return m_database.list(u"SELECT id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace "
                           "FROM event WHERE closed = 1 ORDER BY ends DESC, id DESC LIMIT ?"_s,
                           event, limit);
}

QList<app::EventRow> SqlEventStore::due(Time now, int limit)
{
    return m_database.list(u"SELECT id, cid, version, title, starts, ends, zone, seats, languages, script, doors, closed, latest, pace "
                           "FROM event WHERE closed = 0 AND ends <= ? ORDER BY ends, id LIMIT ?"_s,
                           event, now, limit);
}

} // namespace jjak::storage
