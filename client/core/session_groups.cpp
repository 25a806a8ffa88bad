// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/session_private.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

//! A request of this key replaces earlier ones about the same, so that the latest wish wins.
QString keyOf(const char *what, RoomId room, int member = 0)
{
    return u"%1 %2 %3"_s.arg(QString::fromLatin1(what), QString::fromLatin1(room.toText()), QString::number(member));
}

} // namespace

void Session::createGroup(const QString &name, const QList<RoomId> &with, Callback<RoomId> done)
{
    const auto answer = [this, done = std::move(done)](const Result<cmd::Created> &reply) {
        if (done)
            done(reply ? Result<RoomId>(reply->room) : Result<RoomId>(reply.error()));
        else if (!reply)
            Q_EMIT failed(reply.error(), u"group.create"_s);
    };
    if (const auto checked = checkText(name, Rule::line(1, limits::roomNameCodePoints), u"args.name"_s); !checked)
        return d->later([answer, error = checked.error()] { answer(error); });
    d->requests.add(cmd::CreateGroup{ClientId::random(d->rng), name, with}, {}, answer);
}

void Session::invite(RoomId group, RoomId with, Callback<> done)
{
    d->requests.add(cmd::Invite{group, with}, {}, d->plain<cmd::Empty>(std::move(done), "group.invite"));
}

void Session::answerInvitation(InvitationId invitation, bool accept, Callback<std::optional<RoomId>> done)
{
    d->requests.add(cmd::AnswerInvitation{invitation, accept}, {}, [this, invitation, done = std::move(done)](const Result<cmd::Joined> &reply) {
        if (reply || reply.error().code == ErrorCode::InvitationGone)
            d->handle(dropInvitation(d->state, invitation));
        if (done)
            done(reply ? Result<std::optional<RoomId>>(reply->room) : Result<std::optional<RoomId>>(reply.error()));
        else if (!reply)
            Q_EMIT failed(reply.error(), u"group.answer"_s);
    });
}

void Session::removeMember(RoomId group, int member, bool ban, Callback<> done)
{
    d->requests.add(cmd::Remove{group, member, ban}, {}, d->plain<cmd::Empty>(std::move(done), "group.remove"));
}

void Session::unban(RoomId group, int member, Callback<> done)
{
    d->requests.add(cmd::Unban{group, member}, {}, d->plain<cmd::Empty>(std::move(done), "group.unban"));
}

void Session::muteMember(RoomId group, int member, std::chrono::minutes time, Callback<> done)
{
    d->requests.add(cmd::Mute{group, member, int(time.count())}, keyOf("mute", group, member), d->plain<cmd::Empty>(std::move(done), "group.mute"));
}

void Session::renameGroup(RoomId group, const QString &name, Callback<> done)
{
    if (const auto checked = checkText(name, Rule::line(1, limits::roomNameCodePoints), u"args.name"_s); !checked)
        return d->refuse(checked.error(), std::move(done), "group.rename");
    d->requests.add(cmd::Rename{group, name}, keyOf("rename", group), d->plain<cmd::Empty>(std::move(done), "group.rename"));
}

void Session::setSlowMode(RoomId group, std::chrono::seconds pause, Callback<> done)
{
    d->requests.add(cmd::SlowDown{group, int(pause.count())}, keyOf("slow", group), d->plain<cmd::Empty>(std::move(done), "group.slow"));
}

void Session::appoint(RoomId group, int member, MemberRole role, Callback<> done)
{
    d->requests.add(cmd::Appoint{group, member, role}, keyOf("appoint", group, member), d->plain<cmd::Empty>(std::move(done), "group.appoint"));
}

void Session::setExpiry(RoomId room, Expiry expiry, Callback<> done)
{
    d->requests.add(cmd::SetExpiry{room, expiry}, keyOf("expiry", room), d->plain<cmd::Empty>(std::move(done), "room.expiry"));
}

std::optional<Error> Session::Private::wrongMentions(const Room &room, const QList<int> &mentions)
{
    const auto bad = [](const char *reason) { return Error::badField(u"args.mentions"_s, QString::fromLatin1(reason)); };
    if (mentions.isEmpty())
        return std::nullopt;
    if (room.kind != RoomKind::Group || mentions.size() > limits::mentionsPerMessage)
        return bad("range");
    for (const int number : mentions)
        if (const Member *member = memberOf(room, number); !member || member->left)
            return bad("range");
    return std::nullopt;
}

//! Who may set the slow mode is not slowed down.
std::optional<Error> Session::Private::maySendInGroup(const RoomEntry &entry) const
{
    const Member &me = *meIn(entry.room);
    const Time now = q.serverNow();
    if (!mayDo(Right::Write, me.role))
        return Error{ErrorCode::RoomReadOnly};
    if (me.muted && *me.muted > now)
        return Error::notBefore(ErrorCode::RoomMuted, me.muted);
    if (entry.room.slow == 0 || mayDo(Right::SlowMode, me.role))
        return std::nullopt;
    if (outbox.count(entry.room.room, OutboxEntry::State::Waiting) > 0)
        return Error{ErrorCode::RoomSlow};
    const Time next = entry.wrote + std::chrono::seconds(entry.room.slow);
    return next > now ? std::optional(Error::notBefore(ErrorCode::RoomSlow, next)) : std::nullopt;
}

bool Session::mayIn(RoomId room, Right right, int targetMember) const
{
    const RoomEntry *entry = d->state.room(room);
    return entry && client::mayIn(entry->room, right, targetMember);
}

} // namespace jjak::client
