// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/lounge_ask.h"
#include "client/core/lounge/lounge_checks.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

//! A request of this key replaces earlier ones about the same, so that the latest wish wins.
template <class Id>
QString keyOf(const char *what, Id id)
{
    return u"lounge %1 %2"_s.arg(QString::fromLatin1(what), QString::fromLatin1(id.toText()));
}

QList<UploadId> namesOf(const QList<Picture> &pictures)
{
    QList<UploadId> out;
    for (const Picture &picture : pictures)
        out.append(picture.upload);
    return out;
}

} // namespace

void Lounge::write(const PostDraft &draft, Answer<PostId> done)
{
    const PostDraft post = tidied(draft);
    if (refused<cmd::WritePost>(wrongPost(post), done))
        return;
    // Until the server has it, it is kept, with its id: who writes the same after a crash has written it once.
    if (m_draft.draft.isEmpty())
        setDraft(draft);
    const bool kept = m_draft.draft == draft;
    const ClientId cid = kept && m_draft.cid ? *m_draft.cid : ClientId::random(m_rng);
    if (kept && !m_draft.cid) {
        m_draft.cid = cid;
        Q_EMIT draftChanged(m_draft);
    }
    cmd::WritePost command{cid, post.title, post.text, post.tags};
    if (!post.pictures.isEmpty())
        command.pictures = namesOf(post.pictures);
    tell(command, {}, done, [this, cid](const cmd::Written &reply) {
        if (m_draft.cid == cid)
            setDraft({});
        Q_EMIT postWritten(reply.post);
        Q_EMIT postsChanged();
        return reply.post;
    });
}

void Lounge::edit(PostId id, const PostDraft &draft, Answer<Done> done, Editing what)
{
    const PostDraft post = tidied(draft);
    if (refused<cmd::EditPost>(wrongPost(post), done))
        return;
    cmd::EditPost command{id, post.title, post.text, post.tags};
    if (what == Editing::AlsoPictures)
        command.pictures = namesOf(post.pictures);
    tell(command, keyOf("edit", id), done, [this, id](const cmd::Empty &) {
        Q_EMIT postChanged(id);
        Q_EMIT postsChanged();
        return Done();
    }, id);
}

void Lounge::erase(PostId post, Answer<Done> done)
{
    tell(cmd::ErasePost{post}, {}, done, [this, post](const cmd::Empty &) {
        gone(post);
        Q_EMIT postsChanged();
        return Done();
    }, post);
}

//! Shown at once; when the latest wish is refused, as it was before.
template <class C, class Id>
void Lounge::wish(const C &command, Id id, Wishes<Id> &wishes, void (Lounge::*liked)(Id, bool), const Answer<Done> &done, PostId post)
{
    const auto old = wishes.constFind(id);
    const bool before = old == wishes.cend() ? !command.on : old->settled ? old->on : old->before;
    const int number = ++m_wishes;
    wishes.insert(id, {command.on, before, number, false});
    Q_EMIT(this->*liked)(id, command.on);
    const auto answered = [this, id, number, &wishes, liked, done, post](const Result<Done> &result) {
        const auto it = wishes.find(id);
        if (it != wishes.end() && it->number == number) {
            if (result) {
                it->settled = true;
                settle();
            } else {
                const bool was = it->before;
                wishes.erase(it);
                Q_EMIT(this->*liked)(id, was);
                if (!post.isNull() && result.error().code != ErrorCode::PostNotFound)
                    Q_EMIT postChanged(post);
            }
        }
        answer<C, Done>(done, result);
    };
    tell(command, keyOf("like", id), Answer<Done>(answered), [](const cmd::Empty &) { return Done(); }, post);
}

void Lounge::like(PostId post, bool on, Answer<Done> done)
{
    wish(cmd::LikePost{post, on}, post, m_likes, &Lounge::postLiked, done, post);
}

void Lounge::likeComment(CommentId comment, bool on, Answer<Done> done)
{
    wish(cmd::LikeComment{comment, on}, comment, m_commentLikes, &Lounge::commentLiked, done, PostId());
}

void Lounge::comment(PostId post, const QString &text, Answer<CommentId> done)
{
    if (refused<cmd::WriteComment>(wrongText(text, Rule::text(1, limits::commentCodePoints), u"args.text"_s), done))
        return;
    tell(cmd::WriteComment{ClientId::random(m_rng), post, text}, {}, done, [this, post](const cmd::Commented &reply) {
        m_postOf.insert(reply.comment, post);
        Q_EMIT postChanged(post);
        return reply.comment;
    }, post);
}

void Lounge::editComment(CommentId comment, const QString &text, Answer<Done> done)
{
    if (refused<cmd::EditComment>(wrongText(text, Rule::text(1, limits::commentCodePoints), u"args.text"_s), done))
        return;
    tell(cmd::EditComment{comment, text}, keyOf("words", comment), done, [](const cmd::Empty &) { return Done(); });
}

void Lounge::eraseComment(CommentId comment, Answer<Done> done)
{
    tell(cmd::EraseComment{comment}, {}, done, [this, comment](const cmd::Empty &) {
        if (const PostId post = m_postOf.take(comment); !post.isNull())
            Q_EMIT postChanged(post);
        return Done();
    });
}

void Lounge::block(PostId post, std::optional<CommentId> comment, Answer<BlockId> done)
{
    cmd::Block command;
    if (comment)
        command.comment = comment;
    else
        command.post = post;
    tell(command, {}, done, [this, post, comment](const cmd::Blocked &reply) {
        Q_EMIT authorBlocked(post, comment);
        Q_EMIT postsChanged();
        return reply.block;
    }, comment ? PostId() : post);
}

void Lounge::report(PostId post, std::optional<CommentId> comment, ReportReason reason, const QString &note, bool alsoBlock, Answer<Done> done)
{
    cmd::Report command;
    command.cid = ClientId::random(m_rng);
    command.reason = reason;
    command.note = note;
    command.block = alsoBlock;
    if (comment)
        command.comment = comment;
    else
        command.post = post;
    tell(command, {}, done, [this, post, comment, alsoBlock](const cmd::Reported &) {
        if (alsoBlock) {
            Q_EMIT authorBlocked(post, comment);
            Q_EMIT postsChanged();
        }
        return Done();
    }, comment ? PostId() : post);
}

} // namespace jjak::client
