// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What every command has to be answered with.
#include <algorithm>

#include "common/protocol/frame.h"
#include "common/rules/roles.h"
#include "tests/sim/chat_reference.h"

namespace jjak::sim {

using namespace protocol;

namespace {

std::optional<Duration> kept(Expiry expiry)
{
    switch (expiry) {
    case Expiry::Off:
        return std::nullopt;
    case Expiry::Hour:
        return 1h;
    case Expiry::Day:
        return 24h;
    case Expiry::Week:
        return 7 * 24h;
    case Expiry::Month:
        return 30 * 24h;
    }
    return std::nullopt;
}

} // namespace

//! Each function is one rule of the house, in the order in which a person would be told why not.
struct Reference::Desk {
    Reference &book;
    app::Identity who;
    Time now;

    BookRoom *room = nullptr;
    BookRoom::Member *me = nullptr;

    bool enter(RoomId id)
    {
        const auto it = book.m_rooms.find(id);
        room = it == book.m_rooms.end() ? nullptr : &*it;
        me = room ? room->of(who.account) : nullptr;
        return me != nullptr;
    }
    bool isGroup() const { return room->kind == RoomKind::Group; }
    bool isAlone() const
    {
        return std::ranges::all_of(room->members, [&](const BookRoom::Member &m) { return m.number == me->number || m.left; });
    }
    bool isStranger() const
    {
        return std::ranges::all_of(room->members, [&](const BookRoom::Member &m) { return m.number == me->number || m.written == 0; });
    }
    std::optional<ErrorCode> whyNotWrite(int written) const
    {
        if (me->left)
            return ErrorCode::RoomLeft;
        if (isGroup())
            return me->role == MemberRole::ReadOnly ? std::optional(ErrorCode::RoomReadOnly) : std::nullopt;
        if (isAlone())
            return ErrorCode::RoomEnded;
        if (isStranger() && written >= limits::strangerMessages)
            return ErrorCode::StrangerLimit;
        return std::nullopt;
    }
    //! Who writes has read what stands above. A notice is nothing that somebody said.
    qint64 append(Message message)
    {
        message.seq = me->read = me->got = room->head() + 1;
        message.author = me->number;
        message.at = now;
        if (const auto time = kept(room->expiry))
            message.expires = now + *time;
        room->active = std::max(room->active, now);
        me->written += message.kind != MessageKind::Notice;
        room->messages.append(message);
        return message.seq;
    }
    void notice(const QString &text)
    {
        Message message;
        message.kind = MessageKind::Notice;
        message.text = text;
        append(message);
    }
    //! What is read was received.
    static void readUpTo(BookRoom::Member &member, qint64 seq)
    {
        member.read = std::max(member.read, seq);
        member.got = std::max(member.got, member.read);
    }
    cmd::Changed changed(Message &message) const
    {
        message.change = ++room->changes;
        return {message};
    }
    //! The message a change is about, or why there is none.
    Result<Message *> find(RoomId id, qint64 seq)
    {
        if (!enter(id))
            return ErrorCode::RoomNotFound;
        if (me->left)
            return ErrorCode::RoomLeft;
        Message *message = room->message(seq);
        if (!message || message->deleted || isGone(*message, now))
            return ErrorCode::MessageNotFound;
        return message;
    }
    bool isMine(const Message &message) const { return message.author == me->number && message.kind == MessageKind::Text; }

    bool mayErase(const Message &message) const
    {
        const auto author = std::ranges::find(room->members, message.author, &BookRoom::Member::number);
        return isGroup() && message.kind == MessageKind::Text && author != room->members.end() && mayDoTo(Right::DeleteOthers, me->role, author->role);
    }

    Answer<cmd::Send> operator()(const cmd::Send &c)
    {
        const auto key = std::pair(who.device, c.cid);
        if (const auto sent = book.m_sent.constFind(key); sent != book.m_sent.cend()) {
            const Message &there = *book.m_rooms[sent->first].message(sent->second);
            const bool wasHere = there.deleted || sent->second <= book.m_rooms[sent->first].floor; // nothing is known of it any more
            const bool same = sent->first == c.room && (wasHere || (there.reply == c.reply && (there.change || there.text == c.text)));
            return same ? Answer<cmd::Send>(cmd::Sent{there.seq, there.at}) : ErrorCode::MessageConflict;
        }
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (isGroup() && me->left)
            return ErrorCode::RoomLeft;
        if (c.reply > room->head())
            return Error::badField(QStringLiteral("args.reply"), QStringLiteral("range"));
        if (const auto refused = whyNotWrite(me->written))
            return *refused;
        Message message;
        message.text = c.text;
        message.cid = c.cid;
        message.reply = c.reply;
        const qint64 seq = append(message);
        book.m_sent.insert(key, {c.room, seq});
        return cmd::Sent{seq, room->message(seq)->at};
    }
    Answer<cmd::Edit> operator()(const cmd::Edit &c)
    {
        const auto found = find(c.room, c.seq);
        if (!found)
            return found.error();
        Message &message = **found;
        if (!isMine(message))
            return ErrorCode::MessageNotOwn;
        if (message.text == c.text)
            return cmd::Changed{message};
        if (const auto refused = whyNotWrite(0))
            return *refused;
        message.text = c.text;
        message.edited = now;
        return changed(message);
    }
    Answer<cmd::Erase> operator()(const cmd::Erase &c)
    {
        const auto found = find(c.room, c.seq);
        if (!found)
            return found.error();
        Message &message = **found;
        if (!isMine(message) && !mayErase(message))
            return ErrorCode::MessageNotOwn;
        message.text.clear();
        message.edited.reset();
        message.reactions.reset();
        message.deleted = now;
        return changed(message);
    }
    Answer<cmd::React> operator()(const cmd::React &c)
    {
        const auto found = find(c.room, c.seq);
        if (!found)
            return found.error();
        Message &message = **found;
        QList<Reaction> all = message.reactions.value_or(QList<Reaction>());
        auto one = std::ranges::find(all, c.emoji, &Reaction::emoji);
        if (c.on && one == all.end() && all.size() == limits::reactionsPerMessage)
            return ErrorCode::ReactionLimit;
        if (c.on == (one != all.end() && one->members.contains(me->number)))
            return cmd::Changed{message};
        if (const auto refused = whyNotWrite(0))
            return *refused;
        if (c.on && one == all.end())
            all.append({c.emoji, {me->number}});
        else if (c.on)
            one->members.append(me->number);
        else if (one->members.removeAll(me->number); one->members.isEmpty())
            all.erase(one);
        message.reactions = all.isEmpty() ? std::nullopt : std::optional(all);
        return changed(message);
    }
    Answer<cmd::Read> operator()(const cmd::Read &c)
    {
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (isGroup() && me->left)
            return ErrorCode::RoomLeft;
        if (c.seq > room->head())
            return Error::badField(QStringLiteral("args.seq"), QStringLiteral("range"));
        readUpTo(*me, c.seq);
        return cmd::Empty();
    }
    Answer<cmd::Got> operator()(const cmd::Got &c)
    {
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (c.seq > room->head())
            return Error::badField(QStringLiteral("args.seq"), QStringLiteral("range"));
        me->got = std::max(me->got, c.seq);
        return cmd::Empty();
    }
    Answer<cmd::ReadAll> operator()(const cmd::ReadAll &)
    {
        for (BookRoom &one : book.m_rooms)
            if (BookRoom::Member *member = one.of(who.account); member && one.isOpenTo(who.account))
                readUpTo(*member, one.head());
        return cmd::Empty();
    }
    Answer<cmd::Silence> operator()(const cmd::Silence &c)
    {
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (isGroup() && me->left)
            return ErrorCode::RoomLeft;
        me->silent = c.silent;
        return cmd::Empty();
    }
    Answer<cmd::SetExpiry> operator()(const cmd::SetExpiry &c)
    {
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (me->left)
            return ErrorCode::RoomLeft;
        if (isGroup() && !mayDo(Right::SetExpiry, me->role))
            return ErrorCode::RoomRole;
        if (!isGroup() && isAlone())
            return ErrorCode::RoomEnded;
        if (room->expiry == c.expiry)
            return cmd::Empty();
        room->expiry = c.expiry; // the notice is the first that goes by it
        notice(QStringLiteral("expiry ") + QString::fromLatin1(nameOf(c.expiry).data(), qsizetype(nameOf(c.expiry).size())));
        return cmd::Empty();
    }
    Answer<cmd::Leave> operator()(const cmd::Leave &c)
    {
        if (!enter(c.room))
            return ErrorCode::RoomNotFound;
        if (me->left)
            return cmd::Empty();
        notice(QStringLiteral("left"));
        me->left = true;
        return cmd::Empty();
    }
};

std::optional<QByteArray> Reference::answer(const app::Caller &caller, const Command &command, Time now)
{
    if (!caller.identity)
        return std::nullopt;
    return visit(
        [&](const auto &c) -> std::optional<QByteArray> {
            using C = std::decay_t<decltype(c)>;
            if constexpr (std::is_invocable_v<Desk, const C &>) {
                const Answer<C> result = Desk{*this, *caller.identity, now}(c);
                return result ? encodeReply(caller.request, *result) : encodeError(caller.request, result.error());
            } else {
                return std::nullopt;
            }
        },
        command);
}

} // namespace jjak::sim
