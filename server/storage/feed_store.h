// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/lounge.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Lists of posts: each order is an index that is walked from one place on, past what the viewer is not to see.
class SqlFeedStore final : public app::FeedStore {
public:
    explicit SqlFeedStore(Database &database) : m_database(database) {}

    QList<app::PostPlace> page(const app::PostQuery &query) override;
    std::optional<protocol::Post> seen(qint64 number, AccountId viewer, int letters) override;
    qint64 newest() override;
    int countAfter(qint64 number, AccountId viewer, int most) override;
    app::PostStretch look(AccountId viewer, qint64 below, int looks, int hits, domain::Needle &needle) override;

private:
    void read(AccountId viewer, qint64 from, qint64 below, int hits, app::PostStretch &stretch, domain::Needle &needle);

    Database &m_database;
};

//! Posts that share a digest: it is written when the last of them comes.
constexpr qint64 postsOfDigest = 8;
void writePostDigest(Database &database, qint64 block);

} // namespace jjak::storage
