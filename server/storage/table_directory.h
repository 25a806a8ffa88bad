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
    app::TableStretch find(const app::TableSearch &search, domain::Needle &topic) override;
    bool isHidden(TableId table, AccountId account) override;
    bool isBusy(AccountId account, Time at, Duration apart, TableId except) override;

private:
    //! Those that it is about, hidden ones among them, and the last one that was looked at if there may be more.
    app::TableStretch look(const app::TableSearch &search, domain::Needle &topic);

    Database &m_database;
};

} // namespace jjak::storage
