// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/expiry.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! Finds what has to go and takes it away, so that neither the file nor the log keeps its bytes (see also blank_pages.h).
class SqlExpiryStore final : public app::ExpiryStore {
public:
    explicit SqlExpiryStore(Database &database) : m_database(database) {}

    void setExpiry(RoomId room, protocol::Expiry expiry) override;
    QList<app::MessageKey> expired(Time now, int limit) override;
    QList<app::MessageKey> expiredFiles(Time now, int limit) override;
    app::AgedPart aged(Time before, std::optional<RoomId> behind, int rooms, int messages) override;
    void remove(const app::MessageKey &message, Time rememberUntil) override;
    bool raiseFloor(RoomId room, Time now) override;
    void giveBack(int pages) override;
    void forgetSent(Time now, int limit) override;
    bool emptyLog() override;

private:
    Database &m_database;
};

} // namespace jjak::storage
