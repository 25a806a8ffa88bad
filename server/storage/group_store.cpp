// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/group_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

std::optional<RoomId> SqlGroupStore::createdBy(AccountId creator, ClientId cid)
{
    return m_database.value<RoomId>(u"SELECT id FROM room WHERE creator = ? AND cid = ?"_s, creator, cid);
}

std::optional<int> SqlGroupStore::join(const app::MemberRow &m, int most)
{
    auto number = m_database.value<int>(u"UPDATE member SET left_at = NULL, role = ?, name = ? WHERE room = ? AND account = ? AND left_at IS NOT NULL AND banned = 0 "
                                        "AND (SELECT count(*) FROM member p WHERE p.room = ? AND p.left_at IS NULL) < ? RETURNING number"_s,
                                        m.role, m.name, m.room, m.account, m.room, most);
    if (!number) {
        number = m_database.value<int>(u"INSERT INTO member (room, number, account, name, demo, read, written, role) "
                                       "SELECT ?, 1 + (SELECT max(number) FROM member p WHERE p.room = ?), ?, ?, ?, 0, 0, ? "
                                       "WHERE (SELECT count(*) FROM member p WHERE p.room = ? AND p.left_at IS NULL) < ? AND (SELECT max(number) FROM member p WHERE p.room = ?) < 1000 "
                                       "AND NOT EXISTS (SELECT 1 FROM member p WHERE p.account = ? AND p.room = ?) RETURNING number"_s,
                                       m.room, m.room, m.account, m.name, m.demo, m.role, m.room, most, m.room, m.account, m.room);
    }
    if (number)
        advance(m.room);
    return number;
}

void SqlGroupStore::setMember(const app::MemberRow &m)
{
    if (m_database.change(u"UPDATE member SET role = ?, muted = ?, banned = ?, left_at = ? WHERE room = ? AND number = ?"_s, m.role, m.muted, m.banned, m.left, m.room, m.number) > 0)
        advance(m.room);
}

void SqlGroupStore::setRoom(const app::RoomRow &room)
{
    m_database.change(u"UPDATE room SET name = ?, slow = ?, version = version + 1 WHERE id = ?"_s, room.name, room.slow, room.id);
}

void SqlGroupStore::removeEnded(Time now, int messages)
{
    const auto room = m_database.value<RoomId>(u"SELECT id FROM room WHERE kind = 3 AND expires <= ? ORDER BY expires LIMIT 1"_s, now);
    if (room && m_database.change(u"DELETE FROM message WHERE room = ? AND seq IN (SELECT seq FROM message WHERE room = ? ORDER BY seq LIMIT ?)"_s, room, room, messages) < messages)
        m_database.change(u"DELETE FROM room WHERE id = ?"_s, room);
}

void SqlGroupStore::advance(RoomId room)
{
    m_database.change(u"UPDATE room SET version = version + 1 WHERE id = ?"_s, room);
}

} // namespace jjak::storage
