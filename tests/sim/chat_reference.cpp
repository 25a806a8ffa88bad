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

void Reference::open(const app::RoomRow &room, const QList<app::MemberRow> &members)
{
    BookRoom &mine = m_rooms[room.id];
    mine.id = room.id;
    mine.opened = mine.active = room.opened;
    for (const app::MemberRow &member : members)
        mine.members.append({member.account, member.number, member.name});
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
        if (room.of(account))
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
