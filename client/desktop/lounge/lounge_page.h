// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "client/core/lounge/post_list_model.h"
#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace jjak::desktop {

class EmptyState;
class LoungeBoard;
class MyPage;
class PostList;
class PostThumbnails;
class PostView;
class Safety;
class TableActions;
class TableFeed;

//! The lounge: a column of posts to read, the board beside it where there is room, and the post that is open. Decides what
//! is listed and what is in front; what a post is made of the parts know.
class LoungePage final : public Translated<QWidget> {
    Q_OBJECT

public:
    //! What the tabs choose: the first are feeds of posts, as they are numbered there.
    enum class Tab { New, Today, Week, Tables, Mine };

    LoungePage(Context &context, Safety &safety, TableActions &tables, QWidget *parent = nullptr);

    //! One's own posts and what one likes are lists that my page leads to.
    void showFeed(protocol::Feed feed);
    void showMyPage();
    //! The coffee tables.
    void showTables();
    void showTag(const QString &tag);
    void showAuthor(PersonaId author, const QString &name);
    void openPost(PostId post);
    //! From the post, the board or what was looked for back to the list; false when it is in front already.
    bool goBack();
    void newPost();
    void editPost(const protocol::Post &post);
    void showProfile();
    void explainPopularity();
    void focusSearch();
    void focusFirst();
    bool hasHeightForWidth() const override { return false; }

    client::PostListModel *posts() const { return m_posts; }
    PostList *list() const { return m_list; }
    PostView *view() const { return m_view; }
    LoungeBoard *board() const { return m_board; }
    MyPage *myPage() const { return m_mine; }
    TableFeed *tables() const { return m_tables; }
    //! While posts are looked for: the way to the tables that are about the same.
    QPushButton *tablesFound() const { return m_found; }
    bool showsTables() const;
    QTabBar *tabs() const { return m_tabs; }
    QLineEdit *search() const { return m_search; }
    QPushButton *pill() const { return m_pill; }
    QPushButton *newButton() const { return m_new; }
    QPushButton *retryButton() const { return m_retry; }
    QToolButton *boardButton() const { return m_boardButton; }
    EmptyState *empty() const { return m_empty; }
    QString note() const;
    bool showsPost() const;
    //! A list of posts, or what is said instead of an empty one; not a page of its own.
    bool showsList() const { return !m_page; }
    bool isNarrow() const { return m_narrow; }

Q_SIGNALS:
    void said(const QString &sentence);
    //! Something came on the screen by itself: for those who do not see it.
    void appeared(const QString &words);
    //! To the blind dates.
    void eventsWanted();

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeColumn();
    QWidget *makeHead();
    QWidget *makeFoot();
    void connectParts();
    void showTab(Tab tab);
    //! Something else than posts under a tab.
    void showPage(Tab tab, QWidget *page);
    void chooseTab(Tab tab);
    bool isOwnList() const;
    void refreshFrame();
    client::PostQuery query() const;
    void ask();
    void refresh();
    void refreshEmpty();
    void refreshNews();
    void refreshFound();
    void refreshWidth();
    void like(const protocol::Post &post);
    void act();
    bool keyOfList(int key);
    bool keyOfPost(int key);

    Context &m_context;
    client::PostListModel *m_posts;
    QStackedWidget *m_main;
    QWidget *m_side = nullptr;
    PostThumbnails *m_thumbnails;
    PostList *m_list;
    PostView *m_view;
    LoungeBoard *m_board;
    MyPage *m_mine;
    TableFeed *m_tables;
    EmptyState *m_empty;
    QStackedWidget *m_middle = nullptr;
    QWidget *m_noPosts = nullptr, *m_minePage = nullptr; //!< in m_middle, with their scroll bars
    QWidget *m_page = nullptr; //!< what m_middle shows instead of posts
    QLabel *m_heading, *m_note, *m_filter;
    QTabBar *m_tabs;
    QLineEdit *m_search;
    QPushButton *m_new, *m_pill, *m_retry, *m_all, *m_found;
    QToolButton *m_boardButton, *m_menuButton;
    QMenu *m_menu;
    protocol::Feed m_feed = protocol::Feed::New;
    QTimer m_pause; //!< a search begins when nothing was typed for a moment
    std::optional<PersonaId> m_author;
    QString m_authorName;
    bool m_narrow = false;
    bool m_boardShown = false; //!< instead of the posts, where there is no room for both
    bool m_asked = false;
    bool m_newsTold = false;  //!< a screen reader knows that there are new posts
    bool m_wantsList = false; //!< the keyboard goes to the posts as soon as they are there
};

} // namespace jjak::desktop
