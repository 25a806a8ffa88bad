// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/desktop/context.h"

class QPushButton;

namespace jjak::desktop {

class MessageJump;
class MessageView;

//! Where somebody stands in the messages of a room: opens it at what is unread or where they left, leads to a message and
//! to the newest, and marks as read what was seen. Works on the room that the view shows.
class Timeline final : public QObject {
    Q_OBJECT

public:
    //! `place`: what has to be seen for messages to count as seen.
    Timeline(Context &context, MessageView &messages, QWidget &place);

    //! A room has come into the view.
    void open();
    //! The room is about to go: keeps where they stand.
    void close();
    //! Shows that message, however old, and marks it for a moment.
    void showMessage(qint64 seq);
    //! The oldest one that was not seen yet; the newest when all were.
    void toUnread();
    //! false when that is in sight already.
    bool toNewest();
    //! Gives up a jump; false when none is under way.
    bool cancel();
    //! What was read, and what the pill says.
    void refresh();

    QPushButton *pill() const { return m_pill; }
    MessageJump *jump() const { return m_jump; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    const client::RoomEntry *entry() const;
    void markRead();
    void placePill();
    void toRow(int row);

    Context &m_context;
    MessageView &m_messages;
    QWidget &m_place;
    QPushButton *m_pill;
    MessageJump *m_jump;
    bool m_open = false;
};

} // namespace jjak::desktop
