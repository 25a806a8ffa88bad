// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <chrono>
#include <mutex>

#include "server/app/ports/connected.h"

namespace jjak::engine {

//! Which accounts have a device at this node, as its gateway was told. What the other nodes are told of it stands in Redis for a while only. Any thread.
class Attendance {
public:
    //! The device's connection at this node, its latest; or what its people may do is another thing now.
    void arrive(const app::Identity &who, app::ConnectionId connection);
    //! true: the account's last one here is gone. A late goodbye of an older connection does not count.
    bool leave(const app::Identity &who, app::ConnectionId connection);
    //! The device is at another node now; true as above.
    bool moved(const app::Identity &who, app::ConnectionId connection);
    bool has(AccountId account) const;
    QList<AccountId> accounts() const;
    QList<app::ConnectedDevice> devices() const;

    //! The device is signed out for good: ids of devices are never used again.
    void end(DeviceId device);
    //! So a sign-in that is told now was kept before that, and its connection must not stay. Known for some minutes.
    bool hasEnded(DeviceId device) const;

private:
    bool remove(const app::Identity &who);

    mutable std::mutex m_mutex;
    QHash<DeviceId, app::ConnectedDevice> m_devices;
    QHash<AccountId, int> m_accounts;
    QSet<DeviceId> m_ended, m_endedBefore; //!< of this while and of the one before
    std::chrono::steady_clock::time_point m_while{};
};

} // namespace jjak::engine
