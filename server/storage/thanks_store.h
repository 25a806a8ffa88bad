// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/tables.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Thanks to hosts; how many guests a host has thanks of is a number that triggers keep.
class SqlThanksStore final : public app::ThanksStore {
public:
    explicit SqlThanksStore(Database &database) : m_database(database) {}

    bool has(TableId table, AccountId guest) override;
    void give(const app::ThanksRow &row) override;
    void takeBack(TableId table, AccountId guest) override;
    QList<protocol::Host> mostThanked(AccountId viewer, int limit) override;
    void age(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
