// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/state/state.h"

#include <QStringList>
#include <algorithm>

#include "client/core/sentences.h"

namespace jjak::client {

using protocol::Member;
using protocol::Room;

namespace {

//! Calls f(member) for everybody but oneself.
template <class F>
void forOthers(const Room &room, F &&f)
{
    for (const Member &member : room.members)
        if (member.number != room.me)
            f(member);
}

} // namespace

const Member *memberOf(const Room &room, int number)
{
    const auto it = std::ranges::find(room.members, number, &Member::number);
    return it == room.members.cend() ? nullptr : &*it;
}

const Member *meIn(const Room &room)
{
    return memberOf(room, room.me);
}

qint64 unread(const Room &room)
{
    const Member *me = meIn(room);
    return me ? std::max<qint64>(0, room.head - me->read) : 0;
}

qint64 readByOthers(const Room &room)
{
    qint64 read = 0;
    forOthers(room, [&](const Member &member) { read = std::max(read, member.read); });
    return read;
}

QString nameOf(const Member &member)
{
    return aliasName(member.name);
}

QString titleOf(const Room &room, const QString &heading)
{
    if (room.kind == protocol::RoomKind::Date)
        return dateTitle(heading, room.opened);
    QStringList names;
    forOthers(room, [&](const Member &member) {
        if (!member.name.isEmpty())
            names.append(nameOf(member));
    });
    return names.join(QStringLiteral(", "));
}

QString titleOf(const State &state, const Room &room)
{
    return titleOf(room, state.dateRooms.value(room.room).heading);
}

bool isDemo(const Room &room)
{
    bool demo = false;
    forOthers(room, [&](const Member &member) { demo = demo || member.demo; });
    return demo;
}

bool hasLeft(const Room &room)
{
    const Member *me = meIn(room);
    return !me || me->left;
}

bool isDeserted(const Room &room)
{
    bool deserted = true;
    forOthers(room, [&](const Member &member) { deserted = deserted && member.left; });
    return deserted;
}

bool hasReacted(const protocol::Message &message, const QString &emoji, int member)
{
    const auto reactions = message.reactions.value_or(QList<protocol::Reaction>());
    return std::ranges::any_of(reactions, [&](const protocol::Reaction &one) { return one.emoji == emoji && one.members.contains(member); });
}

Time activity(const Room &room)
{
    return room.newest ? std::max(room.newest->at, room.opened) : room.opened;
}

} // namespace jjak::client
