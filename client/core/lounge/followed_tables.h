// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "client/core/lounge/table_watch.h"
#include "client/core/session.h"

namespace jjak::client {

//! The coffee tables one has to do with, followed wherever one is: it hears what the server tells, and asks for what was
//! missed as soon as there is a connection. Says what is new about them, each thing once.
class FollowedTables final : public QObject {
    Q_OBJECT

public:
    //! The session has to outlive it.
    explicit FollowedTables(Session &session, QObject *parent = nullptr);

    std::optional<protocol::Table> find(TableId table) const;
    //! Whose room that is; also one that has ended.
    std::optional<protocol::Table> ofRoom(RoomId room) const;
    //! One that goes on.
    std::optional<protocol::Table> ofPost(PostId post) const;
    //! One ends it, or leaves it, by one's own hand: that is no news.
    void expectEnd(TableId table) { m_ending.insert(table); }
    void expectNoEnd(TableId table) { m_ending.remove(table); }

Q_SIGNALS:
    //! Also with Standing::None: until now one had to do with it.
    void changed(const jjak::protocol::Table &table);
    void told(const jjak::protocol::Table &table, const jjak::client::TableNews &news);
    //! Somebody signed out, or in: nothing of before may be shown any more.
    void forgotten();

private:
    void catchUp();
    void take(const protocol::Table &table);

    Tables &m_tables;
    TableWatch m_watch;
    QSet<TableId> m_ending;
};

} // namespace jjak::client
