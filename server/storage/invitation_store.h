// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/groups.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Invitations to groups, open and answered, until they are swept.
class SqlInvitationStore final : public app::InvitationStore {
public:
    explicit SqlInvitationStore(Database &database) : m_database(database) {}

    std::optional<app::InvitationRow> find(InvitationId id) override;
    std::optional<app::InvitationRow> of(RoomId room, AccountId account) override;
    void save(const app::InvitationRow &row) override;
    void remove(InvitationId id) override;
    QList<protocol::Invitation> openOf(AccountId account, Time since) override;
    QList<AccountId> waiting(RoomId room, Time since, int limit) override;
    QList<AccountId> withdrawBy(RoomId room, int member) override;
    QList<AccountId> withdrawThrough(RoomId direct) override;
    QList<AccountId> sweep(Time before, int limit) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
