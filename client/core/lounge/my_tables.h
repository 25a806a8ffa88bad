// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>

#include "client/core/lounge/tables.h"

namespace jjak::client {

//! One's own coffee tables as a page or a calendar lists them: those that come, those one waits for, and those that have
//! ended. Empty until refresh(); afterwards it changes by what the server tells.
class MyTables final : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Loading, Failed };
    using List = QList<protocol::Table>;

    //! The tables have to outlive it.
    explicit MyTables(Tables &tables, QObject *parent = nullptr);

    //! Asks for all that have not ended and for the latest that have; what is here stays until the answers are.
    void refresh();
    //! The next ones that have ended, while hasMore().
    void fetchMore();

    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    //! Both answers have been here, be they empty.
    bool isListed() const { return m_listed; }
    bool hasMore() const { return !m_next.isEmpty(); }

    //! With a seat for oneself, the next first.
    List coming() const;
    //! Asked for, in line, or a seat is kept for oneself; the next first.
    List waiting() const;
    //! The latest first.
    List past() const { return m_past; }
    //! All of these.
    List all() const;

Q_SIGNALS:
    void changed();

private:
    using Page = protocol::cmd::TableList;

    void ask(bool past, const QString &after, std::function<void(const Page &)> take);
    void takeAlive(List sofar, const Page &page);
    void takeFirstPast(const Page &page);
    void tell(const protocol::Table &table);
    void put(const protocol::Table &table);
    void settle();
    void forget();

    Tables &m_tables;
    List m_alive;                                //!< in the order of their times
    List m_past;
    QHash<TableId, protocol::Table> m_toldSince; //!< by events, while answers that may not know of it are on their way
    QString m_next;
    State m_state = State::Idle;
    Error m_error;
    bool m_listed = false;
    int m_asked = 0;                             //!< answers that are on their way
    int m_round = 0;                             //!< answers to earlier ones are void
};

} // namespace jjak::client
