// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/lounge_page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include "client/core/sentences.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/kit/reading_column.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/lounge/my_page.h"
#include "client/desktop/lounge/post_list.h"
#include "client/desktop/lounge/post_thumbnails.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/lounge/post_table.h"
#include "client/desktop/lounge/table_feed.h"
#include "client/desktop/lounge/tabs.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::PostListModel;
using protocol::Feed;

namespace {

constexpr int columnWidth = 664, boardWidth = 300, wideFrom = 900; // at 100 %
constexpr int pauseMs = 250;

} // namespace

LoungePage::LoungePage(Context &context, Safety &safety, TableActions &tables, QWidget *parent)
    : Translated(parent), m_context(context), m_posts(new PostListModel(context.session.lounge(), this)), m_main(new QStackedWidget(this)), m_thumbnails(new PostThumbnails(context, this)),
      m_list(new PostList(context, m_posts, *m_thumbnails, this)), m_view(new PostView(context, safety, *m_thumbnails, tables)), m_board(new LoungeBoard(context)),
      m_mine(new MyPage(context, tables)),
      m_tables(new TableFeed(context, tables)), m_empty(new EmptyState(context.theme, u"lounge"_s)), m_heading(makeLabel(this, Tone::Title)), m_note(makeLabel(this, Tone::Muted)),
      m_filter(makeLabel(this, Tone::Strong)), m_tabs(new Tabs(this)), m_search(new QLineEdit(this)), m_new(makeButton(this, Kind::Primary)), m_pill(makeButton(this, Kind::Primary)),
      m_retry(makeButton(this)), m_all(makeButton(this, Kind::Link)), m_found(makeButton(this, Kind::Link)), m_boardButton(makeIconButton(this, context.theme, u"trending"_s)),
      m_menuButton(makeIconButton(this, context.theme, u"more"_s)), m_menu(new QMenu(this))
{
    m_main->addWidget(makeColumn());
    m_main->addWidget(m_view);
    auto *paper = new QWidget;
    auto *margin = new QVBoxLayout(paper);
    margin->setContentsMargins(context.theme.px(4), context.theme.px(12), context.theme.px(12), context.theme.px(12));
    margin->addWidget(m_board);
    m_side = new PlainScroll(paper, this);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_main, 1);
    layout->addWidget(m_side);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connectParts();
    retranslate();
    refreshWidth();
}

QWidget *LoungePage::makeColumn()
{
    const Theme &theme = m_context.theme;
    auto *column = new QWidget;
    m_middle = new QStackedWidget(column);
    m_noPosts = new PlainScroll(m_empty, m_middle);
    m_minePage = new PlainScroll(m_mine, m_middle);
    for (QWidget *page : {static_cast<QWidget *>(m_list), m_noPosts, m_minePage, static_cast<QWidget *>(m_tables)})
        m_middle->addWidget(page);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, theme.px(12), 0, theme.px(6));
    layout->setSpacing(theme.px(6));
    layout->addWidget(makeHead());
    layout->addWidget(m_pill, 0, Qt::AlignHCenter);
    layout->addWidget(m_middle, 1);
    layout->addWidget(makeFoot());
    return makeReadingPage(column, theme, columnWidth);
}

QWidget *LoungePage::makeHead()
{
    const Theme &theme = m_context.theme;
    auto *head = new QWidget;
    m_heading->setWordWrap(false);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_boardButton->setCheckable(true);
    m_new->setIcon(themedIcon(theme, u"edit"_s, IconTone::OnAccent));
    for (int tab = 0; tab <= int(Tab::Mine); ++tab)
        m_tabs->addTab({});
    m_search->setMaxLength(2 * limits::searchCodePoints);
    m_search->setClearButtonEnabled(true);
    m_search->addAction(themedIcon(theme, u"search"_s, IconTone::Muted), QLineEdit::LeadingPosition);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading);
    top->addStretch();
    for (QWidget *button : {static_cast<QWidget *>(m_boardButton), static_cast<QWidget *>(m_new), static_cast<QWidget *>(m_menuButton)})
        top->addWidget(button);
    auto *filter = new QHBoxLayout;
    filter->addWidget(m_filter, 1);
    filter->addWidget(m_all);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(6));
    layout->addLayout(top);
    layout->addWidget(m_tabs);
    layout->addWidget(m_search);
    layout->addLayout(filter);
    layout->addWidget(m_found, 0, Qt::AlignLeft);
    return head;
}

QWidget *LoungePage::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_note, 1);
    row->addWidget(m_retry);
    return foot;
}

void LoungePage::connectParts()
{
    connect(m_posts, &PostListModel::stateChanged, this, &LoungePage::refresh);
    connect(m_posts, &PostListModel::newsChanged, this, &LoungePage::refreshNews);
    connect(m_posts, &QAbstractItemModel::modelReset, this, &LoungePage::refresh);
    connect(m_posts, &QAbstractItemModel::rowsRemoved, this, &LoungePage::refresh);
    connect(m_posts, &QAbstractItemModel::rowsInserted, this, &LoungePage::refresh);
    connect(m_list, &PostList::openWanted, this, &LoungePage::openPost);
    connect(m_list, &PostList::likeWanted, this, &LoungePage::like);
    connect(m_list, &PostList::tagWanted, this, &LoungePage::showTag);
    connect(m_view, &PostView::backWanted, this, &LoungePage::goBack);
    connect(m_view, &PostView::editWanted, this, &LoungePage::editPost);
    connect(m_view, &PostView::tagWanted, this, &LoungePage::showTag);
    connect(m_view, &PostView::authorWanted, this, &LoungePage::showAuthor);
    connect(m_view, &PostView::said, this, &LoungePage::said);
    connect(m_board, &LoungeBoard::tagWanted, this, &LoungePage::showTag);
    connect(m_board, &LoungeBoard::postWanted, this, &LoungePage::openPost);
    connect(m_board, &LoungeBoard::authorWanted, this, &LoungePage::showAuthor);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) { showTab(Tab(tab)); });
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int tab) {
        if (tab == m_tabs->currentIndex())
            showTab(Tab(tab)); // out of what was looked for
    });
    connect(m_mine, &MyPage::profileWanted, this, &LoungePage::showProfile);
    connect(m_mine, &MyPage::feedWanted, this, [this](Feed feed) {
        showFeed(feed);
        focusFirst();
    });
    connect(m_mine, &MyPage::eventsWanted, this, &LoungePage::eventsWanted);
    connect(m_tables, &TableFeed::changed, this, &LoungePage::refreshFound);
    connect(m_tables, &TableFeed::ownPostsWanted, this, [this] {
        showFeed(Feed::Written);
        focusFirst();
    });
    connect(m_found, &QPushButton::clicked, this, [this] {
        chooseTab(Tab::Tables);
        m_page = m_tables; // and what was looked for stays
        refresh();
        focusFirst();
    });
    connect(m_search, &QLineEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        ask();
        if (showsTables())
            m_tables->focusFirst();
        else
            m_list->setFocus();
    });
    connect(&m_pause, &QTimer::timeout, this, &LoungePage::ask);
    connect(m_all, &QPushButton::clicked, this, [this] {
        if (isOwnList())
            showMyPage();
        else
            showFeed(m_feed);
        focusFirst();
    });
    connect(m_new, &QPushButton::clicked, this, &LoungePage::newPost);
    connect(m_pill, &QPushButton::clicked, this, [this] {
        m_posts->refresh();
        m_list->scrollToTop();
        m_list->setFocus();
    });
    connect(m_retry, &QPushButton::clicked, m_posts, &PostListModel::retry);
    connect(m_empty, &EmptyState::actionTriggered, this, &LoungePage::act);
    connect(m_boardButton, &QToolButton::toggled, this, [this](bool on) {
        m_boardShown = on;
        refreshWidth();
    });
    connect(&m_context.theme, &Theme::changed, this, &LoungePage::refreshWidth);
}

// --- what is listed -------------------------------------------------------------------------------------------------

client::PostQuery LoungePage::query() const
{
    client::PostQuery query;
    query.feed = m_feed;
    const QString text = m_search->text().trimmed();
    if (text.size() > 1 && text.startsWith(u'#') && !text.contains(u' '))
        query.tag = text;
    else if (text != "#"_L1)
        query.text = text;
    if (text.isEmpty())
        query.author = m_author;
    return query;
}

void LoungePage::ask()
{
    m_pause.stop();
    const QString text = m_search->text().trimmed();
    if (showsTables() || !text.isEmpty())
        m_tables->look(text == "#"_L1 ? QString() : text);
    refreshFound();
    if (showsTables())
        return;
    if (m_asked && m_posts->query() == query())
        return;
    m_asked = true;
    m_posts->setQuery(query());
    m_list->scrollToTop();
    refresh();
}

void LoungePage::showTab(Tab tab)
{
    if (tab == Tab::Mine)
        showMyPage();
    else if (tab == Tab::Tables)
        showTables();
    else
        showFeed(Feed(tab));
}

void LoungePage::chooseTab(Tab tab)
{
    const QSignalBlocker quiet(m_tabs);
    m_tabs->setCurrentIndex(int(tab));
}

bool LoungePage::isOwnList() const
{
    return m_feed == Feed::Written || m_feed == Feed::Liked;
}

void LoungePage::showFeed(Feed feed)
{
    m_author.reset();
    m_wantsList = false;
    m_search->clear();
    m_feed = feed;
    chooseTab(isOwnList() ? Tab::Mine : Tab(feed));
    m_page = nullptr;
    ask();
    refresh();
}

void LoungePage::showPage(Tab tab, QWidget *page)
{
    m_author.reset();
    m_wantsList = false;
    m_search->clear();
    m_pause.stop();
    chooseTab(tab);
    m_page = page;
    refresh();
}

void LoungePage::showMyPage()
{
    showPage(Tab::Mine, m_minePage);
}

void LoungePage::showTables()
{
    showPage(Tab::Tables, m_tables);
    m_tables->look({});
}

bool LoungePage::showsTables() const
{
    return m_page == m_tables;
}

//! Of what is looked for by a tag, all posts are the whole.
void LoungePage::showTag(const QString &tag)
{
    goBack();
    if (m_page || isOwnList())
        showFeed(Feed::New);
    m_author.reset();
    m_search->setText(tagText(tag));
    ask();
    m_list->setFocus();
}

void LoungePage::showAuthor(PersonaId author, const QString &name)
{
    goBack();
    if (m_page || isOwnList())
        showFeed(Feed::New);
    m_search->clear();
    m_author = author;
    m_authorName = name;
    ask();
    m_list->setFocus();
}

void LoungePage::like(const protocol::Post &post)
{
    if (!post.mine)
        m_context.session.lounge().like(post.post, !post.liked);
}

// --- what is in front -----------------------------------------------------------------------------------------------

void LoungePage::openPost(PostId post)
{
    const int row = m_posts->rowOf(post);
    m_view->open(post, row < 0 ? std::nullopt : m_posts->postAt(row));
    m_boardButton->setChecked(false);
    m_main->setCurrentWidget(m_view);
    m_view->focusFirst();
}

bool LoungePage::showsPost() const
{
    return m_main->currentWidget() == m_view;
}

bool LoungePage::goBack()
{
    if (m_boardShown) {
        m_boardButton->setChecked(false);
        return true;
    }
    if (!showsPost())
        return false;
    const bool here = isVisible() && isAncestorOf(window()->focusWidget());
    m_view->close();
    m_main->setCurrentIndex(0);
    refreshNews();
    if (here)
        focusFirst();
    return true;
}

void LoungePage::focusFirst()
{
    if (showsPost())
        m_view->focusFirst();
    else if (m_page == m_minePage)
        m_mine->focusFirst();
    else if (showsTables())
        m_tables->focusFirst();
    else if (m_posts->rowCount() > 0)
        m_list->setFocus();
    else
        m_tabs->setFocus();
    m_wantsList = m_tabs->hasFocus();
}

void LoungePage::focusSearch()
{
    goBack();
    if (m_page && !showsTables())
        showFeed(Feed::New);
    m_search->setFocus();
    m_search->selectAll();
}

QString LoungePage::note() const
{
    return m_note->text();
}

void LoungePage::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    ask();
    refreshNews();
    m_posts->setWatching(true);
}

void LoungePage::hideEvent(QHideEvent *event)
{
    m_posts->setWatching(false);
    Translated::hideEvent(event);
}

void LoungePage::resizeEvent(QResizeEvent *event)
{
    Translated::resizeEvent(event);
    refreshWidth();
}

void LoungePage::refreshWidth()
{
    const Theme &theme = m_context.theme;
    m_narrow = width() < theme.px(wideFrom);
    m_boardButton->setVisible(m_narrow);
    const bool instead = m_narrow && m_boardShown;
    m_side->setVisible(!m_narrow || instead);
    m_side->setMaximumWidth(m_narrow ? QWIDGETSIZE_MAX : theme.px(boardWidth));
    m_side->setMinimumWidth(m_narrow ? 0 : theme.px(boardWidth));
    m_main->setVisible(!instead);
}

} // namespace jjak::desktop
