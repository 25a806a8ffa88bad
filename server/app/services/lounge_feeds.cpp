// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/lounge_common.h"
#include "server/app/services/lounge_service.h"
#include "server/app/services/table_service.h"
#include "server/domain/lounge/markup.h"
#include "server/domain/lounge/tags.h"

// Lists of posts: new, popular, one's own, found; and what stands beside them.
namespace jjak::app::lounge {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr int sweptAtOnce = 1'000; //!< rows of each kind a tick
constexpr int newsCounted = 99;

//! Posts with so many code points of their texts, and with their pictures.
QList<Post> seen(Context &ctx, AccountId viewer, const QList<qint64> &numbers, int letters)
{
    QList<Post> out;
    auto pictures = ctx.stores.pictures.ofPosts(numbers);
    for (const qint64 number : numbers) {
        if (auto post = ctx.stores.feeds.seen(number, viewer, letters)) {
            post->pictures = pictures.take(number);
            out.append(std::move(*post));
        }
    }
    return out;
}

QList<qint64> numbersOf(const QList<PostPlace> &places)
{
    QList<qint64> out;
    for (const PostPlace &place : places)
        out.append(place.number);
    return out;
}

//! Which posts a list is of. Errors: bad_field for what does not go together.
Result<PostQuery> queryFor(Context &ctx, AccountId viewer, const cmd::ListPosts &command)
{
    PostQuery query{.viewer = viewer, .limit = limits::postsPage + 1};
    if (command.tag && command.feed != Feed::New)
        return Error::badField(u"args.tag"_s, u"value"_s);
    if (command.author && (command.feed != Feed::New || command.tag))
        return Error::badField(u"args.author"_s, u"value"_s);
    if (command.after) {
        const auto behind = placeFrom(*command.after);
        if (!behind)
            return Error::badField(u"args.after"_s, u"characters"_s);
        query.behind = *behind;
    }
    switch (command.feed) {
    case Feed::New:
        break;
    case Feed::Today:
        query.order = PostOrder::Day;
        query.since = ctx.now - popularity::day;
        break;
    case Feed::Week:
        query.order = PostOrder::Week;
        query.since = ctx.now - popularity::week;
        break;
    case Feed::Written:
        query.order = PostOrder::Author;
        query.author = viewer;
        break;
    case Feed::Liked:
        query.order = PostOrder::Liked;
        break;
    }
    if (command.tag) {
        auto tag = domain::tag(*command.tag, u"args.tag"_s);
        if (!tag)
            return tag.error();
        query.order = PostOrder::Tag;
        query.tag = std::move(*tag);
    }
    if (command.author) {
        const auto author = ctx.stores.personas.find(*command.author);
        query.order = PostOrder::Author;
        query.author = author ? author->account : AccountId(); // nobody has written nothing
    }
    return query;
}

} // namespace

Result<cmd::PostList> list(Context &ctx, const Identity &who, const cmd::ListPosts &command)
{
    const auto query = queryFor(ctx, who.account, command);
    if (!query)
        return query.error();
    auto places = ctx.stores.feeds.page(*query);
    cmd::PostList out;
    if (places.size() > limits::postsPage) {
        places.resize(limits::postsPage);
        out.next = textOf(places.last());
    }
    out.posts = seen(ctx, who.account, numbersOf(places), limits::postBeginning);
    out.newest = textOf({0, ctx.stores.feeds.newest()});
    return out;
}

Result<cmd::PostList> find(Context &ctx, const Identity &who, const cmd::FindPosts &command, int looks)
{
    domain::Needle needle(domain::withoutMarks(command.text));
    if (needle.isEmpty())
        return Error::badField(u"args.text"_s, u"length"_s);
    std::optional<PostPlace> behind(PostQuery().behind);
    if (command.after && !(behind = placeFrom(*command.after)))
        return Error::badField(u"args.after"_s, u"characters"_s);
    const auto stretch = ctx.stores.feeds.look(who.account, behind->number, looks, limits::postsPage, needle);
    cmd::PostList out;
    out.posts = seen(ctx, who.account, stretch.hits, limits::postBeginning);
    if (stretch.reached > 1)
        out.next = textOf({0, stretch.reached});
    out.newest = textOf({0, ctx.stores.feeds.newest()});
    return out;
}

Result<cmd::News> news(Context &ctx, const Identity &who, const cmd::CountNews &command)
{
    const auto since = placeFrom(command.since);
    if (!since)
        return Error::badField(u"args.since"_s, u"characters"_s);
    return cmd::News{ctx.stores.feeds.countAfter(since->number, who.account, newsCounted)};
}

Result<cmd::OpenedPost> open(Context &ctx, const Identity &who, const cmd::OpenPost &command)
{
    const auto row = visiblePost(ctx, who.account, command.post);
    const auto post = row ? seen(ctx, who.account, {row->number}, limits::postCodePoints) : QList<Post>();
    if (post.isEmpty())
        return ErrorCode::PostNotFound;
    return cmd::OpenedPost{post.first(), commentPage(ctx, who.account, row->number, 0), tables::ofPost(ctx, who.account, command.post)};
}

Result<cmd::Board> board(Context &ctx, const Identity &who, const cmd::LookAtBoard &)
{
    const auto best = [&](PostOrder order, Duration window) {
        const PostQuery query{.order = order, .viewer = who.account, .limit = limits::boardLength, .since = ctx.now - window};
        return ctx.stores.feeds.page(query);
    };
    auto popular = best(PostOrder::Day, popularity::day);
    if (popular.size() < limits::boardLength)
        popular = best(PostOrder::Week, popularity::week);
    return cmd::Board{ctx.stores.pulse.trends(limits::boardLength), seen(ctx, who.account, numbersOf(popular), 0), seen(ctx, who.account, numbersOf(best(PostOrder::Reads, popularity::week)), 0),
                      ctx.stores.thanks.mostThanked(who.account, limits::boardLength)};
}

void sweep(Context &ctx)
{
    ctx.stores.pulse.forget(ctx.now, sweptAtOnce);
    ctx.stores.posts.removeErased(sweptAtOnce);
    ctx.stores.thanks.age(ctx.now - popularity::week, sweptAtOnce);
}

} // namespace jjak::app::lounge
