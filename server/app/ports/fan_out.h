// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <variant>
#include <vector>

#include "server/app/ports/front_door.h"

namespace jjak::app {

//! An encoded frame's payload (JSON, UTF-8, where nothing else is said), implicitly shared between all who get it.
using Frame = QByteArray;

//! The answer to a command, or to a chunk.
struct ToConnection {
    ConnectionId connection = 0;
    Frame frame;
    bool binary = false; //!< bytes of a file instead of JSON
    bool chunk = false;  //!< answers a chunk
};
//! From now on the connection speaks for this device and gets its events; comes before the answer that tells so.
//! Another connection of the same device is closed with session.ended (replaced).
struct Bind {
    ConnectionId connection = 0;
    Identity identity;
};
//! An event for all connected devices of an account.
struct ToAccount {
    AccountId account;
    Frame frame;
};
//! An event for every connection that has signed in.
struct ToEverybody {
    Frame frame;
};
//! The device is signed out: its connection gets session.ended with the reason and is closed.
struct EndDevice {
    DeviceId device;
    protocol::SessionEnd reason = protocol::SessionEnd::Revoked;
};

using Outgoing = std::variant<ToConnection, Bind, ToAccount, ToEverybody, EndDevice>;

//! Carries answers and events to connections. release() keeps the order of a batch for every connection, and of batches
//! among each other when called from one thread. It never blocks; who is not connected gets nothing. Any thread.
class FanOut {
public:
    virtual ~FanOut() = default;
    virtual void release(std::vector<Outgoing> batch) = 0;
};

} // namespace jjak::app
