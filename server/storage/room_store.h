// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/rooms.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The rooms and who is in them.
class SqlRoomStore final : public app::RoomStore {
public:
    explicit SqlRoomStore(Database &database) : m_database(database) {}

    std::optional<app::RoomRow> find(RoomId id) override;
    std::optional<RoomId> directOf(AccountId a, AccountId b) override;
    //! A direct room has exactly two members: anything else is Failure::Command.
    void insert(const app::RoomRow &room, const QList<app::MemberRow> &members) override;
    QList<app::MemberRow> members(RoomId room) override;
    //! With those the account has left, which can still be read.
    QList<app::RoomWithMembers> ofAccount(AccountId account, std::optional<RoomId> after, int limit) override;
    bool advanceRead(RoomId room, int member, qint64 seq) override; //!< never beyond the head
    bool advanceGot(RoomId room, int member, qint64 seq) override;
    void setSilent(RoomId room, int member, bool silent) override;
    void touch(RoomId room) override;
    QList<RoomId> unreadOf(AccountId account) override;
    void leave(RoomId room, int member, Time at) override;          //!< no effect on who has left before
    void expire(RoomId room, Time at) override;

private:
    Database &m_database;
};

} // namespace jjak::storage
