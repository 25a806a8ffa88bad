// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/group_service.h"

#include <algorithm>

#include "server/app/services/invitations.h"
#include "server/domain/rooms/roles.h"

namespace jjak::app::groups {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

//! One of its members to whom the account may do it. Who has left counts as a member that is none any more.
Result<MemberRow> targetFor(const rooms::Membership &in, Right right, int number)
{
    const MemberRow *target = in.member(number);
    if (!target)
        return ErrorCode::MemberNotFound;
    if (!mayDoTo(right, in.me.role, target->role))
        return rowOf(right).refusal;
    return *target;
}

cmd::Empty changeMember(Context &ctx, const rooms::Membership &in, const MemberRow &member, const QString &notice)
{
    note(ctx, in, notice);
    ctx.stores.groups.setMember(member);
    rooms::announce(ctx, in.room.id);
    return cmd::Empty();
}

cmd::Empty changeRoom(Context &ctx, const rooms::Membership &in, const RoomRow &room, const QString &notice)
{
    note(ctx, in, notice);
    ctx.stores.groups.setRoom(room);
    rooms::announce(ctx, in.room.id);
    return cmd::Empty();
}

//! The rows of a member who goes: nothing of their office stays, but a mute does, so that coming back does not end it.
MemberRow gone(Context &ctx, MemberRow member)
{
    member.left = ctx.now;
    member.role = MemberRole::Member;
    return member;
}

//! An invitation that waits is of no use to somebody who is kept out.
void takeBack(Context &ctx, RoomId room, AccountId account)
{
    const auto row = ctx.stores.invitations.of(room, account);
    if (!row || row->accepted)
        return;
    ctx.stores.invitations.remove(row->id);
    invitations::tell(ctx, account);
}

void inherit(Context &ctx, RoomId room, int from)
{
    const auto row = ctx.stores.rooms.find(room);
    const auto members = ctx.stores.rooms.members(room);
    QList<domain::Remaining> remaining;
    for (const MemberRow &m : members) {
        if (!m.left)
            remaining.append({m.number, m.role});
    }
    const auto heir = domain::heirOf(remaining);
    const auto former = std::ranges::find(members, from, &MemberRow::number);
    if (!row || !heir || former == members.end())
        return;
    MemberRow owner = *std::ranges::find(members, *heir, &MemberRow::number);
    owner.role = MemberRole::Owner;
    owner.muted.reset();
    note(ctx, {*row, members, *former}, u"owner %1"_s.arg(owner.number));
    ctx.stores.groups.setMember(owner);
}

cmd::Empty handOver(Context &ctx, const rooms::Membership &in, MemberRow heir)
{
    note(ctx, in, u"owner %1"_s.arg(heir.number));
    MemberRow former = in.me;
    former.role = MemberRole::Moderator;
    heir.role = MemberRole::Owner;
    heir.muted.reset(); // nobody could let them write again
    ctx.stores.groups.setMember(former);
    ctx.stores.groups.setMember(heir);
    rooms::announce(ctx, in.room.id);
    return cmd::Empty();
}

} // namespace

Result<rooms::Membership> groupFor(Context &ctx, const Identity &who, RoomId room, Right right)
{
    auto in = rooms::membership(ctx, who.account, room);
    if (!in)
        return in;
    if (in->room.kind != RoomKind::Group)
        return ErrorCode::RoomKind;
    if (!rooms::isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    if (!mayDo(right, in->me.role))
        return rowOf(right).refusal;
    return in;
}

void note(Context &ctx, const rooms::Membership &in, const QString &text)
{
    rooms::append(ctx, in, {0, in.me.number, MessageKind::Notice, text, {}, {}}, std::nullopt);
}

qsizetype presentIn(const rooms::Membership &in)
{
    return std::ranges::count_if(in.members, [](const MemberRow &m) { return !m.left; });
}

Result<cmd::Empty> remove(Context &ctx, const Identity &who, const cmd::Remove &command)
{
    const Right right = command.ban ? Right::BanMember : Right::RemoveMember;
    const auto in = groupFor(ctx, who, command.room, right);
    if (!in)
        return in.error();
    auto target = targetFor(*in, right, command.member);
    if (!target)
        return target.error();
    if (target->left && (!command.ban || target->banned))
        return cmd::Empty();
    const auto notice = (command.ban ? u"banned %1"_s : u"removed %1"_s).arg(target->number);
    MemberRow after = target->left ? *target : gone(ctx, *target);
    after.banned = command.ban;
    changeMember(ctx, *in, after, notice);
    invitations::withdrawBy(ctx, command.room, target->number);
    takeBack(ctx, command.room, target->account);
    if (!target->left)
        invitations::tellWaiting(ctx, command.room);
    return cmd::Empty();
}

Result<cmd::Empty> unban(Context &ctx, const Identity &who, const cmd::Unban &command)
{
    const auto in = groupFor(ctx, who, command.room, Right::UnbanMember);
    if (!in)
        return in.error();
    auto target = targetFor(*in, Right::UnbanMember, command.member);
    if (!target)
        return target.error();
    if (!target->banned)
        return cmd::Empty();
    target->banned = false;
    return changeMember(ctx, *in, *target, u"unbanned %1"_s.arg(target->number));
}

Result<cmd::Empty> mute(Context &ctx, const Identity &who, const cmd::Mute &command)
{
    const auto in = groupFor(ctx, who, command.room, Right::MuteMember);
    if (!in)
        return in.error();
    auto target = targetFor(*in, Right::MuteMember, command.member);
    if (!target)
        return target.error();
    if (target->left)
        return ErrorCode::MemberNotFound;
    const Time until = ctx.now + std::chrono::minutes(command.minutes);
    const bool isMuted = target->muted && *target->muted > ctx.now;
    if (command.minutes == 0 ? !isMuted : domain::isSameMute(target->muted, until))
        return cmd::Empty();
    if (command.minutes == 0) {
        target->muted.reset();
        return changeMember(ctx, *in, *target, u"unmuted %1"_s.arg(target->number));
    }
    target->muted = until;
    return changeMember(ctx, *in, *target, u"muted %1 %2"_s.arg(QString::number(target->number), QString::fromLatin1(toIso(until))));
}

Result<cmd::Empty> rename(Context &ctx, const Identity &who, const cmd::Rename &command)
{
    const auto in = groupFor(ctx, who, command.room, Right::Rename);
    if (!in)
        return in.error();
    const auto name = domain::groupName(command.name);
    if (!name)
        return Error::badField(u"args.name"_s, u"characters"_s);
    if (in->room.name == *name)
        return cmd::Empty();
    RoomRow room = in->room;
    room.name = *name;
    changeRoom(ctx, *in, room, u"renamed "_s + *name);
    invitations::tellWaiting(ctx, command.room);
    return cmd::Empty();
}

Result<cmd::Empty> slowDown(Context &ctx, const Identity &who, const cmd::SlowDown &command)
{
    const auto in = groupFor(ctx, who, command.room, Right::SlowMode);
    if (!in)
        return in.error();
    if (in->room.slow == command.seconds)
        return cmd::Empty();
    RoomRow room = in->room;
    room.slow = command.seconds;
    return changeRoom(ctx, *in, room, u"slow %1"_s.arg(command.seconds));
}

Result<cmd::Empty> appoint(Context &ctx, const Identity &who, const cmd::Appoint &command)
{
    const bool handsOver = command.role == MemberRole::Owner;
    // Who handed the group over is no owner any more when the command comes again.
    if (const auto in = rooms::membership(ctx, who.account, command.room); handsOver && in && in->room.kind == RoomKind::Group && !in->me.left) {
        const MemberRow *target = in->member(command.member);
        if (target && target->role == MemberRole::Owner)
            return cmd::Empty();
    }
    const Right right = handsOver ? Right::HandOver : Right::Appoint;
    const auto in = groupFor(ctx, who, command.room, right);
    if (!in)
        return in.error();
    auto target = targetFor(*in, right, command.member);
    if (!target)
        return target.error();
    if (!mayAppoint(in->me.role, target->role, command.role))
        return rowOf(right).refusal;
    if (target->left)
        return ErrorCode::MemberNotFound;
    if (handsOver)
        return handOver(ctx, *in, *target);
    if (target->role == command.role)
        return cmd::Empty();
    target->role = command.role;
    return changeMember(ctx, *in, *target, u"role %1 %2"_s.arg(target->number).arg(QString::fromLatin1(nameOf(command.role).data())));
}

Result<cmd::Empty> leave(Context &ctx, const Identity &who, const cmd::Leave &command)
{
    const auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (in->me.left)
        return cmd::Empty();
    note(ctx, *in, u"left"_s);
    ctx.stores.groups.setMember(gone(ctx, in->me));
    if (in->me.role == MemberRole::Owner)
        inherit(ctx, command.room, in->me.number);
    if (presentIn(*in) == 1)
        ctx.stores.rooms.expire(command.room, ctx.now + ctx.policy.reportAfterLeaving);
    rooms::announce(ctx, command.room);
    invitations::withdrawBy(ctx, command.room, in->me.number);
    invitations::tellWaiting(ctx, command.room);
    return cmd::Empty();
}

} // namespace jjak::app::groups
