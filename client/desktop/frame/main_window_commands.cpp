// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/main_window.h"

#include <QApplication>
#include <QListView>

#include "client/desktop/frame/quick_switcher.h"
#include "client/desktop/frame/rail.h"
#include "client/desktop/frame/shortcut_dialog.h"
#include "client/desktop/lounge/lounge_page.h"
#include "client/desktop/pages/chats_page.h"
#include "client/desktop/pages/date_page.h"
#include "client/desktop/safety/safety.h"

using namespace Qt::StringLiterals;

//! What the commands of the window do.
namespace jjak::desktop {

void MainWindow::run(Command command)
{
    switch (command) {
    case Command::Shortcuts: (new ShortcutDialog(m_context.theme, *m_commands, this))->open(); return;
    case Command::CloseWindow: close(); return;
    case Command::Quit: quit(); return;
    case Command::ZoomIn: setZoom(m_context.theme.zoom() + 10); return;
    case Command::ZoomOut: setZoom(m_context.theme.zoom() - 10); return;
    case Command::ZoomReset: setZoom(100); return;
    default: break;
    }
    if (!showsSignIn())
        runHere(command);
}

//! What needs somebody who is signed in.
void MainWindow::runHere(Command command)
{
    switch (command) {
    case Command::ShowNearby:
    case Command::NewSearch: showPlace(Place::Nearby); break;
    case Command::ShowDates: showPlace(Place::Dates); break;
    case Command::ShowChats: showPlace(Place::Chats); break;
    case Command::ShowLounge: showPlace(Place::Lounge); break;
    case Command::ShowSettings: showPlace(Place::Settings); break;
    case Command::Switch: openSwitcher(); break;
    case Command::SearchHere:
    case Command::SearchAll:
        if (command == Command::SearchHere && place() == Place::Lounge)
            return m_lounge->focusSearch();
        showPlace(Place::Chats);
        m_chats->search(command == Command::SearchAll);
        break;
    case Command::NewGroup:
        showPlace(Place::Chats);
        m_chats->newGroup();
        break;
    case Command::PreviousRoom:
    case Command::NextRoom:
    case Command::PreviousUnread:
    case Command::NextUnread:
        showPlace(Place::Chats);
        m_chats->openNext(command == Command::NextRoom || command == Command::NextUnread ? 1 : -1, command == Command::PreviousUnread || command == Command::NextUnread);
        break;
    case Command::RecentRoom: openRecent(1); break;
    case Command::EarlierRoom: openRecent(-1); break;
    case Command::MarkAllRead: m_context.session.markAllRead(); break;
    case Command::NextArea: moveArea(1); break;
    case Command::PreviousArea: moveArea(-1); break;
    case Command::LeaveNow: leaveNow(); break;
    default: break;
    }
}

void MainWindow::openSwitcher()
{
    auto *switcher = new QuickSwitcher(m_context, *m_commands, this);
    connect(switcher, &QuickSwitcher::roomWanted, this, &MainWindow::openRoom);
    switcher->open();
}

void MainWindow::openRecent(int step)
{
    const client::State &state = m_context.session.state();
    const bool shows = place() == Place::Chats && m_chats->openedRoom();
    const auto room = m_recent.next(step, shows, [&state](RoomId id) { return state.room(id) && !state.dateIn(id); });
    if (room)
        openRoom(*room);
}

//! What is in front of somebody is what they want to be out of.
void MainWindow::leaveNow()
{
    const bool elsewhere = place() == Place::Chats && m_chats->openedRoom();
    m_safety->leaveNow(place() == Place::Chats ? m_chats->openedRoom() : std::nullopt, m_dates->isOn() && !elsewhere);
}

//! The rail, and the one or two parts of the place, in a circle.
void MainWindow::moveArea(int step)
{
    const bool inRail = m_rail->isAncestorOf(QApplication::focusWidget());
    const bool two = place() == Place::Chats && m_chats->openedRoom() && m_chats->list()->isVisible();
    const int areas = two ? 3 : 2;
    const int now = inRail ? 0 : two && !m_chats->isListFocused() ? 2 : 1;
    switch ((now + step + areas) % areas) {
    case 0: m_rail->focusCurrent(); break;
    case 1:
        if (two)
            m_chats->focusList();
        else
            focusPlace();
        break;
    default: m_chats->focusFirst(); break;
    }
}

void MainWindow::setZoom(int percent)
{
    m_context.theme.setZoom(percent);
    m_context.settings.setExtra(u"zoom"_s, m_context.theme.zoom());
}

} // namespace jjak::desktop
