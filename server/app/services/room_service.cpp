// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/room_service.h"

#include <QSet>
#include <algorithm>

#include "server/app/services/invitations.h"
#include "server/app/services/expiry_service.h"
#include "server/domain/rooms/courtesy.h"
#include "server/domain/rooms/roles.h"

namespace jjak::app::rooms {

namespace {

using namespace protocol;

//! Whether one may see of another how far they have read, or anything like it: both show it, or it is oneself.
bool sees(const RoomRow &row, const MemberRow &me, const MemberRow &other, bool Settings::*what)
{
    return me.number == other.number || (showsPeople(row.kind) && me.shows.*what && other.shows.*what);
}

//! Who is told of something that the member shows; the member's own devices in any case.
QList<AccountId> seenBy(const Membership &in, bool Settings::*what)
{
    QList<AccountId> out;
    for (const MemberRow &m : in.members) {
        if (m.number == in.me.number || (!m.left && sees(in.room, m, in.me, what)))
            out.append(m.account);
    }
    return out;
}

//! Who of these rooms is here or was lately, as far as anybody may see it. In dates nobody may, and nobody looks.
QHash<AccountId, Presence> presencesIn(Context &ctx, const QList<RoomWithMembers> &rooms)
{
    QSet<AccountId> shown;
    for (const RoomWithMembers &one : rooms) {
        for (const MemberRow &m : one.members) {
            if (showsPeople(one.room.kind) && m.shows.presence && !m.left)
                shown.insert(m.account);
        }
    }
    return ctx.stores.presence.of(shown.values());
}

std::optional<Presence> valueOf(const QHash<AccountId, Presence> &presences, AccountId account)
{
    const auto it = presences.find(account);
    return it == presences.end() ? std::nullopt : std::optional(*it);
}

Room viewOf(const RoomRow &row, const QList<MemberRow> &members, const MemberRow &me, std::optional<Message> newest, const QHash<AccountId, Presence> &presences)
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
    view.expires = row.expires;
    view.changes = row.changes;
    view.name = row.name;
    view.expiry = row.expiry;
    view.floor = row.floor;
    view.slow = row.slow;
    view.silent = me.silent;
    view.active = row.active;
    for (const MemberRow &m : members) {
        const bool read = sees(row, me, m, &Settings::read);
        const bool there = m.number != me.number && !m.left && !me.left && sees(row, me, m, &Settings::presence);
        view.members.append({m.number, m.name, m.demo, m.left.has_value(), read ? m.read : 0, read && showsPeople(row.kind) ? m.got : 0, m.role, m.muted, m.banned, there ? valueOf(presences, m.account) : std::nullopt});
    }
    return view;
}

std::optional<Message> lastOf(const QList<Message> &messages)
{
    return messages.isEmpty() ? std::nullopt : std::optional(messages.last());
}

std::optional<Message> newestOf(Context &ctx, const RoomRow &row)
{
    return lastOf(ctx.stores.messages.newest({row}, 1, ctx.now).first());
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
    const auto presences = presencesIn(ctx, {{*row, members}});
    for (const MemberRow &m : members) {
        // Who left a date, a table or a group is told that, by the step that made it so, and nothing later.
        if (row->kind == RoomKind::Direct || !m.left || *m.left == ctx.now)
            ctx.effects.tell(m.account, ev::RoomState{viewOf(*row, members, m, newest, presences)});
    }
}

}

std::optional<Error> mayWrite(Context &ctx, const Membership &in, const QString &text, qint64 written)
{
    if (in.me.left)
        return Error{ErrorCode::RoomLeft};
    if (isLikeGroup(in.room.kind))
        return mayUtter(ctx, in, Right::Write);
    if (std::ranges::none_of(in.members, [&](const MemberRow &m) { return m.number != in.me.number && !m.left; }))
        return Error{ErrorCode::RoomEnded};
    const MemberRow *other = in.other();
    if (!other || other->written > 0)
        return std::nullopt;
    return domain::courtesy(written, text, ctx.policy.strangerMessages);
}

std::optional<Error> mayUtter(Context &ctx, const Membership &in, Right right)
{
    if (in.room.kind == RoomKind::Table && in.room.expires)
        return Error{ErrorCode::RoomEnded};
    return domain::mayUtter(right, {in.me.role, in.me.muted, in.me.spoke}, in.room.slow, ctx.now);
}

bool isOpen(const Context &ctx, const RoomRow &row, const MemberRow &me)
{
    return !(row.kind != RoomKind::Direct && me.left) && !(row.expires && *row.expires <= ctx.now);
}

cmd::Sent append(Context &ctx, const Membership &in, Message message, std::optional<DeviceId> device)
{
    message.at = ctx.now;
    message.expires = expiry::keptUntil(in.room, ctx.now);
    message.seq = ctx.stores.messages.append({in.room.id, message, device});
    ctx.effects.tell(present(in.members), encodeEvent(ev::RoomMessage{in.room.id, message}));
    return {message.seq, message.at};
}

const MemberRow *Membership::other() const
{
    if (room.kind != RoomKind::Direct)
        return nullptr;
    const auto it = std::ranges::find_if(members, [&](const MemberRow &m) { return m.number != me.number; });
    return it == members.end() ? nullptr : &*it;
}

const MemberRow *Membership::member(int number) const
{
    const auto it = std::ranges::find(members, number, &MemberRow::number);
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

void openDate(Context &ctx, RoomId id, const QList<MemberRow> &seats)
{
    RoomRow room;
    room.id = id;
    room.kind = RoomKind::Date;
    room.opened = room.active = ctx.now;
    ctx.stores.rooms.insert(room, seats);
}

void announce(Context &ctx, RoomId room)
{
    tellState(ctx, room);
}

void say(Context &ctx, RoomId room, const QString &line)
{
    Message message{0, 0, MessageKind::Host, line, ctx.now, {}};
    message.seq = ctx.stores.messages.append({room, message, {}});
    ctx.effects.tell(present(ctx.stores.rooms.members(room)), encodeEvent(ev::RoomMessage{room, message}));
}

void depart(Context &ctx, RoomId id, int number)
{
    const auto row = ctx.stores.rooms.find(id);
    const auto members = ctx.stores.rooms.members(id);
    const auto me = std::ranges::find(members, number, &MemberRow::number);
    if (!row || me == members.end() || me->left)
        return;
    append(ctx, {*row, members, *me}, {0, number, MessageKind::Notice, QStringLiteral("left"), {}, {}}, std::nullopt);
    ctx.stores.rooms.leave(id, number, ctx.now);
    tellState(ctx, id);
}

void expire(Context &ctx, RoomId room, Time at)
{
    ctx.stores.rooms.expire(room, at);
    tellState(ctx, room);
}

namespace {

//! Each once, in a group or at a table, where whom one mentions can read it.
bool areThere(const Membership &in, const QList<int> &mentioned)
{
    return isLikeGroup(in.room.kind) && QSet<int>(mentioned.begin(), mentioned.end()).size() == mentioned.size() && std::ranges::all_of(mentioned, [&](int number) {
        const MemberRow *member = in.member(number);
        return member && !member->left;
    });
}

} // namespace

Result<cmd::Sent> send(Context &ctx, const Identity &who, const cmd::Send &command, const DatePermit &mayWriteInDate)
{
    if (const auto earlier = ctx.stores.messages.byClientId(who.device, command.cid)) {
        // Once it was changed, what it said first is not known here any more; once it is gone, nothing.
        const Message &was = earlier->message;
        const bool same = was.deleted || (was.reply == command.reply && was.mentions == command.mentions && (was.change || was.text == command.text));
        if (earlier->room != command.room || !same)
            return ErrorCode::MessageConflict;
        return cmd::Sent{earlier->message.seq, earlier->message.at};
    }
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (!isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    if (command.reply > in->room.head)
        return Error::badField(QStringLiteral("args.reply"), QStringLiteral("range"));
    if (command.mentions && !areThere(*in, *command.mentions))
        return Error::badField(QStringLiteral("args.mentions"), QStringLiteral("range"));
    if (const auto refused = in->room.kind == RoomKind::Date ? mayWriteInDate(*in) : mayWrite(ctx, *in, command.text, in->me.written))
        return *refused;
    Message message{0, in->me.number, MessageKind::Text, command.text, {}, command.cid, command.reply};
    message.mentions = command.mentions;
    return append(ctx, *in, message, who.device);
}

Result<cmd::Empty> read(Context &ctx, const Identity &who, const cmd::Read &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (isLikeGroup(in->room.kind) && in->me.left)
        return ErrorCode::RoomLeft;
    if (command.seq > in->room.head)
        return Error::badField(QStringLiteral("args.seq"), QStringLiteral("range"));
    if (ctx.stores.rooms.advanceRead(command.room, in->me.number, command.seq)) {
        ctx.stores.rooms.advanceGot(command.room, in->me.number, command.seq); // what was read was received
        ctx.effects.tell(seenBy(*in, &Settings::read), encodeEvent(ev::RoomRead{command.room, in->me.number, command.seq}));
    }
    return cmd::Empty();
}

Result<cmd::Empty> readAll(Context &ctx, const Identity &who)
{
    for (const RoomId &room : ctx.stores.rooms.unreadOf(who.account)) {
        const auto row = ctx.stores.rooms.find(room);
        if (row)
            (void)read(ctx, who, {room, row->head});
    }
    return cmd::Empty();
}

Result<cmd::Empty> got(Context &ctx, const Identity &who, const cmd::Got &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (command.seq > in->room.head)
        return Error::badField(QStringLiteral("args.seq"), QStringLiteral("range"));
    if (!showsPeople(in->room.kind) || !ctx.stores.rooms.advanceGot(command.room, in->me.number, command.seq))
        return cmd::Empty();
    auto to = seenBy(*in, &Settings::read);
    to.removeAll(who.account);
    ctx.effects.tell(to, encodeEvent(ev::RoomGot{command.room, in->me.number, command.seq}));
    return cmd::Empty();
}

Result<cmd::Empty> silence(Context &ctx, const Identity &who, const cmd::Silence &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (!isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    if (in->me.silent == command.silent)
        return cmd::Empty();
    ctx.stores.rooms.setSilent(command.room, in->me.number, command.silent);
    const auto after = membership(ctx, who.account, command.room);
    if (after)
        ctx.effects.tell(who.account, ev::RoomState{viewOf(after->room, after->members, after->me, newestOf(ctx, after->room), presencesIn(ctx, {{after->room, after->members}}))});
    return cmd::Empty();
}

Result<cmd::Empty> typing(Context &ctx, const Identity &who, const cmd::Typing &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (in->me.left)
        return ErrorCode::RoomLeft;
    if (!showsPeople(in->room.kind))
        return cmd::Empty(); // there it stays hidden
    if (const auto refused = in->room.kind == RoomKind::Group ? mayUtter(ctx, *in, Right::EditOwn) : std::nullopt)
        return *refused; // who may not write is not writing; slow mode lets them prepare
    auto to = seenBy(*in, &Settings::typing);
    to.removeAll(who.account);
    ctx.effects.tell(to, encodeEvent(ev::RoomTyping{command.room, in->me.number}));
    return cmd::Empty();
}

Result<cmd::Empty> leave(Context &ctx, const Identity &who, const cmd::Leave &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    depart(ctx, command.room, in->me.number);
    invitations::withdrawThrough(ctx, command.room);
    return cmd::Empty();
}

Result<cmd::Page> history(Context &ctx, const Identity &who, const cmd::History &command)
{
    const auto in = membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (!isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    if (!command.before && !command.after)
        return cmd::Page{ctx.stores.messages.newest({in->room}, command.limit, ctx.now).first(), in->room.head};
    return cmd::Page{ctx.stores.messages.page(command.room, command.before, command.after, command.limit, ctx.now), in->room.head};
}

Result<cmd::RoomList> list(Context &ctx, const Identity &who, const cmd::ListRooms &command)
{
    auto page = ctx.stores.rooms.ofAccount(who.account, command.after, limits::roomsPage + 1);
    cmd::RoomList out;
    out.more = page.size() > limits::roomsPage;
    if (out.more)
        page.removeLast();
    const auto me = [&](const RoomWithMembers &one) { return std::ranges::find(one.members, who.account, &MemberRow::account); };
    page.removeIf([&](const RoomWithMembers &one) { return me(one) == one.members.end() || !isOpen(ctx, one.room, *me(one)); });
    QList<RoomRow> rows;
    for (const RoomWithMembers &one : std::as_const(page))
        rows.append(one.room);
    const auto newest = ctx.stores.messages.newest(rows, 1, ctx.now);
    const auto presences = presencesIn(ctx, page);
    out.rooms.reserve(page.size());
    for (qsizetype i = 0; i < page.size(); ++i)
        out.rooms.append(viewOf(page[i].room, page[i].members, *me(page.at(i)), lastOf(newest[i]), presences));
    return out;
}

} // namespace jjak::app::rooms
