// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <limits>

#include "common/protocol/lounge_values.h"
#include "server/domain/lounge/deed.h"
#include "server/domain/rooms/needle.h"

namespace jjak::app {

//! Who somebody is in the lounge.
struct PersonaRow {
    AccountId account;
    PersonaId id;
    QString folded; //!< the form in which names are unique there
    protocol::Profile profile;
};

class PersonaStore {
public:
    virtual ~PersonaStore() = default;
    virtual std::optional<PersonaRow> of(AccountId account) = 0;
    virtual std::optional<PersonaRow> find(PersonaId id) = 0;
    //! Inserts or replaces what the account had; `ranked` of posts and of hosts with it. false: the name is another's, and nothing was changed.
    virtual bool save(const PersonaRow &row) = 0;
};

//! A post as it is stored.
struct PostRow {
    qint64 number = 0; //!< the later post has the greater one, and no number is used twice
    PostId id;
    AccountId author;
    ClientId cid;
    QString heading, text;
    QStringList tags;
    Time at;
    std::optional<Time> edited;
    int likes = 0, comments = 0, views = 0;
    int people = 0; //!< who count for the formula
    int reads = 0;  //!< views of the last seven days that count
    bool ranked = false;
    std::optional<qint64> dayRank, weekRank; //!< nullopt: too old for that list
};

class PostStore {
public:
    virtual ~PostStore() = default;
    virtual std::optional<PostRow> find(PostId id) = 0;
    virtual std::optional<PostId> byClientId(AccountId author, ClientId cid) = 0; //!< also of one that was deleted
    virtual qint64 insert(const PostRow &row) = 0;                               //!< gives it its number; that of the row is not looked at
    virtual void edit(const PostRow &row) = 0;                                   //!< heading, text, tags, edited
    //! Nobody sees it any more. What hangs on it goes with it, or, when that is much, by removeErased(). That it was written is
    //! remembered until then.
    virtual void remove(const PostRow &row, Time until) = 0;
    //! Of a post that was removed and is not gone yet takes away so many rows at most; the post itself with the last.
    virtual void removeErased(int rows) = 0;
    virtual domain::Deed deed(qint64 post, AccountId account) = 0; //!< nothing, for who did nothing
    virtual void setDeed(qint64 post, AccountId account, const domain::Deed &deed) = 0;
    virtual void setCounts(const PostRow &row) = 0; //!< likes, comments, people and both ranks
};

//! A comment as it is stored, and whose post it is of.
struct CommentRow {
    qint64 number = 0;
    CommentId id;
    qint64 post = 0;
    PostId postId;
    AccountId postAuthor;
    AccountId author;
    ClientId cid;
    QString text;
    Time at;
    std::optional<Time> edited;
    int likes = 0;
};

//! A comment, and its number for the next page.
struct SeenComment {
    qint64 number = 0;
    protocol::Comment comment;
};

class CommentStore {
public:
    virtual ~CommentStore() = default;
    virtual std::optional<CommentRow> find(CommentId id) = 0;
    virtual std::optional<CommentId> byClientId(AccountId author, ClientId cid) = 0; //!< also of one that was deleted
    virtual qint64 insert(const CommentRow &row) = 0;                               //!< gives it its number
    virtual void edit(const CommentRow &row) = 0;                                   //!< text, edited
    virtual void remove(const CommentRow &row, Time until) = 0;
    virtual bool like(qint64 comment, AccountId account, bool on) = 0; //!< false: it was so already
    //! Behind that number, the oldest first, without those of who is blocked either way.
    virtual QList<SeenComment> page(qint64 post, AccountId viewer, qint64 behind, int limit) = 0;
};

//! In which order posts are listed; the greatest first.
enum class PostOrder { Number, Author, Tag, Day, Week, Liked, Reads };

//! Where a post stands in such an order.
struct PostPlace {
    qint64 order = 0; //!< rank, reads or moment of the like; 0 where the number alone decides
    qint64 number = 0;
    auto operator<=>(const PostPlace &) const = default;
};

//! Which posts somebody wants to see.
struct PostQuery {
    PostOrder order = PostOrder::Number;
    AccountId viewer;
    PostPlace behind{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
    int limit = 0;
    QString tag = {};
    AccountId author = {};
    Time since = {}; //!< for Day and Week: only what is younger
};

//! Posts that were looked at, from new to old.
struct PostStretch {
    QList<qint64> hits; //!< numbers
    int looks = 0;
    qint64 reached = 0; //!< what is left has smaller numbers
};

//! Posts as people see them: without those of who is blocked either way.
class FeedStore {
public:
    virtual ~FeedStore() = default;
    virtual QList<PostPlace> page(const PostQuery &query) = 0;
    //! The post with so many code points of its text at most.
    virtual std::optional<protocol::Post> seen(qint64 number, AccountId viewer, int letters) = 0;
    virtual qint64 newest() = 0;                                         //!< the greatest number; 0: no post
    virtual int countAfter(qint64 number, AccountId viewer, int most) = 0; //!< by others
    //! Goes on below a number until it has looked often enough or found so many.
    virtual PostStretch look(AccountId viewer, qint64 below, int looks, int hits, domain::Needle &needle) = 0;
};

//! What counts for some time only: who read a post, who wrote under a tag.
class PulseStore {
public:
    virtual ~PulseStore() = default;
    //! false: on this day (since 1970) they did already.
    virtual bool view(qint64 post, AccountId account, qint64 day, bool counts) = 0;
    virtual void wrote(const QStringList &tags, AccountId account, qint64 post, std::optional<qint64> comment, Time at) = 0;
    virtual QList<protocol::Trend> trends(int limit) = 0;
    //! Takes off what is too old at that moment, so much of each kind at most.
    virtual void forget(Time now, int limit) = 0;
};

} // namespace jjak::app
