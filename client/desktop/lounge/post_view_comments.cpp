// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/lounge/comment_box.h"
#include "client/desktop/lounge/name_dialog.h"
#include "client/desktop/lounge/post_view.h"
#include "client/desktop/safety/safety.h"

//! The comments below a post: fetched, written, changed, deleted.
namespace jjak::desktop {

void PostView::loadMore()
{
    if (!m_id || m_next.isEmpty())
        return;
    m_more->setEnabled(false);
    m_context.session.lounge().listComments(*m_id, m_next, [self = QPointer<PostView>(this), round = m_round](const Result<protocol::cmd::CommentList> &page) {
        if (!self || self->m_round != round)
            return;
        self->m_more->setEnabled(true);
        if (!page) {
            self->m_toEnd = false;
            Q_EMIT self->said(client::sentence(page.error()));
            return;
        }
        self->add(*page);
        self->refresh();
    });
}

void PostView::add(const protocol::cmd::CommentList &page)
{
    for (const protocol::Comment &comment : page.comments)
        if (std::ranges::none_of(m_cards, [&](const CommentCard *card) { return card->comment().comment == comment.comment; }))
            addCard(comment);
    m_next = page.next.value_or(QString());
    m_toEnd = m_toEnd && !m_next.isEmpty();
    if (m_toEnd)
        loadMore();
}

CommentCard *PostView::addCard(const protocol::Comment &comment)
{
    auto *card = new CommentCard(m_context, m_comments->parentWidget());
    card->set(comment, m_post.mine);
    m_comments->addWidget(card);
    m_cards.append(card);
    connect(card, &CommentCard::likeWanted, this, [this, card] { m_context.session.lounge().likeComment(card->comment().comment, !card->comment().liked); });
    connect(card, &CommentCard::wished, this, [this, card](CommentCard::Wish what) { wish(card, what); });
    connect(card, &CommentCard::linkWanted, this, &PostView::askToOpen);
    return card;
}

void PostView::dropCard(CommentCard *card)
{
    if (card->isAncestorOf(QApplication::focusWidget()))
        m_box->edit()->setFocus();
    m_cards.removeOne(card);
    card->hide();
    card->deleteLater(); // it may be telling this at the moment
}

void PostView::clearCards()
{
    while (!m_cards.isEmpty())
        dropCard(m_cards.last());
}

void PostView::wish(CommentCard *card, CommentCard::Wish wish)
{
    const protocol::Comment comment = card->comment();
    switch (wish) {
    case CommentCard::Wish::Edit:
        if (!m_editing)
            keepWords();
        m_editing = comment.comment;
        m_box->setEditing(true);
        m_box->setText(comment.text);
        focusComment();
        break;
    case CommentCard::Wish::Delete:
        askToDelete(tr("Delete this comment?"), tr("It is gone for everybody. This cannot be undone."), [this, id = comment.comment] {
            m_context.session.lounge().eraseComment(id, [self = QPointer<PostView>(this), id](const Result<Done> &result) {
                if (!self)
                    return;
                if (!result)
                    return Q_EMIT self->said(client::sentence(result.error()));
                const auto gone = std::ranges::find(self->m_cards, id, [](const CommentCard *one) { return one->comment().comment; });
                if (gone != self->m_cards.end())
                    self->dropCard(*gone);
                self->refresh();
            });
        });
        break;
    case CommentCard::Wish::Report: m_safety.reportAuthor(m_post.post, comment.comment, comment.name); break;
    case CommentCard::Wish::Block: m_safety.blockAuthor(m_post.post, comment.comment, comment.name); break;
    }
}

//! The field is for new words again; what was begun before is back in it.
void PostView::stopEditing()
{
    if (!m_editing)
        return;
    m_editing.reset();
    m_box->setEditing(false);
    m_box->setText(m_id ? m_words.value(*m_id) : QString());
}

void PostView::send(const QString &text)
{
    client::Lounge &lounge = m_context.session.lounge();
    if (!m_id)
        return;
    if (lounge.isProfileKnown() && !lounge.profile()) {
        auto *dialog = new NameDialog(m_context, window());
        connect(dialog, &QDialog::accepted, this, [this, text] { send(text); });
        return dialog->open();
    }
    m_box->setBusy(true);
    const QPointer<PostView> self(this);
    if (m_editing)
        return lounge.editComment(*m_editing, text, [self, id = *m_editing, text, post = *m_id](const Result<Done> &result) {
            if (self && self->m_id == post)
                self->changed(id, text, result);
        });
    lounge.comment(*m_id, text, [self, text, post = *m_id](const Result<CommentId> &result) {
        if (self && self->m_id == post)
            self->sent(text, result);
        else if (self && result)
            self->m_words.remove(post);
    });
}

void PostView::sent(const QString &text, const Result<CommentId> &result)
{
    m_box->setBusy(false);
    if (!result) {
        if (result.error().code != ErrorCode::LoungeNoName)
            return m_box->setError(client::sentence(result.error()));
        auto *dialog = new NameDialog(m_context, window());
        connect(dialog, &QDialog::accepted, this, [this, text] { send(text); });
        return dialog->open();
    }
    m_box->setText({});
    keepWords();
    const auto &profile = m_context.session.lounge().profile();
    if (m_next.isEmpty()) {
        protocol::Comment own;
        own.comment = *result;
        own.name = profile ? profile->name : QString();
        own.mine = true;
        own.text = text;
        own.at = m_context.session.serverNow();
        addCard(own);
        refresh();
    } else {
        m_toEnd = true;
        loadMore();
    }
    // When the layout has made room for it.
    QTimer::singleShot(0, this, [this] { m_scroll->verticalScrollBar()->setValue(m_scroll->verticalScrollBar()->maximum()); });
}

void PostView::changed(CommentId comment, const QString &text, const Result<Done> &result)
{
    m_box->setBusy(false);
    if (!result)
        return m_box->setError(client::sentence(result.error()));
    for (CommentCard *card : std::as_const(m_cards)) {
        if (card->comment().comment != comment)
            continue;
        protocol::Comment now = card->comment();
        now.text = text;
        now.edited = m_context.session.serverNow();
        card->set(now, m_post.mine);
    }
    stopEditing();
}

} // namespace jjak::desktop
