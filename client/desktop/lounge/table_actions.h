// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>

#include "client/core/lounge/my_tables.h"
#include "client/desktop/context.h"
#include "client/desktop/lounge/table_words.h"

namespace jjak::desktop {

//! What one does with coffee tables, the same from everywhere: asks where it has to be asked, does it, and says in one
//! sentence what happened. Has one's own tables.
class TableActions final : public QObject {
    Q_OBJECT

public:
    //! Dialogs open above `window`.
    TableActions(Context &context, QWidget *window);

    client::MyTables &mine() { return m_mine; }

    void act(TableAct act, const protocol::Table &table);
    //! The host's word to one who asks.
    void admit(TableId table, const protocol::TableGuest &guest, bool yes);
    void remove(TableId table, const protocol::TableGuest &guest);
    void offer(const protocol::Post &post);
    //! Asks where to put its calendar entry.
    void saveCalendar(const protocol::Table &table);
    //! The table whose room that is, in a dialog; says so when it is not known any more.
    void showTableOf(RoomId room);
    //! Leaves the table whose room that is; false when it is not known.
    bool leaveTableOf(RoomId room);

Q_SIGNALS:
    void said(const QString &sentence);
    void roomWanted(jjak::RoomId room);
    void postWanted(jjak::PostId post);
    void offered(jjak::PostId post);
    //! The server sees it differently than it was shown: it should be asked for again.
    void outdated(jjak::TableId table);

private:
    void join(const protocol::Table &table, bool line, bool sure);
    void joinRefused(const Error &error, const protocol::Table &table, bool line, bool sure);
    void leave(const protocol::Table &table);
    void leaveNow(TableId table);
    void close(const protocol::Table &table);
    void closeNow(TableId table);
    void refused(const Error &error, TableId table);
    //! Says the sentence when it went well, or what was wrong.
    std::function<void(Result<protocol::Table>)> answered(TableId table, const std::function<QString(const protocol::Table &)> &words);
    //! A question with a yes and a no that can be taken back.
    void ask(const QString &title, const QString &text, const QString &action, bool harmful, const std::function<void()> &yes);
    //! Who has no name in the lounge takes one first.
    void withName(const std::function<void()> &then);

    Context &m_context;
    QPointer<QWidget> m_window;
    client::MyTables m_mine;
};

} // namespace jjak::desktop
