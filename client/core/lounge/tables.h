// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>

#include "client/core/net/link.h"
#include "client/core/net/requests.h"
#include "common/protocol/commands.h"
#include "common/protocol/events.h"

namespace jjak::client {

//! Coffee tables of a session: asks and tells; of tables one has to do with it knows just enough to tell what is news. Looking
//! fails at once without a connection (`unavailable`); what changes something waits in memory and is sent after a reconnect.
//! Callbacks: once, never during the call, never after the session is gone. Errors of all that change something:
//! lounge.no_name, table.not_found.
class Tables final : public QObject {
    Q_OBJECT

public:
    template <class T>
    using Answer = std::function<void(Result<T>)>;

    Tables(Link &link, Requests &requests, Rng &rng, QObject *parent = nullptr);

    //! `cid` is filled in and stays the same however often it has to be sent. Errors: bad_field, post.not_found,
    //! lounge.not_own, table.open; table.same_hour is a question, to be answered by another offer that is `sure`.
    void offer(const protocol::cmd::OfferTable &wanted, Answer<protocol::Table> done);
    //! Also takes the seat that is kept for oneself. `line`: waits when all seats are taken. Errors: table.full, table.line,
    //! table.own, table.ended; table.same_hour as above.
    void join(TableId table, bool line, bool sure, Answer<protocol::Table> done);
    //! A host who leaves closes it.
    void leave(TableId table, Answer<Done> done = {});
    //! For its host; errors of these: table.not_host, table.ended, guest.not_found, bad_field.
    void admit(TableId table, PersonaId persona, bool yes, Answer<protocol::Table> done);
    void rename(TableId table, const QString &topic, Answer<protocol::Table> done);
    void remove(TableId table, PersonaId persona, Answer<protocol::Table> done);
    void close(TableId table, Answer<Done> done = {});
    //! Errors: guest.not_found for who has no seat, table.ended.
    void keep(TableId table, bool on, Answer<protocol::Table> done);
    //! A guest's thanks to the host, or no more. Errors: guest.not_found for who was never there while its room is open,
    //! table.own, table.ended when that was more than a day ago.
    void thank(TableId table, bool on, Answer<protocol::Table> done);

    void look(TableId table, Answer<protocol::Table> done);
    //! `past` only with `mine`. A page of a search, by `text`, may be empty and still have `next`. Errors: bad_field.
    void list(const protocol::cmd::ListTables &wanted, Answer<protocol::cmd::TableList> done);

    //! For the session: the server tells of a table.
    void told(const protocol::ev::TableState &state) { take(state.table); }
    //! For the session: signed in as somebody, or signed out.
    void forget();

Q_SIGNALS:
    //! One has to do with it, or had until now, and it is another one than was known; once for each version, and when one
    //! thanked its host, which makes no version. Not for what is only looked at.
    void tableChanged(const jjak::protocol::Table &table);
    //! Somebody signed out, or in: nothing of before may be shown any more.
    void forgotten();
    //! Without an Answer: refused.
    void failed(const jjak::Error &error, const QString &command);

private:
    template <class C, class T, class F>
    void ask(const C &command, const Answer<T> &done, F pick);
    template <class C, class T, class F>
    void tell(const C &command, const Answer<T> &done, F pick);
    template <class C>
    void change(const C &command, const Answer<protocol::Table> &done);
    template <class C, class T>
    bool refused(const std::optional<Error> &error, const Answer<T> &done);
    template <class C, class T>
    void answer(const Answer<T> &done, const Result<T> &result);
    void take(const protocol::Table &table);

    //! What is known of a table one has to do with.
    struct Known {
        qint64 version = -1;
        bool thanked = false;
    };
    Link &m_link;
    Requests &m_requests;
    Rng &m_rng;
    QHash<TableId, Known> m_known; //!< as it was told last
    int m_round = 0;               //!< counts accounts: answers for an earlier one are void
};

} // namespace jjak::client
