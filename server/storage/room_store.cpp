// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/room_store.h"

#include "server/storage/pair_key.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::RoomRow room(Row &row)
{
    app::RoomRow out;
    row.to(out.id, out.kind, out.version, out.head, out.opened, out.active, out.distance, out.expires, out.changes, out.name, out.expiry, out.floor, out.slow, out.creator, out.cid);
    return out;
}

app::MemberRow member(Row &row)
{
    app::MemberRow out;
    row.to(out.room, out.number, out.account, out.name, out.demo, out.read, out.written, out.left, out.got, out.role, out.muted, out.banned,
           out.silent, out.spoke, out.shows.presence, out.shows.read, out.shows.typing);
    return out;
}

} // namespace

std::optional<app::RoomRow> SqlRoomStore::find(RoomId id)
{
    return m_database.first(u"SELECT id, kind, version, head, opened, active, distance, expires, changes, name, expiry, floor, slow, creator, cid FROM room WHERE id = ?"_s, room, id);
}

std::optional<RoomId> SqlRoomStore::directOf(AccountId a, AccountId b)
{
    return m_database.value<RoomId>(u"SELECT id FROM room WHERE pair = ?"_s, pairKey(a, b));
}

void SqlRoomStore::insert(const app::RoomRow &row, const QList<app::MemberRow> &members)
{
    std::optional<QByteArray> pair;
    if (row.kind == protocol::RoomKind::Direct) {
        if (members.size() != 2)
            return m_database.refuse("a direct room has two members");
        pair = pairKey(members[0].account, members[1].account);
    }
    m_database.change(u"INSERT INTO room (id, kind, version, head, opened, active, distance, expires, pair, name, expiry, slow, creator, cid) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, row.kind, row.version, row.head, row.opened, row.active,
                      row.distance, row.expires, pair, row.name, row.expiry, row.slow, row.creator, row.cid);
    for (const app::MemberRow &m : members)
        m_database.change(u"INSERT INTO member (room, number, account, name, demo, read, written, left_at, role) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, m.number, m.account, m.name, m.demo, m.read,
                          m.written, m.left, m.role);
}

namespace {

//! The newest first, and members by number.
void putInOrder(QList<app::RoomWithMembers> &page)
{
    const auto newer = [](const app::RoomWithMembers &a, const app::RoomWithMembers &b) { return std::tie(a.room.active, a.room.id) > std::tie(b.room.active, b.room.id); };
    if (!std::ranges::is_sorted(page, newer))
        std::ranges::sort(page, newer);
    for (app::RoomWithMembers &one : page)
        if (!std::ranges::is_sorted(one.members, {}, &app::MemberRow::number))
            std::ranges::sort(one.members, {}, &app::MemberRow::number);
}

} // namespace

QList<app::MemberRow> SqlRoomStore::members(RoomId id)
{
    return m_database.list(u"SELECT room, number, account, m.name, m.demo, read, written, left_at, got, m.role, muted, banned, silent, spoke, show_presence, show_read, show_typing FROM member m JOIN account a ON a.id = m.account WHERE room = ? ORDER BY number"_s, member, id);
}

// An account's rooms are looked up one by one and sorted: an index that kept them sorted by activity would have to be
// changed for every member with every message. Their members are joined to the sorted page in nested loops, which CROSS JOIN
// keeps as they are written: a statement for each room costs more than what it reads. A join
// promises no order; SQLite keeps the page's, PostgreSQL may not.
QList<app::RoomWithMembers> SqlRoomStore::ofAccount(AccountId account, std::optional<RoomId> after, int limit)
{
    QList<app::RoomWithMembers> out;
    const auto add = [&out](Row &row) {
        app::MemberRow m = member(row);
        auto of = std::find_if(out.rbegin(), out.rend(), [&](const app::RoomWithMembers &one) { return one.room.id == m.room; }); // nearly always the last
        if (of == out.rend()) {
            out.append({room(row), {}});
            of = out.rbegin();
        }
        of->members.append(std::move(m));
        return true;
    };
    m_database.list(
        u"SELECT m.room, number, account, m.name, m.demo, read, written, left_at, got, m.role, muted, banned, silent, spoke, show_presence, show_read, show_typing, "
        "page.id, kind, version, head, opened, active, distance, expires, changes, page.name, expiry, floor, slow, creator, cid "
        "FROM (SELECT r.* FROM member me JOIN room r ON r.id = me.room WHERE me.account = ? AND (? IS NULL OR (r.active, r.id) < (SELECT active, id FROM room WHERE id = ?)) "
        "ORDER BY r.active DESC, r.id DESC LIMIT ?) page CROSS JOIN member m ON m.room = page.id CROSS JOIN account a ON a.id = m.account"_s,
        add, account, after, after, limit);
    putInOrder(out);
    return m_database.failure() == Database::Failure::None ? out : QList<app::RoomWithMembers>();
}

bool SqlRoomStore::advanceRead(RoomId id, int number, qint64 seq)
{
    return m_database.change(u"UPDATE member SET read = min(?, r.head) FROM room r WHERE r.id = member.room AND member.room = ? AND number = ? AND read < min(?, r.head)"_s, seq, id, number, seq) > 0;
}

bool SqlRoomStore::advanceGot(RoomId id, int number, qint64 seq)
{
    return m_database.change(u"UPDATE member SET got = min(?, r.head) FROM room r WHERE r.id = member.room AND member.room = ? AND number = ? AND got < min(?, r.head)"_s, seq, id, number, seq) > 0;
}

void SqlRoomStore::setSilent(RoomId id, int number, bool silent)
{
    if (m_database.change(u"UPDATE member SET silent = ? WHERE room = ? AND number = ? AND silent <> ?"_s, silent, id, number, silent) > 0)
        touch(id);
}

void SqlRoomStore::touch(RoomId id)
{
    m_database.change(u"UPDATE room SET version = version + 1 WHERE id = ?"_s, id);
}

QList<RoomId> SqlRoomStore::unreadOf(AccountId account)
{
    return m_database.list(
        u"SELECT r.id FROM member m JOIN room r ON r.id = m.room WHERE m.account = ? AND m.read < r.head ORDER BY m.room"_s,
        [](Row &row) {
            RoomId id;
            row.to(id);
            return id;
        },
        account);
}

void SqlRoomStore::leave(RoomId id, int number, Time at)
{
    if (m_database.change(u"UPDATE member SET left_at = ? WHERE room = ? AND number = ? AND left_at IS NULL"_s, at, id, number) > 0)
        m_database.change(u"UPDATE room SET version = version + 1 WHERE id = ?"_s, id);
}

void SqlRoomStore::expire(RoomId id, Time at)
{
    m_database.change(u"UPDATE room SET expires = ?, version = version + 1 WHERE id = ?"_s, at, id);
}

} // namespace jjak::storage
