// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/core/lounge/my_tables.h"
#include "client/terminal/app/lounge_desk.h"
#include "client/terminal/command/table_order.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

//! Coffee tables behind /table: which one bears which number, and what is new about one's own.
class TableDesk final : public QObject {
    Q_OBJECT

public:
    //! All of them have to outlive it.
    TableDesk(client::Session &session, client::MyTables &mine, const LoungeDesk &posts, const Language &language, QObject *parent = nullptr);

    void run(const TableOrder &order);

Q_SIGNALS:
    void said(const QString &text, bool problem);
    void listed(const QString &title, const QStringList &lines);
    //! Was not carried out and is not lost.
    void lineKept(const QString &line, const QString &why);
    //! News about a table of one's own.
    void announced(const QString &line);

private:
    // Reading
    //! A page that has nothing tells how far was looked: then it goes on.
    void list(const TableOrder &order, const QString &after, bool first);
    void showPage(const TableOrder &order, const protocol::cmd::TableList &page, bool first);
    QStringList groupedLines(const QList<protocol::Table> &tables);
    void more();
    void show(int number);
    std::optional<protocol::Table> table(int number);
    //! Its number; one that was not listed gets the next.
    int numberOf(const protocol::Table &table);

    // Doing
    void carryOut(const TableOrder &order, const protocol::Table &about);
    void offer(const TableOrder &order);
    void take(const TableOrder &order, const protocol::Table &about);
    void end(const TableOrder &order, const protocol::Table &about);
    void keep(const TableOrder &order, const protocol::Table &about);
    // (table_calendar.cpp)
    void saveCalendar(const TableOrder &order, const protocol::Table &about);
    void remind(const protocol::Table &about);
    void thank(const TableOrder &order, const protocol::Table &about);
    //! What the host does with somebody of that name, as the table is now.
    void withGuest(const TableOrder &order, TableId id);
    void admitOrRemove(const TableOrder &order, const protocol::Table &now);

    // News
    void changed(const protocol::Table &table);
    void announce(const protocol::Table &table, const client::TableNews &news);
    void forget();

    void say(const QString &text) { Q_EMIT said(text, false); }
    void complain(const QString &text) { Q_EMIT said(text, true); }
    void refused(const Error &error, const TableOrder &order);
    //! Says how things stand then (`success` empty), or that.
    client::Callback<protocol::Table> told(const TableOrder &order, const QString &success = {});

    client::Session &m_session;
    client::Tables &m_tables;
    client::MyTables &m_mine;
    const LoungeDesk &m_posts;
    const Language &m_language;
    QList<protocol::Table> m_listed; //!< in order of their numbers
    TableOrder m_query;
    QString m_next;                  //!< of the last list; empty: there is no more
    int m_round = 0;                 //!< of lists: answers to earlier ones are void
};

} // namespace jjak::terminal
