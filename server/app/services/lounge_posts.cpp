// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/lounge_service.h"

#include <algorithm>

#include "server/app/services/lounge_common.h"
#include "server/domain/accounts/names.h"
#include "server/domain/lounge/tags.h"

// Who one is in the lounge, and what one writes there.
namespace jjak::app::lounge {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

//! What a post says, as it is kept.
struct Said {
    QString heading;
    QStringList tags;
};

Result<Said> saidIn(const QString &heading, const QList<QString> &tags)
{
    if (isBlank(heading))
        return Error::badField(u"args.title"_s, u"length"_s);
    auto kept = domain::tags(tags, u"args.tags"_s);
    if (!kept)
        return kept.error();
    return Said{heading.trimmed(), std::move(*kept)};
}

//! Whether a post can have these: each once, finished, the author's own, and in no other post.
std::optional<Error> refusedPictures(Context &ctx, AccountId author, const QList<UploadId> &pictures, std::optional<qint64> post)
{
    for (qsizetype i = 0; i < pictures.size(); ++i) {
        if (pictures.indexOf(pictures[i]) < i)
            return Error::badField(u"args.pictures"_s, u"value"_s);
        const auto row = ctx.stores.pictures.find(pictures[i]);
        if (!row || row->account != author || (row->post && row->post != post))
            return Error{ErrorCode::UploadGone};
    }
    return std::nullopt;
}

//! Whether the post has just these, in this order.
bool hasPictures(Context &ctx, qint64 post, const QList<UploadId> &pictures)
{
    const auto has = ctx.stores.pictures.ofPosts({post}).value(post);
    return std::ranges::equal(has, pictures, {}, &Picture::upload);
}

//! Under which tags somebody wrote counts for a day.
void note(Context &ctx, const PostRow &post, const QStringList &tags)
{
    if (!tags.isEmpty() && post.at > ctx.now - popularity::day && counts(ctx, post.author))
        ctx.stores.pulse.wrote(tags, post.author, post.number, std::nullopt, post.at);
}

} // namespace

Result<cmd::OwnProfile> profile(Context &ctx, const Identity &who, const cmd::LookAtProfile &)
{
    const auto me = ctx.stores.personas.of(who.account);
    return cmd::OwnProfile{me ? std::optional(me->profile) : std::nullopt};
}

Result<cmd::Empty> introduce(Context &ctx, const Identity &who, const cmd::Introduce &command)
{
    const auto name = domain::accountName(command.profile.name);
    if (!name) {
        Error error = name.error();
        error.field = u"args.profile.name"_s;
        return error;
    }
    const auto account = ctx.stores.accounts.byId(who.account);
    if (account && account->folded == name->folded)
        return ErrorCode::LoungeNameSame;
    auto languages = domain::languages(command.profile.languages, u"args.profile.languages"_s);
    if (!languages)
        return languages.error();
    auto interests = domain::tags(command.profile.interests, u"args.profile.interests"_s);
    if (!interests)
        return interests.error();
    const auto before = ctx.stores.personas.of(who.account);
    const PersonaRow row{who.account, before ? before->id : PersonaId::random(ctx.rng), name->folded, {name->shown, command.profile.line.trimmed(), std::move(*languages), std::move(*interests), command.profile.ranked}};
    if (before && before->folded == row.folded && before->profile == row.profile)
        return cmd::Empty();
    if (!ctx.stores.personas.save(row))
        return ErrorCode::AccountNameTaken;
    return cmd::Empty();
}

Result<cmd::AuthorReply> author(Context &ctx, const Identity &who, const cmd::LookUpAuthor &command)
{
    auto row = ctx.stores.personas.find(command.author);
    if (!row || ctx.stores.blocks.between(who.account, row->account))
        return ErrorCode::PostNotFound;
    row->profile.ranked = false;
    return cmd::AuthorReply{row->profile};
}

Result<cmd::Written> write(Context &ctx, const Identity &who, const cmd::WritePost &command)
{
    if (const auto earlier = ctx.stores.posts.byClientId(who.account, command.cid))
        return cmd::Written{*earlier};
    const auto me = ctx.stores.personas.of(who.account);
    if (!me)
        return ErrorCode::LoungeNoName;
    const auto said = saidIn(command.heading, command.tags);
    if (!said)
        return said.error();
    const auto pictures = command.pictures.value_or(QList<UploadId>());
    if (const auto refused = refusedPictures(ctx, who.account, pictures, {}))
        return *refused;
    PostRow row;
    row.id = PostId::random(ctx.rng);
    row.author = who.account;
    row.cid = command.cid;
    row.heading = said->heading;
    row.text = command.text;
    row.tags = said->tags;
    row.at = ctx.now;
    row.ranked = me->profile.ranked;
    rankAnew(ctx, row);
    row.number = ctx.stores.posts.insert(row);
    if (!pictures.isEmpty())
        ctx.stores.pictures.assign(row.number, pictures);
    note(ctx, row, row.tags);
    return cmd::Written{row.id};
}

Result<cmd::Empty> edit(Context &ctx, const Identity &who, const cmd::EditPost &command)
{
    auto row = visiblePost(ctx, who.account, command.post);
    if (!row)
        return ErrorCode::PostNotFound;
    if (row->author != who.account)
        return ErrorCode::LoungeNotOwn;
    const auto said = saidIn(command.heading, command.tags);
    if (!said)
        return said.error();
    if (const auto refused = refusedPictures(ctx, who.account, command.pictures.value_or(QList<UploadId>()), row->number))
        return *refused;
    const bool samePictures = !command.pictures || hasPictures(ctx, row->number, *command.pictures);
    if (samePictures && row->heading == said->heading && row->text == command.text && row->tags == said->tags)
        return cmd::Empty();
    QStringList added;
    for (const QString &tag : said->tags) {
        if (!row->tags.contains(tag))
            added.append(tag);
    }
    row->heading = said->heading;
    row->text = command.text;
    row->tags = said->tags;
    row->edited = ctx.now;
    ctx.stores.posts.edit(*row);
    if (!samePictures)
        ctx.stores.pictures.assign(row->number, *command.pictures);
    note(ctx, *row, added);
    return cmd::Empty();
}

Result<cmd::Empty> erase(Context &ctx, const Identity &who, const cmd::ErasePost &command)
{
    const auto row = who.role >= Role::Moderator ? ctx.stores.posts.find(command.post) : visiblePost(ctx, who.account, command.post);
    if (!row)
        return cmd::Empty();
    if (row->author != who.account && who.role < Role::Moderator)
        return ErrorCode::LoungeNotOwn;
    ctx.stores.posts.remove(*row, rememberedUntil(ctx));
    return cmd::Empty();
}

Result<cmd::Empty> like(Context &ctx, const Identity &who, const cmd::LikePost &command)
{
    auto row = visiblePost(ctx, who.account, command.post);
    if (!row)
        return ErrorCode::PostNotFound;
    if (row->author == who.account)
        return Error::badField(u"args.post"_s, u"self"_s);
    const auto before = ctx.stores.posts.deed(row->number, who.account);
    if (before.liked.has_value() == command.on)
        return cmd::Empty();
    setDeed(ctx, *row, who.account, before, domain::liking(before, command.on, ctx.now, counts(ctx, who.account)));
    return cmd::Empty();
}

Result<cmd::Empty> view(Context &ctx, const Identity &who, const cmd::ViewPost &command)
{
    const auto row = visiblePost(ctx, who.account, command.post);
    if (!row)
        return ErrorCode::PostNotFound;
    if (row->author != who.account)
        ctx.stores.pulse.view(row->number, who.account, std::chrono::floor<std::chrono::days>(ctx.now).time_since_epoch().count(), counts(ctx, who.account));
    return cmd::Empty();
}

} // namespace jjak::app::lounge
