// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/desktop/context.h"

class QMenu;

namespace jjak::desktop {

class Composer;
class MessageView;
struct MessageRow;

//! What people do with messages that are there: answer, change, delete, react. Offers only what is allowed at this moment;
//! answers and changes are written in the composer. Works on the room that the view shows; messages are named by their seq.
class MessageActions final : public QObject {
    Q_OBJECT

public:
    //! What may be done with one message.
    struct Offer {
        bool reply = false;
        bool edit = false;
        bool remove = false;
        bool react = false;
    };

    MessageActions(Context &context, MessageView &messages, Composer &composer);

    Offer offered(qint64 seq) const;
    //! The menu of a row, not shown yet; it deletes itself when it closes. nullptr: there is nothing to do.
    QMenu *menu(const QModelIndex &index, const MessageRow &row);
    void reply(qint64 seq);
    void edit(qint64 seq);
    //! Changes one's newest message; false when there is none near the end that may be.
    bool editLast();
    //! Answers the message before (-1) or after (+1) the one that is answered; beyond the newest none.
    void stepReply(int step);
    //! Asks first.
    void remove(qint64 seq);
    //! Puts one's reaction, or takes it back when it is there.
    void react(qint64 seq, const QString &emoji);
    //! Gives up an answer or a change that is no longer possible.
    void refresh();

Q_SIGNALS:
    void linkWanted(const QUrl &url);
    //! Others may add to the menu of that row.
    void menuMade(QMenu *menu, const QModelIndex &index);
    //! Another reaction than those that the menu offers is to be chosen.
    void reactionWanted(qint64 seq);

private:
    std::optional<RoomId> room() const;
    std::optional<protocol::Message> message(qint64 seq) const;
    const client::RoomEntry *entry() const;
    void addTasks(QMenu &menu, qint64 seq);
    void addReactions(QMenu &menu, qint64 seq);
    void choose(int row);

    Context &m_context;
    MessageView &m_messages;
    Composer &m_composer;
};

} // namespace jjak::desktop
