// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <optional>
#include <vector>

#include "common/protocol/values.h"
#include "server/app/ports/front_door.h"

namespace jjak::app {

//! Which devices are connected, and over which connection. No transaction knows of it, so it keeps note of its changes until the batch that
//! made them is committed, and takes them back when it is not. For the worker's thread.
class ConnectedDevices {
public:
    //! The connection is the device's latest from now on.
    void arrive(AccountId account, DeviceId device, ConnectionId connection);
    //! false when the device has another connection by now, or none: a late goodbye of an older one does not count.
    bool depart(DeviceId device, ConnectionId connection);
    void remove(DeviceId device);

    //! Nobody touches the device, or somebody does again; nothing for one that is not connected.
    void setAway(DeviceId device, bool away);

    //! Online with any device that is in use, away when all are away, nullopt without any.
    std::optional<protocol::Presence> presenceOf(AccountId account) const;
    bool isOnline(AccountId account) const { return m_devices.contains(account); }
    //! 0: the device is not connected.
    ConnectionId connectionOf(DeviceId device) const { return m_lines.value(device).connection; }

    //! How many changes are not settled.
    size_t mark() const { return m_changes.size(); }
    //! Takes back all changes after the mark.
    void undoTo(size_t mark);
    void settle() { m_changes.clear(); }

private:
    struct Line {
        AccountId account;
        ConnectionId connection = 0;
        bool away = false;
    };
    struct Count {
        int connected = 0, away = 0;
    };
    void count(const Line &line, int by);
    struct Change {
        DeviceId device;
        std::optional<Line> before;
    };
    std::optional<Line> lineOf(DeviceId device) const;
    void put(DeviceId device, const std::optional<Line> &line);

    QHash<DeviceId, Line> m_lines;
    QHash<AccountId, Count> m_devices; //!< without entry: none is connected
    std::vector<Change> m_changes;
};

} // namespace jjak::app
