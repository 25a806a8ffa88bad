// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/nearby.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Versions of what Nearby knows of an account, and which pairs may not meet.
class SqlPairStore final : public app::PairStore {
public:
    explicit SqlPairStore(Database &database) : m_database(database) {}

    app::NearbyRow nearby(AccountId account) override;
    app::NearbyRow advance(AccountId account, std::optional<ProposalId> last) override;
    bool mayMeet(AccountId a, AccountId b, Time now) override; //!< false after a failure
    void keepApart(AccountId a, AccountId b, Time until) override;
    QList<std::pair<AccountId, AccountId>> takeEnded(Time now, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
