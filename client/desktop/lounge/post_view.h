// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/lounge/comment_card.h"
#include "client/desktop/translated.h"
#include "common/protocol/commands.h"

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace jjak::desktop {

class CommentBox;
class FlowLayout;
class LikeButton;
class MarkdownView;
class PostPictures;
class PostTable;
class PostThumbnails;
class Safety;
class TableActions;

//! A whole post, what others say about it, and a field to say something oneself. Follows what is liked, changed and deleted
//! from here.
class PostView final : public Translated<QWidget> {
    Q_OBJECT

public:
    PostView(Context &context, Safety &safety, PostThumbnails &thumbnails, TableActions &tables, QWidget *parent = nullptr);

    //! Shows a post; what the list knew of it stands there until all of it is here.
    void open(PostId post, const std::optional<protocol::Post> &known = {});
    void close();
    std::optional<PostId> opened() const { return m_id; }
    const protocol::Post &post() const { return m_post; }
    //! All of it is here.
    bool isWhole() const { return m_whole; }
    void like();
    void focusComment();
    //! The same as soon as there is something to comment on.
    void commentWhenLoaded();
    void focusFirst();

    LikeButton *likeButton() const { return m_like; }
    MarkdownView *text() const { return m_text; }
    PostTable *table() const { return m_table; }
    PostPictures *pictures() const { return m_pictures; }
    CommentBox *box() const { return m_box; }
    QMenu *menu() const { return m_menu; }
    QPushButton *moreButton() const { return m_more; }
    QPushButton *retryButton() const { return m_retry; }
    QString status() const;
    QList<CommentCard *> cards() const { return m_cards; }

Q_SIGNALS:
    void backWanted();
    void editWanted(const jjak::protocol::Post &post);
    void tagWanted(const QString &tag);
    void authorWanted(jjak::PersonaId author, const QString &name);
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    QWidget *makeTop();
    QWidget *makePost();
    void connectLounge();
    void load();
    void loaded(const Result<protocol::cmd::OpenedPost> &opened);
    void loadMore();
    void add(const protocol::cmd::CommentList &page);
    CommentCard *addCard(const protocol::Comment &comment);
    void dropCard(CommentCard *card);
    void clearCards();
    void refresh();
    void refreshTags();
    void refillMenu();
    void wish(CommentCard *card, CommentCard::Wish wish);
    void askToDelete(const QString &title, const QString &text, const std::function<void()> &yes);
    void send(const QString &text);
    void sent(const QString &text, const Result<CommentId> &result);
    void changed(CommentId comment, const QString &text, const Result<Done> &result);
    void stopEditing();
    void keepWords();
    void askToOpen(const QUrl &url);
    void setStatus(const QString &sentence, bool again = false);

    Context &m_context;
    Safety &m_safety;
    PostThumbnails &m_thumbnails;
    std::optional<PostId> m_id;
    protocol::Post m_post;
    QString m_next;          //!< of the comments; empty: all are here
    bool m_whole = false;    //!< the server has told all of it
    bool m_wantsWords = false; //!< commentWhenLoaded()
    bool m_toEnd = false;    //!< pages are fetched until one's own new comment is reached
    int m_round = 0;         //!< answers to earlier questions are void
    std::optional<CommentId> m_editing;
    QHash<PostId, QString> m_words; //!< comments that were begun

    QPushButton *m_back;
    QToolButton *m_menuButton;
    QMenu *m_menu;
    QScrollArea *m_scroll = nullptr;
    QLabel *m_title, *m_by, *m_status, *m_counts, *m_heading, *m_none;
    MarkdownView *m_text;
    PostPictures *m_pictures;
    PostTable *m_table;
    QWidget *m_tagRow;
    FlowLayout *m_tags;
    LikeButton *m_like;
    QVBoxLayout *m_comments = nullptr;
    QList<CommentCard *> m_cards;
    QPushButton *m_more, *m_retry;
    CommentBox *m_box;
};

} // namespace jjak::desktop
