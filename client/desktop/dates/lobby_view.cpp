// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/lobby_view.h"

#include <QKeyEvent>
#include <QVBoxLayout>
#include <algorithm>

#include "client/desktop/dates/lobby_ring.h"
#include "client/desktop/dates/phase_bar.h"
#include "client/desktop/makers.h"

namespace jjak::desktop {

LobbyView::LobbyView(Context &context, QWidget *parent)
    : Translated(parent), m_context(context), m_heading(makeLabel(this, Tone::Display)), m_ring(new LobbyRing(context.theme, this)), m_crowd(makeLabel(this, Tone::Title)),
      m_start(makeLabel(this)), m_wait(makeLabel(this, Tone::Muted)), m_tip(makeLabel(this, Tone::Muted)), m_leave(makeButton(this))
{
    const Theme &theme = context.theme;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(theme.px(32), theme.px(24), theme.px(32), theme.px(24));
    layout->setSpacing(theme.px(8));
    layout->addStretch();
    layout->addWidget(m_heading);
    layout->addWidget(m_ring, 0, Qt::AlignCenter);
    for (QLabel *label : {m_crowd, m_start, m_wait, m_tip})
        layout->addWidget(label);
    for (QLabel *label : {m_heading, m_crowd, m_start, m_wait, m_tip})
        label->setAlignment(Qt::AlignCenter);
    layout->addSpacing(theme.px(10));
    layout->addWidget(m_leave, 0, Qt::AlignCenter);
    layout->addStretch();
    m_clock.setInterval(500);
    connect(&m_clock, &QTimer::timeout, this, &LobbyView::tick);
    connect(m_leave, &QPushButton::clicked, this, &LobbyView::leaveWanted);
    retranslate();
}

void LobbyView::retranslate()
{
    m_leave->setText(tr("Leave the lobby (Esc)"));
    m_tip->setText(tr("You will get a new name for this evening. Nobody here learns who you are, unless two arrows meet."));
    refresh();
}

void LobbyView::refresh()
{
    const auto &lobby = m_context.session.blindDate().lobby;
    if (!lobby) {
        m_clock.stop();
        return;
    }
    const auto &events = m_context.session.events();
    const auto event = std::ranges::find(events, lobby->event, &protocol::EventInfo::event);
    m_heading->setText(event == events.end() ? tr("The table is filling up") : event->heading);
    m_ring->setSeated(lobby->seated, lobby->seats);
    const int missing = lobby->seats - lobby->seated;
    m_crowd->setText(lobby->seated == 1 ? tr("You are the first at this table") : tr("%n of you are here", nullptr, lobby->seated));
    m_wait->setVisible(lobby->wait && missing > 0);
    m_clock.start();
    tick();
}

void LobbyView::tick()
{
    const auto &lobby = m_context.session.blindDate().lobby;
    if (!lobby)
        return;
    const int quorum = std::min(limits::quorum, lobby->seats);
    if (lobby->starts)
        m_start->setText(tr("As it is now, it begins in %1. When the table is full, it begins at once.").arg(clockText(*lobby->starts - m_context.session.serverNow())));
    else if (lobby->seated < quorum)
        m_start->setText(tr("From %n people on the evening can begin. When the table is full, it begins at once.", nullptr, quorum));
    else
        m_start->setText(tr("When the table is full, it begins at once."));
    if (lobby->wait)
        m_wait->setText(tr("At the pace of the last minutes it is full in about %n minute(s).", nullptr, int(std::max<qint64>(1, (*lobby->wait + 30000) / 60000))));
}

void LobbyView::focusFirst()
{
    m_leave->setFocus();
}

void LobbyView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT leaveWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace jjak::desktop
