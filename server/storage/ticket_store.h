// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/nearby.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The people who wait in Nearby.
class SqlTicketStore final : public app::TicketStore {
public:
    explicit SqlTicketStore(Database &database) : m_database(database) {}

    std::optional<domain::Ticket> find(AccountId account) override;
    void save(const domain::Ticket &ticket) override;
    void setAway(AccountId account, std::optional<Time> since) override;
    void remove(AccountId account) override;
    QList<domain::Ticket> free() override;
    QList<domain::Ticket> waitingAfter(AccountId account, int limit) override;
    QList<domain::Ticket> ofDevice(DeviceId device) override;
    QList<domain::Ticket> awaySince(Time before, int limit) override;
    void allAway(Time now) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
