// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "client/core/lounge/lounge_words.h"
#include "client/core/sentences.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/post_dialog.h"
#include "client/desktop/lounge/post_list.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/lounge/profile_dialog.h"
#include "client/desktop/lounge/table_feed.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

//! What the lounge says, its dialogs and its keys.
namespace jjak::desktop {

using client::PostListModel;
using protocol::Feed;

void LoungePage::retranslate()
{
    m_heading->setText(tr("Lounge"));
    const auto name = [this](Tab tab, const QString &text, const QString &meaning) {
        m_tabs->setTabText(int(tab), text);
        m_tabs->setTabToolTip(int(tab), meaning);
    };
    name(Tab::New, tr("New"), tr("All posts, the newest first"));
    name(Tab::Today, tr("Today", "what is popular today"), tr("What is popular today"));
    name(Tab::Week, tr("This week", "what is popular this week"), tr("What is popular this week"));
    name(Tab::Tables, tr("Tables", "coffee tables"), tr("Coffee tables that are open or coming: small chats of up to four people"));
    name(Tab::Mine, tr("My page"), tr("Your profile, your tables, your calendar, what you have written and what you like"));
    m_tabs->setAccessibleName(tr("Parts of the lounge"));
    m_search->setPlaceholderText(tr("Words, or a #tag"));
    m_new->setText(tr("New post"));
    m_new->setToolTip(tr("New post (N)"));
    m_retry->setText(tr("Try again"));
    m_list->setAccessibleName(tr("Posts"));
    m_list->setAccessibleDescription(tr("Arrows choose, Enter opens, L likes, C comments, N begins a new post."));
    nameButton(m_boardButton, tr("Trends and what is popular"));
    nameButton(m_menuButton, tr("More about the lounge"));
    m_menu->clear();
    connect(m_menu->addAction(tr("My profile …")), &QAction::triggered, this, &LoungePage::showProfile);
    connect(m_menu->addAction(tr("How popular is counted")), &QAction::triggered, this, &LoungePage::explainPopularity);
    connect(m_menu->addAction(tr("Look for new posts (F5)")), &QAction::triggered, m_posts, &PostListModel::refresh);
    refresh();
}

void LoungePage::refresh()
{
    using State = PostListModel::State;
    const bool any = m_posts->rowCount() > 0, failed = m_posts->state() == State::Failed;
    refreshFrame();
    const bool empty = !any && (failed || (m_posts->isListed() && m_posts->state() == State::Idle));
    if (empty)
        refreshEmpty();
    m_middle->setCurrentWidget(m_page ? m_page : empty ? m_noPosts : m_list);
    m_note->setText(any && failed ? client::sentence(m_posts->error()) : m_posts->state() == State::Loading ? tr("Loading …") : QString());
    m_note->setVisible(showsList() && !m_note->text().isEmpty());
    m_retry->setVisible(showsList() && any && failed);
    refreshNews();
    if (any && m_wantsList && m_tabs->hasFocus())
        focusFirst();
}

//! What stands around a list of posts.
void LoungePage::refreshFrame()
{
    const bool ofAuthor = m_posts->query().author.has_value();
    const bool filtered = showsList() && (ofAuthor || isOwnList());
    m_filter->setText(ofAuthor ? tr("Posts of %1").arg(m_authorName) : m_feed == Feed::Written ? tr("What you have written") : tr("What you like"));
    m_all->setText(ofAuthor ? tr("Show all") : tr("Back to my page"));
    m_filter->setVisible(filtered);
    m_all->setVisible(filtered);
    m_search->setVisible(showsList() || showsTables());
    m_search->setAccessibleName(showsTables() ? tr("Search tables: words, or a #tag") : tr("Search posts: words, or a #tag"));
    refreshFound();
}

//! Tables that are about what is looked for among the posts.
void LoungePage::refreshFound()
{
    const QString text = m_search->text().trimmed();
    const int count = int(m_tables->pages().tables().size());
    m_found->setText(m_tables->pages().isComplete() ? tr("%n table(s) about this", nullptr, count) : tr("%n table(s) about this, and more", nullptr, count));
    m_found->setVisible(showsList() && !text.isEmpty() && m_tables->pages().text() == text && count > 0);
}

//! What to do where nothing is.
void LoungePage::refreshEmpty()
{
    if (m_posts->state() == PostListModel::State::Failed)
        return m_empty->setTexts(tr("The posts are not here"), client::sentence(m_posts->error()), tr("Try again"));
    const client::PostQuery &asked = m_posts->query();
    if (!asked.text.isEmpty())
        return m_empty->setTexts(tr("Nothing found for “%1”").arg(asked.text), tr("Another word may help, also a part of one, or a #tag."));
    if (!asked.tag.isEmpty())
        return m_empty->setTexts(tr("Nothing under %1 yet").arg(asked.tag), tr("Write the first post under this tag."), tr("New post"));
    switch (asked.feed) {
    case Feed::New: return m_empty->setTexts(tr("It is quiet here"), tr("Say what you are reading, where the coffee is good, or ask something. Others will answer."), tr("Write the first post"));
    case Feed::Today:
    case Feed::Week: return m_empty->setTexts(tr("Nothing is popular yet"), tr("What people like and talk about will stand here."), tr("To the new posts"));
    case Feed::Written: return m_empty->setTexts(tr("You have not written anything yet"), tr("Nobody can link what you write here with your chats or dates."), tr("New post"));
    case Feed::Liked: return m_empty->setTexts(tr("Nothing is liked yet"), tr("Press the heart of a post, and you find it here again."), tr("To the new posts"));
    }
}

//! What the button of an empty list does.
void LoungePage::act()
{
    const client::PostQuery &asked = m_posts->query();
    const bool toNew = asked.tag.isEmpty() && (asked.feed == Feed::Today || asked.feed == Feed::Week || asked.feed == Feed::Liked);
    if (m_posts->state() == PostListModel::State::Failed)
        m_posts->retry();
    else if (toNew)
        showFeed(Feed::New);
    else
        newPost();
}

//! Screen readers are told of the pill when it comes, not whenever it counts one more.
void LoungePage::refreshNews()
{
    const bool any = m_posts->news() > 0;
    m_pill->setText(tr("%n new post(s)", nullptr, m_posts->news()));
    m_pill->setVisible(showsList() && any);
    if (any && !m_newsTold && m_pill->isVisible())
        Q_EMIT appeared(m_pill->text());
    m_newsTold = any && (m_newsTold || m_pill->isVisible());
}

void LoungePage::newPost()
{
    const client::Lounge &lounge = m_context.session.lounge();
    if (lounge.isProfileKnown() && !lounge.profile()) {
        auto *name = new NameDialog(m_context, window());
        connect(name, &QDialog::accepted, this, &LoungePage::newPost);
        return name->open();
    }
    auto *dialog = new PostDialog(m_context, std::nullopt, window());
    connect(dialog, &PostDialog::posted, this, [this] {
        goBack();
        showFeed(Feed::New);
        Q_EMIT said(tr("Your post is there."));
    });
    dialog->open();
}

void LoungePage::editPost(const protocol::Post &post)
{
    auto *dialog = new PostDialog(m_context, post, window());
    connect(dialog, &PostDialog::posted, this, [this] { Q_EMIT said(tr("The post is changed.")); });
    dialog->open();
}

void LoungePage::showProfile()
{
    const client::Lounge &lounge = m_context.session.lounge();
    if (!lounge.isProfileKnown())
        return Q_EMIT said(tr("Your profile is not here yet. Try again when there is a connection."));
    (new ProfileDialog(m_context, window()))->open();
}

void LoungePage::explainPopularity()
{
    const Theme &theme = m_context.theme;
    auto *dialog = new QDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setModal(true);
    dialog->setWindowTitle(tr("How popular is counted"));
    auto *heading = makeLabel(dialog, Tone::Title);
    heading->setText(dialog->windowTitle());
    auto *words = makeLabel(dialog);
    words->setText(client::popularityHelp());
    words->setMinimumWidth(theme.px(400));
    dialog->setAccessibleDescription(words->text());
    auto *close = makeButton(dialog, Kind::Primary);
    close->setText(tr("Close"));
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(20));
    layout->setSpacing(theme.px(12));
    layout->addWidget(heading);
    layout->addWidget(words);
    layout->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
    close->setFocus();
    dialog->open();
}

// --- keys -----------------------------------------------------------------------------------------------------------

void LoungePage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (!plain || !(showsPost() ? keyOfPost(event->key()) : keyOfList(event->key())))
        Translated::keyPressEvent(event);
}

bool LoungePage::keyOfPost(int key)
{
    switch (key) {
    case Qt::Key_Escape:
    case Qt::Key_Backspace: return goBack();
    case Qt::Key_L: m_view->like(); return true;
    case Qt::Key_C: m_view->focusComment(); return true;
    case Qt::Key_N: newPost(); return true;
    default: return false;
    }
}

bool LoungePage::keyOfList(int key)
{
    const auto current = m_list->current();
    switch (key) {
    case Qt::Key_Escape:
        if (!goBack())
            showTab(Tab(m_tabs->currentIndex()));
        return true;
    case Qt::Key_L:
        if (current && showsList())
            like(*current);
        return true;
    case Qt::Key_C:
        if (current && showsList()) {
            openPost(current->post);
            m_view->commentWhenLoaded();
        }
        return true;
    case Qt::Key_N: newPost(); return true;
    case Qt::Key_Slash: focusSearch(); return true;
    case Qt::Key_F5:
        if (showsTables())
            m_tables->refresh();
        else
            m_posts->refresh();
        return true;
    default: return false;
    }
}

} // namespace jjak::desktop
