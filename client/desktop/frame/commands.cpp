// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/commands.h"

#include <QWidget>

namespace jjak::desktop {

namespace {

QList<QKeySequence> keysOf(Command command)
{
    switch (command) {
    case Command::ShowNearby: return {Qt::CTRL | Qt::Key_1};
    case Command::ShowDates: return {Qt::CTRL | Qt::Key_2};
    case Command::ShowChats: return {Qt::CTRL | Qt::Key_3};
    case Command::ShowSettings: return {Qt::CTRL | Qt::Key_4, Qt::CTRL | Qt::Key_Comma};
    case Command::NewSearch: return {Qt::CTRL | Qt::Key_N};
    case Command::Switch: return {Qt::CTRL | Qt::Key_K};
    case Command::PreviousRoom: return {Qt::ALT | Qt::Key_Up};
    case Command::NextRoom: return {Qt::ALT | Qt::Key_Down};
    case Command::PreviousUnread: return {Qt::ALT | Qt::SHIFT | Qt::Key_Up};
    case Command::NextUnread: return {Qt::ALT | Qt::SHIFT | Qt::Key_Down};
    case Command::NextArea: return {Qt::Key_F6};
    case Command::PreviousArea: return {Qt::SHIFT | Qt::Key_F6};
    case Command::LeaveNow: return {Qt::CTRL | Qt::SHIFT | Qt::Key_X, Qt::CTRL | Qt::SHIFT | Qt::Key_L};
    case Command::ZoomIn: return {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal};
    case Command::ZoomOut: return {Qt::CTRL | Qt::Key_Minus};
    case Command::ZoomReset: return {Qt::CTRL | Qt::Key_0};
    case Command::Shortcuts: return {Qt::Key_F1, Qt::CTRL | Qt::Key_Slash};
    case Command::Quit: return {Qt::CTRL | Qt::Key_Q};
    }
    return {};
}

} // namespace

Commands::Commands(QWidget *window) : QObject(window)
{
    for (int i = 0; i <= int(Command::Quit); ++i) {
        const Command command = Command(i);
        auto *action = new QAction(this);
        action->setShortcuts(keysOf(command));
        action->setAutoRepeat(command == Command::ZoomIn || command == Command::ZoomOut);
        window->addAction(action);
        connect(action, &QAction::triggered, this, [this, command] { Q_EMIT triggered(command); });
        m_actions.emplace(command, action);
    }
    retranslate();
}

QList<QAction *> Commands::all() const
{
    QList<QAction *> list;
    for (const auto &[command, action] : m_actions)
        list.append(action);
    return list;
}

void Commands::retranslate()
{
    for (const auto &[command, action] : m_actions)
        action->setText(nameOf(command));
}

QString Commands::nameOf(Command command)
{
    switch (command) {
    case Command::ShowNearby: return tr("Show Nearby");
    case Command::ShowDates: return tr("Show the blind date");
    case Command::ShowChats: return tr("Show the chats");
    case Command::ShowSettings: return tr("Show the settings");
    case Command::NewSearch: return tr("Begin a new search");
    case Command::Switch: return tr("Find a conversation or a command");
    case Command::PreviousRoom: return tr("Previous conversation");
    case Command::NextRoom: return tr("Next conversation");
    case Command::PreviousUnread: return tr("Previous unread conversation");
    case Command::NextUnread: return tr("Next unread conversation");
    case Command::NextArea: return tr("Next part of the window");
    case Command::PreviousArea: return tr("Previous part of the window");
    case Command::LeaveNow: return tr("Leave at once, then block or report");
    case Command::ZoomIn: return tr("Larger text");
    case Command::ZoomOut: return tr("Smaller text");
    case Command::ZoomReset: return tr("Normal text size");
    case Command::Shortcuts: return tr("List of all keys");
    case Command::Quit: return tr("Quit Jjak");
    }
    return {};
}

} // namespace jjak::desktop
