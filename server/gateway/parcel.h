// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <memory>
#include <variant>
#include <vector>

#include "server/app/ports/fan_out.h"
#include "server/gateway/connection.h"

namespace jjak::gateway {

//! One Outgoing with its frame encoded for the wire, ready for every I/O thread.
struct Parcel {
    std::variant<app::ToConnection, app::Bind, app::ToAccount, app::ToEverybody, app::EndDevice> what; //!< frames inside are wire frames
};

using Parcels = std::shared_ptr<const std::vector<Parcel>>;

//! A socket that was accepted and now belongs to an I/O thread.
struct Accepted {
    int descriptor = -1;
    Peer peer;
    bool tls = false;
};

//! Say goodbye to everybody and end.
struct Stop {};
//! Say goodbye to these, without a list to everybody who is here; they may come again.
struct SendAway {
    std::optional<QList<app::ConnectionId>> which;
};

using Letter = std::variant<Parcels, Accepted, Stop, SendAway>;

} // namespace jjak::gateway
