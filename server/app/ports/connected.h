// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <optional>

#include "common/protocol/values.h"
#include "server/app/ports/front_door.h"

namespace jjak::app {

//! Who a connection speaks for.
struct ConnectedDevice {
    Identity identity;
    ConnectionId connection = 0;
    friend bool operator==(const ConnectedDevice &, const ConnectedDevice &) = default;
};

//! Which devices are connected, and over which connection.
class ConnectedStore {
public:
    virtual ~ConnectedStore() = default;
    //! The connection is the device's latest from now on, and somebody is in front of it. The device must be stored.
    virtual void arrive(AccountId account, DeviceId device, ConnectionId connection) = 0;
    //! false when the device has another connection by now, or none: a late goodbye of an older one does not count.
    virtual bool depart(DeviceId device, ConnectionId connection) = 0;
    //! Nobody touches the device, or somebody does again; nothing for one that is not connected.
    virtual void setAway(DeviceId device, bool away) = 0;

    //! Online with any device that is in use, away when all are away, nullopt without any.
    virtual std::optional<protocol::Presence> presenceOf(AccountId account) = 0;
    //! 0: the device is not connected.
    virtual ConnectionId connectionOf(DeviceId device) = 0;
    //! How many devices are connected to which node; 0: to a server that is alone.
    virtual QHash<qint64, int> countByNode() = 0;
    //! After a start of a server that is alone: nobody is connected.
    virtual void removeAll() = 0;
};

//! What people who may see it see of an account: online, away, or recently here. Whatever changes or relies on who is connected sets it, also to
//! what it was: of two servers that do so for one account at the same time one is stopped by the row.
class PresenceStore {
public:
    virtual ~PresenceStore() = default;
    //! Of those who are or were here lately. No account twice.
    virtual QHash<AccountId, protocol::Presence> of(const QList<AccountId> &accounts) = 0;
    //! nullopt: not lately. `at`: since when it is so.
    virtual void set(AccountId account, std::optional<protocol::Presence> presence, Time at) = 0;
    //! Accounts that are Recently since before that moment, at most limit.
    virtual QList<AccountId> recentBefore(Time before, int limit) = 0;
    virtual void allGone(Time now) = 0; //!< after a start: who was online or away is Recently from now on
};

} // namespace jjak::app
