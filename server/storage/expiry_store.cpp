// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/expiry_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;
using app::MessageKey;

namespace {

MessageKey key(Row &row)
{
    MessageKey out;
    row.to(out.room, out.seq);
    return out;
}

//! A room, and when its oldest message came.
struct OldestOf {
    RoomId room;
    std::optional<Time> at;
};


} // namespace

void SqlExpiryStore::setExpiry(RoomId room, protocol::Expiry expiry)
{
    m_database.change(u"UPDATE room SET expiry = ?, version = version + 1 WHERE id = ?"_s, expiry, room);
}

QList<MessageKey> SqlExpiryStore::expired(Time now, int limit)
{
    return m_database.list(u"SELECT room, seq FROM message WHERE expires <= ? ORDER BY expires, room, seq LIMIT ?"_s, key, now, limit);
}

QList<MessageKey> SqlExpiryStore::expiredFiles(Time now, int limit)
{
    return m_database.list(u"SELECT room, seq FROM attachment WHERE expires <= ? ORDER BY expires, room, seq LIMIT ?"_s, key, now, limit);
}

// Messages of a room come in the order of their times, so that each room is looked at from its beginning only, and no index
// over the times of all messages is needed.
app::AgedPart SqlExpiryStore::aged(Time before, std::optional<RoomId> behind, int rooms, int messages)
{
    const auto walked = m_database.list(
        u"SELECT id, (SELECT at FROM message WHERE room = room.id ORDER BY seq LIMIT 1) FROM room WHERE id > ? ORDER BY id LIMIT ?"_s,
        [](Row &row) {
            OldestOf out;
            row.to(out.room, out.at);
            return out;
        },
        behind.value_or(RoomId()), rooms);
    app::AgedPart out;
    out.goOn = behind;
    for (const OldestOf &oldest : walked) {
        const auto left = messages - out.messages.size();
        if (left <= 0)
            return out;
        if (oldest.at && *oldest.at < before) {
            const auto first = m_database.list(
                u"SELECT seq, at FROM message WHERE room = ? ORDER BY seq LIMIT ?"_s, [](Row &row) { return std::pair{row.next<qint64>(), row.next<Time>()}; }, oldest.room, left);
            for (const auto &[seq, at] : first) {
                if (at >= before)
                    break;
                out.messages.append({oldest.room, seq});
            }
            if (out.messages.size() == messages)
                return out; // this room is looked at once more
        }
        out.goOn = oldest.room;
    }
    if (walked.size() < rooms)
        out.goOn.reset();
    return out;
}

void SqlExpiryStore::remove(const MessageKey &message, Time rememberUntil)
{
    m_database.change(u"INSERT INTO sent (device, cid, room, seq, at, until) SELECT device, cid, room, seq, at, ? FROM message WHERE room = ? AND seq = ? AND device IS NOT NULL ON CONFLICT DO NOTHING"_s, rememberUntil, message.room,
                      message.seq);
    m_database.change(u"DELETE FROM message WHERE room = ? AND seq = ?"_s, message.room, message.seq);
}

bool SqlExpiryStore::raiseFloor(RoomId room, Time now)
{
    const auto first = m_database.first(
        u"SELECT seq, expires FROM message WHERE room = ? ORDER BY seq LIMIT 1"_s, [](Row &row) { return std::pair{row.next<qint64>(), row.next<std::optional<Time>>()}; }, room);
    if (first && first->second && *first->second <= now)
        return false; // it goes with one of the next steps, and all are told once
    const std::optional<qint64> floor = first ? std::optional(first->first - 1) : m_database.value<qint64>(u"SELECT head FROM room WHERE id = ?"_s, room);
    if (m_database.change(u"UPDATE room SET floor = ?, version = version + 1 WHERE id = ? AND floor < ?"_s, floor, room, floor) == 0)
        return false;
    m_database.change(u"UPDATE member SET read = max(read, ?), got = max(got, ?) WHERE room = ? AND min(read, got) < ?"_s, floor, floor, room, floor);
    return true;
}

void SqlExpiryStore::giveBack(int pages)
{
    m_database.giveBack(pages);
}

void SqlExpiryStore::forgetSent(Time now, int limit)
{
    m_database.change(u"DELETE FROM sent WHERE (device, cid) IN (SELECT device, cid FROM sent WHERE until <= ? ORDER BY until LIMIT ?)"_s, now, limit);
}

bool SqlExpiryStore::emptyLog()
{
    return m_database.emptyLog();
}

} // namespace jjak::storage
