// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/nearby/proposal_view.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/kit/countdown_ring.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/makers.h"
#include "common/rules/limits.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

ProposalView::ProposalView(Context &context, QWidget *parent) : Translated(parent), m_context(context)
{
    const Theme &theme = context.theme;
    auto *card = new Card(theme, this);
    card->setMaximumWidth(theme.px(460));
    m_ring = new CountdownRing(theme, card);
    m_sign = new QLabel(card);
    m_heading = makeLabel(card, Tone::Display);
    m_text = makeLabel(card);
    m_demo = makeLabel(card, Tone::Strong);
    m_yes = makeButton(card, Kind::Primary);
    m_no = makeButton(card);
    m_more = makeIconButton(card, theme, u"more"_s);
    auto *menu = new QMenu(m_more);
    m_block = menu->addAction(themedIcon(theme, u"block"_s), {});
    m_report = menu->addAction(themedIcon(theme, u"report"_s), {});
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);

    auto *others = new QHBoxLayout;
    others->setSpacing(theme.px(10));
    others->addWidget(m_no, 1);
    others->addWidget(m_more);
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(theme.px(32), theme.px(28), theme.px(32), theme.px(28));
    inside->setSpacing(theme.px(14));
    inside->addWidget(m_ring, 0, Qt::AlignCenter);
    inside->addWidget(m_sign, 0, Qt::AlignCenter);
    for (QLabel *label : {m_heading, m_text, m_demo}) {
        label->setAlignment(Qt::AlignCenter);
        inside->addWidget(label);
    }
    inside->addSpacing(theme.px(8));
    inside->addWidget(m_yes);
    inside->addLayout(others);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(card, 10);
    row->addStretch();
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(theme.px(24), theme.px(24), theme.px(24), theme.px(24));
    all->addStretch();
    all->addLayout(row);
    all->addStretch();

    connect(m_yes, &QPushButton::clicked, this, &ProposalView::accept);
    connect(m_no, &QPushButton::clicked, this, &ProposalView::decline);
    connect(m_block, &QAction::triggered, this, [this] { Q_EMIT blockWanted(m_proposal->proposal); });
    connect(m_report, &QAction::triggered, this, [this] { Q_EMIT reportWanted(m_proposal->proposal); });
    retranslate();
}

void ProposalView::retranslate()
{
    m_no->setText(tr("No, thanks (D)"));
    nameButton(m_more, tr("More: block or report"));
    m_block->setText(tr("Block …"));
    m_report->setText(tr("Report …"));
    m_demo->setText(tr("This is a demo person, not a human."));
    refresh();
}

void ProposalView::showProposal(const protocol::Proposal &proposal)
{
    if (!m_proposal || m_proposal->proposal != proposal.proposal)
        m_said.reset();
    m_proposal = proposal;
    m_room.reset();
    const Duration left = proposal.deadline - m_context.session.serverNow();
    m_ring->setRemaining(std::max<qint64>(0, left.count()), limits::proposalTime.count());
    refresh();
}

void ProposalView::showMatch(RoomId room)
{
    m_proposal.reset();
    m_room = room;
    m_ring->stop();
    refresh();
}

void ProposalView::refresh()
{
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const bool match = m_room.has_value(), open = isOpen();
    m_ring->setVisible(!match);
    m_sign->setVisible(match);
    m_demo->setVisible(m_proposal && m_proposal->demo);
    m_no->setVisible(open);
    m_more->setVisible(!match);
    m_yes->setVisible(open || match);
    if (match) {
        const client::RoomEntry *entry = m_context.session.state().room(*m_room);
        m_sign->setPixmap(iconPixmap(u"spark"_s, m_context.theme.px(64), m_context.theme.tokens().accentStrong, devicePixelRatioF()));
        m_heading->setText(tr("You both said yes!"));
        if (!entry)
            m_text->clear();
        else if (entry->room.distance)
            m_text->setText(tr("You have met %1, %2.", "a name, then how far: less than 5 km away").arg(client::titleOf(entry->room), client::distanceLabel(*entry->room.distance)));
        else
            m_text->setText(tr("You have met %1.").arg(client::titleOf(entry->room)));
        m_yes->setText(tr("Say hello (Enter)"));
    } else if (open) {
        m_heading->setText(tr("Somebody is there"));
        m_text->setText(tr("If you both say yes, a conversation opens. Until then neither of you sees anything of the other."));
        m_yes->setText(tr("Yes, let us talk (Enter)"));
    } else if (m_said == false) {
        m_heading->setText(tr("You said no"));
        m_text->setText(tr("One moment …"));
    } else {
        m_heading->setText(tr("You said yes"));
        m_text->setText(tr("Now the other person decides. You hear at once, whatever it is."));
    }
    setAccessibleName(m_heading->text());
    m_yes->setAccessibleDescription(m_text->text());
    if (hadFocus && !m_yes->hasFocus()) // what had it may be hidden now
        focusFirst();
}

void ProposalView::focusFirst()
{
    if (m_yes->isVisibleTo(this))
        m_yes->setFocus();
    else
        m_more->setFocus();
}

void ProposalView::accept()
{
    if (m_room) {
        Q_EMIT roomWanted(*m_room);
    } else if (isOpen()) {
        const ProposalId proposal = m_proposal->proposal;
        m_said = true;
        refresh();
        Q_EMIT acceptWanted(proposal);
    }
}

void ProposalView::decline()
{
    if (!isOpen())
        return;
    const ProposalId proposal = m_proposal->proposal;
    m_said = false;
    refresh();
    Q_EMIT declineWanted(proposal);
}

void ProposalView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_A: accept(); return;
    case Qt::Key_D:
    case Qt::Key_Escape: decline(); return;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace jjak::desktop
