// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/safety_service.h"

#include <algorithm>

#include "server/app/services/invitations.h"
#include "server/app/services/lounge_common.h"
#include "server/app/services/room_service.h"

namespace jjak::app {

using namespace protocol;

namespace {

//! In a room of many the last messages may all be of others: those of whom the report is about are looked for a while.
constexpr int lookedThrough = 500;

//! The last messages of the room that who reports could see, and the last ones by the member the report is about, in order.
QList<Message> lastMessages(Context &ctx, RoomId room, int member, std::optional<Time> left)
{
    QList<Message> out;
    int seen = 0, last = 0, theirs = 0;
    for (std::optional<qint64> before; seen < lookedThrough && theirs < limits::reportMessages;) {
        const auto page = ctx.stores.messages.page(room, before, std::nullopt, limits::historyPage);
        for (auto it = page.rbegin(); it != page.rend(); ++it, ++seen) {
            const bool hidden = left && it->at > *left;
            const bool isTheirs = it->author == member && it->kind != MessageKind::Notice && theirs < limits::reportMessages;
            if (hidden || (last >= limits::reportMessages && !isTheirs))
                continue;
            last++;
            theirs += isTheirs;
            out.prepend(*it);
        }
        if (page.size() < limits::historyPage)
            break;
        before = page.first().seq;
    }
    return out;
}

//! What is kept with a report; before a message that was edited the last things it said earlier.
QList<Message> evidence(Context &ctx, RoomId room, RoomKind kind, int member, std::optional<Time> left)
{
    QList<Message> out;
    const auto messages = rooms::isLikeGroup(kind) ? lastMessages(ctx, room, member, left) : ctx.stores.messages.page(room, std::nullopt, std::nullopt, limits::reportMessages, ctx.now);
    for (const Message &message : messages) {
        if (message.edited) {
            const auto earlier = ctx.stores.messages.earlier(room, message.seq);
            out += earlier.mid(std::max<qsizetype>(0, earlier.size() - limits::reportMessages));
        }
        out.append(message);
    }
    return out;
}

//! To all devices of the account.
void tellHidden(Context &ctx, AccountId account)
{
    ctx.effects.tell(account, ev::HiddenState{ctx.stores.blocks.hidden(account, limits::hiddenMembers)});
}

} // namespace

template <class C>
Result<SafetyService::Target> SafetyService::target(Context &ctx, AccountId account, const C &command)
{
    const int told = int(command.room.has_value()) + int(command.proposal.has_value()) + int(command.post.has_value()) + int(command.comment.has_value());
    if (told != 1)
        return Error::badField(QStringLiteral("args.room"), told > 1 ? QStringLiteral("both") : QStringLiteral("missing"));
    if (command.room)
        return targetIn(ctx, account, *command.room, command.member);
    if (command.post)
        return byPost(ctx, account, *command.post);
    if (command.comment)
        return byComment(ctx, account, *command.comment);
    const auto row = ctx.stores.proposals.find(*command.proposal);
    if (!row || row->sideOf(account) < 0)
        return ErrorCode::ProposalGone;
    return Target{row->otherThan(account), {}, {}, command.proposal, {}};
}

Result<SafetyService::Target> SafetyService::byPost(Context &ctx, AccountId account, PostId id)
{
    const auto row = lounge::visiblePost(ctx, account, id);
    if (!row)
        return ErrorCode::PostNotFound;
    if (row->author == account)
        return ErrorCode::ReportNothing;
    QStringList parts{row->heading, row->text};
    if (!row->tags.isEmpty())
        parts.append(u'#' + row->tags.join(QStringLiteral(" #")));
    return inLounge(ctx, row->author, parts.join(QStringLiteral("\n\n")), row->edited.value_or(row->at), row->cid);
}

Result<SafetyService::Target> SafetyService::byComment(Context &ctx, AccountId account, CommentId id)
{
    const auto row = lounge::visibleComment(ctx, account, id);
    if (!row)
        return ErrorCode::CommentNotFound;
    if (row->author == account)
        return ErrorCode::ReportNothing;
    return inLounge(ctx, row->author, row->text, row->edited.value_or(row->at), row->cid);
}

SafetyService::Target SafetyService::inLounge(Context &ctx, AccountId author, const QString &text, Time at, ClientId cid)
{
    const auto persona = ctx.stores.personas.of(author);
    Target out{author, persona ? persona->profile.name : QString(), {}, {}, {}};
    out.written = Message{1, 1, MessageKind::Text, text, at, cid};
    return out;
}

Result<SafetyService::Target> SafetyService::targetIn(Context &ctx, AccountId account, RoomId room, std::optional<int> member)
{
    const auto in = rooms::membership(ctx, account, room);
    if (!in)
        return in.error();
    if (!member && in->room.kind != RoomKind::Direct)
        return Error::badField(QStringLiteral("args.member"), QStringLiteral("missing"));
    const MemberRow *whom = member ? in->member(*member) : in->other();
    if (!whom || whom->number == in->me.number)
        return ErrorCode::ReportNothing;
    return Target{whom->account, whom->name, room, {}, in->me.left, in->room.kind, in->me.number, whom->number};
}

BlockId SafetyService::blockTarget(Context &ctx, const Identity &who, const Target &target)
{
    const BlockId id = ctx.stores.blocks.insert({BlockId::random(ctx.rng), who.account, target.account, target.name, ctx.now});
    // The two may stand in a proposal also when the block comes from a room of another kind.
    if (const auto open = ctx.stores.proposals.openOf(who.account); open && open->sideOf(target.account) >= 0)
        m_nearby.withdraw(ctx, who.account, open->id);
    m_dates.part(ctx, who, target.account);
    if (target.room && target.kind == RoomKind::Date)
        m_dates.hide(ctx, *target.room, target.me, target.member); // it is the other who has to go on without an answer, not the one who blocks
    else if (target.room && target.kind == RoomKind::Direct)
        (void)rooms::leave(ctx, who, {*target.room});
    else if (target.room && rooms::isLikeGroup(target.kind)) {
        ctx.stores.blocks.hide(id, *target.room, target.member);
        tellHidden(ctx, who.account);
    }
    invitations::withdrawBetween(ctx, who.account, target.account);
    return id;
}

Result<cmd::Blocked> SafetyService::block(Context &ctx, const Identity &who, const cmd::Block &command)
{
    const auto whom = target(ctx, who.account, command);
    if (!whom)
        return whom.error();
    return cmd::Blocked{blockTarget(ctx, who, *whom)};
}

Result<cmd::Reported> SafetyService::report(Context &ctx, const Identity &who, const cmd::Report &command)
{
    if (const auto earlier = ctx.stores.reports.byClientId(who.account, command.cid))
        return cmd::Reported{*earlier};
    const auto whom = target(ctx, who.account, command);
    if (!whom)
        return whom.error();
    if (whom->left && ctx.now - *whom->left > ctx.policy.reportAfterLeaving)
        return ErrorCode::ReportTooLate;
    ReportRow row{ReportId::random(ctx.rng), command.cid, who.account, whom->account, whom->room, whom->kind == RoomKind::Direct ? std::nullopt : std::optional(whom->member), command.reason, command.note, ctx.now, {}};
    if (whom->room)
        row.evidence = evidence(ctx, *whom->room, whom->kind, whom->member, whom->left);
    else if (whom->written)
        row.evidence = {*whom->written};
    ctx.stores.reports.insert(row);
    if (command.block)
        blockTarget(ctx, who, *whom);
    return cmd::Reported{row.id};
}

Result<cmd::Empty> SafetyService::unblock(Context &ctx, const Identity &who, const cmd::Unblock &command)
{
    if (!ctx.stores.blocks.remove(who.account, command.block))
        return ErrorCode::BlockNotFound;
    tellHidden(ctx, who.account);
    return cmd::Empty();
}

Result<cmd::BlockList> SafetyService::blocks(Context &ctx, const Identity &who)
{
    cmd::BlockList out;
    for (const BlockRow &row : ctx.stores.blocks.by(who.account))
        out.blocks.append({row.id, row.name, row.since});
    return out;
}

} // namespace jjak::app
