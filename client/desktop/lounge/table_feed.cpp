// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_feed.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/kit/empty_state.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_card.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::TablePages;

namespace {

constexpr int againMs = 30'000;

} // namespace

TableFeed::TableFeed(Context &context, TableActions &actions, QWidget *parent)
    : Translated(parent), m_context(context), m_actions(actions), m_pages(new TablePages(context.session, this)), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(context.theme, u"users"_s)), m_more(makeButton(this, Kind::Link)), m_retry(makeButton(this)), m_note(makeLabel(this, Tone::Muted))
{
    m_stack->addWidget(new PlainScroll(makeColumn(), m_stack));
    m_stack->addWidget(new PlainScroll(m_empty, m_stack));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_note, 1);
    foot->addWidget(m_retry);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(context.theme.px(6));
    layout->addWidget(m_stack, 1);
    layout->addLayout(foot);
    m_again.setInterval(againMs);
    connect(&m_again, &QTimer::timeout, this, &TableFeed::refresh);
    connect(m_pages, &TablePages::changed, this, &TableFeed::fill);
    connect(&actions, &TableActions::outdated, this, [this] {
        if (m_pages->isListed())
            refresh();
    });
    connect(m_more, &QPushButton::clicked, m_pages, &TablePages::more);
    connect(m_retry, &QPushButton::clicked, m_pages, &TablePages::retry);
    connect(m_empty, &EmptyState::actionTriggered, this, &TableFeed::act);
    retranslate();
}

QWidget *TableFeed::makeColumn()
{
    const Theme &theme = m_context.theme;
    auto *all = new QWidget;
    m_column = new QVBoxLayout;
    m_column->setSpacing(theme.px(10));
    auto *layout = new QVBoxLayout(all);
    layout->setContentsMargins(0, theme.px(4), theme.px(6), theme.px(4));
    layout->setSpacing(theme.px(10));
    layout->addLayout(m_column);
    layout->addWidget(m_more, 0, Qt::AlignHCenter);
    layout->addStretch();
    return all;
}

void TableFeed::look(const QString &text)
{
    if (text == m_pages->text() && (m_pages->isListed() || m_pages->state() == TablePages::State::Loading))
        return;
    m_pages->setText(text);
}

void TableFeed::refresh()
{
    if (m_pages->state() != TablePages::State::Loading)
        m_pages->refresh();
}

TableCard *TableFeed::cardOf(const protocol::Table &table)
{
    const auto it = std::ranges::find_if(m_cards, [&](const TableCard *card) { return card->table().table == table.table; });
    TableCard *card = it == m_cards.end() ? new TableCard(m_context, m_actions, m_stack->widget(0)) : *it;
    if (it == m_cards.end())
        card->setLeadsToPost(true);
    if (card->table().version <= table.version)
        card->setTable(table);
    return card;
}

//! Cards that stay keep the keyboard; where one goes that had it, the next gets it.
void TableFeed::fill()
{
    const QWidget *focus = QApplication::focusWidget();
    const auto focused = std::ranges::find_if(m_cards, [&](const TableCard *card) { return focus && (card == focus || card->isAncestorOf(focus)); });
    const auto at = focused - m_cards.begin();
    QList<TableCard *> now;
    for (const protocol::Table &table : m_pages->tables())
        now.append(cardOf(table));
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    for (TableCard *card : now) {
        m_column->addWidget(card);
        card->show();
    }
    const bool lost = focused != m_cards.end() && !now.contains(*focused);
    for (TableCard *card : std::as_const(m_cards))
        if (!now.contains(card)) {
            card->hide();
            card->deleteLater();
        }
    m_cards = now;
    refreshWords();
    if (lost)
        (m_cards.isEmpty() ? static_cast<QWidget *>(m_empty->button()) : m_cards[std::min<qsizetype>(at, m_cards.size() - 1)])->setFocus();
    Q_EMIT changed();
}

void TableFeed::refreshWords()
{
    using State = TablePages::State;
    const bool any = !m_cards.isEmpty(), failed = m_pages->state() == State::Failed;
    m_stack->setCurrentIndex(!any && (failed || (m_pages->isListed() && m_pages->state() == State::Idle)) ? 1 : 0);
    if (failed && !any)
        m_empty->setTexts(tr("The tables are not here"), client::sentence(m_pages->error()), tr("Try again"));
    else if (!m_pages->text().isEmpty())
        m_empty->setTexts(tr("No table about “%1”").arg(m_pages->text()), tr("Another word may help, also a part of one, or a #tag."));
    else
        m_empty->setTexts(tr("No table is offered at the moment"),
                           tr("A table is a small chat of up to four people that starts from a post. Open one of your posts and offer a table with it."), tr("To my posts"));
    m_more->setVisible(any && !m_pages->isComplete() && m_pages->state() == State::Idle);
    m_note->setText(any && failed ? client::sentence(m_pages->error()) : !any && m_pages->state() == State::Loading ? tr("Loading …") : QString());
    m_note->setVisible(!m_note->text().isEmpty());
    m_retry->setVisible(any && failed);
}

void TableFeed::retranslate()
{
    m_more->setText(tr("Show more tables"));
    m_retry->setText(tr("Try again"));
    refreshWords();
}

//! What the button of an empty feed does.
void TableFeed::act()
{
    if (m_pages->state() == TablePages::State::Failed)
        m_pages->retry();
    else
        Q_EMIT ownPostsWanted();
}

void TableFeed::focusFirst()
{
    if (!m_cards.isEmpty())
        m_cards.first()->setFocus();
    else if (m_empty->isVisibleTo(this))
        m_empty->button()->setFocus();
}

QString TableFeed::note() const
{
    return m_note->text();
}

void TableFeed::showEvent(QShowEvent *event)
{
    Translated::showEvent(event);
    refresh();
    m_again.start();
}

void TableFeed::hideEvent(QHideEvent *event)
{
    m_again.stop();
    Translated::hideEvent(event);
}

} // namespace jjak::desktop
