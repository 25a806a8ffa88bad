// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_reference.h"

#include <algorithm>

#include "tests/sim/violation.h"

namespace jjak::sim {

using protocol::Message;

BookRoom::Member *BookRoom::of(AccountId account)
{
    const auto it = std::ranges::find(members, account, &Member::account);
    return it == members.end() ? nullptr : &*it;
}

const Message *BookRoom::newest(Time now) const
{
    const auto it = std::find_if(messages.crbegin(), messages.crend(), [now](const Message &message) { return !isGone(message, now); });
    return it == messages.crend() ? nullptr : &*it;
}

qint64 BookRoom::goneBelow(Time now) const
{
    return std::ranges::find_if(messages, [now](const Message &message) { return !isGone(message, now); }) - messages.begin();
}

void Reference::learn(const app::RoomRow &room, const QList<app::MemberRow> &members, const QList<Message> &notices)
{
    BookRoom &mine = m_rooms[room.id];
    mine.id = room.id;
    mine.kind = room.kind;
    mine.name = room.name;
    mine.opened = room.opened;
    mine.active = room.active;
    for (const Message &notice : notices) {
        require(notice.seq == mine.head() + 1 && notice.kind == protocol::MessageKind::Notice, "a change of a group says something");
        mine.messages.append(notice);
    }
    require(room.head == mine.head(), "a change of a group says more than it has");
    for (const app::MemberRow &row : members) {
        BookRoom::Member *known = mine.of(row.account);
        if (!known)
            mine.members.append({row.account, row.number, row.name, row.read, row.got, 0, false, false, row.role});
        else if (row.left && !known->left)
            mine.wentAway.insert(row.account);
        known = mine.of(row.account);
        require(row.read >= known->read || known->left, "a change of a group makes somebody unread");
        known->read = row.read;
        known->got = row.got;
        known->left = row.left.has_value();
        known->role = row.role;
        known->silent = row.silent;
    }
}

void Reference::sweep(RoomId id, qint64 floor, Time now)
{
    BookRoom &room = m_rooms[id];
    require(floor >= room.floor, "a floor sinks");
    require(floor <= room.goneBelow(now), "messages are taken away whose time is not over");
    room.floor = floor;
    for (BookRoom::Member &member : room.members) {
        member.read = std::max(member.read, floor);
        member.got = std::max(member.got, floor);
    }
}

const BookRoom *Reference::room(RoomId id) const
{
    const auto it = m_rooms.constFind(id);
    return it == m_rooms.cend() ? nullptr : &*it;
}

QList<const BookRoom *> Reference::listOf(AccountId account, const std::function<bool(RoomId, RoomId)> &before) const
{
    QList<const BookRoom *> out;
    for (const BookRoom &room : m_rooms)
        if (room.isOpenTo(account))
            out.append(&room);
    std::ranges::sort(out, [&](const BookRoom *a, const BookRoom *b) { return a->active != b->active ? a->active > b->active : before(a->id, b->id); });
    return out;
}

std::optional<std::pair<RoomId, qint64>> Reference::sent(DeviceId device, ClientId cid) const
{
    const auto it = m_sent.constFind({device, cid});
    return it == m_sent.cend() ? std::nullopt : std::optional(*it);
}

} // namespace jjak::sim
