// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/full/full_screen.h"

#include "client/core/sentences.h"
#include "client/terminal/app/view_builder.h"
#include "client/terminal/app/when.h"
#include "client/terminal/screen/compose.h"
#include "client/terminal/text/width.h"

//! What the screen shows at this moment.
namespace jjak::terminal {

using namespace Qt::StringLiterals;

QString FullScreen::hint() const
{
    if (m_commander.isAsking())
        return translate("term", "Your answer, for the lounge; /post cancel stops");
    if (m_shown.isNull())
        return lobbyHint();
    if (const QString held = m_commander.heldSentence(m_shown); !held.isEmpty())
        return held;
    const auto *entry = m_session.state().room(m_shown);
    if (m_focus == Focus::Messages && entry && client::isWritable(entry->room))
        return translate("term", "r reply, e edit, /react N, /delete N");
    return entry && client::isWritable(entry->room) ? translate("term", "Write a message") : translate("term", "This chat can only be read");
}

void FullScreen::fillConversation(View &view) const
{
    const auto *entry = m_session.state().room(m_shown);
    if (!entry || !m_messages) {
        view.title = translate("term", "Nearby");
        view.welcome = welcomeLines(m_commander);
        return;
    }
    view.title = roomTitle(m_session.state(), entry->room);
    view.subtitle = roomSubtitle(entry->room);
    view.typing = typingLine(*entry);
    view.messages = messageLines(*m_messages, entry->room.me, m_screen.rows() + m_linesBelow, QDate::currentDate());
    view.linesBelow = m_linesBelow;
    if (view.messages.empty())
        view.welcome = {translate("term", "Nothing has been written yet. Say hello!")};
}

void FullScreen::nameMessages(View &view) const
{
    const auto naming = namingIn(m_input.text());
    view.numbered = naming || m_focus == Focus::Messages;
    if (m_focus == Focus::Messages)
        for (MessageLine &message : view.messages)
            message.chosen = message.number > 0 && message.number == m_chosen;
    if (!naming)
        return;
    const bool own = naming->verb == Verb::Edit || naming->verb == Verb::Delete;
    for (MessageLine &message : view.messages)
        if (own && (!message.mine || message.host))
            message.number = 0;
    if (const QString line = m_commander.namedLine(*naming); !line.isEmpty() && view.said.isEmpty())
        view.said = {truncated(line, areasOf(view, m_screen.rows(), m_screen.columns()).messageColumns() - 1)};
}

View FullScreen::view() const
{
    View view;
    view.status = statusLine(m_commander, localNow());
    view.online = m_session.connectionState() == client::ConnectionState::Ready || m_session.connectionState() == client::ConnectionState::Connected;
    view.statusEnd = translate("term", "F1 help");
    view.list = m_switcher ? std::optional(m_switcher->view()) : m_list;
    if (inForm()) {
        view.form = m_form.view(m_session.server().toString(), m_session.hello().minimumAge);
        return view;
    }
    if (const qint64 unread = m_session.rooms()->totalUnread(); unread > 0)
        view.statusEnd = translate("term", "%n unread", nullptr, int(unread)) + u" · "_s + view.statusEnd;
    view.rooms = roomLines(*m_session.rooms(), m_shown, QDate::currentDate());
    view.roomsTitle = translate("term", "Chats");
    view.roomCursor = m_roomCursor;
    fillConversation(view);
    fillDate(view);
    view.said = m_said;
    view.saidIsError = m_saidIsError;
    tellHeld(view);
    nameMessages(view);
    view.offers = m_offers.labels;
    view.offer = m_offer;
    if (const auto &proposal = m_session.state().nearby.proposal) {
        view.proposal = proposalBox(*proposal, m_session.serverNow());
        view.proposal->ready = localNow() - m_foundAt >= proposalSettles;
    }
    view.input = m_input.text();
    view.cursor = m_input.cursor();
    view.hint = hint();
    view.focus = m_focus;
    return view;
}

void FullScreen::draw()
{
    markSeen();
    m_screen.paint(compose(view(), m_screen.rows(), m_screen.columns()));
    const qint64 unread = inForm() ? 0 : m_session.rooms()->totalUnread();
    const QString title = unread > 0 && m_commander.settings().unreadTitle() ? u"(%1) Jjak"_s.arg(unread) : u"Jjak"_s;
    if (std::exchange(m_title, title) != title)
        m_screen.setTitle(title);
}

} // namespace jjak::terminal
