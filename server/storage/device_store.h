// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/devices.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The signed-in clients and the hashes of their tokens, current and spent.
class SqlDeviceStore final : public app::DeviceStore {
public:
    explicit SqlDeviceStore(Database &database) : m_database(database) {}

    std::optional<app::DeviceRow> byId(DeviceId id) override;
    std::optional<app::DeviceRow> byToken(const QByteArray &tokenHash) override;
    std::optional<app::DeviceRow> byAttempt(AccountId account, ClientId attempt) override;
    std::optional<app::SpentToken> spent(const QByteArray &tokenHash) override;
    void save(const app::DeviceRow &row) override;
    void renew(const app::DeviceRow &row) override;
    void remove(DeviceId id) override;
    QList<app::DeviceRow> ofAccount(AccountId account) override;
    void useConnected(Time before, Time now) override;
    QList<DeviceId> removeUnused(Time before) override;

private:
    void keepSpentToken(const app::DeviceRow &row);

    Database &m_database;
};

} // namespace jjak::storage
