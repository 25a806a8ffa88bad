// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/values.h"

//! The values of the lounge: posts, comments, and the name one bears there.
namespace jjak::protocol {

//! What posts are listed by: time; the published formula, over a day or a week; or being one's own, or liked by oneself.
enum class Feed { New, Today, Week, Written, Liked };

JJAK_ENUM(Feed, "new", "today", "week", "written", "liked");

//! Who one is in the lounge, and only there.
struct Profile {
    QString name;
    QString line;
    QList<QString> languages;
    QList<QString> interests;
    bool ranked = false;
    static constexpr std::string_view title = "Profile";
    static constexpr auto fields(auto each)
    {
        return each(field("name", &Profile::name, "The name borne in the lounge: nobody else there has it, and it is not the account's.", Rule::line(1, 64)),
                          field("line", &Profile::line, "A line about oneself.", Rule::line(0, limits::profileLineCodePoints)),
                          field("languages", &Profile::languages, "Codes of the languages one speaks, as `ko`.", Rule::upTo(limits::profileTags)),
                          field("interests", &Profile::interests, "As tags.", Rule::upTo(limits::profileTags)), field("ranked", &Profile::ranked, "One's posts, and oneself as a host of tables, may stand in the rankings of the week."));
    }
    bool operator==(const Profile &) const = default;
};

//! A picture of a post, or one that waits for its post. Its bytes come by `picture.fetch`.
struct Picture {
    UploadId upload;
    Attachment file;
    static constexpr std::string_view title = "Picture";
    static constexpr auto fields(auto each)
    {
        return each(field("upload", &Picture::upload, "The upload it came by; by that it is named."), field("file", &Picture::file, "What it is."));
    }
    bool operator==(const Picture &) const = default;
};

//! A post as one person sees it.
struct Post {
    PostId post;
    PersonaId author;
    QString name;
    bool demo = false;
    bool mine = false;
    QString heading;
    QString text;
    bool whole = true;
    QList<QString> tags;
    Time at;
    std::optional<Time> edited;
    int likes = 0;
    int comments = 0;
    int views = 0;
    bool liked = false;
    QList<Picture> pictures = {};
    static constexpr std::string_view title = "Post";
    static constexpr auto fields(auto each)
    {
        return each(field("post", &Post::post, "Its id."), field("author", &Post::author, "Whose it is: the same for all that person writes in the lounge, and for nothing else."),
                          field("name", &Post::name, "The author's name in the lounge.", Rule::line(0, 64)), field("demo", &Post::demo, "Written by a demo person, not a human."),
                          field("mine", &Post::mine, "Written by oneself."), field("title", &Post::heading, "Its title.", Rule::line(1, limits::postTitleCodePoints)),
                          field("text", &Post::text, "Its text, in a subset of Markdown; in a list only its beginning.", Rule::text(0, limits::postCodePoints)),
                          field("whole", &Post::whole, "Whether that is all of it."), field("tags", &Post::tags, "In the author's order.", Rule::upTo(limits::postTags)),
                          field("at", &Post::at, "When it was written."), field("edited", &Post::edited, "When it was changed last."),
                          field("likes", &Post::likes, "How many like it.", Rule::range(0, 1'000'000'000)), field("comments", &Post::comments, "How many comments it has.", Rule::range(0, 1'000'000'000)),
                          field("views", &Post::views, "How often it was opened, each person once a day.", Rule::range(0, 1'000'000'000)), field("liked", &Post::liked, "By oneself."),
                          field("pictures", &Post::pictures, "In the author's order.", Rule::upTo(limits::postPictures)));
    }
    bool operator==(const Post &) const = default;
};

//! A comment on a post as one person sees it.
struct Comment {
    CommentId comment;
    PersonaId author;
    QString name;
    bool demo = false;
    bool mine = false;
    QString text;
    Time at;
    std::optional<Time> edited;
    int likes = 0;
    bool liked = false;
    static constexpr std::string_view title = "Comment";
    static constexpr auto fields(auto each)
    {
        return each(field("comment", &Comment::comment, "Its id."), field("author", &Comment::author, "Whose it is, as in `Post`."),
                          field("name", &Comment::name, "The author's name in the lounge.", Rule::line(0, 64)), field("demo", &Comment::demo, "Written by a demo person, not a human."),
                          field("mine", &Comment::mine, "Written by oneself."), field("text", &Comment::text, "Its text.", Rule::text(1, limits::commentCodePoints)),
                          field("at", &Comment::at, "When it was written."), field("edited", &Comment::edited, "When it was changed last."),
                          field("likes", &Comment::likes, "How many like it.", Rule::range(0, 1'000'000'000)), field("liked", &Comment::liked, "By oneself."));
    }
    bool operator==(const Comment &) const = default;
};

//! A host of tables in the ranking of the week.
struct Host {
    PersonaId persona;
    QString name;
    bool demo = false;
    int guests = 0;
    static constexpr std::string_view title = "Host";
    static constexpr auto fields(auto each)
    {
        return each(field("persona", &Host::persona, "Who, as in the lounge."), field("name", &Host::name, "The name in the lounge.", Rule::line(0, 64)), field("demo", &Host::demo, "A demo person, not a human."),
                          field("guests", &Host::guests, "How many different guests thanked in seven days.", Rule::range(0, 1'000'000'000)));
    }
    bool operator==(const Host &) const = default;
};

//! A tag of the day.
struct Trend {
    QString tag;
    int people = 0;
    static constexpr std::string_view title = "Trend";
    static constexpr auto fields(auto each)
    {
        return each(field("tag", &Trend::tag, "Without `#`.", Rule::line(1, limits::tagCodePoints)), field("people", &Trend::people, "How many people wrote under it in 24 h.", Rule::range(0, 1'000'000'000)));
    }
    bool operator==(const Trend &) const = default;
};

} // namespace jjak::protocol
