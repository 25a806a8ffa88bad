// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/people_service.h"

#include "server/app/services/room_service.h"

namespace jjak::app::people {

using namespace protocol;

namespace {

constexpr int sweepStep = 100; //!< accounts a tick

//! Calls tell(room, me) for the account's latest rooms in which people show themselves.
template <class F>
void forEachRoom(Context &ctx, AccountId account, F &&tell)
{
    for (const auto &[row, members] : ctx.stores.rooms.ofAccount(account, std::nullopt, limits::roomsPage)) {
        const auto me = std::ranges::find(members, account, &MemberRow::account);
        if (me != members.end() && rooms::showsPeople(row.kind) && !me->left && rooms::isOpen(ctx, row, *me))
            tell(rooms::Membership{row, members, *me});
    }
}

void tell(Context &ctx, const AccountRow &account, std::optional<Presence> presence)
{
    if (!account.settings.presence)
        return;
    forEachRoom(ctx, account.id, [&](const rooms::Membership &in) {
        QList<AccountId> to;
        for (const MemberRow &m : in.members) {
            if (!m.left && m.number != in.me.number && m.shows.presence)
                to.append(m.account);
        }
        ctx.effects.tell(to, encodeEvent(ev::RoomPresence{in.room.id, in.me.number, presence}));
    });
}

} // namespace

void refresh(Context &ctx, AccountId id)
{
    const auto account = ctx.stores.accounts.byId(id);
    if (!account)
        return;
    const auto connected = ctx.stores.connected.presenceOf(id);
    const auto seen = ctx.stores.presence.of({id});
    const bool lately = seen.contains(id);
    const auto is = connected || !lately ? connected : Presence::Recently;
    ctx.stores.presence.set(id, is, ctx.now); // also when it is the same: two that change who is connected meet there
    if (is ? !lately || seen[id] != *is : lately)
        tell(ctx, *account, is);
}

Result<cmd::Empty> setAway(Context &ctx, const Identity &who, const cmd::SetAway &command)
{
    ctx.stores.connected.setAway(who.device, command.away);
    refresh(ctx, who.account);
    return cmd::Empty();
}

Result<cmd::Empty> change(Context &ctx, const Identity &who, const cmd::ChangeSettings &command)
{
    const auto account = ctx.stores.accounts.byId(who.account);
    if (!account || account->settings == command.settings)
        return cmd::Empty();
    ctx.stores.accounts.setSettings(who.account, command.settings);
    refresh(ctx, who.account); // whoever comes meanwhile would tell by the old ones
    ctx.effects.tell(who.account, ev::SettingsState{command.settings});
    forEachRoom(ctx, who.account, [&](const rooms::Membership &in) {
        ctx.stores.rooms.touch(in.room.id);
        rooms::announce(ctx, in.room.id);
    });
    return cmd::Empty();
}

void sweep(Context &ctx)
{
    for (const AccountId &id : ctx.stores.presence.recentBefore(ctx.now - limits::recently, sweepStep)) {
        ctx.stores.presence.set(id, std::nullopt, ctx.now);
        if (const auto account = ctx.stores.accounts.byId(id))
            tell(ctx, *account, std::nullopt);
    }
}

void afterStart(Context &ctx)
{
    ctx.stores.connected.removeAll();
    ctx.stores.presence.allGone(ctx.now);
}

} // namespace jjak::app::people
