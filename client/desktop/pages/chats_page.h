// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QListView;
class QStackedWidget;
class QToolButton;

namespace jjak::desktop {

class ConversationView;
class EmptyState;
class Safety;
class SpokenRooms;

//! Chats: the list of rooms beside the conversation, or in a narrow window one of the two.
class ChatsPage final : public Translated<QWidget> {
    Q_OBJECT

public:
    ChatsPage(Context &context, Safety &safety, QWidget *parent = nullptr);

    //! Shows the room and takes the keyboard to its composer.
    void openRoom(RoomId room);
    std::optional<RoomId> openedRoom() const;
    //! The one `step` further down the list; with `unreadOnly` the next that has something unread.
    //! Looks for messages, in the conversation that is open or in all of them.
    void search(bool everywhere);
    void newGroup();
    void openNext(int step, bool unreadOnly);
    void setNarrow(bool narrow);
    void focusFirst();
    void focusList();
    bool isListFocused() const;

    QListView *list() const { return m_list; }
    ConversationView *conversation() const { return m_conversation; }

Q_SIGNALS:
    //! There is nothing here yet: the way to the first conversation.
    void searchWanted();
    //! This room is that of the date, which is shown elsewhere.
    void dateWanted(jjak::RoomId room);
    //! What can be done with the coffee table whose room this is; or it is left.
    void tableWanted(jjak::RoomId room);
    void tableLeaveWanted(jjak::RoomId room);
    void said(const QString &sentence);
    //! Another room is on the screen, or none.
    void shownChanged();

protected:
    void retranslate() override;

private:
    QWidget *makeListPane();
    void refresh();
    void arrange();
    void select(RoomId room);

    Context &m_context;
    SpokenRooms *m_spoken = nullptr;
    QWidget *m_listPane = nullptr;
    QLabel *m_title = nullptr;
    QToolButton *m_find = nullptr;
    QToolButton *m_group = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_noRooms = nullptr;
    QStackedWidget *m_right;
    ConversationView *m_conversation;
    EmptyState *m_noneChosen;
    bool m_narrow = false;
};

} // namespace jjak::desktop
