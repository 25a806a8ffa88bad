// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "client/core/lounge/table_watch.h"
#include "client/core/session.h"

namespace jjak::client {

//! One's own coffee tables: those that come, those one waits for, and those that have ended. Asks for them as soon as there is
//! a connection, hears what the server tells from then on, and says what is new about them, each thing once.
class MyTables final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Loading,
        Failed, //!< see error(): refresh(); by itself as soon as there is a connection again
    };
    Q_ENUM(State)
    using List = QList<protocol::Table>;

    //! The session has to outlive it.
    explicit MyTables(Session &session, QObject *parent = nullptr);

    //! Asks anew for all that have not ended and for the latest that have; what is here stays until the answers are.
    void refresh();
    //! The next ones that have ended, while hasMore().
    void fetchMore();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    //! All of them have been here since somebody signed in, be they none.
    bool isListed() const { return m_listed; }
    bool hasMore() const { return m_listed && !m_next.isEmpty(); }

    //! With a seat for oneself, the next first.
    List coming() const;
    //! Asked for, in line, or a seat is kept for oneself; the next first.
    List waiting() const;
    //! The latest first.
    List past() const;
    //! All of these.
    List all() const;

    std::optional<protocol::Table> find(TableId table) const;
    //! Whose room that is; also one that has ended.
    std::optional<protocol::Table> ofRoom(RoomId room) const;
    //! One that goes on.
    std::optional<protocol::Table> ofPost(PostId post) const;
    //! One ends it, or leaves it, by one's own hand: that is no news.
    void expectEnd(TableId table) { m_ending.insert(table); }
    void expectNoEnd(TableId table) { m_ending.remove(table); }

Q_SIGNALS:
    //! Any of all that.
    void changed();
    //! One of them is another one now; with Standing::None it was one's own until now.
    void tableChanged(const jjak::protocol::Table &table);
    void told(const jjak::protocol::Table &table, const jjak::client::TableNews &news);

private:
    using Page = protocol::cmd::TableList;

    template <class T>
    Tables::Answer<T> expect(std::function<void(const Result<T> &)> take);
    void ask(bool past, const QString &after, std::function<void(const Page &)> then);
    void askAlive(const QString &after);
    void askPast(const QString &after);
    void look(TableId table);
    void hear(const protocol::Table &table);
    void take(const protocol::Table &table);
    void takeAnswer(const protocol::Table &table);
    void settle();
    void fail(const Error &error);
    void forget();

    Tables &m_tables;
    TableWatch m_watch;
    QSet<TableId> m_ending;
    QSet<TableId> m_unheard; //!< since refresh(): whether they are still so is not known yet
    QSet<TableId> m_left;    //!< told since refresh(), of which answers on their way may not know
    QString m_next;          //!< of those that have ended; empty: there are no more
    State m_state = State::Idle;
    Error m_error;
    bool m_listed = false;
    int m_asked = 0;         //!< answers that are on their way
    int m_round = 0;         //!< answers to earlier questions are void
};

} // namespace jjak::client
