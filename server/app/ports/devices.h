// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

#include "common/base/ids.h"
#include "common/base/time.h"

namespace jjak::app {

//! A signed-in client. Tokens are known only as hashes (32 bytes).
struct DeviceRow {
    DeviceId id;
    AccountId account;
    QString label;
    ClientId attempt; //!< the sign-in that made it
    QByteArray tokenHash;
    Time tokenSince; //!< when the current token was made
    Time created;
    Time used;
};

//! A token that has a successor.
struct SpentToken {
    DeviceId device;
    Time spent;
};

class DeviceStore {
public:
    virtual ~DeviceStore() = default;
    virtual std::optional<DeviceRow> byId(DeviceId id) = 0;
    virtual std::optional<DeviceRow> byToken(const QByteArray &tokenHash) = 0;
    virtual std::optional<DeviceRow> byAttempt(AccountId account, ClientId attempt) = 0;
    virtual std::optional<SpentToken> spent(const QByteArray &tokenHash) = 0;
    //! Inserts, or replaces the row of the same id; a tokenHash that differs from the stored one becomes spent at tokenSince.
    virtual void save(const DeviceRow &row) = 0;
    //! The same for one that is there, and nothing for one that is not: a sign-in never brings back a device that was revoked meanwhile.
    virtual void renew(const DeviceRow &row) = 0;
    virtual void remove(DeviceId id) = 0;
    virtual QList<DeviceRow> ofAccount(AccountId account) = 0; //!< the latest used first
    //! Those that are connected, and were used before that, are in use now.
    virtual void useConnected(Time before, Time now) = 0;
    //! Removes devices not used since then and spent tokens older than it; returns the devices.
    virtual QList<DeviceId> removeUnused(Time before) = 0;
};

} // namespace jjak::app
