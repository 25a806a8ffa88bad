// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Arrows that met, until their time has ended.
class SqlArrowPairStore final : public app::ArrowPairStore {
public:
    explicit SqlArrowPairStore(Database &database) : m_database(database) {}

    //! Of the halves the smaller account stands first.
    std::optional<app::ArrowPairRow> find(PairId id) override;
    QList<app::ArrowPairRow> openOf(AccountId account, Time now, int limit) override;
    //! A second pair of the same two in one date, and a room that not both want, are Failure::Command.
    void save(const app::ArrowPairRow &row) override;
    void removeEnded(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
