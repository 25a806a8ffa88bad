// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/lounge_common.h"
#include "server/app/services/lounge_service.h"

// Comments on posts.
namespace jjak::app::lounge {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

//! The numbers of a comment's post after so many comments by that account more.
void countComments(Context &ctx, PostRow &post, AccountId author, int more)
{
    post.comments += more;
    if (author == post.author) {
        ctx.stores.posts.setCounts(post);
        return;
    }
    const auto before = ctx.stores.posts.deed(post.number, author);
    setDeed(ctx, post, author, before, domain::commenting(before, more, counts(ctx, author)));
}

} // namespace

cmd::CommentList commentPage(Context &ctx, AccountId viewer, qint64 post, qint64 behind)
{
    auto found = ctx.stores.comments.page(post, viewer, behind, limits::commentsPage + 1);
    cmd::CommentList out;
    if (found.size() > limits::commentsPage) {
        found.resize(limits::commentsPage);
        out.next = textOf({0, found.last().number});
    }
    for (SeenComment &seen : found)
        out.comments.append(std::move(seen.comment));
    return out;
}

Result<cmd::CommentList> comments(Context &ctx, const Identity &who, const cmd::ListComments &command)
{
    const auto post = visiblePost(ctx, who.account, command.post);
    if (!post)
        return ErrorCode::PostNotFound;
    std::optional<PostPlace> behind(std::in_place);
    if (command.after && !(behind = placeFrom(*command.after)))
        return Error::badField(u"args.after"_s, u"characters"_s);
    return commentPage(ctx, who.account, post->number, behind->number);
}

Result<cmd::Commented> comment(Context &ctx, const Identity &who, const cmd::WriteComment &command)
{
    if (const auto earlier = ctx.stores.comments.byClientId(who.account, command.cid))
        return cmd::Commented{*earlier};
    if (!ctx.stores.personas.of(who.account))
        return ErrorCode::LoungeNoName;
    auto post = visiblePost(ctx, who.account, command.post);
    if (!post)
        return ErrorCode::PostNotFound;
    if (isBlank(command.text))
        return Error::badField(u"args.text"_s, u"length"_s);
    CommentRow row;
    row.id = CommentId::random(ctx.rng);
    row.post = post->number;
    row.author = who.account;
    row.cid = command.cid;
    row.text = command.text;
    row.at = ctx.now;
    row.number = ctx.stores.comments.insert(row);
    countComments(ctx, *post, who.account, 1);
    if (!post->tags.isEmpty() && counts(ctx, who.account))
        ctx.stores.pulse.wrote(post->tags, who.account, post->number, row.number, ctx.now);
    return cmd::Commented{row.id};
}

Result<cmd::Empty> editComment(Context &ctx, const Identity &who, const cmd::EditComment &command)
{
    auto row = visibleComment(ctx, who.account, command.comment);
    if (!row)
        return ErrorCode::CommentNotFound;
    if (row->author != who.account)
        return ErrorCode::LoungeNotOwn;
    if (isBlank(command.text))
        return Error::badField(u"args.text"_s, u"length"_s);
    if (row->text == command.text)
        return cmd::Empty();
    row->text = command.text;
    row->edited = ctx.now;
    ctx.stores.comments.edit(*row);
    return cmd::Empty();
}

Result<cmd::Empty> eraseComment(Context &ctx, const Identity &who, const cmd::EraseComment &command)
{
    const bool moderates = who.role >= Role::Moderator;
    const auto row = ctx.stores.comments.find(command.comment);
    // Who wrote it, or whose post it is of, may always; of others it is gone also when it is hidden.
    const bool may = row && (moderates || row->author == who.account || row->postAuthor == who.account);
    if (!may)
        return visibleComment(ctx, who.account, command.comment) ? Result<cmd::Empty>(ErrorCode::LoungeNotOwn) : cmd::Empty();
    auto post = ctx.stores.posts.find(row->postId);
    ctx.stores.comments.remove(*row, rememberedUntil(ctx));
    if (post)
        countComments(ctx, *post, row->author, -1);
    return cmd::Empty();
}

Result<cmd::Empty> likeComment(Context &ctx, const Identity &who, const cmd::LikeComment &command)
{
    const auto row = visibleComment(ctx, who.account, command.comment);
    if (!row)
        return ErrorCode::CommentNotFound;
    if (row->author == who.account)
        return Error::badField(u"args.comment"_s, u"self"_s);
    ctx.stores.comments.like(row->number, who.account, command.on);
    return cmd::Empty();
}

} // namespace jjak::app::lounge
