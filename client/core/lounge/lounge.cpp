// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/lounge.h"

#include "client/core/lounge/lounge_ask.h"
#include "client/core/lounge/lounge_checks.h"
#include "client/core/lounge/tags.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

template <class T, class W>
T withWish(T item, const W &wish)
{
    if (item.liked != wish.on) {
        item.liked = wish.on;
        item.likes = std::max(0, item.likes + (wish.on ? 1 : -1));
    }
    return item;
}

template <class W>
void dropSettled(W &wishes)
{
    for (auto it = wishes.begin(); it != wishes.end();)
        it = it->settled ? wishes.erase(it) : std::next(it);
}

} // namespace

Lounge::Lounge(Link &link, Requests &requests, Rng &rng, Uploads &uploads, Pictures &pictures, QObject *parent)
    : QObject(parent), m_link(link), m_requests(requests), m_rng(rng), m_uploads(uploads), m_pictures(pictures), m_tray(uploads, pictures, rng)
{
    connect(&m_tray, &PictureTray::changed, this, &Lounge::takePictures);
}

void Lounge::missed(const Error &error, PostId about)
{
    if (error.code == ErrorCode::PostNotFound && !about.isNull())
        gone(about);
}

void Lounge::gone(PostId post)
{
    for (const UploadId picture : m_picturesOf.take(post))
        m_pictures.drop(picture);
    Q_EMIT postGone(post);
}

//! When no answer is on its way that may be of before, the server's word is enough.
void Lounge::settle()
{
    if (m_reading > 0)
        return;
    dropSettled(m_likes);
    dropSettled(m_commentLikes);
}

// --- oneself --------------------------------------------------------------------------------------------------------

void Lounge::takeProfile(const std::optional<Profile> &profile)
{
    const bool same = std::exchange(m_profileKnown, true) && m_profile == profile;
    m_profile = profile;
    if (!same)
        Q_EMIT profileChanged();
}

void Lounge::askForProfile(Answer<Done> done)
{
    ask(cmd::LookAtProfile{}, done, [this, now = m_introduced](const cmd::OwnProfile &reply) {
        if (now == m_introduced)
            takeProfile(reply.profile);
        return Done();
    });
}

//! Asked until it is known, unlike askForProfile(), because nobody else would ask again.
void Lounge::becomeReady()
{
    m_tray.resume();
    Q_EMIT ready();
    if (std::exchange(m_askingProfile, true))
        return;
    m_requests.add(cmd::LookAtProfile{}, {}, [this, now = m_introduced, round = m_round](const Result<cmd::OwnProfile> &reply) {
        if (round != m_round)
            return;
        m_askingProfile = false;
        if (reply && now == m_introduced)
            takeProfile(reply->profile);
    });
}

void Lounge::introduce(const Profile &wanted, Answer<Done> done)
{
    const Profile profile = tidied(wanted);
    if (refused<cmd::Introduce>(wrongProfile(profile), done))
        return;
    // Answers that were asked for before may tell the old one, and of several wishes only the latest is true.
    const auto answered = [this, profile, now = ++m_introduced, round = m_round, done](const Result<Done> &result) {
        if (result && now == m_introduced && round == m_round) {
            ++m_introduced;
            takeProfile(profile);
            Q_EMIT postsChanged();
        }
        answer<cmd::Introduce, Done>(done, result);
    };
    tell(cmd::Introduce{profile}, u"lounge introduce"_s, Answer<Done>(answered), [](const cmd::Empty &) { return Done(); });
}

void Lounge::lookUp(PersonaId author, Answer<Profile> done)
{
    ask(cmd::LookUpAuthor{author}, done, [](const cmd::AuthorReply &reply) { return reply.profile; });
}

// --- reading --------------------------------------------------------------------------------------------------------

//! Those that it has no more leave this computer.
void Lounge::rememberPictures(const Post &post)
{
    QList<UploadId> now;
    for (const Picture &picture : post.pictures)
        now.append(picture.upload);
    const QList<UploadId> before = m_picturesOf.take(post.post);
    for (const UploadId picture : before)
        if (!now.contains(picture))
            m_pictures.drop(picture);
    if (!now.isEmpty())
        m_picturesOf.insert(post.post, now);
}

Post Lounge::shown(Post post)
{
    rememberPictures(post);
    const auto wish = m_likes.constFind(post.post);
    return wish == m_likes.cend() ? post : withWish(std::move(post), *wish);
}

cmd::PostList Lounge::shown(cmd::PostList page)
{
    for (Post &post : page.posts)
        post = shown(std::move(post));
    return page;
}

cmd::CommentList Lounge::shown(cmd::CommentList page, PostId post)
{
    for (Comment &comment : page.comments) {
        m_postOf.insert(comment.comment, post);
        if (const auto wish = m_commentLikes.constFind(comment.comment); wish != m_commentLikes.cend())
            comment = withWish(std::move(comment), *wish);
    }
    return page;
}

void Lounge::list(const cmd::ListPosts &wanted, Answer<cmd::PostList> done)
{
    cmd::ListPosts command = wanted;
    if (command.tag)
        command.tag = tagFrom(*command.tag);
    if (refused<cmd::ListPosts>(command.tag ? wrongText(*command.tag, Rule::line(1, limits::tagCodePoints), u"args.tag"_s) : std::nullopt, done))
        return;
    ask(command, done, [this](const cmd::PostList &page) { return shown(page); });
}

void Lounge::find(const cmd::FindPosts &wanted, Answer<cmd::PostList> done)
{
    if (refused<cmd::FindPosts>(wrongText(wanted.text, Rule::line(1, limits::searchCodePoints), u"args.text"_s), done))
        return;
    ask(wanted, done, [this](const cmd::PostList &page) { return shown(page); });
}

void Lounge::countNews(const QString &since, Answer<int> done)
{
    ask(cmd::CountNews{since}, done, [](const cmd::News &news) { return news.posts; });
}

void Lounge::lookAtBoard(Answer<cmd::Board> done)
{
    ask(cmd::LookAtBoard{}, done, [this](cmd::Board board) {
        for (QList<Post> *posts : {&board.popular, &board.read})
            for (Post &post : *posts)
                post = shown(std::move(post));
        return board;
    });
}

void Lounge::open(PostId post, Answer<cmd::OpenedPost> done)
{
    const auto opened = [this, post](const cmd::OpenedPost &reply) {
        if (!reply.post.mine)
            m_link.send(cmd::ViewPost{post}, [](const Result<cmd::Empty> &) {}); // a view that is lost is not worth more
        return cmd::OpenedPost{shown(reply.post), shown(reply.comments, post), reply.table};
    };
    ask(cmd::OpenPost{post}, done, opened, post);
}

void Lounge::look(PostId post, Answer<Post> done)
{
    ask(cmd::OpenPost{post}, done, [this](const cmd::OpenedPost &reply) { return shown(reply.post); }, post);
}

void Lounge::listComments(PostId post, const QString &after, Answer<cmd::CommentList> done)
{
    ask(cmd::ListComments{post, after.isEmpty() ? std::nullopt : std::optional(after)}, done, [this, post](const cmd::CommentList &page) { return shown(page, post); }, post);
}

// --- here -----------------------------------------------------------------------------------------------------------

void Lounge::setDraft(const PostDraft &draft)
{
    m_tray.keepOnly(draft.pictures);
    PostDraft wanted = draft;
    wanted.pictures = m_tray.pictures();
    if (m_draft.draft == wanted)
        return;
    m_draft = {wanted, {}};
    Q_EMIT draftChanged(m_draft);
}

//! The tray has others: so has the draft.
void Lounge::takePictures()
{
    PostDraft draft = m_draft.draft;
    draft.pictures = m_tray.pictures();
    setDraft(draft);
}

void Lounge::restoreDraft(const KeptPostDraft &kept)
{
    m_draft = kept;
    m_tray.begin(kept.draft.pictures, false);
}

std::unique_ptr<PictureTray> Lounge::makeTray()
{
    auto tray = std::make_unique<PictureTray>(m_uploads, m_pictures, m_rng);
    connect(this, &Lounge::ready, tray.get(), &PictureTray::resume);
    connect(this, &Lounge::forgotten, tray.get(), &PictureTray::forget);
    return tray;
}

void Lounge::forget()
{
    ++m_round;
    m_likes.clear();
    m_commentLikes.clear();
    m_postOf.clear();
    m_picturesOf.clear();
    m_draft = {};
    m_tray.forget(); // after the draft: the one on the disk is for the next time
    m_askingProfile = false;
    const bool known = std::exchange(m_profileKnown, false);
    m_profile.reset();
    if (known)
        Q_EMIT profileChanged();
    Q_EMIT forgotten();
}

} // namespace jjak::client
