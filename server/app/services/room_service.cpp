// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/room_service.h"

#include <algorithm>

#include "server/domain/rooms/courtesy.h"

namespace jjak::app::rooms {

namespace {

using namespace protocol;

Room viewOf(const RoomRow &row, const QList<MemberRow> &members, const MemberRow &me, std::optional<Message> newest)
{
    Room view;
    view.room = row.id;
    view.version = row.version;
    view.kind = row.kind;
    view.opened = row.opened;
    view.head = row.head;
    view.me = me.number;
    view.distance = row.distance;
    view.newest = std::move(newest);
    for (const MemberRow &m : members)
        view.members.append({m.number, m.name, m.demo, m.left.has_value(), m.read});
    return view;
}

std::optional<Message> newestOf(Context &ctx, const RoomRow &row)
{
    const auto page = row.head > 0 ? ctx.stores.messages.page(row.id, std::nullopt, std::nullopt, 1) : QList<Message>();
    return page.isEmpty() ? std::nullopt : std::optional(page.last());
}

QList<AccountId> present(const QList<MemberRow> &members)
{
    QList<AccountId> out;
    for (const MemberRow &m : members) {
        if (!m.left)
            out.append(m.account);
    }
    return out;
}

void tellState(Context &ctx, RoomId id)
{
    const auto row = ctx.stores.rooms.find(id);
    if (!row)
        return;
    const auto members = ctx.stores.rooms.members(id);
    const auto newest = newestOf(ctx, *row);
    for (const MemberRow &m : members)
        ctx.effects.tell(m.account, ev::RoomState{viewOf(*row, members, m, newest)});
}

std::optional<Error> mayWrite(Context &ctx, const Membership &in, const QString &text)
{
    if (in.me.left)
        return Error{ErrorCode::RoomLeft};
    if (std::ranges::none_of(in.members, [&](const MemberRow &m) { return m.number != in.me.number && !m.left; }))
        return Error{ErrorCode::RoomEnded};
    const MemberRow *other = in.other();
    if (!other || other->written > 0)
        return std::nullopt;
    return domain::courtesy(in.me.written, text, ctx.policy.strangerMessages);
}

cmd::Sent append(Context &ctx, const Membership &in, Message message, std::optional<DeviceId> device)
{
    message.at = ctx.now;
    message.seq = ctx.stores.messages.append({in.room.id, message, device});
    ctx.effects.tell(present(in.members), encodeEvent(ev::RoomMessage{in.room.id, message}));
    return {message.seq, message.at};
}

} // namespace

const MemberRow *Membership::other() const
{
    if (room.kind != RoomKind::Direct)
        return nullptr;
    const auto it = std::ranges::find_if(members, [&](const MemberRow &m) { return m.number != me.number; });
    return it == members.end() ? nullptr : &*it;
}

Result<Membership> membership(Context &ctx, AccountId account, RoomId id)
{
    const auto row = ctx.stores.rooms.find(id);
    if (!row)
        return ErrorCode::RoomNotFound;
    auto members = ctx.stores.rooms.members(id);
    const auto me = std::ranges::find_if(members, [&](const MemberRow &m) { return m.account == account; });
    if (me == members.end())
        return ErrorCode::RoomNotFound;
    const MemberRow self = *me;
    return Membership{*row, std::move(members), self};
}

RoomId openDirect(Context &ctx, const AccountRow &one, const AccountRow &other, std::optional<Reach> distance)
{
    if (const auto existing = ctx.stores.rooms.directOf(one.id, other.id))
        return *existing;
    RoomRow room;
    room.id = RoomId::random(ctx.rng);
    room.opened = room.active = ctx.now;
    room.distance = distance;
    // Which of the two is number 1 must not tell who waited longer: chance decides.
    const bool swapped = ctx.rng.below(2) == 1;
    const AccountRow &first = swapped ? other : one, &second = swapped ? one : other;
    ctx.stores.rooms.insert(room, {{room.id, 1, first.id, first.name, first.demo, 0, 0, {}}, {room.id, 2, second.id, second.name, second.demo, 0, 0, {}}});
    tellState(ctx, room.id);
    return room.id;
}

Result<cmd::Sent> send(Context &ctx, const Identity &who, const cmd::Send &command)
{
    if (const auto earlier = ctx.stores.messages.byClientId(who.device, command.cid)) {
        if (earlier->room != command.room || earlier->message.text != command.text)
            return ErrorCode::MessageConflict;
        return cmd::Sent{earlier->message.seq, earlier->message.at};
    }
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (const auto refused = mayWrite(ctx, *in, command.text))
        return *refused;
    return append(ctx, *in, {0, in->me.number, MessageKind::Text, command.text, {}, command.cid}, who.device);
}

Result<cmd::Empty> read(Context &ctx, const Identity &who, const cmd::Read &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (command.seq > in->room.head)
        return Error::badField(QStringLiteral("args.seq"), QStringLiteral("range"));
    if (ctx.stores.rooms.advanceRead(command.room, in->me.number, command.seq)) {
        auto to = present(in->members);
        if (in->me.left)
            to.append(who.account);
        ctx.effects.tell(to, encodeEvent(ev::RoomRead{command.room, in->me.number, command.seq}));
    }
    return cmd::Empty();
}

Result<cmd::Empty> typing(Context &ctx, const Identity &who, const cmd::Typing &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (in->me.left)
        return ErrorCode::RoomLeft;
    auto to = present(in->members);
    to.removeAll(who.account);
    ctx.effects.tell(to, encodeEvent(ev::RoomTyping{command.room, in->me.number}));
    return cmd::Empty();
}

Result<cmd::Empty> leave(Context &ctx, const Identity &who, const cmd::Leave &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (in->me.left)
        return cmd::Empty();
    append(ctx, *in, {0, in->me.number, MessageKind::Notice, QStringLiteral("left"), {}, {}}, std::nullopt);
    ctx.stores.rooms.leave(command.room, in->me.number, ctx.now);
    tellState(ctx, command.room);
    return cmd::Empty();
}

Result<cmd::Page> history(Context &ctx, const Identity &who, const cmd::History &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    return cmd::Page{ctx.stores.messages.page(command.room, command.before, command.after, command.limit), in->room.head};
}

Result<cmd::RoomList> list(Context &ctx, const Identity &who, const cmd::ListRooms &command)
{
    const auto rows = ctx.stores.rooms.ofAccount(who.account, command.after, limits::roomsPage + 1);
    cmd::RoomList out;
    out.more = rows.size() > limits::roomsPage;
    for (const RoomRow &row : rows.first(std::min<qsizetype>(rows.size(), limits::roomsPage))) {
        const auto members = ctx.stores.rooms.members(row.id);
        const auto me = std::ranges::find_if(members, [&](const MemberRow &m) { return m.account == who.account; });
        if (me != members.end())
            out.rooms.append(viewOf(row, members, *me, newestOf(ctx, row)));
    }
    return out;
}

} // namespace jjak::app::rooms
