// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/search_store.h"

#include <algorithm>

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::Stretch;

namespace {

std::pair<app::RoomRow, app::MemberRow> roomAndSelf(Row &row)
{
    app::RoomRow room;
    app::MemberRow self;
    row.to(room.id, room.kind, room.head, room.active, room.expires, room.floor, self.number, self.left);
    return {room, self};
}

} // namespace

QList<std::pair<app::RoomRow, app::MemberRow>> SqlSearchStore::rooms(AccountId account, std::optional<RoomId> only)
{
    if (only)
        return m_database.list(u"SELECT r.id, kind, head, active, expires, floor, number, left_at FROM member m JOIN room r ON r.id = m.room WHERE m.account = ? AND m.room = ?"_s, roomAndSelf, account, *only);
    return m_database.list(u"SELECT r.id, kind, head, active, expires, floor, number, left_at FROM member m JOIN room r ON r.id = m.room WHERE m.account = ?"_s, roomAndSelf, account);
}

Stretch SqlSearchStore::look(RoomId room, Stretch::Spot below, qint64 downTo, int looks, domain::Needle &needle, Time now)
{
    Stretch out;
    out.reached = below;
    while (out.reached.seq > downTo && out.looks < looks && m_database.failure() == Database::Failure::None) {
        const qint64 block = (out.reached.seq - 2) / messagesOfDigest, from = std::max(block * messagesOfDigest + 1, downTo);
        const auto digest = m_database.first(
            u"SELECT at, bits FROM digest WHERE room = ? AND block = ?"_s, [](Row &row) { return std::pair{row.next<Time>(), domain::Digest(row.next<QByteArray>())}; }, room, block);
        out.looks++;
        if (!digest || needle.mayBeIn(digest->second))
            read(room, from, out, needle, now);
        else
            out.reached.at = std::min(out.reached.at, digest->first);
        out.reached.seq = from;
    }
    return out;
}

void SqlSearchStore::read(RoomId room, qint64 from, Stretch &stretch, domain::Needle &needle, Time now)
{
    const auto compare = [&](Row &row) {
        Stretch::Spot spot;
        QString text;
        std::optional<QString> fileName;
        row.to(spot.seq, spot.at, text, fileName);
        stretch.looks++;
        stretch.reached.at = spot.at;
        if (needle.isIn(text) || (fileName && needle.isIn(*fileName)))
            stretch.hits.append(spot);
        return true;
    };
    // Kinds 0 to 2 are what people write; only the last two can carry something.
    (void)m_database.list(u"SELECT seq, at, text, CASE WHEN kind > 0 THEN (SELECT name FROM attachment a WHERE a.room = message.room AND a.seq = message.seq) END FROM message "
                          "WHERE room = ? AND seq >= ? AND seq < ? AND kind <= 2 AND deleted IS NULL AND (expires IS NULL OR expires > ?) ORDER BY seq DESC"_s,
                          compare, room, from, stretch.reached.seq, now);
}

void writeDigest(Database &database, RoomId room, qint64 lastSeq)
{
    domain::Digest digest;
    std::optional<Time> first;
    const auto add = [&](Row &row) {
        Time at;
        QString text;
        std::optional<QString> fileName;
        row.to(at, text, fileName);
        first = std::min(first.value_or(at), at);
        digest.add(domain::folded(text));
        if (fileName)
            digest.add(domain::folded(*fileName));
        return true;
    };
    (void)database.list(u"SELECT at, text, (SELECT name FROM attachment a WHERE a.room = message.room AND a.seq = message.seq) FROM message WHERE room = ? AND seq > ? AND seq <= ?"_s, add, room, lastSeq - messagesOfDigest,
                        lastSeq);
    if (first)
        database.change(u"INSERT INTO digest (room, block, at, bits) VALUES (?, ?, ?, ?) ON CONFLICT (room, block) DO UPDATE SET at = excluded.at, bits = excluded.bits"_s, room, lastSeq / messagesOfDigest - 1, *first, digest.bytes());
}

// By halves: messages of a room come in the order of their times.
Stretch::Spot SqlSearchStore::upTo(const app::RoomRow &room, Time at)
{
    Stretch::Spot best;
    for (qint64 low = room.floor + 1, high = room.head; low <= high;) {
        const qint64 middle = low + (high - low) / 2;
        const auto spot = m_database.first(
            u"SELECT seq, at FROM message WHERE room = ? AND seq <= ? ORDER BY seq DESC LIMIT 1"_s, [](Row &row) { return Stretch::Spot{row.next<qint64>(), row.next<Time>()}; }, room.id, middle);
        if (spot && spot->at > at) {
            high = spot->seq - 1;
            continue;
        }
        best = spot.value_or(best);
        low = middle + 1;
    }
    return best;
}

} // namespace jjak::storage
