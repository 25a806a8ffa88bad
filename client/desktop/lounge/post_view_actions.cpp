// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDesktopServices>
#include <QMenu>
#include <QPointer>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/chats/link_dialog.h"
#include "client/desktop/lounge/like_button.h"
#include "client/desktop/lounge/post_thumbnails.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/safety/confirm_dialog.h"
#include "client/desktop/safety/safety.h"

//! What one does with a post, and what changes it.
namespace jjak::desktop {

namespace {

//! As many as there are after one more likes it, or one less.
template <class T>
void take(T &item, bool on)
{
    if (item.liked == on)
        return;
    item.liked = on;
    item.likes = std::max(0, item.likes + (on ? 1 : -1));
}

} // namespace

void PostView::connectLounge()
{
    client::Lounge &lounge = m_context.session.lounge();
    connect(&lounge, &client::Lounge::postLiked, this, [this](PostId post, bool on) {
        if (m_id != post)
            return;
        take(m_post, on);
        m_like->set(m_post.likes, m_post.liked, m_post.mine || !m_whole);
    });
    connect(&lounge, &client::Lounge::commentLiked, this, [this](CommentId comment, bool on) {
        for (CommentCard *card : std::as_const(m_cards)) {
            if (card->comment().comment != comment)
                continue;
            protocol::Comment now = card->comment();
            take(now, on);
            card->set(now, m_post.mine);
        }
    });
    connect(&lounge, &client::Lounge::postChanged, this, [this](PostId post) {
        if (m_id != post || !m_whole)
            return;
        m_context.session.lounge().look(post, [self = QPointer<PostView>(this), round = m_round](const Result<protocol::Post> &now) {
            if (!self || self->m_round != round || !now)
                return;
            self->m_post = *now;
            self->refresh();
        });
    });
    connect(&lounge, &client::Lounge::postGone, this, [this](PostId post) {
        m_words.remove(post);
        if (m_id == post)
            Q_EMIT backWanted();
    });
    connect(&lounge, &client::Lounge::authorBlocked, this, [this] { load(); }); // what they said is hidden now
    connect(&lounge, &client::Lounge::ready, this, [this] {
        if (!m_whole)
            load();
    });
    connect(&lounge, &client::Lounge::forgotten, this, [this] {
        close();
        m_words.clear();
        Q_EMIT backWanted();
    });
}

void PostView::like()
{
    if (m_id && m_whole && !m_post.mine)
        m_context.session.lounge().like(*m_id, !m_post.liked);
}

void PostView::askToOpen(const QUrl &url)
{
    auto *dialog = new LinkDialog(m_context.theme, url, window());
    connect(dialog, &LinkDialog::openWanted, this, [](const QUrl &wanted) { QDesktopServices::openUrl(wanted); });
    dialog->open();
}

void PostView::refillMenu()
{
    m_menu->clear();
    if (!m_id || !m_whole)
        return;
    const auto add = [this](const QString &text, std::function<void()> what) { connect(m_menu->addAction(text), &QAction::triggered, this, what); };
    add(tr("Posts of %1").arg(m_post.name), [this] { Q_EMIT authorWanted(m_post.author, m_post.name); });
    if (!m_post.mine && !m_post.pictures.isEmpty()) {
        const bool trusted = m_thumbnails.trustsAll();
        add(trusted ? tr("Blur pictures in the lounge again") : tr("Always show pictures in the lounge"), [this, trusted] {
            m_thumbnails.trustAll(!trusted);
            QMetaObject::invokeMethod(this, &PostView::refillMenu, Qt::QueuedConnection); // not while one of its entries is told
        });
    }
    m_menu->addSeparator();
    if (m_post.mine) {
        add(tr("Edit …"), [this] { Q_EMIT editWanted(m_post); });
        add(tr("Delete …"), [this] {
            askToDelete(tr("Delete this post?"), tr("It is gone for everybody, with all its comments. This cannot be undone."), [this, post = m_post.post] {
                m_context.session.lounge().erase(post, [self = QPointer<PostView>(this)](const Result<Done> &result) {
                    if (self)
                        Q_EMIT self->said(result ? tr("The post is deleted.") : client::sentence(result.error()));
                });
            });
        });
        return;
    }
    add(tr("Report …"), [this] { m_safety.reportAuthor(m_post.post, {}, m_post.name); });
    add(tr("Block …"), [this] { m_safety.blockAuthor(m_post.post, {}, m_post.name); });
}

void PostView::askToDelete(const QString &title, const QString &text, const std::function<void()> &yes)
{
    auto *dialog = new ConfirmDialog(m_context.theme, title, text, tr("Delete"), window());
    connect(dialog, &QDialog::accepted, this, yes);
    dialog->open();
}

} // namespace jjak::desktop
