// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/state/state.h"

#include <QStringList>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/core/state/mentions.h"

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

qint64 gotByOthers(const Room &room)
{
    std::optional<qint64> got;
    forOthers(room, [&](const Member &member) {
        if (const qint64 theirs = std::max(member.read, member.got); !member.left)
            got = got ? std::min(*got, theirs) : theirs;
    });
    return got.value_or(0);
}

QString nameOf(const Member &member)
{
    return aliasName(member.name);
}

Duration durationOf(protocol::Expiry expiry)
{
    using enum protocol::Expiry;
    switch (expiry) {
    case Off:
        return Duration(0);
    case Hour:
        return std::chrono::hours(1);
    case Day:
        return std::chrono::days(1);
    case Week:
        return std::chrono::days(7);
    case Month:
        return std::chrono::days(30);
    }
    return Duration(0);
}

QList<int> mentionsIn(const QString &text, const protocol::Room &room)
{
    QList<int> out;
    if (room.kind != protocol::RoomKind::Group || !text.contains(u'@'))
        return out;
    for (const protocol::Member &member : room.members) {
        if (member.left || member.number == room.me || out.size() >= limits::mentionsPerMessage)
            continue;
        if (!callsIn(text, member.name).isEmpty())
            out.append(member.number);
    }
    return out;
}

QString titleOf(const Room &room, const QString &heading)
{
    if (room.kind == protocol::RoomKind::Date)
        return dateTitle(heading, room.opened);
    if (room.name)
        return *room.name;
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

std::optional<protocol::Presence> presenceIn(const Room &room)
{
    std::optional<protocol::Presence> there;
    if (room.kind == protocol::RoomKind::Direct)
        forOthers(room, [&](const Member &member) { there = member.left ? there : member.presence; });
    return there;
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
    // A group may wait for those who are invited.
    if (room.kind == protocol::RoomKind::Group)
        return false;
    bool deserted = true;
    forOthers(room, [&](const Member &member) { deserted = deserted && member.left; });
    return deserted;
}

bool mayIn(const Room &room, Right right, int targetMember)
{
    using enum Right;
    const Member *me = meIn(room);
    if (!me || me->left)
        return false;
    if (room.kind != protocol::RoomKind::Group)
        return targetMember == 0
            && (right == Read || right == Write || right == React || right == EditOwn || right == DeleteOwn || right == Leave || (right == SetExpiry && room.kind == protocol::RoomKind::Direct));
    if (targetMember == 0 || !isDoneToSomebody(right))
        return mayDo(right, me->role);
    const Member *target = memberOf(room, targetMember);
    const bool isThere = target && (right == UnbanMember ? target->banned : right == DeleteOthers || !target->left);
    return isThere && targetMember != room.me && mayDoTo(right, me->role, target->role);
}

bool hasReacted(const protocol::Message &message, const QString &emoji, int member)
{
    const auto reactions = message.reactions.value_or(QList<protocol::Reaction>());
    return std::ranges::any_of(reactions, [&](const protocol::Reaction &one) { return one.emoji == emoji && one.members.contains(member); });
}

Time activity(const Room &room)
{
    return std::max({room.active, room.opened, room.newest ? room.newest->at : room.opened});
}

} // namespace jjak::client
