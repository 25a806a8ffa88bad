// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/tables.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Which coffee tables there are for somebody.
class SqlTableDirectory final : public app::TableDirectory {
public:
    explicit SqlTableDirectory(Database &database) : m_database(database) {}

    QList<app::TableSpot> open(AccountId account, std::optional<app::TableSpot> after, int limit) override;
    QList<app::TableSpot> of(AccountId account, bool past, std::optional<app::TableSpot> after, int limit) override;
    bool isHidden(TableId table, AccountId account) override;
    bool isBusy(AccountId account, Time at, Duration apart, TableId except) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
