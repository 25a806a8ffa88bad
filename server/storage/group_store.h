// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/groups.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! What only groups have, in the tables of rooms and members.
class SqlGroupStore final : public app::GroupStore {
public:
    explicit SqlGroupStore(Database &database) : m_database(database) {}

    std::optional<RoomId> createdBy(AccountId creator, ClientId cid) override;
    std::optional<int> join(const app::MemberRow &newcomer, int most) override;
    void setMember(const app::MemberRow &member) override;
    void setRoom(const app::RoomRow &room) override;
    void removeEnded(Time now, int messages) override;

private:
    void advance(RoomId room);
    Database &m_database;
};

} // namespace jjak::storage
