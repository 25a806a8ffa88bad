// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace jjak::desktop {

class CountdownRing;

//! A proposal that waits for an answer, and how it ended when both said yes. Yes: Enter or A; no: D or Escape.
class ProposalView final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit ProposalView(Context &context, QWidget *parent = nullptr);

    void showProposal(const protocol::Proposal &proposal);
    //! Both said yes: the room is open.
    void showMatch(RoomId room);
    void focusFirst();

Q_SIGNALS:
    void acceptWanted(jjak::ProposalId proposal);
    void declineWanted(jjak::ProposalId proposal);
    void blockWanted(jjak::ProposalId proposal);
    void reportWanted(jjak::ProposalId proposal);
    void roomWanted(jjak::RoomId room);

protected:
    void retranslate() override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool isOpen() const { return m_proposal && m_proposal->mine == protocol::Answer::Open && !m_said; }
    void accept();
    void decline();
    void refresh();

    Context &m_context;
    std::optional<protocol::Proposal> m_proposal;
    std::optional<RoomId> m_room;
    std::optional<bool> m_said; //!< the answer given here, while the server has not confirmed it
    CountdownRing *m_ring;
    QLabel *m_sign;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_demo;
    QPushButton *m_yes;
    QPushButton *m_no;
    QToolButton *m_more;
    QAction *m_block;
    QAction *m_report;
};

} // namespace jjak::desktop
