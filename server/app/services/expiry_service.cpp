// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/expiry_service.h"

#include <algorithm>
#include <array>

#include "common/rules/roles.h"
#include "server/app/services/message_service.h"
#include "server/app/services/room_service.h"

namespace jjak::app::expiry {

using namespace protocol;

namespace {

//! What was deleted, by whoever, is in the log until then: so long, and up to the next tick.
constexpr Duration emptyLogEvery = 10s;

constexpr Duration durationOf(Expiry expiry)
{
    constexpr std::array<Duration, 5> durations{0h, 1h, std::chrono::days(1), std::chrono::days(7), std::chrono::days(30)};
    return durations[size_t(expiry)];
}

std::optional<Error> maySet(Context &ctx, const rooms::Membership &in)
{
    if (!rooms::isOpen(ctx, in.room, in.me) || in.me.left)
        return Error{ErrorCode::RoomLeft};
    if (in.room.kind != RoomKind::Direct && in.room.kind != RoomKind::Group)
        return Error{ErrorCode::RoomKind};
    if (in.room.kind == RoomKind::Group)
        return mayDo(Right::SetExpiry, in.me.role) ? std::nullopt : std::optional(Error{ErrorCode::RoomRole});
    const MemberRow *other = in.other();
    return other && !other->left ? std::nullopt : std::optional(Error{ErrorCode::RoomEnded});
}

} // namespace

std::optional<Time> keptUntil(const RoomRow &room, Time now)
{
    return room.expiry == Expiry::Off ? std::nullopt : std::optional(now + durationOf(room.expiry));
}

Result<cmd::Empty> set(Context &ctx, const Identity &who, const cmd::SetExpiry &command)
{
    auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (const auto refused = maySet(ctx, *in))
        return *refused;
    if (in->room.expiry == command.expiry)
        return cmd::Empty();
    ctx.stores.expiry.setExpiry(command.room, command.expiry);
    in->room.expiry = command.expiry; // the notice is the first that goes by it
    const auto name = nameOf(command.expiry);
    rooms::append(ctx, *in, {0, in->me.number, MessageKind::Notice, QStringLiteral("expiry ") + QLatin1String(name.data(), qsizetype(name.size())), {}, {}}, std::nullopt);
    rooms::announce(ctx, command.room);
    return cmd::Empty();
}

void Sweeper::step(Context &ctx)
{
    ExpiryStore &store = ctx.stores.expiry;
    m_ticked = true;
    m_now = ctx.now;
    auto messages = store.expired(ctx.now, messagesAStep);
    const auto room = messagesAStep - int(messages.size());
    if (room > 0 && ctx.policy.retentionDays > 0)
        messages += aged(ctx, room);
    removeMessages(ctx, messages);
    const auto files = store.expiredFiles(ctx.now, filesAStep);
    for (const MessageKey &key : files)
        messages::dropFile(ctx, key.room, key.seq);
    ctx.stores.dates.removeEnded(ctx.now - ctx.policy.dateRoomKept, datesAStep);
    store.forgetSent(ctx.now, messagesAStep);
    if (messages.isEmpty() && files.isEmpty())
        store.giveBack(pagesGivenBack);
}

QList<MessageKey> Sweeper::aged(Context &ctx, int limit)
{
    const auto part = ctx.stores.expiry.aged(ctx.now - std::chrono::days(ctx.policy.retentionDays), m_lookedBehind, roomsLookedAt, limit);
    m_lookedBehind = part.goOn;
    return part.messages;
}

void Sweeper::removeMessages(Context &ctx, const QList<MessageKey> &messages)
{
    QSet<RoomId> rooms;
    for (const MessageKey &key : messages) {
        ctx.stores.expiry.remove(key, ctx.now + ctx.policy.tokenUnused); // its device is signed out by then, unless it has been here and sent what it had
        rooms.insert(key.room);
    }
    for (const RoomId &room : std::as_const(rooms)) {
        if (ctx.stores.expiry.raiseFloor(room, ctx.now))
            rooms::announce(ctx, room);
    }
}

void Sweeper::settle(Stores &stores)
{
    if (!std::exchange(m_ticked, false) || (m_now - m_emptied < emptyLogEvery && m_now >= m_emptied))
        return;
    if (stores.expiry.emptyLog())
        m_emptied = m_now;
}

} // namespace jjak::app::expiry
