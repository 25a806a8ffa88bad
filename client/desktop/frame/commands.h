// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <map>

namespace jjak::desktop {

//! What can be done from everywhere in the window, in the order in which it is listed. Each has its row in the table of
//! commands.cpp, and MainWindow::run() does it.
enum class Command {
    ShowNearby,
    ShowDates,
    ShowChats,
    ShowLounge,
    ShowSettings,
    NewSearch,
    Switch,
    SearchHere,
    SearchAll,
    NewGroup,
    PreviousRoom,
    NextRoom,
    PreviousUnread,
    NextUnread,
    RecentRoom,
    EarlierRoom,
    MarkAllRead,
    NextArea,
    PreviousArea,
    LeaveNow,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Shortcuts,
    CloseWindow,
    Quit,
};

//! A line of the list of all keys.
struct KeyLine {
    QList<QKeySequence> keys; //!< each of them does it
    QString text;
    QString keysText() const;
};

//! The commands of the window with their keys and names: one table for the keyboard, the quick switcher and the help.
class Commands final : public QObject {
    Q_OBJECT

public:
    explicit Commands(QWidget *window);

    QAction *action(Command command) const { return m_actions.at(command); }
    //! In the order in which they are listed.
    QList<QAction *> all() const;
    //! The commands with the keys that are installed for them.
    QList<KeyLine> lines() const;
    //! Keys that work only where something is: in a conversation, in a proposal.
    static QList<KeyLine> linesOfPages();
    void retranslate();

Q_SIGNALS:
    void triggered(jjak::desktop::Command command);

private:
    std::map<Command, QAction *> m_actions;
};

} // namespace jjak::desktop
