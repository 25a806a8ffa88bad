// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/rooms.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The messages of all rooms; it alone gives numbers.
class SqlMessageStore final : public app::MessageStore {
public:
    explicit SqlMessageStore(Database &database) : m_database(database) {}

    //! 0, and Failure::Command, when there is no such room or the author is no member of it.
    qint64 append(const app::MessageRow &row) override;
    std::optional<app::MessageRow> byClientId(DeviceId device, ClientId cid) override;
    std::optional<protocol::Message> find(RoomId room, qint64 seq) override;
    //! 0, and Failure::Command, when there is no such message.
    qint64 change(RoomId room, const protocol::Message &message) override;
    QList<protocol::Message> changes(RoomId room, qint64 after, int limit, Time now) override;
    void keepEarlier(RoomId room, const protocol::Message &message) override;
    QList<protocol::Message> earlier(RoomId room, qint64 seq) override;
    void forgetEarlier(RoomId room, qint64 seq) override;
    QList<protocol::Message> page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit, Time now) override;
    QList<QList<protocol::Message>> newest(const QList<app::RoomRow> &rooms, int limit, Time now) override;

private:
    void findLast(const QList<app::RoomRow> &rooms, Time now, QList<QList<protocol::Message>> &out);
    std::optional<app::MessageRow> gone(DeviceId device, ClientId cid);
    void addFile(RoomId room, protocol::Message &message);
    QList<protocol::Message> withFiles(RoomId room, QList<protocol::Message> messages);

    Database &m_database;
};

} // namespace jjak::storage
