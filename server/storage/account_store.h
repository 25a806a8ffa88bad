// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/accounts.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The accounts.
class SqlAccountStore final : public app::AccountStore {
public:
    explicit SqlAccountStore(Database &database) : m_database(database) {}

    std::optional<app::AccountRow> byId(AccountId id) override;
    std::optional<app::AccountRow> byName(const QString &folded) override;
    bool insert(const app::AccountRow &row) override;
    void setPasswordHash(AccountId id, const QByteArray &hash) override;
    void setRole(AccountId id, protocol::Role role) override;
    void setSettings(AccountId id, const protocol::Settings &settings) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
