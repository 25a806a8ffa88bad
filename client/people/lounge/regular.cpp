// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/lounge/regular.h"

#include <algorithm>

#include "client/core/lounge/lounge.h"
#include "client/people/lounge/lounge_lines.h"

namespace jjak::people {

using namespace protocol;
using client::ConnectionState;
using client::Session;

namespace {

constexpr int enoughComments = 6; //!< who already has so many needs none of a demo person
constexpr Duration writesEvery = 24h;

} // namespace

Regular::Regular(Session &session, int number, Speech speech, Rng &rng, QObject *parent) : QObject(parent), m_session(session), m_number(number), m_speech(speech), m_rng(rng)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Regular::goOn);
    connect(&m_session, &Session::synced, this, [this] { later(500ms, 6s); });
}

void Regular::later(Duration from, Duration to)
{
    m_next.start(from + Duration(qint64(m_rng.below(std::uint64_t((to - from).count()) + 1))));
}

//! One thing after the other; what fails is tried again later, and without a connection synced() begins anew.
void Regular::goOn()
{
    auto &lounge = m_session.lounge();
    if (m_session.connectionState() != ConnectionState::Ready)
        return;
    if (!lounge.isProfileKnown())
        return lounge.askForProfile([this](const Result<> &) { later(200ms, 2s); });
    if (!lounge.profile())
        return introduce();
    if (m_wrote == Time() || m_session.serverNow() - m_wrote > writesEvery)
        return lookAtOwn();
    lookAround();
}

void Regular::introduce()
{
    Profile profile;
    profile.name = loungeName(m_number, m_taken, m_speech);
    profile.languages = {m_speech == Speech::Korean ? QStringLiteral("ko") : QStringLiteral("en")};
    m_session.lounge().introduce(profile, [this](const Result<> &result) {
        if (!result && result.error().code == ErrorCode::AccountNameTaken)
            ++m_taken;
        later(200ms, 2s);
    });
}

void Regular::lookAtOwn()
{
    m_session.lounge().list({Feed::Written, {}, {}, {}}, [this](const Result<cmd::PostList> &own) {
        if (!own)
            return later(10s, 30s);
        const Time latest = own->posts.isEmpty() ? Time() : own->posts.first().at;
        if (!own->posts.isEmpty() && m_session.serverNow() - latest <= writesEvery) {
            m_wrote = latest;
            return later(2s, 10s);
        }
        m_session.lounge().write(loungePost(m_number, int(own->posts.size()), m_speech), [this](const Result<PostId> &written) {
            if (written)
                m_wrote = m_session.serverNow();
            later(5s, 20s);
        });
    });
}

void Regular::lookAround()
{
    m_session.lounge().list({Feed::New, {}, {}, {}}, [this](const Result<cmd::PostList> &list) {
        later(20s, 90s);
        if (!list)
            return;
        std::vector<Post> others;
        std::ranges::copy_if(list->posts, std::back_inserter(others), [](const Post &post) { return !post.mine && !post.liked; });
        if (!others.empty())
            visit(others[m_rng.below(others.size())]);
    });
}

//! Liked is what was seen, so that every post is visited once. A word is for people only: demo people talking to each other
//! would look like more people than there are.
void Regular::visit(const Post &post)
{
    m_session.lounge().open(post.post, [this](const Result<cmd::OpenedPost> &opened) {
        if (!opened)
            return;
        m_session.lounge().like(opened->post.post, true, [](const Result<> &) {}); // it may be gone
        const auto &comments = opened->comments.comments;
        if (opened->post.demo || comments.size() >= enoughComments || std::ranges::any_of(comments, &Comment::mine) || m_rng.below(2) == 0)
            return;
        const QStringList lines = loungeComments(speechOf(opened->post.text + opened->post.heading));
        m_session.lounge().comment(opened->post.post, lines[qsizetype(m_rng.below(std::uint64_t(lines.size())))], [](const Result<CommentId> &) {});
    });
}

} // namespace jjak::people
