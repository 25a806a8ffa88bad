// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/lounge.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Posts, and what people did with them.
class SqlPostStore final : public app::PostStore {
public:
    explicit SqlPostStore(Database &database) : m_database(database) {}

    std::optional<app::PostRow> find(PostId id) override;
    std::optional<PostId> byClientId(AccountId author, ClientId cid) override;
    qint64 insert(const app::PostRow &row) override;
    void edit(const app::PostRow &row) override;
    void remove(const app::PostRow &row, Time until) override;
    void removeErased(int rows) override;
    domain::Deed deed(qint64 post, AccountId account) override;
    void setDeed(qint64 post, AccountId account, const domain::Deed &deed) override;
    void setCounts(const app::PostRow &row) override;

private:
    //! A step of taking away what hangs on an erased post.
    void takeAway(qint64 post, int rows);

    Database &m_database;
};

} // namespace jjak::storage
