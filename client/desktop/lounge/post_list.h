// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIdentityProxyModel>
#include <QListView>
#include <QStyledItemDelegate>

#include "client/core/lounge/post_list_model.h"
#include "client/desktop/context.h"

namespace jjak::desktop {

class PostCard;
class PostThumbnails;

//! The posts with what a screen reader says for each.
class SpokenPosts final : public QIdentityProxyModel {
    Q_OBJECT

public:
    SpokenPosts(client::Session &session, QObject *parent) : QIdentityProxyModel(parent), m_session(session) {}
    QVariant data(const QModelIndex &index, int role) const override;

private:
    client::Session &m_session;
};

//! Draws each post as a card.
class PostDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    PostDelegate(Context &context, PostThumbnails &thumbnails, QListView *view);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    Context &m_context;
    PostThumbnails &m_thumbnails;
    QListView *m_view;
};

//! The list of posts: arrows move, Enter or a click opens, the heart likes, a tag shows its posts. Letters are left to the
//! page around it.
class PostList final : public QListView {
    Q_OBJECT

public:
    PostList(Context &context, client::PostListModel *posts, PostThumbnails &thumbnails, QWidget *parent = nullptr);

    client::PostListModel *posts() const { return m_posts; }
    std::optional<protocol::Post> current() const { return m_posts->postAt(currentIndex().row()); }
    //! For tests: where the heart of a row is, in the viewport.
    QPoint heartOf(int row) const;

Q_SIGNALS:
    void openWanted(jjak::PostId post);
    void likeWanted(const jjak::protocol::Post &post);
    void tagWanted(const QString &tag);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void press(const QPoint &at);

    Context &m_context;
    client::PostListModel *m_posts;
};

} // namespace jjak::desktop
