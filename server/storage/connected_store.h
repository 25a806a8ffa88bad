// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/connected.h"
#include "server/storage/database.h"

namespace jjak::storage {

//! The connected devices, in the same transactions as what follows from them.
class SqlConnectedStore final : public app::ConnectedStore {
public:
    explicit SqlConnectedStore(Database &database) : m_database(database) {}

    void arrive(AccountId account, DeviceId device, app::ConnectionId connection) override;
    bool depart(DeviceId device, app::ConnectionId connection) override;
    void setAway(DeviceId device, bool away) override;
    std::optional<protocol::Presence> presenceOf(AccountId account) override;
    app::ConnectionId connectionOf(DeviceId device) override;
    QHash<qint64, int> countByNode() override;
    void removeAll() override;

private:
    Database &m_database;
};

} // namespace jjak::storage
