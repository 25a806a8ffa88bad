// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/message_service.h"

#include "server/app/services/expiry_service.h"
#include "server/domain/rooms/reactions.h"

namespace jjak::app::messages {

using namespace protocol;

namespace {

//! A message of a room that the account is in, and the room.
struct Found {
    rooms::Membership in;
    Message message;
};

Result<Found> find(Context &ctx, const Identity &who, RoomId room, qint64 seq)
{
    auto in = rooms::membership(ctx, who.account, room);
    if (!in)
        return in.error();
    if (in->me.left || !rooms::isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    auto message = ctx.stores.messages.find(room, seq);
    if (!message || message->deleted || expiry::isGone(*message, ctx.now))
        return ErrorCode::MessageNotFound;
    return Found{std::move(*in), std::move(*message)};
}

//! What somebody said, oneself or, with the right to that, another member of a group.
bool mayErase(const Found &found)
{
    const MessageKind kind = found.message.kind;
    if (kind != MessageKind::Text && kind != MessageKind::Image && kind != MessageKind::File)
        return false;
    if (found.message.author == found.in.me.number)
        return true;
    const MemberRow *author = found.in.room.kind == RoomKind::Group ? found.in.member(found.message.author) : nullptr;
    return author && mayDoTo(Right::DeleteOthers, found.in.me.role, author->role);
}

bool isOwnText(const Found &found)
{
    return found.message.author == found.in.me.number && found.message.kind == MessageKind::Text;
}

std::optional<Error> mayChange(Context &ctx, const rooms::Membership &in, Right right, const QString &text, const rooms::DatePermit &mayWriteInDate)
{
    if (rooms::isLikeGroup(in.room.kind))
        return rooms::mayUtter(ctx, in, right);
    constexpr qint64 nothingWritten = 0; // a change is no further message to a stranger
    return in.room.kind == RoomKind::Date ? mayWriteInDate(in) : rooms::mayWrite(ctx, in, text, nothingWritten);
}

cmd::Changed change(Context &ctx, const rooms::Membership &in, Message message)
{
    message.change = ctx.stores.messages.change(in.room.id, message);
    QList<AccountId> readers;
    for (const MemberRow &member : in.members) {
        if (rooms::isOpen(ctx, in.room, member))
            readers.append(member.account);
    }
    ctx.effects.tell(readers, encodeEvent(ev::RoomChanged{in.room.id, message}));
    return {message};
}

} // namespace

Result<cmd::Changed> edit(Context &ctx, const Identity &who, const cmd::Edit &command, const rooms::DatePermit &mayWriteInDate)
{
    auto found = find(ctx, who, command.room, command.seq);
    if (!found)
        return found.error();
    if (!isOwnText(*found))
        return ErrorCode::MessageNotOwn;
    if (found->message.text == command.text)
        return cmd::Changed{found->message};
    if (const auto refused = mayChange(ctx, found->in, Right::EditOwn, command.text, mayWriteInDate))
        return *refused;
    ctx.stores.messages.keepEarlier(command.room, found->message);
    found->message.text = command.text;
    found->message.edited = ctx.now;
    return change(ctx, found->in, found->message);
}

Result<cmd::Changed> erase(Context &ctx, const Identity &who, const cmd::Erase &command)
{
    auto found = find(ctx, who, command.room, command.seq);
    if (!found)
        return found.error();
    if (!mayErase(*found))
        return ErrorCode::MessageNotOwn;
    ctx.stores.files.remove(command.room, command.seq);
    ctx.stores.messages.forgetEarlier(command.room, command.seq);
    Message &message = found->message;
    message.text.clear();
    message.file.reset();
    message.edited.reset();
    message.reactions.reset();
    message.deleted = ctx.now;
    return change(ctx, found->in, message);
}

Result<cmd::Changed> react(Context &ctx, const Identity &who, const cmd::React &command, const rooms::DatePermit &mayWriteInDate)
{
    auto found = find(ctx, who, command.room, command.seq);
    if (!found)
        return found.error();
    const auto before = found->message.reactions.value_or(QList<Reaction>());
    const auto after = domain::withReaction(before, command.emoji, found->in.me.number, command.on);
    if (!after)
        return after.error();
    if (*after == before)
        return cmd::Changed{found->message};
    if (const auto refused = mayChange(ctx, found->in, Right::React, {}, mayWriteInDate))
        return *refused;
    found->message.reactions = after->isEmpty() ? std::nullopt : std::optional(*after);
    return change(ctx, found->in, found->message);
}

void dropFile(Context &ctx, RoomId room, qint64 seq)
{
    ctx.stores.files.remove(room, seq);
    const auto row = ctx.stores.rooms.find(room);
    auto message = ctx.stores.messages.find(room, seq);
    if (row && message && !message->deleted && !expiry::isGone(*message, ctx.now))
        (void)change(ctx, {*row, ctx.stores.rooms.members(room), {}}, std::move(*message));
}

Result<cmd::ChangePage> changes(Context &ctx, const Identity &who, const cmd::Changes &command)
{
    const auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    if (!rooms::isOpen(ctx, in->room, in->me))
        return ErrorCode::RoomLeft;
    auto changed = ctx.stores.messages.changes(command.room, command.after, limits::historyPage + 1, ctx.now);
    cmd::ChangePage out;
    out.more = changed.size() > limits::historyPage;
    if (out.more)
        changed.removeLast();
    // A number that no message bears any more belonged to one that was changed again since.
    out.upTo = out.more ? changed.last().change.value_or(command.after) : std::max(command.after, in->room.changes);
    out.messages = std::move(changed);
    return out;
}

} // namespace jjak::app::messages
