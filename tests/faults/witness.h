// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <memory>

#include "common/base/rng.h"
#include "server/storage/store_set.h"

namespace jjak::faults {

//! What a database has done to those who trusted it.
struct Verdict {
    qint64 acknowledged = 0; //!< promises given
    qint64 lost = 0;         //!< of these, not there any more
    qint64 doubled = 0;      //!< messages stored twice
    qint64 gaps = 0;         //!< rooms whose numbers are not 1, 2, 3 … head
    qint64 corrupt = 0;      //!< files that cannot be opened or fail SQLite's own check

    bool clean() const { return lost == 0 && doubled == 0 && gaps == 0 && corrupt == 0; }
    void add(const Verdict &other);
    QString text() const;
};

//! Uses the real stores as the server does, in group commits, and remembers what was acknowledged: a message, a read
//! position, an account. What was not acknowledged it sends again, as a client would, under the same id.
class Witness {
public:
    explicit Witness(std::uint64_t seed) : m_rng(seed) {}

    //! The rooms in which everything takes place; in a database that nothing befalls yet.
    void settle(app::Stores &stores);
    //! One group commit with up to `most` commands; true when it was acknowledged.
    bool batch(app::Stores &stores, int most);
    //! Whether everything acknowledged is there, once and in order. Sends again what was left open, first.
    Verdict examine(storage::StoreSet &set);
    //! The state of a witness of a fresh copy of the same database.
    Witness again(std::uint64_t seed) const;
    qint64 promises() const { return m_messages.size() + m_accounts.size(); }

private:
    struct Sent {
        app::MessageRow row;
        qint64 seq = 0;
    };
    qint64 send(app::Stores &stores, app::MessageRow &row);
    bool sendAgain(app::Stores &stores);
    void examineRoom(app::Stores &stores, RoomId room, Verdict &verdict) const;

    SeededRng m_rng;
    QList<RoomId> m_rooms;
    QList<Sent> m_messages;       //!< acknowledged
    QList<AccountId> m_accounts;  //!< acknowledged
    QHash<RoomId, qint64> m_read; //!< acknowledged position of member 2
    QList<app::MessageRow> m_open; //!< not acknowledged (yet)
    int m_names = 0;
};

} // namespace jjak::faults
