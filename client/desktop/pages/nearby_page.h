// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QStackedWidget;

namespace jjak::desktop {

class ProposalView;
class Safety;
class SearchView;
class WaitingView;

//! Nearby: shows the search, the waiting, or the proposal, as the state of the session says.
class NearbyPage final : public Translated<QWidget> {
    Q_OBJECT

public:
    enum class Shows { Search, Waiting, Proposal };

    NearbyPage(Context &context, Safety &safety, QWidget *parent = nullptr);

    Shows shows() const { return m_shows; }
    SearchView *search() const { return m_search; }
    WaitingView *waiting() const { return m_waiting; }
    ProposalView *proposal() const { return m_proposal; }
    void focusFirst();
    //! A proposal waits for an answer here.
    bool wantsAnswer() const;

Q_SIGNALS:
    void roomWanted(jjak::RoomId room);
    //! A proposal has come, or both have said yes: worth showing the page.
    void attentionWanted();
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    void refresh();
    void follow();
    void show(Shows shows);
    QString resultOf(const protocol::Nearby &nearby) const;
    void seek(Cell cell, Reach reach);
    void connectViews(Safety &safety);

    Context &m_context;
    Shows m_shows = Shows::Search;
    std::optional<ProposalId> m_last; //!< seen open here, so its end is news
    bool m_matchSeen = false;         //!< the match of m_last has been opened
    QStackedWidget *m_stack;
    SearchView *m_search;
    WaitingView *m_waiting;
    ProposalView *m_proposal;
};

} // namespace jjak::desktop
