// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/lounge.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Comments on posts, and who likes them.
class SqlCommentStore final : public app::CommentStore {
public:
    explicit SqlCommentStore(Database &database) : m_database(database) {}

    std::optional<app::CommentRow> find(CommentId id) override;
    std::optional<CommentId> byClientId(AccountId author, ClientId cid) override;
    qint64 insert(const app::CommentRow &row) override;
    void edit(const app::CommentRow &row) override;
    void remove(const app::CommentRow &row, Time until) override;
    bool like(qint64 comment, AccountId account, bool on) override;
    QList<app::SeenComment> page(qint64 post, AccountId viewer, qint64 behind, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
