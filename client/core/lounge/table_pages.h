// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/session.h"

namespace jjak::client {

//! The coffee tables that have not ended, the next first, page after page, each once; all, or those that a text is about. What
//! one does oneself is seen at once; how others fill seats is seen with refresh().
class TablePages final : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,
        Loading,
        Failed, //!< see error(): retry(); by itself as soon as there is a connection again
    };
    Q_ENUM(State)

    //! Lists nothing before the first setText() or refresh(). The session has to outlive it.
    explicit TablePages(Session &session, QObject *parent = nullptr);

    const QString &text() const { return m_text; }
    //! Empties the list and asks for the first page; empty: all.
    void setText(const QString &text);
    //! As many as are shown, anew; those stay until the others are here.
    void refresh();
    //! The next page; nothing while it is not Idle, or when all are here.
    void more();
    void retry();

    const QList<protocol::Table> &tables() const { return m_tables; }
    State state() const { return m_state; }
    const Error &error() const { return m_error; }
    //! The first page of this text has been here, be it empty.
    bool isListed() const { return m_listed; }
    //! There are no more than these.
    bool isComplete() const { return m_listed && m_next.isEmpty(); }

Q_SIGNALS:
    //! Any of all that.
    void changed();

private:
    void begin(const QList<protocol::Table> &kept, const QString &after, qsizetype wanted);
    void ask();
    void answered(const Result<protocol::cmd::TableList> &page);
    void take(const protocol::Table &table);
    void clear();

    client::Tables &m_source;
    QString m_text;
    QList<protocol::Table> m_tables;
    QString m_next;                         //!< of the last page; empty: that was all
    QList<protocol::Table> m_coming;        //!< what is asked for at the moment, until it is enough
    QString m_after;
    qsizetype m_wanted = 0;
    int m_emptyPages = 0;                   //!< one after the other
    QHash<TableId, protocol::Table> m_told; //!< meanwhile, of which answers on their way may not know
    State m_state = State::Idle;
    Error m_error;
    bool m_listed = false;
    int m_round = 0; //!< answers to earlier questions are void
};

} // namespace jjak::client
