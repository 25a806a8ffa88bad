// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/pages/date_page.h"

#include <QApplication>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "client/core/sentences.h"
#include "client/desktop/dates/doors_view.h"
#include "client/desktop/dates/lobby_view.h"
#include "client/desktop/dates/room_view.h"
#include "client/desktop/kit/plain_scroll.h"
#include "client/desktop/safety/safety.h"

namespace jjak::desktop {

using protocol::DatePhase;

namespace {

//! It runs, and one still sits there.
bool runs(const std::optional<protocol::Date> &date)
{
    if (!date || date->phase == DatePhase::Closed)
        return false;
    const auto me = std::ranges::find(date->seats, date->me, &protocol::Seat::number);
    return me == date->seats.end() || me->state != protocol::SeatState::Left;
}

} // namespace

DatePage::DatePage(Context &context, Safety &safety, QWidget *parent)
    : Translated(parent), m_context(context), m_stack(new QStackedWidget(this)), m_doors(new DoorsView(context)), m_lobby(new LobbyView(context)), m_room(new DateRoomView(context, safety))
{
    m_stack->addWidget(new PlainScroll(m_doors, m_stack));
    m_stack->addWidget(new PlainScroll(m_lobby, m_stack));
    m_stack->addWidget(m_room);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    client::Session &session = context.session;
    connect(&session, &client::Session::blindDateChanged, this, &DatePage::refresh);
    connect(&session, &client::Session::eventsChanged, this, &DatePage::refresh);
    connect(&session, &client::Session::remindersChanged, this, &DatePage::refresh);
    connect(&session, &client::Session::roomOpened, this, &DatePage::refresh);
    connect(&session, &client::Session::synced, this, &DatePage::refresh);
    connect(m_doors, &DoorsView::said, this, &DatePage::said);
    connect(m_room, &DateRoomView::said, this, &DatePage::said);
    connect(m_room, &DateRoomView::roomWanted, this, &DatePage::roomWanted);
    connect(m_lobby, &LobbyView::leaveWanted, this, [this] {
        m_context.session.leaveDate([this](const Result<> &result) {
            if (!result)
                Q_EMIT said(client::sentence(result.error()));
        });
    });
    connect(m_room, &DateRoomView::leaveWanted, &safety, &Safety::leaveDate);
    connect(m_room, &DateRoomView::doneWanted, this, [this] {
        m_followed.reset();
        refresh();
    });
    connect(m_doors, &DoorsView::lastWanted, this, [this] {
        if (const auto &date = m_context.session.blindDate().date)
            openRoom(date->room);
    });
    refresh();
}

void DatePage::refresh()
{
    // The keyboard follows what is shown, as in Nearby.
    const bool hadFocus = isVisible() && isAncestorOf(QApplication::focusWidget());
    const Shows before = m_shows;
    follow();
    if (hadFocus && (m_shows != before || !isAncestorOf(QApplication::focusWidget())))
        focusFirst();
}

void DatePage::follow()
{
    const protocol::BlindDate &now = m_context.session.blindDate();
    const bool live = runs(now.date);
    const bool isNew = live && m_followed != now.date->date;
    if (live)
        m_followed = now.date->date;
    else if (now.lobby || !now.date || (m_followed && *m_followed != now.date->date))
        m_followed.reset();
    const bool shown = m_followed.has_value();
    m_room->setDate(shown ? now.date : std::nullopt);
    m_lobby->refresh();
    m_doors->refresh(now.date && m_context.session.state().room(now.date->room));
    show(shown ? Shows::Date : now.lobby ? Shows::Lobby : Shows::Doors);
    if (isNew)
        Q_EMIT begun();
}

void DatePage::show(Shows shows)
{
    m_shows = shows;
    m_stack->setCurrentIndex(int(shows));
}

bool DatePage::isLive() const
{
    return runs(m_context.session.blindDate().date);
}

bool DatePage::isOn() const
{
    return isLive() || m_context.session.blindDate().lobby;
}

bool DatePage::openRoom(RoomId room)
{
    const auto &date = m_context.session.blindDate().date;
    if (!date || date->room != room)
        return false;
    m_followed = date->date;
    refresh();
    return m_shows == Shows::Date;
}

void DatePage::setNarrow(bool narrow)
{
    m_room->setNarrow(narrow);
}

void DatePage::focusFirst()
{
    switch (m_shows) {
    case Shows::Doors: m_doors->focusFirst(); break;
    case Shows::Lobby: m_lobby->focusFirst(); break;
    case Shows::Date: m_room->focusFirst(); break;
    }
}

} // namespace jjak::desktop
