// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/table_room.h"

#include "server/app/services/room_service.h"

namespace jjak::app::tables {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

MemberRow memberOf(Context &ctx, RoomId room, int number, AccountId account)
{
    const auto persona = ctx.stores.personas.of(account);
    const auto row = ctx.stores.accounts.byId(account);
    return {room, number, account, persona ? persona->profile.name : QString(), row && row->demo, 0, 0, {}};
}

void note(Context &ctx, const rooms::Membership &in, const QString &text)
{
    rooms::append(ctx, in, {0, in.me.number, MessageKind::Notice, text, {}, {}}, std::nullopt);
}

} // namespace

void openRoom(Context &ctx, const domain::CoffeeTable &table)
{
    RoomRow room;
    room.id = *table.room;
    room.kind = RoomKind::Table;
    room.opened = room.active = ctx.now;
    room.name = table.topic;
    QList<MemberRow> members;
    const auto seated = table.seated();
    for (const domain::TableGuest &guest : seated)
        members.append(memberOf(ctx, room.id, int(members.size()) + 1, guest.account));
    ctx.stores.rooms.insert(room, members);
    rooms::announce(ctx, room.id); // before the notice, which goes to a room that is known then
    note(ctx, {room, members, members.first()}, u"table "_s + table.topic);
}

void enterRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account)
{
    ctx.stores.groups.join(memberOf(ctx, *table.room, 0, account), table.seats);
    rooms::announce(ctx, *table.room);
    if (const auto in = rooms::membership(ctx, account, *table.room))
        note(ctx, *in, u"joined"_s);
}

void leaveRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account)
{
    if (const auto in = rooms::membership(ctx, account, *table.room))
        rooms::depart(ctx, *table.room, in->me.number);
}

void removeFromRoom(Context &ctx, const domain::CoffeeTable &table, AccountId account)
{
    const auto host = rooms::membership(ctx, table.host, *table.room), whom = rooms::membership(ctx, account, *table.room);
    if (!host || !whom || whom->me.left)
        return;
    note(ctx, *host, u"removed %1"_s.arg(whom->me.number));
    ctx.stores.rooms.leave(*table.room, whom->me.number, ctx.now);
    rooms::announce(ctx, *table.room);
}

void renameRoom(Context &ctx, const domain::CoffeeTable &table)
{
    const auto host = rooms::membership(ctx, table.host, *table.room);
    if (!host)
        return;
    RoomRow room = host->room;
    room.name = table.topic;
    note(ctx, *host, u"renamed "_s + table.topic);
    ctx.stores.groups.setRoom(room);
    rooms::announce(ctx, room.id);
}

void endRoom(Context &ctx, const domain::CoffeeTable &table)
{
    rooms::expire(ctx, *table.room, ctx.now + ctx.policy.tableRoomKept);
}

} // namespace jjak::app::tables
