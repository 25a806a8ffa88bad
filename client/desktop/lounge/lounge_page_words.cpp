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
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

//! What the lounge says, its dialogs and its keys.
namespace jjak::desktop {

using client::PostListModel;
using protocol::Feed;

void LoungePage::retranslate()
{
    m_heading->setText(tr("Lounge"));
    const QStringList feeds{tr("New"), tr("Today", "what is popular today"), tr("This week", "what is popular this week"), tr("Mine", "posts"), tr("Liked", "posts")};
    const QStringList meanings{tr("All posts, the newest first"), tr("What is popular today"), tr("What is popular this week"), tr("What you have written"), tr("What you like")};
    for (int i = 0; i < feeds.size(); ++i) {
        m_tabs->setTabText(i, feeds[i]);
        m_tabs->setTabToolTip(i, meanings[i]);
    }
    m_tabs->setAccessibleName(tr("Which posts"));
    m_search->setPlaceholderText(tr("Words, or a #tag"));
    m_search->setAccessibleName(tr("Search posts: words, or a #tag"));
    m_new->setText(tr("New post"));
    m_new->setToolTip(tr("New post (N)"));
    m_retry->setText(tr("Try again"));
    m_all->setText(tr("Show all"));
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
    m_filter->setVisible(m_posts->query().author.has_value());
    m_all->setVisible(m_filter->isVisibleTo(m_filter->parentWidget()));
    m_filter->setText(tr("Posts of %1").arg(m_authorName));
    const bool empty = !any && (failed || (m_posts->isListed() && m_posts->state() == State::Idle));
    if (empty)
        refreshEmpty();
    m_middle->setCurrentIndex(empty ? 1 : 0);
    m_note->setText(any && failed ? client::sentence(m_posts->error()) : m_posts->state() == State::Loading ? tr("Loading …") : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_retry->setVisible(any && failed);
    refreshNews();
    if (any && m_wantsList && m_tabs->hasFocus())
        focusFirst();
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

void LoungePage::refreshNews()
{
    m_pill->setText(tr("%n new post(s)", nullptr, m_posts->news()));
    m_pill->setVisible(m_posts->news() > 0);
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
            showFeed(Feed(m_tabs->currentIndex()));
        return true;
    case Qt::Key_L:
        if (current)
            like(*current);
        return true;
    case Qt::Key_C:
        if (current) {
            openPost(current->post);
            m_view->commentWhenLoaded();
        }
        return true;
    case Qt::Key_N: newPost(); return true;
    case Qt::Key_Slash: focusSearch(); return true;
    case Qt::Key_F5: m_posts->refresh(); return true;
    default: return false;
    }
}

} // namespace jjak::desktop
