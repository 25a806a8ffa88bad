// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "server/app/services/group_service.h"
#include "server/app/services/invitations.h"
#include "server/domain/rooms/roles.h"

//! How people come into a group: it is created, they are invited through direct rooms, and answer.
namespace jjak::app::groups {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

//! The other one of a direct room in which the two talk with each other.
Result<MemberRow> partner(Context &ctx, const Identity &who, RoomId direct)
{
    const auto in = rooms::membership(ctx, who.account, direct);
    if (!in)
        return in.error();
    const MemberRow *other = in->other();
    if (!other)
        return ErrorCode::RoomKind;
    if (in->me.left)
        return ErrorCode::RoomLeft;
    // Who has blocked somebody elsewhere is not told apart from who has left.
    if (other->left || !rooms::isOpen(ctx, in->room, in->me) || ctx.stores.blocks.between(who.account, other->account))
        return ErrorCode::RoomEnded;
    if (other->written == 0)
        return ErrorCode::StrangerLimit; // the name of a group is a message as well
    return *other;
}

bool isAskedAlready(Context &ctx, RoomId room, AccountId account)
{
    const auto row = ctx.stores.invitations.of(room, account);
    // Who refused is not asked again at once, and who invites does not learn that they refused.
    return row && row->at > ctx.now - limits::invitationTime && !row->accepted.value_or(false);
}

std::optional<Error> tooManyFor(Context &ctx, AccountId account)
{
    return invitations::openOf(ctx, account).size() < limits::openInvitations ? std::nullopt : std::optional(Error{ErrorCode::InvitationLimit});
}

void ask(Context &ctx, RoomId room, AccountId account, RoomId through, int by)
{
    ctx.stores.invitations.save({InvitationId::random(ctx.rng), room, account, through, by, ctx.now});
    invitations::tell(ctx, account);
}

void close(Context &ctx, InvitationRow row, bool accepted)
{
    row.accepted = accepted;
    ctx.stores.invitations.save(row);
    invitations::tell(ctx, row.account);
}

//! Whom a new group invites, each with the direct room that named them.
using Invited = QList<std::pair<AccountId, RoomId>>;

Result<Invited> invitedBy(Context &ctx, const Identity &who, const QList<RoomId> &with)
{
    Invited out;
    for (qsizetype i = 0; i < with.size(); ++i) {
        auto other = partner(ctx, who, with[i]);
        const auto refused = other ? tooManyFor(ctx, other->account) : std::optional(other.error());
        if (refused) {
            Error error = *refused;
            error.field = u"args.with[%1]"_s.arg(i);
            return error;
        }
        if (std::ranges::find(out, other->account, &std::pair<AccountId, RoomId>::first) == out.end())
            out.append({other->account, with[i]});
    }
    return out;
}

} // namespace

Result<cmd::Created> create(Context &ctx, const Identity &who, const cmd::CreateGroup &command)
{
    if (const auto earlier = ctx.stores.groups.createdBy(who.account, command.cid))
        return cmd::Created{*earlier};
    const auto name = domain::groupName(command.name);
    if (!name)
        return Error::badField(u"args.name"_s, u"characters"_s);
    const auto invited = invitedBy(ctx, who, command.with);
    if (!invited)
        return invited.error();
    const auto account = ctx.stores.accounts.byId(who.account);
    if (!account)
        return ErrorCode::AccessDenied;
    RoomRow room;
    room.id = RoomId::random(ctx.rng);
    room.kind = RoomKind::Group;
    room.opened = room.active = ctx.now;
    room.name = *name;
    room.creator = who.account;
    room.cid = command.cid;
    MemberRow owner{room.id, 1, account->id, account->name, account->demo, 0, 0, {}};
    owner.role = MemberRole::Owner;
    ctx.stores.rooms.insert(room, {owner});
    rooms::announce(ctx, room.id);
    note(ctx, {room, {owner}, owner}, u"created"_s);
    for (const auto &[whom, through] : *invited)
        ask(ctx, room.id, whom, through, owner.number);
    return cmd::Created{room.id};
}

Result<cmd::Empty> invite(Context &ctx, const Identity &who, const cmd::Invite &command)
{
    const auto in = groupFor(ctx, who, command.room, Right::Invite);
    if (!in)
        return in.error();
    const auto other = partner(ctx, who, command.with);
    if (!other)
        return other.error();
    const auto member = std::ranges::find(in->members, other->account, &MemberRow::account);
    const bool known = member != in->members.end();
    if ((known && !member->left) || (!(known && member->banned) && isAskedAlready(ctx, command.room, other->account)))
        return cmd::Empty();
    if (known && member->banned)
        return ErrorCode::RoomBanned;
    if (presentIn(*in) >= limits::groupMembers)
        return ErrorCode::RoomFull;
    if (const auto refused = tooManyFor(ctx, other->account))
        return *refused;
    ask(ctx, command.room, other->account, command.with, in->me.number);
    return cmd::Empty();
}

Result<cmd::Joined> answer(Context &ctx, const Identity &who, const cmd::AnswerInvitation &command)
{
    const auto row = ctx.stores.invitations.find(command.invitation);
    if (!row || row->account != who.account || row->at <= ctx.now - limits::invitationTime)
        return ErrorCode::InvitationGone;
    if (row->accepted) {
        const auto in = rooms::membership(ctx, who.account, row->room);
        if (*row->accepted != command.accept || (command.accept && !(in && rooms::isOpen(ctx, in->room, in->me))))
            return ErrorCode::InvitationGone;
        return command.accept ? cmd::Joined{row->room} : cmd::Joined{};
    }
    if (!command.accept) {
        close(ctx, *row, false);
        return cmd::Joined{};
    }
    const auto account = ctx.stores.accounts.byId(who.account);
    if (!account)
        return ErrorCode::AccessDenied;
    if (!ctx.stores.groups.join({row->room, 0, account->id, account->name, account->demo, 0, 0, {}}, limits::groupMembers))
        return ErrorCode::RoomFull;
    close(ctx, *row, true);
    rooms::announce(ctx, row->room); // before the notice, which goes to a room that is known then
    if (const auto in = rooms::membership(ctx, who.account, row->room))
        note(ctx, *in, u"joined"_s);
    invitations::tellWaiting(ctx, row->room);
    return cmd::Joined{row->room};
}

} // namespace jjak::app::groups
