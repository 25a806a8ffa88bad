// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/comment_card.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>

#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/like_button.h"
#include "client/desktop/lounge/markdown_view.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

CommentCard::CommentCard(Context &context, QWidget *parent)
    : QWidget(parent), m_context(context), m_by(makeLabel(this, Tone::Muted)), m_text(new MarkdownView(context.theme, this)), m_like(new LikeButton(context.theme, this)),
      m_more(makeIconButton(this, context.theme, u"more"_s)), m_menu(new QMenu(this))
{
    const Theme &theme = context.theme;
    m_text->setFocusPolicy(Qt::ClickFocus); // the card's name tells what is in it
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    auto *top = new QHBoxLayout;
    top->setSpacing(theme.px(4));
    top->addWidget(m_by, 1);
    top->addWidget(m_like);
    top->addWidget(m_more);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(12), theme.px(6), theme.px(6), theme.px(10));
    layout->setSpacing(theme.px(2));
    layout->addLayout(top);
    layout->addWidget(m_text);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("panel", u"card"_s);
    connect(m_like, &QToolButton::clicked, this, &CommentCard::likeWanted);
    connect(m_text, &MarkdownView::linkWanted, this, &CommentCard::linkWanted);
}

void CommentCard::set(const protocol::Comment &comment, bool ownPost)
{
    m_comment = comment;
    m_ownPost = ownPost;
    m_text->setText(comment.text);
    m_text->setFocusPolicy(m_text->hasLinks() ? Qt::StrongFocus : Qt::ClickFocus);
    retranslate();
}

void CommentCard::retranslate()
{
    const QString by = byText(displayText(m_comment.name), m_comment.at, m_comment.edited.has_value(), m_context.session.serverNow());
    m_by->setText(m_comment.demo ? tr("%1 · demo", "who · when").arg(by) : by);
    m_like->set(m_comment.likes, m_comment.liked, m_comment.mine);
    const QString name = tr("Comment by %1").arg(displayText(m_comment.name));
    setAccessibleName(name);
    m_text->setAccessibleName(name);
    nameButton(m_more, tr("What to do with this comment"));
    refill();
}

void CommentCard::refill()
{
    m_menu->clear();
    const auto add = [this](const QString &text, Wish wish) { connect(m_menu->addAction(text), &QAction::triggered, this, [this, wish] { Q_EMIT wished(wish); }); };
    if (m_comment.mine)
        add(tr("Edit"), Wish::Edit);
    if (m_comment.mine || m_ownPost)
        add(tr("Delete …"), Wish::Delete);
    if (!m_comment.mine) {
        add(tr("Report …"), Wish::Report);
        add(tr("Block …"), Wish::Block);
    }
}

} // namespace jjak::desktop
