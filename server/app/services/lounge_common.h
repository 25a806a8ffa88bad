// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! What the lounge's parts share.
namespace jjak::app::lounge {

//! A post that the viewer may see; nullopt: none, or one of the two has blocked the other.
std::optional<PostRow> visiblePost(Context &ctx, AccountId viewer, PostId id);
//! The same of a comment: neither its author nor the post's.
std::optional<CommentRow> visibleComment(Context &ctx, AccountId viewer, CommentId id);

//! Whether what this account does now counts for what is popular.
bool counts(Context &ctx, AccountId account);
//! Both ranks as the row's people and moment demand; nullopt for what is too old for a list.
void rankAnew(Context &ctx, PostRow &post);
//! Stores what somebody did now with a post of somebody else, and all its numbers.
void setDeed(Context &ctx, PostRow &post, AccountId account, const domain::Deed &before, const domain::Deed &now);

//! Whether nothing can be seen of a text.
bool isBlank(const QString &text);
//! When it may be forgotten that something deleted was written: until then its device has sent it again, or is signed out.
Time rememberedUntil(const Context &ctx);

//! The first page of a post's comments, or the one behind that number.
protocol::cmd::CommentList commentPage(Context &ctx, AccountId viewer, qint64 post, qint64 behind);

//! A place as the opaque text that goes to clients, and back; nullopt for a text that is none.
QString textOf(const PostPlace &place);
std::optional<PostPlace> placeFrom(const QString &text);

} // namespace jjak::app::lounge
