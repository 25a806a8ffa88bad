// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "common/base/rng.h"
#include "server/storage/store_set.h"

namespace jjak::storage {

constexpr Time noon = fromMs(1'800'000'000'000);

//! A fresh database with all tables and rows to put into it: SQLite's in a file or in memory, or PostgreSQL's, as the environment
//! says (tests/support/engine.h). Of PostgreSQL there is one: no two of these live at a time.
class Scratch {
public:
    enum class Where { File, Memory };
    explicit Scratch(Where where = Where::File);
    //! Global data of a test class, "where": what there is of this engine.
    static void everywhere();

    app::Stores *operator->() { return &m_set->stores(); }
    StoreSet &set() { return *m_set; }
    //! The file, if it is one; otherwise an address.
    QString path() const { return m_path; }
    bool isFile() const { return m_isFile; }
    Rng &rng() { return m_rng; }
    //! Closes the connection and opens it anew; what was committed is still there.
    void reopen();

    //! Runs f inside a transaction; whether that was committed.
    template <class F>
    bool commit(F &&f)
    {
        if (!m_set->stores().transaction.begin())
            return false;
        f();
        return m_set->stores().transaction.commit();
    }

    app::AccountRow newAccount();
    //! Stored already.
    app::AccountRow account();
    //! So many, stored already.
    QList<AccountId> people(int count);
    app::DeviceRow newDevice(AccountId account);
    domain::Ticket newTicket(AccountId account);
    //! A stored direct room of two stored accounts.
    RoomId directRoom(AccountId a, AccountId b, Time opened = noon);
    RoomId directRoom() { return directRoom(account().id, account().id); }
    //! Stored already.
    ScriptId script();
    //! Stored already: begins at noon, takes people in before, lasts two hours.
    app::EventRow event(Time starts = noon);
    //! A lobby of that event with one seat for each account; neither is stored.
    domain::Date newLobby(const app::EventRow &event, const QList<AccountId> &accounts, Time opened = noon);
    //! The same, stored.
    domain::Date lobby(const app::EventRow &event, const QList<AccountId> &accounts, Time opened = noon);
    domain::Seat newSeat(int number, AccountId account);
    app::MessageRow newMessage(RoomId room, int author, const QString &text = QStringLiteral("hello"));

private:
    SeededRng m_rng{20261121};
    const bool m_isFile;
    QTemporaryDir m_folder;
    QString m_path;
    std::unique_ptr<StoreSet> m_set;
    int m_count = 0;
};

//! For a date whose moment does not matter: soon, or never when it is over.
inline std::optional<Time> dueOf(const domain::Date &date)
{
    return date.closed ? std::nullopt : std::optional(noon + 5min);
}

//! The date as it is when it is over.
inline domain::Date closedAt(domain::Date date, Time ended)
{
    date.closed = true;
    date.ended = ended;
    return date;
}

template <class T>
T randomId(Rng &rng)
{
    return T::random(rng);
}

} // namespace jjak::storage
