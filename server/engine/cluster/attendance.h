// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <mutex>

#include "server/app/ports/front_door.h"

namespace jjak::engine {

//! Which accounts have a device at this node. What the other nodes are told of it stands in Redis for a while only. Any thread.
class Attendance {
public:
    //! The device's connection at this node; its latest.
    void arrive(const app::Identity &who, app::ConnectionId connection);
    //! true: the account's last one here is gone. A late goodbye of an older connection does not count.
    bool leave(const app::Identity &who, app::ConnectionId connection);
    //! The device is at another node now; true as above.
    bool moved(const app::Identity &who, app::ConnectionId connection);
    bool has(AccountId account) const;
    //! Whether the device is here, over this connection.
    bool has(const app::Identity &who, app::ConnectionId connection) const;
    QList<AccountId> accounts() const;

private:
    bool remove(const app::Identity &who);

    mutable std::mutex m_mutex;
    QHash<DeviceId, app::ConnectionId> m_devices;
    QHash<AccountId, int> m_accounts;
};

} // namespace jjak::engine
