// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/invitations.h"

#include <QSet>

namespace jjak::app::invitations {

using namespace protocol;

namespace {

constexpr int sweptAtOnce = 1000;

void tellAll(Context &ctx, const QList<AccountId> &accounts)
{
    QSet<AccountId> told;
    for (const AccountId &account : accounts) {
        if (!told.contains(account))
            tell(ctx, account);
        told.insert(account);
    }
}

} // namespace

QList<Invitation> openOf(Context &ctx, AccountId account)
{
    return ctx.stores.invitations.openOf(account, ctx.now - limits::invitationTime);
}

void tell(Context &ctx, AccountId account)
{
    ctx.effects.tell(account, ev::InvitationsState{openOf(ctx, account)});
}

void tellWaiting(Context &ctx, RoomId group)
{
    tellAll(ctx, ctx.stores.invitations.waiting(group, ctx.now - limits::invitationTime, limits::groupMembers));
}

void withdrawBy(Context &ctx, RoomId group, int member)
{
    tellAll(ctx, ctx.stores.invitations.withdrawBy(group, member));
}

void withdrawThrough(Context &ctx, RoomId direct)
{
    tellAll(ctx, ctx.stores.invitations.withdrawThrough(direct));
}

void withdrawBetween(Context &ctx, AccountId one, AccountId other)
{
    if (const auto direct = ctx.stores.rooms.directOf(one, other))
        withdrawThrough(ctx, *direct);
}

void sweep(Context &ctx)
{
    tellAll(ctx, ctx.stores.invitations.sweep(ctx.now - limits::invitationTime, sweptAtOnce));
}

} // namespace jjak::app::invitations
