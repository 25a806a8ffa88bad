// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/post_list_model.h"

#include <QPointer>
#include <algorithm>

namespace jjak::client {

using namespace protocol;

namespace {

// A search goes through pages without a hit by itself, but not through everything there ever was.
constexpr int emptyPagesMost = 10;

} // namespace

PostListModel::PostListModel(Lounge &lounge, QObject *parent, Duration newsEvery) : QAbstractListModel(parent), m_lounge(lounge)
{
    m_newsTimer.setInterval(newsEvery);
    connect(&m_newsTimer, &QTimer::timeout, this, &PostListModel::countNews);
    connect(&lounge, &Lounge::postChanged, this, &PostListModel::lookAgain);
    connect(&lounge, &Lounge::postGone, this, [this](PostId post) { removeRow(rowOf(post)); });
    connect(&lounge, &Lounge::postLiked, this, &PostListModel::liked);
    connect(&lounge, &Lounge::postWritten, this, [this] {
        const bool standsHere = m_query.feed == Feed::New || m_query.feed == Feed::Written;
        if (m_asked && standsHere && m_query.text.isEmpty())
            refresh();
    });
    connect(&lounge, &Lounge::authorBlocked, this, [this](PostId post, std::optional<CommentId> comment) { blocked(post, comment.has_value()); });
    connect(&lounge, &Lounge::ready, this, [this] {
        if (m_state == State::Failed)
            retry();
        else if (m_asked && !m_listed && m_state == State::Idle)
            refresh();
        countNews();
    });
    connect(&lounge, &Lounge::forgotten, this, &PostListModel::clear);
}

int PostListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_posts.size());
}

QVariant PostListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Post &post = m_posts[size_t(index.row())];
    switch (role) {
    case TitleRole:
        return post.heading;
    case PostRole:
        return QVariant::fromValue(post);
    case IdRole:
        return QVariant::fromValue(post.post);
    default:
        return {};
    }
}

QHash<int, QByteArray> PostListModel::roleNames() const
{
    return {{TitleRole, "title"}, {PostRole, "post"}, {IdRole, "id"}};
}

int PostListModel::rowOf(PostId post) const
{
    const auto it = std::ranges::find(m_posts, post, &Post::post);
    return it == m_posts.end() ? -1 : int(it - m_posts.begin());
}

std::optional<Post> PostListModel::postAt(int row) const
{
    return row >= 0 && row < int(m_posts.size()) ? std::optional(m_posts[size_t(row)]) : std::nullopt;
}

// --- asking ---------------------------------------------------------------------------------------------------------

void PostListModel::setQuery(const PostQuery &query)
{
    clear();
    m_query = query;
    refresh();
}

void PostListModel::refresh()
{
    m_asked = true;
    m_emptyPages = 0;
    ask({});
}

void PostListModel::retry()
{
    if (m_state == State::Failed)
        ask(m_failedAfter);
}

bool PostListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_state == State::Idle && m_listed && !m_next.isEmpty();
}

void PostListModel::fetchMore(const QModelIndex &parent)
{
    if (!canFetchMore(parent))
        return;
    m_emptyPages = 0;
    ask(m_next);
}

//! An answer to what was asked before is void from now on.
void PostListModel::ask(const QString &after)
{
    const auto optional = [](const QString &text) { return text.isEmpty() ? std::nullopt : std::optional(text); };
    const auto done = [self = QPointer(this), after, round = ++m_round](const Result<Page> &page) {
        if (self && self->m_round == round)
            self->answered(after, page);
    };
    setState(State::Loading);
    if (!m_query.text.isEmpty())
        return m_lounge.find({m_query.text, optional(after)}, done);
    cmd::ListPosts command{m_query.feed, optional(m_query.tag), m_query.author, optional(after)};
    if (command.tag || command.author)
        command.feed = Feed::New;
    if (command.tag)
        command.author.reset();
    m_lounge.list(command, done);
}

void PostListModel::answered(const QString &after, const Result<Page> &page)
{
    if (!page) {
        m_failedAfter = after;
        return setState(State::Failed, page.error());
    }
    m_next = page->next.value_or(QString());
    bool isMore = true;
    if (after.isEmpty()) {
        replace(page->posts);
        isMore = !page->posts.isEmpty();
        m_listed = true;
        m_newest = page->newest;
        setNews(0);
    } else {
        isMore = append(page->posts);
    }
    if (!isMore && !m_next.isEmpty() && ++m_emptyPages < emptyPagesMost)
        return ask(m_next);
    setState(State::Idle);
}

void PostListModel::setState(State state, const Error &error)
{
    if (m_state == state && m_error == error)
        return;
    m_state = state;
    m_error = error;
    Q_EMIT stateChanged();
}

// --- rows -----------------------------------------------------------------------------------------------------------

void PostListModel::replace(const QList<Post> &posts)
{
    beginResetModel();
    m_posts.assign(posts.begin(), posts.end());
    endResetModel();
}

//! Orders by popularity move while one reads: what is here already stays where it is. Whether there is anything new.
bool PostListModel::append(const QList<Post> &posts)
{
    std::vector<Post> fresh;
    for (const Post &post : posts) {
        if (const int row = rowOf(post.post); row >= 0)
            put(row, post);
        else if (std::ranges::find(fresh, post.post, &Post::post) == fresh.end())
            fresh.push_back(post);
    }
    if (fresh.empty())
        return false;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(fresh.size()) - 1);
    m_posts.insert(m_posts.end(), fresh.begin(), fresh.end());
    endInsertRows();
    return true;
}

void PostListModel::put(int row, const Post &post)
{
    if (m_posts[size_t(row)] == post)
        return;
    m_posts[size_t(row)] = post;
    Q_EMIT dataChanged(index(row), index(row));
}

void PostListModel::lookAgain(PostId post)
{
    if (rowOf(post) < 0)
        return;
    m_lounge.look(post, [self = QPointer(this), round = m_cleared](const Result<Post> &now) {
        if (!self || !now || round != self->m_cleared)
            return;
        if (const int row = self->rowOf(now->post); row >= 0)
            self->put(row, *now);
    });
}

void PostListModel::liked(PostId post, bool on)
{
    const int row = rowOf(post);
    if (row < 0 || m_posts[size_t(row)].liked == on)
        return;
    Post changed = m_posts[size_t(row)];
    changed.liked = on;
    changed.likes = std::max(0, changed.likes + (on ? 1 : -1));
    put(row, changed);
}

void PostListModel::removeRow(int row)
{
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_posts.erase(m_posts.begin() + row);
    endRemoveRows();
}

//! Whose comment it was is not known here, and the post may stand in another list.
void PostListModel::blocked(PostId post, bool byComment)
{
    const int row = rowOf(post);
    if (byComment || row < 0) {
        if (m_asked)
            refresh();
        return;
    }
    const PersonaId author = m_posts[size_t(row)].author;
    for (int each = rowCount() - 1; each >= 0; --each)
        if (m_posts[size_t(each)].author == author)
            removeRow(each);
}

//! What was asked for is asked for again when somebody has signed in.
void PostListModel::clear()
{
    ++m_round;
    ++m_cleared;
    m_listed = false;
    m_next.clear();
    m_newest.clear();
    if (!m_posts.empty())
        replace({});
    setNews(0);
    setState(State::Idle);
}

// --- news -----------------------------------------------------------------------------------------------------------

void PostListModel::setWatching(bool on)
{
    if (std::exchange(m_watching, on) == on)
        return;
    if (!on)
        return m_newsTimer.stop();
    m_newsTimer.start();
    countNews();
}

void PostListModel::countNews()
{
    if (!m_watching || m_counting || !m_listed || m_newest.isEmpty() || !m_query.isNewest())
        return;
    m_counting = true;
    m_lounge.countNews(m_newest, [self = QPointer(this), since = m_newest](const Result<int> &news) {
        if (!self)
            return;
        self->m_counting = false;
        if (news && since == self->m_newest)
            self->setNews(*news);
    });
}

void PostListModel::setNews(int posts)
{
    if (std::exchange(m_news, posts) != posts)
        Q_EMIT newsChanged(posts);
}

} // namespace jjak::client
