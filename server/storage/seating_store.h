// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Who may sit with whom: one statement over lobbies, blocks, direct rooms and pairs kept apart.
class SqlSeatingStore final : public app::SeatingStore {
public:
    explicit SqlSeatingStore(Database &database) : m_database(database) {}

    std::optional<DateId> lobbyFor(EventId event, AccountId account, Time now) override;
    bool mayMerge(DateId one, DateId other, Time now) override;
    //! A later end that is stored already stays.
    void remember(AccountId a, AccountId b, Time until) override;
    void forget(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
