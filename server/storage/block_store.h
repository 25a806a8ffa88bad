// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/safety.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Who has blocked whom.
class SqlBlockStore final : public app::BlockStore {
public:
    explicit SqlBlockStore(Database &database) : m_database(database) {}

    BlockId insert(const app::BlockRow &row) override; //!< null after a failure
    QList<app::BlockRow> by(AccountId account) override;
    void hide(BlockId block, RoomId room, int member) override;
    QList<protocol::HiddenMember> hidden(AccountId account, int limit) override;
    bool between(AccountId a, AccountId b) override;
    std::optional<AccountId> remove(AccountId by, BlockId id) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
