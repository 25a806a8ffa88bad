// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "common/protocol/lounge_values.h"

class QLabel;
class QMenu;
class QToolButton;

namespace jjak::desktop {

class LikeButton;
class MarkdownView;

//! One comment below a post: who, when, what, a heart, and a menu of what one may do with it.
class CommentCard final : public QWidget {
    Q_OBJECT

public:
    enum class Wish { Edit, Delete, Report, Block };

    CommentCard(Context &context, QWidget *parent = nullptr);

    //! `ownPost`: below one's own post every comment may be deleted.
    void set(const protocol::Comment &comment, bool ownPost);
    const protocol::Comment &comment() const { return m_comment; }
    LikeButton *likeButton() const { return m_like; }
    QMenu *menu() const { return m_menu; }
    void retranslate();

Q_SIGNALS:
    void likeWanted();
    void wished(jjak::desktop::CommentCard::Wish wish);
    void linkWanted(const QUrl &url);

private:
    void refill();

    Context &m_context;
    protocol::Comment m_comment;
    bool m_ownPost = false;
    QLabel *m_by;
    MarkdownView *m_text;
    LikeButton *m_like;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace jjak::desktop
