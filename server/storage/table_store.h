// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/tables.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The coffee tables and their guests.
class SqlTableStore final : public app::TableStore {
public:
    explicit SqlTableStore(Database &database) : m_database(database) {}

    std::optional<domain::CoffeeTable> find(TableId id) override;
    std::optional<TableId> offeredBy(AccountId host, ClientId cid) override;
    std::optional<TableId> ofPost(PostId post) override;
    std::optional<TableId> ofRoom(RoomId room) override;
    //! Failure::Command: a seat beyond the table's or given twice, a second table of a post, a coming table that is never due, an
    //! open one without a room.
    void save(const domain::CoffeeTable &table, std::optional<Time> due) override;
    QList<TableId> due(Time now, int limit) override;
    void removeRooms(Time now, int messages) override;

private:
    void saveGuests(const domain::CoffeeTable &table);

    Database &m_database;
};

} // namespace jjak::storage
