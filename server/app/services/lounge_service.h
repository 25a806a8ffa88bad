// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"

//! The lounge: who one is there, posts, comments, likes, and what is popular. Functions, because nothing is kept between commands.
namespace jjak::app::lounge {

//! How many digests of 8 posts, or 64 letters of texts, one command that searches looks at.
inline constexpr int looksAtMost = 1'000;

Result<protocol::cmd::OwnProfile> profile(Context &ctx, const Identity &who, const protocol::cmd::LookAtProfile &command);
Result<protocol::cmd::Empty> introduce(Context &ctx, const Identity &who, const protocol::cmd::Introduce &command);
Result<protocol::cmd::AuthorReply> author(Context &ctx, const Identity &who, const protocol::cmd::LookUpAuthor &command);
Result<protocol::cmd::PostList> list(Context &ctx, const Identity &who, const protocol::cmd::ListPosts &command);
//! Looks at so much, at most: what is older is for the next page.
Result<protocol::cmd::PostList> find(Context &ctx, const Identity &who, const protocol::cmd::FindPosts &command, int looks = looksAtMost);
Result<protocol::cmd::News> news(Context &ctx, const Identity &who, const protocol::cmd::CountNews &command);
Result<protocol::cmd::OpenedPost> open(Context &ctx, const Identity &who, const protocol::cmd::OpenPost &command);
Result<protocol::cmd::Empty> view(Context &ctx, const Identity &who, const protocol::cmd::ViewPost &command);
Result<protocol::cmd::CommentList> comments(Context &ctx, const Identity &who, const protocol::cmd::ListComments &command);
Result<protocol::cmd::Written> write(Context &ctx, const Identity &who, const protocol::cmd::WritePost &command);
Result<protocol::cmd::Empty> edit(Context &ctx, const Identity &who, const protocol::cmd::EditPost &command);
Result<protocol::cmd::Empty> erase(Context &ctx, const Identity &who, const protocol::cmd::ErasePost &command);
Result<protocol::cmd::Empty> like(Context &ctx, const Identity &who, const protocol::cmd::LikePost &command);
Result<protocol::cmd::Commented> comment(Context &ctx, const Identity &who, const protocol::cmd::WriteComment &command);
Result<protocol::cmd::Empty> editComment(Context &ctx, const Identity &who, const protocol::cmd::EditComment &command);
Result<protocol::cmd::Empty> eraseComment(Context &ctx, const Identity &who, const protocol::cmd::EraseComment &command);
Result<protocol::cmd::Empty> likeComment(Context &ctx, const Identity &who, const protocol::cmd::LikeComment &command);
Result<protocol::cmd::Board> board(Context &ctx, const Identity &who, const protocol::cmd::LookAtBoard &command);
//! Once in a while: forgets views and tags that are too old to count, lets thanks to hosts count no more that are, and
//! takes away what hangs on posts that were deleted.
void sweep(Context &ctx);

} // namespace jjak::app::lounge
