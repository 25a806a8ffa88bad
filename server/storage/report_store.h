// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/safety.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Reports with their evidence as it was at that moment.
class SqlReportStore final : public app::ReportStore {
public:
    explicit SqlReportStore(Database &database) : m_database(database) {}

    std::optional<ReportId> byClientId(AccountId by, ClientId cid) override;
    void insert(const app::ReportRow &row) override;
    std::optional<app::ReportRow> find(ReportId id) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
