// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <cstdint>
#include <optional>

#include "common/protocol/commands.h"

namespace jjak::app {

//! Names one connection of one server; never used twice. 0 is nobody (the server itself). Of servers that share a database the bits above
//! the lower 40 are the node's number, but for the highest, which marks the operator's own.
using ConnectionId = std::uint64_t;

//! The first connection of a node; 0 of a server that is alone.
constexpr ConnectionId firstConnection(std::int64_t node)
{
    return ConnectionId(node) << 40;
}
constexpr std::int64_t nodeOf(ConnectionId connection)
{
    return std::int64_t((connection >> 40) & 0x7f'ffff);
}

//! The account and device a connection has proved to be.
struct Identity {
    AccountId account;
    DeviceId device;
    protocol::Role role = protocol::Role::User;
    friend bool operator==(const Identity &, const Identity &) = default;
};

//! Who asks, and what the answer has to bear.
struct Caller {
    ConnectionId connection = 0;
    qint64 request = 0;               //!< id of the command's frame
    std::optional<Identity> identity; //!< present once signed in
    QString address;                  //!< the peer's IP address, for throttling only; never stored or logged with an account
};

//! What the gateway knows of the application. It has already checked the frame, the access level and the rate limit.
//! All functions return at once and may be called from any I/O thread; the answer comes through FanOut.
class FrontDoor {
public:
    virtual ~FrontDoor() = default;
    //! Exactly one answer to caller.request follows sooner or later.
    virtual void submit(Caller caller, protocol::Command command) = 0;
    //! A binary frame of somebody who has signed in, its bytes not looked at. Exactly one ToConnection that answers a chunk follows.
    virtual void chunk(Caller caller, QByteArray bytes) = 0;
    //! The connection a device was bound to has closed.
    virtual void gone(Identity identity, ConnectionId connection) = 0;
};

} // namespace jjak::app
