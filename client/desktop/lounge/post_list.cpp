// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_list.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimer>

#include "client/desktop/lounge/post_card.h"
#include "client/desktop/lounge/post_thumbnails.h"
#include "client/desktop/lounge/post_words.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

using Model = client::PostListModel;

protocol::Post postOf(const QModelIndex &index)
{
    return index.data(Model::PostRole).value<protocol::Post>();
}

} // namespace

QVariant SpokenPosts::data(const QModelIndex &index, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return accessibleText(postOf(index), m_session.serverNow());
    return QIdentityProxyModel::data(index, role);
}

PostDelegate::PostDelegate(Context &context, PostThumbnails &thumbnails, QListView *view) : QStyledItemDelegate(view), m_context(context), m_thumbnails(thumbnails), m_view(view)
{
}

QSize PostDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int width = m_view->viewport()->width();
    const protocol::Post post = postOf(index);
    return {width, int(std::ceil(PostCard(post, width, m_context.theme, m_context.session.serverNow()).height()))};
}

void PostDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const protocol::Post post = postOf(index);
    const bool current = index == m_view->currentIndex();
    const QPixmap picture = post.pictures.isEmpty() ? QPixmap() : m_thumbnails.get(post.pictures.first(), post.mine);
    painter->save();
    painter->translate(option.rect.topLeft());
    PostCard(post, option.rect.width(), m_context.theme, m_context.session.serverNow())
        .paint(*painter, {.hovered = option.state.testFlag(QStyle::State_MouseOver), .current = current, .focused = current && m_view->hasFocus(), .picture = picture});
    painter->restore();
}

PostList::PostList(Context &context, Model *posts, PostThumbnails &thumbnails, QWidget *parent) : QListView(parent), m_context(context), m_posts(posts)
{
    auto *spoken = new SpokenPosts(context.session, this);
    spoken->setSourceModel(posts);
    setModel(spoken);
    setItemDelegate(new PostDelegate(context, thumbnails, this));
    setResizeMode(Adjust);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // else cards could change their width because there is one
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setStyleSheet(u"QListView { background: transparent; }"_s);
    connect(&context.theme, &Theme::changed, this, &PostList::scheduleDelayedItemsLayout);
    connect(&thumbnails, &PostThumbnails::arrived, viewport(), qOverload<>(&QWidget::update));
    auto *minute = new QTimer(this); // how old things are is told in minutes
    minute->start(60'000);
    connect(minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
}

QPoint PostList::heartOf(int row) const
{
    const QRect rect = visualRect(model()->index(row, 0));
    const auto post = m_posts->postAt(row);
    return post ? rect.topLeft() + PostCard(*post, rect.width(), m_context.theme, m_context.session.serverNow()).heart().center().toPoint() : QPoint();
}

void PostList::press(const QPoint &at)
{
    const QModelIndex index = indexAt(at);
    if (!index.isValid())
        return;
    const protocol::Post post = postOf(index);
    const QRect rect = visualRect(index);
    const PostCard card(post, rect.width(), m_context.theme, m_context.session.serverNow());
    const QPointF inside = at - rect.topLeft();
    if (const QString tag = card.tagAt(inside); !tag.isEmpty())
        Q_EMIT tagWanted(tag);
    else if (card.heart().adjusted(-4, -4, 4, 4).contains(inside) && !post.mine)
        Q_EMIT likeWanted(post);
    else
        Q_EMIT openWanted(post.post);
}

void PostList::mouseReleaseEvent(QMouseEvent *event)
{
    const bool here = event->button() == Qt::LeftButton && indexAt(event->position().toPoint()) == currentIndex();
    QListView::mouseReleaseEvent(event);
    if (here)
        press(event->position().toPoint());
}

void PostList::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        return Q_EMIT openWanted(postOf(currentIndex()).post);
    if (enter || event->key() == Qt::Key_Escape || !event->text().trimmed().isEmpty())
        return event->ignore(); // no search by letters: they are keys of the page
    QListView::keyPressEvent(event);
}

//! Who comes by the keyboard sees where they are.
void PostList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && model()->rowCount() > 0)
        setCurrentIndex(model()->index(0, 0));
    QListView::focusInEvent(event);
    viewport()->update();
}

} // namespace jjak::desktop
