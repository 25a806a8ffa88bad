// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>
#include <map>

namespace jjak::desktop {

//! What can be done from everywhere in the window.
enum class Command {
    ShowNearby,
    ShowDates,
    ShowChats,
    ShowSettings,
    NewSearch,
    Switch,
    PreviousRoom,
    NextRoom,
    PreviousUnread,
    NextUnread,
    NextArea,
    PreviousArea,
    LeaveNow,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    Shortcuts,
    Quit,
};

//! The commands of the window with their keys and names: one list for the keyboard, the quick switcher and the help.
class Commands final : public QObject {
    Q_OBJECT

public:
    explicit Commands(QWidget *window);

    QAction *action(Command command) const { return m_actions.at(command); }
    //! In the order in which they are listed.
    QList<QAction *> all() const;
    void retranslate();

Q_SIGNALS:
    void triggered(jjak::desktop::Command command);

private:
    static QString nameOf(Command command);

    std::map<Command, QAction *> m_actions;
};

} // namespace jjak::desktop
