// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/lounge_values.h"
#include "server/domain/lounge/table.h"
#include "server/domain/rooms/needle.h"

namespace jjak::app {

//! Coffee tables with everybody who has to do with them. A seat is one person's, and a post has one table that has not ended
//! (unique indexes).
class TableStore {
public:
    virtual ~TableStore() = default;
    virtual std::optional<domain::CoffeeTable> find(TableId id) = 0;
    //! What this command of the host offered before.
    virtual std::optional<TableId> offeredBy(AccountId host, ClientId cid) = 0;
    //! The post's table that has not ended.
    virtual std::optional<TableId> ofPost(PostId post) = 0;
    virtual std::optional<TableId> ofRoom(RoomId room) = 0;
    //! Inserts or replaces with all guests; `due` as domain::dueAt() says.
    virtual void save(const domain::CoffeeTable &table, std::optional<Time> due) = 0;
    virtual QList<TableId> due(Time now, int limit) = 0; //!< the earliest first
    //! Removes rooms of tables whose time has ended: of the one that ended first at most so many messages, and the room itself
    //! with the last.
    virtual void removeRooms(Time now, int messages) = 0;
};

//! Where a page of tables goes on: behind that table.
struct TableSpot {
    Time at;
    TableId table;
};

//! Tables somebody looks for: those with that in their topic, or with that tag at their post.
struct TableSearch {
    enum class Among { Open, Mine, Past };
    Among among = Among::Open;
    AccountId account;
    std::optional<TableSpot> after = {};
    QString tag = {}; //!< as tags are kept; empty: none has it
    int looks = 0;    //!< how many tables are looked at, at most
    int hits = 0;     //!< how many are found, at most
};

//! Tables that were looked at.
struct TableStretch {
    QList<TableSpot> hits;
    std::optional<TableSpot> reached; //!< what is left is behind that one; nullopt: nothing is left
};

//! Which tables there are for somebody.
class TableDirectory {
public:
    virtual ~TableDirectory() = default;
    //! Not ended and not hidden from that account, the next first.
    virtual QList<TableSpot> open(AccountId account, std::optional<TableSpot> after, int limit) = 0;
    //! That the account has to do with: those that have not ended, the next first, or those that have, the latest first.
    virtual QList<TableSpot> of(AccountId account, bool past, std::optional<TableSpot> after, int limit) = 0;
    //! The same in the same order, of what is looked for. `topic`: what may stand in the topic.
    virtual TableStretch find(const TableSearch &search, domain::Needle &topic) = 0;
    //! Who was removed, and who sits with somebody there they do not want to meet, or who does not want to meet them, sees
    //! nothing of a table; who has a seat there always does.
    virtual bool isHidden(TableId table, AccountId account) = 0;
    //! Whether another table that has not begun, at which the account has a seat or a place in line, begins less than that apart.
    virtual bool isBusy(AccountId account, Time at, Duration apart, TableId except) = 0;
};

//! A guest's thanks for a table.
struct ThanksRow {
    TableId table;
    AccountId guest;
    AccountId host;
    Time at;
    bool counts = false; //!< for the ranking
};

//! Thanks to hosts, and whom most guests thanked: each guest is one, for however many tables.
class ThanksStore {
public:
    virtual ~ThanksStore() = default;
    virtual bool has(TableId table, AccountId guest) = 0;
    virtual void give(const ThanksRow &row) = 0; //!< thanks that were given already stay as they are
    virtual void takeBack(TableId table, AccountId guest) = 0;
    //! Who wants to be ranked, the most thanked first, without those of who is blocked either way.
    virtual QList<protocol::Host> mostThanked(AccountId viewer, int limit) = 0;
    //! Thanks of until then do not count any more; so many at most, the oldest first.
    virtual void age(Time before, int limit) = 0;
};

} // namespace jjak::app
