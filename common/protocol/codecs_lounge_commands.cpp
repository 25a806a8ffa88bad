// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/protocol/lounge_commands.h"
#include "common/protocol/value_codecs.h"

// Instantiates: commands about the lounge.
namespace jjak::protocol {

JJAK_INSTANTIATE_CODEC(cmd::OwnProfile);
JJAK_INSTANTIATE_CODEC(cmd::LookAtProfile);
JJAK_INSTANTIATE_CODEC(cmd::Introduce);
JJAK_INSTANTIATE_CODEC(cmd::AuthorReply);
JJAK_INSTANTIATE_CODEC(cmd::LookUpAuthor);
JJAK_INSTANTIATE_CODEC(cmd::PostList);
JJAK_INSTANTIATE_CODEC(cmd::ListPosts);
JJAK_INSTANTIATE_CODEC(cmd::FindPosts);
JJAK_INSTANTIATE_CODEC(cmd::News);
JJAK_INSTANTIATE_CODEC(cmd::CountNews);
JJAK_INSTANTIATE_CODEC(cmd::CommentList);
JJAK_INSTANTIATE_CODEC(cmd::OpenedPost);
JJAK_INSTANTIATE_CODEC(cmd::OpenPost);
JJAK_INSTANTIATE_CODEC(cmd::ViewPost);
JJAK_INSTANTIATE_CODEC(cmd::ListComments);
JJAK_INSTANTIATE_CODEC(cmd::Written);
JJAK_INSTANTIATE_CODEC(cmd::WritePost);
JJAK_INSTANTIATE_CODEC(cmd::EditPost);
JJAK_INSTANTIATE_CODEC(cmd::ErasePost);
JJAK_INSTANTIATE_CODEC(cmd::LikePost);
JJAK_INSTANTIATE_CODEC(cmd::Commented);
JJAK_INSTANTIATE_CODEC(cmd::WriteComment);
JJAK_INSTANTIATE_CODEC(cmd::EditComment);
JJAK_INSTANTIATE_CODEC(cmd::EraseComment);
JJAK_INSTANTIATE_CODEC(cmd::LikeComment);
JJAK_INSTANTIATE_CODEC(cmd::Board);
JJAK_INSTANTIATE_CODEC(cmd::LookAtBoard);

} // namespace jjak::protocol
