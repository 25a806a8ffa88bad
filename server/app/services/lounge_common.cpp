// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/lounge_common.h"

#include <QtEndian>
#include <algorithm>

namespace jjak::app::lounge {

using namespace protocol;

std::optional<PostRow> visiblePost(Context &ctx, AccountId viewer, PostId id)
{
    auto row = ctx.stores.posts.find(id);
    if (row && row->author != viewer && ctx.stores.blocks.between(viewer, row->author))
        row.reset();
    return row;
}

std::optional<CommentRow> visibleComment(Context &ctx, AccountId viewer, CommentId id)
{
    auto row = ctx.stores.comments.find(id);
    if (row && (ctx.stores.blocks.between(viewer, row->author) || ctx.stores.blocks.between(viewer, row->postAuthor)))
        row.reset();
    return row;
}

bool counts(Context &ctx, AccountId account)
{
    const auto row = ctx.stores.accounts.byId(account);
    return row && domain::isGrownUp(row->created, ctx.now, ctx.policy.grownUp);
}

void rankAnew(Context &ctx, PostRow &post)
{
    const auto rank = [&](Duration window, Duration halfLife) { return post.at > ctx.now - window ? std::optional(popularity::rank(post.people, post.at, halfLife)) : std::nullopt; };
    post.dayRank = rank(popularity::day, popularity::dayHalfLife);
    post.weekRank = rank(popularity::week, popularity::weekHalfLife);
}

void setDeed(Context &ctx, PostRow &post, AccountId account, const domain::Deed &before, const domain::Deed &now)
{
    ctx.stores.posts.setDeed(post.number, account, now);
    post.likes += int(now.liked.has_value()) - int(before.liked.has_value());
    post.people += domain::peopleMore(before, now);
    rankAnew(ctx, post);
    ctx.stores.posts.setCounts(post);
}

bool isBlank(const QString &text)
{
    return std::ranges::none_of(text.toUcs4(), [](uint c) { return QChar::isPrint(c) && !QChar::isSpace(c); });
}

Time rememberedUntil(const Context &ctx)
{
    return ctx.now + ctx.policy.tokenUnused;
}

QString textOf(const PostPlace &place)
{
    QByteArray bytes(16, Qt::Uninitialized);
    qToBigEndian<qint64>(place.order, bytes.data());
    qToBigEndian<qint64>(place.number, bytes.data() + 8);
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<PostPlace> placeFrom(const QString &text)
{
    const auto decoded = QByteArray::fromBase64Encoding(text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.size() != 16)
        return std::nullopt;
    const PostPlace place{qFromBigEndian<qint64>(decoded.decoded.constData()), qFromBigEndian<qint64>(decoded.decoded.constData() + 8)};
    return place.order < 0 || place.number < 0 ? std::nullopt : std::optional(place);
}

} // namespace jjak::app::lounge
