// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/connected.h"
#include "server/storage/database.h"

namespace jjak::storage {

class SqlPresenceStore final : public app::PresenceStore {
public:
    explicit SqlPresenceStore(Database &database) : m_database(database) {}

    QHash<AccountId, protocol::Presence> of(const QList<AccountId> &accounts) override;
    void set(AccountId account, std::optional<protocol::Presence> presence, Time at) override;
    QList<AccountId> recentBefore(Time before, int limit) override;
    void allGone(Time now) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
