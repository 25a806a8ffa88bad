// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QTimer>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/kit/reading_column.h"
#include "client/desktop/lounge/comment_box.h"
#include "client/desktop/lounge/flow_layout.h"
#include "client/desktop/lounge/like_button.h"
#include "client/desktop/lounge/markdown_view.h"
#include "client/desktop/lounge/post_pictures.h"
#include "client/desktop/lounge/post_table.h"
#include "client/desktop/lounge/post_words.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int columnWidth = 640;

} // namespace

PostView::PostView(Context &context, Safety &safety, PostThumbnails &thumbnails, TableActions &tables, QWidget *parent)
    : Translated(parent), m_context(context), m_safety(safety), m_thumbnails(thumbnails), m_back(makeButton(this, Kind::Quiet)),
      m_menuButton(makeIconButton(this, context.theme, u"more"_s)), m_menu(new QMenu(this)), m_title(makeLabel(this, Tone::Title)), m_by(makeLabel(this, Tone::Muted)),
      m_status(makeLabel(this, Tone::Muted)), m_counts(makeLabel(this, Tone::Muted)), m_heading(makeLabel(this, Tone::Strong)), m_none(makeLabel(this, Tone::Muted)),
      m_text(new MarkdownView(context.theme, this)), m_pictures(new PostPictures(context, thumbnails, this)), m_table(new PostTable(context, tables, this)), m_tagRow(new QWidget(this)),
      m_tags(new FlowLayout(context.theme.px(6), m_tagRow)), m_like(new LikeButton(context.theme, this)), m_more(makeButton(this, Kind::Link)), m_retry(makeButton(this)),
      m_box(new CommentBox(context, this))
{
    const Theme &theme = context.theme;
    m_scroll = new PlainScroll(makeReadingPage(makePost(), theme, columnWidth), this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeTop());
    layout->addWidget(m_scroll, 1);
    layout->addWidget(makeReadingPage(m_box, theme, columnWidth));
    connect(m_back, &QPushButton::clicked, this, &PostView::backWanted);
    connect(m_like, &QToolButton::clicked, this, &PostView::like);
    connect(m_text, &MarkdownView::linkWanted, this, &PostView::askToOpen);
    connect(m_more, &QPushButton::clicked, this, &PostView::loadMore);
    connect(m_retry, &QPushButton::clicked, this, &PostView::load);
    connect(&tables, &TableActions::offered, this, [this](PostId post) {
        if (m_id == post) // when there is room for its card
            QTimer::singleShot(0, m_table, [this] { m_scroll->ensureWidgetVisible(m_table); });
    });
    connect(m_box, &CommentBox::sendWanted, this, &PostView::send);
    connect(m_box, &CommentBox::editCancelled, this, &PostView::stopEditing);
    connectLounge();
    retranslate();
}

QWidget *PostView::makeTop()
{
    const Theme &theme = m_context.theme;
    auto *bar = new QWidget(this);
    m_back->setIcon(themedIcon(theme, u"back"_s));
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(theme.px(8), theme.px(8), theme.px(12), theme.px(4));
    row->addWidget(m_back);
    row->addStretch();
    row->addWidget(m_menuButton);
    return bar;
}

QWidget *PostView::makePost()
{
    const Theme &theme = m_context.theme;
    auto *column = new QWidget;
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *row = new QHBoxLayout;
    row->setSpacing(theme.px(12));
    row->addWidget(m_like);
    row->addWidget(m_counts, 1);
    auto *comments = new QWidget(column);
    m_comments = new QVBoxLayout(comments);
    m_comments->setContentsMargins(0, 0, 0, 0);
    m_comments->setSpacing(theme.px(8));
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, theme.px(4), 0, theme.px(12));
    layout->setSpacing(theme.px(10));
    for (QWidget *widget : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_by), static_cast<QWidget *>(m_text), static_cast<QWidget *>(m_pictures), m_tagRow})
        layout->addWidget(widget);
    layout->addLayout(row);
    layout->addWidget(m_table);
    layout->addWidget(m_status);
    layout->addWidget(m_retry, 0, Qt::AlignLeft);
    layout->addSpacing(theme.px(8));
    layout->addWidget(m_heading);
    layout->addWidget(m_none);
    layout->addWidget(comments);
    layout->addWidget(m_more, 0, Qt::AlignHCenter);
    layout->addStretch();
    return column;
}

void PostView::open(PostId post, const std::optional<protocol::Post> &known)
{
    if (m_id == post)
        return;
    close();
    m_id = post;
    m_post = known.value_or(protocol::Post());
    m_post.post = post;
    m_box->setText(m_words.value(post));
    m_scroll->verticalScrollBar()->setValue(0);
    refresh();
    load();
}

void PostView::close()
{
    stopEditing();
    keepWords();
    ++m_round;
    m_id.reset();
    m_post = {};
    m_whole = m_toEnd = m_wantsWords = false;
    m_next.clear();
    clearCards();
    m_box->setText({});
    m_box->setBusy(false);
    setStatus({});
    refresh();
}

//! What was begun about this post is there when it is opened again.
void PostView::keepWords()
{
    if (m_id && m_box->text().trimmed().isEmpty())
        m_words.remove(*m_id);
    else if (m_id)
        m_words.insert(*m_id, m_box->text());
}

void PostView::load()
{
    if (!m_id)
        return;
    setStatus(m_whole ? QString() : tr("Loading …"));
    m_context.session.lounge().open(*m_id, [self = QPointer<PostView>(this), round = ++m_round](const Result<protocol::cmd::OpenedPost> &opened) {
        if (self && self->m_round == round)
            self->loaded(opened);
    });
}

void PostView::loaded(const Result<protocol::cmd::OpenedPost> &opened)
{
    if (!opened)
        return setStatus(client::sentence(opened.error()), opened.error().code != ErrorCode::PostNotFound);
    m_post = opened->post;
    m_whole = true;
    m_table->setOpened(m_post, opened->table);
    setStatus({});
    clearCards();
    add(opened->comments);
    refresh();
    if (std::exchange(m_wantsWords, false))
        focusComment();
    else if (m_back->hasFocus())
        focusFirst();
}

void PostView::refresh()
{
    m_title->setText(displayText(m_post.heading));
    m_title->setAccessibleName(tr("Title"));
    const QString by = m_post.name.isEmpty() ? QString() : byText(displayText(m_post.name), m_post.at, m_post.edited.has_value(), m_context.session.serverNow());
    m_by->setText(m_post.demo ? tr("%1 · demo", "who · when").arg(by) : by);
    m_text->setText(m_whole ? m_post.text : QString());
    m_text->setVisible(m_whole && !m_post.text.isEmpty());
    m_table->setPost(m_post);
    m_pictures->set(m_post.pictures, m_post.mine);
    m_like->set(m_post.likes, m_post.liked, m_post.mine || !m_whole);
    m_counts->setText(tr("%1 · %2", "how many comments · how many views").arg(commentsText(m_post.comments), viewsText(m_post.views)));
    m_none->setVisible(m_whole && m_cards.isEmpty() && m_next.isEmpty());
    m_heading->setVisible(m_whole);
    m_more->setVisible(m_whole && !m_next.isEmpty());
    m_box->setEnabled(m_whole);
    refreshTags();
    refillMenu();
}

void PostView::refreshTags()
{
    while (QLayoutItem *item = m_tags->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    for (const QString &tag : std::as_const(m_post.tags)) {
        auto *button = makeButton(m_tagRow);
        button->setText(displayText(tagText(tag)));
        button->setAccessibleName(tr("Posts of the tag %1").arg(displayText(tagText(tag))));
        button->setProperty("kind", u"tag"_s);
        connect(button, &QPushButton::clicked, this, [this, tag] { Q_EMIT tagWanted(tag); });
        m_tags->addWidget(button);
        button->show();
    }
    m_tagRow->setVisible(!m_post.tags.isEmpty());
}

void PostView::retranslate()
{
    m_back->setText(tr("All posts"));
    m_back->setAccessibleName(tr("Back to the posts"));
    m_back->setToolTip(tr("Back to the posts (Esc)"));
    nameButton(m_menuButton, tr("What to do with this post"));
    m_text->setAccessibleName(tr("Text of the post"));
    m_heading->setText(tr("Comments"));
    m_none->setText(tr("Nobody has said anything yet."));
    m_more->setText(tr("Show more comments"));
    m_retry->setText(tr("Try again"));
    m_box->retranslate();
    for (CommentCard *card : std::as_const(m_cards))
        card->retranslate();
    refresh();
}

void PostView::setStatus(const QString &sentence, bool again)
{
    m_status->setText(sentence);
    m_status->setVisible(!sentence.isEmpty());
    m_retry->setVisible(again);
}

QString PostView::status() const
{
    return m_status->text();
}

void PostView::focusFirst()
{
    (m_text->isVisibleTo(this) ? static_cast<QWidget *>(m_text) : m_back)->setFocus();
}

void PostView::commentWhenLoaded()
{
    m_wantsWords = !m_whole;
    focusComment();
}

void PostView::focusComment()
{
    if (m_box->isEnabled())
        m_box->edit()->setFocus();
}

} // namespace jjak::desktop
