// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/lounge_values.h"
#include "common/protocol/spec.h"
#include "common/protocol/table_values.h"

//! What one may do in the lounge. Who has no name there yet can read and like, not write.
namespace jjak::protocol::cmd {

struct OwnProfile {
    std::optional<Profile> profile;
    static constexpr std::string_view title = "OwnProfile";
    static constexpr auto fields(auto each) { return each(field("profile", &OwnProfile::profile, "Absent: one has no name in the lounge yet.")); }
};

struct LookAtProfile {
    using Reply = OwnProfile;
    static constexpr Spec spec{"lounge.profile", Access::SignedIn, Route::Read, Family::Read, "Who one is in the lounge oneself."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Introduce {
    using Reply = Empty;
    Profile profile;
    static constexpr Spec spec{"lounge.introduce", Access::SignedIn, Route::Write, Family::Safety, "Takes a name in the lounge, or changes what is known of oneself there; what was written before bears the new name too."};
    static constexpr auto fields(auto each) { return each(field("profile", &Introduce::profile, "All of it.")); }
};

struct AuthorReply {
    Profile profile;
    static constexpr std::string_view title = "AuthorReply";
    static constexpr auto fields(auto each) { return each(field("profile", &AuthorReply::profile, "What everybody in the lounge may see of them; `ranked` is always false.")); }
};

struct LookUpAuthor {
    using Reply = AuthorReply;
    PersonaId author;
    static constexpr Spec spec{"lounge.author", Access::SignedIn, Route::Read, Family::Read, "Who somebody is in the lounge."};
    static constexpr auto fields(auto each) { return each(field("author", &LookUpAuthor::author, "Of a post or comment.")); }
};

struct PostList {
    QList<Post> posts;
    std::optional<QString> next;
    QString newest;
    static constexpr std::string_view title = "PostList";
    static constexpr auto fields(auto each)
    {
        return each(field("posts", &PostList::posts, "With the beginnings of their texts.", Rule::upTo(limits::postsPage)),
                          field("next", &PostList::next, "Where the next page goes on; absent: that was all.", Rule::line(1, 64)),
                          field("newest", &PostList::newest, "For `lounge.news`: up to where everything is known now.", Rule::line(1, 64)));
    }
};

struct ListPosts {
    using Reply = PostList;
    Feed feed = Feed::New;
    std::optional<QString> tag;
    std::optional<PersonaId> author;
    std::optional<QString> after;
    static constexpr Spec spec{"lounge.posts", Access::SignedIn, Route::Read, Family::Read, "A page of posts."};
    static constexpr auto fields(auto each)
    {
        return each(field("feed", &ListPosts::feed, "Which ones, and in which order."), field("tag", &ListPosts::tag, "Only posts of this tag; of the feed `new` alone.", Rule::line(1, limits::tagCodePoints)),
                          field("author", &ListPosts::author, "Only posts of this person; of the feed `new` alone, without a tag."),
                          field("after", &ListPosts::after, "`next` of the page before.", Rule::line(1, 64)));
    }
};

struct FindPosts {
    using Reply = PostList;
    QString text;
    std::optional<QString> after;
    static constexpr Spec spec{"lounge.find", Access::SignedIn, Route::Read, Family::Search, "Posts with that in title, text or tags, the latest first. A page may be empty and still have `next`."};
    static constexpr auto fields(auto each)
    {
        return each(field("text", &FindPosts::text, "What to look for, also within words; case does not matter.", Rule::line(1, limits::searchCodePoints)),
                          field("after", &FindPosts::after, "`next` of the page before.", Rule::line(1, 64)));
    }
};

struct News {
    int posts = 0;
    static constexpr std::string_view title = "News";
    static constexpr auto fields(auto each) { return each(field("posts", &News::posts, "How many there are, counted to 99.", Rule::range(0, 99))); }
};

struct CountNews {
    using Reply = News;
    QString since;
    static constexpr Spec spec{"lounge.news", Access::SignedIn, Route::Read, Family::Read, "How many posts by others came since a page was asked for."};
    static constexpr auto fields(auto each) { return each(field("since", &CountNews::since, "`newest` of that page.", Rule::line(1, 64))); }
};

struct CommentList {
    QList<Comment> comments;
    std::optional<QString> next;
    static constexpr std::string_view title = "CommentList";
    static constexpr auto fields(auto each)
    {
        return each(field("comments", &CommentList::comments, "The oldest first.", Rule::upTo(limits::commentsPage)), field("next", &CommentList::next, "Where the next page goes on; absent: that was all.", Rule::line(1, 64)));
    }
    bool operator==(const CommentList &) const = default;
};

struct OpenedPost {
    Post post;
    CommentList comments;
    std::optional<Table> table = std::nullopt;
    static constexpr std::string_view title = "OpenedPost";
    static constexpr auto fields(auto each)
    {
        return each(field("post", &OpenedPost::post, "All of it."), field("comments", &OpenedPost::comments, "The first page."), field("table", &OpenedPost::table, "The table it offers, unless that has ended."));
    }
};

struct OpenPost {
    using Reply = OpenedPost;
    PostId post;
    static constexpr Spec spec{"lounge.open", Access::SignedIn, Route::Read, Family::Read, "A post with its first comments."};
    static constexpr auto fields(auto each) { return each(field("post", &OpenPost::post, "Which one.")); }
};

struct ViewPost {
    using Reply = Empty;
    PostId post;
    static constexpr Spec spec{"lounge.view", Access::SignedIn, Route::Write, Family::Read, "Counts that one has opened a post; each person once a day, the author never."};
    static constexpr auto fields(auto each) { return each(field("post", &ViewPost::post, "Which one.")); }
};

struct ListComments {
    using Reply = CommentList;
    PostId post;
    std::optional<QString> after;
    static constexpr Spec spec{"lounge.comments", Access::SignedIn, Route::Read, Family::Read, "A page of a post's comments."};
    static constexpr auto fields(auto each) { return each(field("post", &ListComments::post, "Of which post."), field("after", &ListComments::after, "`next` of the page before.", Rule::line(1, 64))); }
};

struct Written {
    PostId post;
    static constexpr std::string_view title = "Written";
    static constexpr auto fields(auto each) { return each(field("post", &Written::post, "Its id.")); }
};

struct WritePost {
    using Reply = Written;
    ClientId cid;
    QString heading;
    QString text;
    QList<QString> tags;
    std::optional<QList<UploadId>> pictures = std::nullopt;
    static constexpr Spec spec{"lounge.write", Access::SignedIn, Route::Write, Family::Safety, "Writes a post."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &WritePost::cid, "The same for every repetition of this post."), field("title", &WritePost::heading, "Its title.", Rule::line(1, limits::postTitleCodePoints)),
                          field("text", &WritePost::text, "Its text, in a subset of Markdown.", Rule::text(0, limits::postCodePoints)),
                          field("tags", &WritePost::tags, "Letters, digits, `-` and `_`; case does not matter.", Rule::upTo(limits::postTags)),
                          field("pictures", &WritePost::pictures, "Pictures of one's own that no post has yet, in their order: see `picture.offer`.", Rule::upTo(limits::postPictures)));
    }
};

struct EditPost {
    using Reply = Empty;
    PostId post;
    QString heading;
    QString text;
    QList<QString> tags;
    std::optional<QList<UploadId>> pictures = std::nullopt;
    static constexpr Spec spec{"lounge.edit", Access::SignedIn, Route::Write, Family::Safety, "Changes one's own post. What it said before is gone."};
    static constexpr auto fields(auto each)
    {
        return each(field("post", &EditPost::post, "Which one."), field("title", &EditPost::heading, "Its title.", Rule::line(1, limits::postTitleCodePoints)),
                          field("text", &EditPost::text, "Its text.", Rule::text(0, limits::postCodePoints)), field("tags", &EditPost::tags, "All of them.", Rule::upTo(limits::postTags)),
                          field("pictures", &EditPost::pictures, "All of them: those it has and new ones; what is left out is gone. Absent: as they are.", Rule::upTo(limits::postPictures)));
    }
};

struct ErasePost {
    using Reply = Empty;
    PostId post;
    static constexpr Spec spec{"lounge.erase", Access::SignedIn, Route::Write, Family::Safety, "Deletes one's own post with all its comments; moderators may delete anybody's. Of one that is gone: ok."};
    static constexpr auto fields(auto each) { return each(field("post", &ErasePost::post, "Which one.")); }
};

struct LikePost {
    using Reply = Empty;
    PostId post;
    bool on = true;
    static constexpr Spec spec{"lounge.like", Access::SignedIn, Route::Write, Family::Send, "Likes a post of somebody else, or does no more."};
    static constexpr auto fields(auto each) { return each(field("post", &LikePost::post, "Which one."), field("on", &LikePost::on, "false: no more.")); }
};

struct Commented {
    CommentId comment;
    static constexpr std::string_view title = "Commented";
    static constexpr auto fields(auto each) { return each(field("comment", &Commented::comment, "Its id.")); }
};

struct WriteComment {
    using Reply = Commented;
    ClientId cid;
    PostId post;
    QString text;
    static constexpr Spec spec{"lounge.comment", Access::SignedIn, Route::Write, Family::Send, "Comments on a post."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &WriteComment::cid, "The same for every repetition of this comment."), field("post", &WriteComment::post, "Which one."),
                          field("text", &WriteComment::text, "What to say.", Rule::text(1, limits::commentCodePoints)));
    }
};

struct EditComment {
    using Reply = Empty;
    CommentId comment;
    QString text;
    static constexpr Spec spec{"lounge.edit_comment", Access::SignedIn, Route::Write, Family::Send, "Changes one's own comment. What it said before is gone."};
    static constexpr auto fields(auto each) { return each(field("comment", &EditComment::comment, "Which one."), field("text", &EditComment::text, "What to say instead.", Rule::text(1, limits::commentCodePoints))); }
};

struct EraseComment {
    using Reply = Empty;
    CommentId comment;
    static constexpr Spec spec{"lounge.erase_comment", Access::SignedIn, Route::Write, Family::Safety, "Deletes one's own comment; the post's author and moderators may delete anybody's. Of one that is gone: ok."};
    static constexpr auto fields(auto each) { return each(field("comment", &EraseComment::comment, "Which one.")); }
};

struct LikeComment {
    using Reply = Empty;
    CommentId comment;
    bool on = true;
    static constexpr Spec spec{"lounge.like_comment", Access::SignedIn, Route::Write, Family::Send, "Likes a comment of somebody else, or does no more."};
    static constexpr auto fields(auto each) { return each(field("comment", &LikeComment::comment, "Which one."), field("on", &LikeComment::on, "false: no more.")); }
};

struct Board {
    QList<Trend> tags;
    QList<Post> popular;
    QList<Post> read;
    QList<Host> hosts = {};
    static constexpr std::string_view title = "Board";
    static constexpr auto fields(auto each)
    {
        return each(field("tags", &Board::tags, "Those of most people in 24 h.", Rule::upTo(limits::boardLength)),
                          field("popular", &Board::popular, "The first of the feed `today`, or of `week` when that has too few; without texts.", Rule::upTo(limits::boardLength)),
                          field("read", &Board::read, "The most read of the last seven days whose authors want to stand there; without texts.", Rule::upTo(limits::boardLength)),
                          field("hosts", &Board::hosts, "Hosts of tables whom most different guests thanked in the last seven days, and who want to stand there.", Rule::upTo(limits::boardLength)));
    }
};

struct LookAtBoard {
    using Reply = Board;
    static constexpr Spec spec{"lounge.board", Access::SignedIn, Route::Read, Family::Read, "What stands beside the posts: trends, popular posts, the ranking of the week."};
    static constexpr auto fields(auto each) { return each(); }
};

} // namespace jjak::protocol::cmd
