// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/lounge_desk.h"

#include <QFileInfo>
#include <QPointer>

#include "client/core/sentences.h"
#include "client/terminal/app/new_file.h"
#include "client/terminal/app/post_lines.h"
#include "client/terminal/app/table_lines.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using namespace protocol;
using Act = LoungeOrder::Act;

namespace {

std::optional<QString> optional(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

QString titleOf(const LoungeOrder &order)
{
    if (!order.text.isEmpty())
        return translate("term", "Lounge: %1").arg(cleanLine(order.text));
    switch (order.feed) {
    case Feed::Today:
        return translate("term", "Lounge: popular today");
    case Feed::Week:
        return translate("term", "Lounge: popular this week");
    case Feed::Written:
        return translate("term", "Lounge: written by you");
    case Feed::Liked:
        return translate("term", "Lounge: liked by you");
    case Feed::New:
        break;
    }
    return translate("term", "Lounge: new");
}

} // namespace

LoungeDesk::LoungeDesk(client::Session &session, QObject *parent) : QObject(parent), m_session(session), m_lounge(session.lounge())
{
    const auto apply = [](auto &item, bool on) {
        if (std::exchange(item.liked, on) != on)
            item.likes = std::max(0, item.likes + (on ? 1 : -1));
    };
    connect(&m_lounge, &client::Lounge::postLiked, this, [this, apply](PostId id, bool on) {
        for (Post &each : m_posts)
            if (each.post == id)
                apply(each, on);
    });
    connect(&m_lounge, &client::Lounge::commentLiked, this, [this, apply](CommentId id, bool on) {
        for (Comment &each : m_comments)
            if (each.comment == id)
                apply(each, on);
    });
    connect(&m_lounge, &client::Lounge::forgotten, this, &LoungeDesk::forget);
}

void LoungeDesk::forget()
{
    ++m_round;
    m_posts.clear();
    m_comments.clear();
    m_next.clear();
    m_nextComments.clear();
    m_openNumber = 0;
    m_step = Step::None;
    m_editing.reset();
    m_writing = {};
}

void LoungeDesk::complain(const Error &error)
{
    complain(client::sentence(error, m_session.serverNow()));
}

void LoungeDesk::run(const LoungeOrder &order)
{
    switch (order.act) {
    case Act::List:
    case Act::Find:
        return list(order, {}, true);
    case Act::More:
        return more();
    case Act::Board:
        return lookAtBoard();
    case Act::Name:
        return takeName(order.text, {});
    case Act::Me:
        return lookAtMyself();
    case Act::Help:
        return Q_EMIT listed(translate("term", "The lounge"), loungeHelp());
    case Act::Open:
        return open(order.number);
    case Act::MoreComments:
        return moreComments();
    case Act::Save:
        return savePicture(order);
    case Act::Write:
        return write(order);
    case Act::Send:
        return withName([this] { send(m_lounge.draft()); }, u"/post send"_s);
    case Act::Drop:
        return dropDraft();
    case Act::GiveUp:
        return giveUp();
    default:
        return carryOut(order);
    }
}

// --- reading --------------------------------------------------------------------------------------------------------

//! A page of a search tells how far was looked, also when nothing was there.
void LoungeDesk::list(const LoungeOrder &order, const QString &after, bool first)
{
    const auto done = [this, order, after, first, round = ++m_round](const Result<cmd::PostList> &page) {
        if (round != m_round)
            return;
        if (!page)
            return complain(page.error());
        if (page->posts.isEmpty() && page->next && *page->next != after)
            return list(order, *page->next, first);
        showPage(order, *page, first);
    };
    if (order.act == Act::Find)
        m_lounge.find({order.text, optional(after)}, done);
    else
        m_lounge.list({order.feed, optional(order.text), {}, optional(after)}, done);
}

void LoungeDesk::showPage(const LoungeOrder &order, const cmd::PostList &page, bool first)
{
    if (first) {
        m_posts.clear();
        m_openNumber = 0;
    }
    m_query = order;
    m_next = page.next.value_or(QString());
    QStringList lines;
    for (const Post &each : page.posts) {
        const auto known = std::ranges::find(m_posts, each.post, &Post::post);
        if (known != m_posts.end())
            continue; // has moved while one was reading
        m_posts += each;
        lines += postLines(int(m_posts.size()), each, m_session.serverNow());
    }
    if (lines.isEmpty())
        lines += first ? translate("term", "Nothing here yet. /post write begins something.") : translate("term", "There is no more.");
    else
        lines += m_next.isEmpty() ? translate("term", "/post N reads one of them.") : translate("term", "/post N reads one of them, /lounge more lists the next ones.");
    Q_EMIT listed(titleOf(order), lines);
}

void LoungeDesk::more()
{
    if (m_next.isEmpty())
        return complain(m_posts.isEmpty() ? translate("term", "Nothing is listed. /lounge lists the newest posts.") : translate("term", "There is no more."));
    list(m_query, m_next, false);
}

void LoungeDesk::lookAtBoard()
{
    m_lounge.lookAtBoard([this, round = ++m_round](const Result<cmd::Board> &board) {
        if (round != m_round)
            return;
        if (!board)
            return complain(board.error());
        m_posts = board->popular + board->read;
        m_next.clear();
        m_openNumber = 0;
        Q_EMIT listed(translate("term", "Lounge: what is going on"), boardLines(*board, 1, m_session.serverNow()));
    });
}

void LoungeDesk::lookAtMyself()
{
    m_lounge.askForProfile([this](const Result<> &result) {
        if (!result && !m_lounge.isProfileKnown())
            return complain(result.error());
        Q_EMIT listed(translate("term", "You in the lounge"), profileLines(m_lounge.profile()));
    });
}

void LoungeDesk::open(int number)
{
    const auto wanted = post(number);
    if (!wanted)
        return;
    m_lounge.open(wanted->post, [this, number, round = m_round](const Result<cmd::OpenedPost> &opened) {
        if (round != m_round)
            return;
        if (!opened)
            return complain(opened.error());
        const Time now = m_session.serverNow();
        m_posts[number - 1] = opened->post;
        m_openNumber = number;
        m_comments = opened->comments.comments;
        m_nextComments = opened->comments.next.value_or(QString());
        QStringList lines = openPostLines(opened->post, number, now);
        if (!m_comments.isEmpty())
            lines << QString() << commentLines(1, m_comments, now);
        if (opened->table)
            lines << QString() << postTableLines(*opened->table);
        lines << QString() << (m_nextComments.isEmpty() ? translate("term", "/post like %1 likes it, /post comment %1 TEXT comments on it.").arg(number) : translate("term", "There are more comments: /post more"));
        Q_EMIT listed(cleanLine(opened->post.heading), lines);
    });
}

void LoungeDesk::moreComments()
{
    if (m_openNumber == 0)
        return complain(translate("term", "No post is open. /post N opens one."));
    if (m_nextComments.isEmpty())
        return complain(translate("term", "There is no more."));
    const Post about = m_posts[m_openNumber - 1];
    m_lounge.listComments(about.post, m_nextComments, [this, about, after = m_nextComments](const Result<cmd::CommentList> &page) {
        if (m_openNumber == 0 || m_posts[m_openNumber - 1].post != about.post || after != m_nextComments)
            return;
        if (!page)
            return complain(page.error());
        const int first = int(m_comments.size()) + 1;
        m_comments += page->comments;
        m_nextComments = page->next.value_or(QString());
        QStringList lines = commentLines(first, page->comments, m_session.serverNow());
        if (!m_nextComments.isEmpty())
            lines << QString() << translate("term", "There are more comments: /post more");
        Q_EMIT listed(cleanLine(about.heading), lines);
    });
}

void LoungeDesk::savePicture(const LoungeOrder &order)
{
    const auto about = post(order.number);
    if (!about)
        return;
    const int number = std::max(1, order.comment);
    if (number > about->pictures.size())
        return complain(about->pictures.isEmpty() ? translate("term", "Post number %1 has no pictures.").arg(order.number) : translate("term", "There is no picture number %1 in it.").arg(number));
    const QString path = pathFrom(order.text);
    if (QFileInfo::exists(path))
        return complain(translate("term", "%1 is there already; choose another name.").arg(cleanLine(path)));
    m_lounge.pictures().fetch(about->pictures[number - 1], false, [self = QPointer<LoungeDesk>(this), path](const Result<QByteArray> &bytes) {
        if (!self)
            return;
        if (!bytes)
            return self->complain(bytes.error());
        if (writeNew(path, *bytes))
            self->say(translate("term", "Saved as %1.").arg(cleanLine(path)));
        else
            self->complain(translate("term", "%1 cannot be written.").arg(cleanLine(path)));
    });
}

// --- about one ------------------------------------------------------------------------------------------------------

const Post *LoungeDesk::listedPost(int number) const
{
    const int wanted = number > 0 ? number : m_openNumber;
    return wanted >= 1 && wanted <= m_posts.size() ? &m_posts[wanted - 1] : nullptr;
}

std::optional<Post> LoungeDesk::post(int number)
{
    if (number >= 1 && number <= m_posts.size())
        return m_posts[number - 1];
    complain(translate("term", "There is no post number %1. /lounge lists them.").arg(number));
    return std::nullopt;
}

std::optional<Comment> LoungeDesk::comment(int number, int comment)
{
    if (number == m_openNumber && comment <= m_comments.size())
        return m_comments[comment - 1];
    complain(number == m_openNumber ? translate("term", "There is no comment number %1 here.").arg(comment) : translate("term", "Open the post first: /post %1").arg(number));
    return std::nullopt;
}

void LoungeDesk::carryOut(const LoungeOrder &order)
{
    const auto about = post(order.number);
    const auto under = about && order.comment > 0 ? comment(order.number, order.comment) : std::nullopt;
    if (!about || (order.comment > 0 && !under))
        return;
    const auto id = under ? std::optional(under->comment) : std::nullopt;
    switch (order.act) {
    case Act::Like:
        return under ? m_lounge.likeComment(*id, !under->liked, told<Done>(under->liked ? translate("term", "Taken back.") : translate("term", "Liked.")))
                     : m_lounge.like(about->post, !about->liked, told<Done>(about->liked ? translate("term", "Taken back.") : translate("term", "Liked.")));
    case Act::Comment:
        return comment(order);
    case Act::Edit:
        return edit(order);
    case Act::Delete:
        return under ? m_lounge.eraseComment(*id, told<Done>(translate("term", "Deleted."))) : m_lounge.erase(about->post, told<Done>(translate("term", "Deleted.")));
    case Act::Report:
        return m_lounge.report(about->post, id, order.reason, order.text, true, told<Done>(translate("term", "Reported and blocked. Thank you. It is kept for those who decide.")));
    case Act::Block:
        return m_lounge.block(about->post, id, told<BlockId>(translate("term", "Blocked. You will not meet again. /blocks lists whom you have blocked.")));
    default:
        return;
    }
}

void LoungeDesk::comment(const LoungeOrder &order)
{
    const PostId about = m_posts[order.number - 1].post;
    withName([this, about, text = order.text] { m_lounge.comment(about, text, told<CommentId>(translate("term", "Your comment is there."))); }, u"/post comment %1 "_s.arg(order.number) + order.text);
}

} // namespace jjak::terminal
