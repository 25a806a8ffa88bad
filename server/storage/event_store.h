// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/dates.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The events.
class SqlEventStore final : public app::EventStore {
public:
    explicit SqlEventStore(Database &database) : m_database(database) {}

    std::optional<app::EventRow> find(EventId id) override;
    std::optional<app::EventRow> byClientId(ClientId cid) override;
    //! Its script must be stored, otherwise Failure::Command.
    void save(const app::EventRow &row) override;
    QList<app::EventRow> current(int limit) override;
    QList<app::EventRow> ended(int limit) override;
    QList<app::EventRow> due(Time now, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
