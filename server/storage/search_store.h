// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/search.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Reads messages in the order in which they lie in the file, room by room, and compares; passes over those that cannot match.
class SqlSearchStore final : public app::SearchStore {
public:
    explicit SqlSearchStore(Database &database) : m_database(database) {}

    QList<std::pair<app::RoomRow, app::MemberRow>> rooms(AccountId account, std::optional<RoomId> only) override;
    app::Stretch look(RoomId room, app::Stretch::Spot below, qint64 downTo, int looks, domain::Needle &needle, Time now) override;
    app::Stretch::Spot upTo(const app::RoomRow &room, Time at) override;

private:
    void read(RoomId room, qint64 from, app::Stretch &stretch, domain::Needle &needle, Time now);

    Database &m_database;
};

//! Messages of a room that share a digest: it is written when the last of them comes.
constexpr qint64 messagesOfDigest = 32;
void writeDigest(Database &database, RoomId room, qint64 lastSeq);

} // namespace jjak::storage
