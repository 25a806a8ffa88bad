// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/pages/nearby_page.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "client/core/sentences.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/nearby/proposal_view.h"
#include "client/desktop/nearby/search_view.h"
#include "client/desktop/nearby/waiting_view.h"
#include "client/desktop/safety/safety.h"

namespace jjak::desktop {

NearbyPage::NearbyPage(Context &context, Safety &safety, QWidget *parent)
    : Translated(parent), m_context(context), m_stack(new QStackedWidget(this)), m_search(new SearchView(context)), m_waiting(new WaitingView(context)),
      m_proposal(new ProposalView(context))
{
    for (QWidget *view : {static_cast<QWidget *>(m_search), static_cast<QWidget *>(m_waiting), static_cast<QWidget *>(m_proposal)})
        m_stack->addWidget(new PlainScroll(view, m_stack));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectViews(safety);
    retranslate();
    refresh();
}

void NearbyPage::connectViews(Safety &safety)
{
    client::Session &session = m_context.session;
    connect(&session, &client::Session::nearbyChanged, this, &NearbyPage::refresh);
    connect(&session, &client::Session::roomOpened, this, &NearbyPage::refresh);
    connect(&session, &client::Session::synced, this, &NearbyPage::refresh);
    connect(m_search, &SearchView::searchWanted, this, &NearbyPage::seek);
    connect(m_waiting, &WaitingView::widerWanted, this, &NearbyPage::seek);
    connect(m_waiting, &WaitingView::cancelWanted, this, [this] { m_context.session.cancelSeek(); });
    connect(m_proposal, &ProposalView::acceptWanted, this, [this](ProposalId proposal) {
        m_context.session.accept(proposal, [this](const Result<> &result) {
            if (!result)
                Q_EMIT said(client::sentence(result.error()));
        });
    });
    connect(m_proposal, &ProposalView::declineWanted, this, [this](ProposalId proposal) { m_context.session.decline(proposal); });
    connect(m_proposal, &ProposalView::blockWanted, &safety, [&safety](ProposalId proposal) { safety.block(client::Whom::of(proposal), {}); });
    connect(m_proposal, &ProposalView::reportWanted, &safety, [&safety](ProposalId proposal) { safety.report(client::Whom::of(proposal), {}); });
    connect(m_proposal, &ProposalView::roomWanted, this, [this](RoomId room) {
        m_matchSeen = true;
        refresh();
        Q_EMIT roomWanted(room);
    });
}

void NearbyPage::retranslate()
{
    m_search->setResult(resultOf(m_context.session.state().nearby));
    m_waiting->setResult(resultOf(m_context.session.state().nearby));
}

void NearbyPage::seek(Cell cell, Reach reach)
{
    m_last.reset(); // whatever ended before is no news any more
    m_context.session.seek(cell, reach, [this](const Result<> &result) {
        if (!result)
            Q_EMIT said(client::sentence(result.error()));
    });
}

QString NearbyPage::resultOf(const protocol::Nearby &nearby) const
{
    const bool news = nearby.ended && m_last && nearby.ended->proposal == *m_last && nearby.ended->outcome != protocol::Outcome::Accepted;
    return news ? client::sentence(nearby.ended->outcome, nearby.ended->mine) : QString();
}

void NearbyPage::refresh()
{
    // The keyboard follows what is shown, but never into a page that has just come under the hands: a proposal that
    // appears while somebody types is answered by nobody's accident.
    const bool hadFocus = isVisible() && isAncestorOf(QApplication::focusWidget());
    const Shows before = m_shows;
    follow();
    if (hadFocus && (m_shows != before || !isAncestorOf(QApplication::focusWidget())))
        focusFirst();
}

void NearbyPage::follow()
{
    const protocol::Nearby &nearby = m_context.session.state().nearby;
    if (nearby.proposal) {
        const bool isNew = m_last != nearby.proposal->proposal;
        m_last = nearby.proposal->proposal;
        m_matchSeen = false;
        m_proposal->showProposal(*nearby.proposal);
        show(Shows::Proposal);
        if (isNew)
            Q_EMIT attentionWanted();
        return;
    }
    const bool matched = nearby.ended && nearby.ended->outcome == protocol::Outcome::Accepted && nearby.ended->room && m_last == nearby.ended->proposal;
    if (matched && !m_matchSeen) {
        m_proposal->showMatch(*nearby.ended->room);
        show(Shows::Proposal);
        Q_EMIT attentionWanted();
        return;
    }
    const QString result = resultOf(nearby);
    m_search->setResult(result);
    m_waiting->setResult(result);
    m_waiting->refresh();
    show(nearby.ticket ? Shows::Waiting : Shows::Search);
}

bool NearbyPage::wantsAnswer() const
{
    const auto &nearby = m_context.session.state().nearby;
    return nearby.proposal && nearby.proposal->mine == protocol::Answer::Open;
}

void NearbyPage::show(Shows shows)
{
    m_shows = shows;
    m_stack->setCurrentIndex(int(shows));
}

void NearbyPage::focusFirst()
{
    switch (m_shows) {
    case Shows::Search: m_search->focusFirst(); break;
    case Shows::Waiting: m_waiting->focusFirst(); break;
    case Shows::Proposal: m_proposal->focusFirst(); break;
    }
}

} // namespace jjak::desktop
