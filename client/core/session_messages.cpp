// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/session_private.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

//! All these are repeated until answered, without looking at what is here: that may be older than what the server has, and
//! a repetition changes nothing there.
std::function<void(Result<cmd::Changed>)> Session::Private::changed(RoomId room, Callback<> done, const char *what)
{
    return [this, room, answer = plain<cmd::Changed>(std::move(done), what)](const Result<cmd::Changed> &reply) {
        // A request that ended without the network comes with an empty one.
        if (reply && reply->message.seq > 0 && state.room(room))
            handle(applyChange(state, room, reply->message));
        answer(reply);
    };
}

void Session::Private::refuse(const Error &error, Callback<> done, const char *what)
{
    later([answer = plain<cmd::Empty>(std::move(done), what), error] { answer(error); });
}

std::optional<Message> Session::Private::cachedMessage(RoomId room, qint64 seq)
{
    return cache.message(room, seq);
}

void Session::editMessage(RoomId room, qint64 seq, const QString &text, Callback<> done)
{
    if (const auto checked = checkText(text, Rule::text(1, limits::messageCodePoints), u"args.text"_s); !checked)
        return d->refuse(checked.error(), std::move(done), "message.edit");
    d->requests.add(cmd::Edit{room, seq, text}, u"edit %1 %2"_s.arg(QString::fromLatin1(room.toText()), QString::number(seq)), d->changed(room, std::move(done), "message.edit"));
}

void Session::deleteMessage(RoomId room, qint64 seq, Callback<> done)
{
    const auto answered = [answer = d->changed(room, std::move(done), "message.delete")](const Result<cmd::Changed> &reply) {
        // That it is gone is what was wanted: the answer to an earlier attempt may have been lost.
        const bool gone = !reply && reply.error().code == ErrorCode::MessageNotFound;
        answer(gone ? Result<cmd::Changed>(cmd::Changed()) : reply);
    };
    d->requests.add(cmd::Erase{room, seq}, {}, answered);
}

void Session::react(RoomId room, qint64 seq, const QString &emoji, bool on, Callback<> done)
{
    if (const auto checked = checkText(emoji, Rule::line(1, limits::emojiCodePoints), u"args.emoji"_s); !checked)
        return d->refuse(checked.error(), std::move(done), "message.react");
    const QString key = u"react %1 %2 %3"_s.arg(QString::fromLatin1(room.toText()), QString::number(seq), emoji);
    d->requests.add(cmd::React{room, seq, emoji, on}, key, d->changed(room, std::move(done), "message.react"));
}

std::optional<Message> Session::cachedMessage(RoomId room, qint64 seq) const
{
    const auto held = d->cachedMessage(room, seq);
    return held && !d->isHidden(room, *held) ? held : std::nullopt;
}

bool Session::mayEdit(RoomId room, const Message &message) const
{
    const RoomEntry *entry = d->state.room(room);
    return entry && message.author == entry->room.me && message.kind == MessageKind::Text && !message.deleted && mayReact(room);
}

bool Session::mayDelete(RoomId room, const Message &message) const
{
    const RoomEntry *entry = d->state.room(room);
    if (!entry || message.deleted || message.kind == MessageKind::Host || message.kind == MessageKind::Notice)
        return false;
    if (entry->room.kind == RoomKind::Group)
        return message.author == entry->room.me ? mayIn(room, Right::DeleteOwn) : mayIn(room, Right::DeleteOthers, message.author);
    return message.author == entry->room.me && !hasLeft(entry->room); // also where nothing can be written any more
}

bool Session::mayReact(RoomId room) const
{
    const auto refused = maySend(room);
    return !refused || refused->code == ErrorCode::RoomSlow;
}

} // namespace jjak::client
