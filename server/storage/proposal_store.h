// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/nearby.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The proposals, and who stands in an open one.
class SqlProposalStore final : public app::ProposalStore {
public:
    explicit SqlProposalStore(Database &database) : m_database(database) {}

    std::optional<domain::Proposal> find(ProposalId id) override;
    std::optional<domain::Proposal> openOf(AccountId account) override;
    //! An open one with somebody who stands in another open one is Failure::Command.
    void save(const domain::Proposal &proposal) override;
    QList<domain::Proposal> due(Time now, int limit) override;
    void extendOpen(Time deadline) override;
    void removeEnded(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
