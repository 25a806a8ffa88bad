// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_table.h"

#include <QPointer>
#include <QVBoxLayout>

#include "client/desktop/kit/icons.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_card.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

PostTable::PostTable(Context &context, TableActions &actions, QWidget *parent)
    : Translated(parent), m_context(context), m_actions(actions), m_card(new TableCard(context, actions, this)), m_offer(makeButton(this))
{
    m_card->setBesidePost(true);
    m_offer->setIcon(themedIcon(context.theme, u"users"_s));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);
    layout->addWidget(m_offer, 0, Qt::AlignLeft);
    connect(m_offer, &QPushButton::clicked, this, [this] { m_actions.offer(m_post); });
    connect(&actions.mine(), &client::MyTables::tableChanged, this, &PostTable::take);
    connect(&actions, &TableActions::outdated, this, [this](TableId table) {
        if (table == m_card->table().table)
            lookAgain(table);
    });
    retranslate();
}

void PostTable::setPost(const protocol::Post &post)
{
    const bool another = post.post != m_post.post;
    m_post = post;
    if (another)
        m_card->setTable(m_actions.mine().ofPost(post.post).value_or(protocol::Table()));
    refresh();
}

void PostTable::setOpened(const protocol::Post &post, const std::optional<protocol::Table> &table)
{
    setPost(post);
    if (table)
        take(*table);
}

void PostTable::lookAgain(TableId table)
{
    m_context.session.tables().look(table, [self = QPointer<PostTable>(this), table](const Result<protocol::Table> &now) {
        if (!self || self->m_card->table().table != table)
            return;
        if (now)
            self->take(*now);
        else if (now.error().code == ErrorCode::TableNotFound)
            self->m_card->setTable({});
        self->refresh();
    });
}

//! An ended one stays where somebody reads, until another takes its place.
void PostTable::take(const protocol::Table &table)
{
    if (m_post.post.isNull() || table.post != m_post.post)
        return;
    const protocol::Table &shown = m_card->table();
    const bool same = shown.table == table.table && shown.version <= table.version;
    const bool next = shown.table != table.table && table.phase != protocol::TablePhase::Ended;
    if (same || next)
        m_card->setTable(table);
    refresh();
}

TableCard *PostTable::card() const
{
    return m_card->isVisibleTo(this) ? m_card : nullptr;
}

void PostTable::retranslate()
{
    m_offer->setText(tr("Offer a table …"));
    m_offer->setToolTip(tr("A small chat of up to four people that starts from this post"));
    refresh();
}

void PostTable::refresh()
{
    const bool known = !m_card->table().table.isNull(), goesOn = known && m_card->table().phase != protocol::TablePhase::Ended;
    m_card->setVisible(known);
    m_offer->setVisible(m_post.mine && !goesOn);
    setVisible(known || m_post.mine);
}

} // namespace jjak::desktop
