// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "common/protocol/commands.h"
#include "common/rules/limits.h"

namespace jjak::gateway {

//! A token bucket's measure: `burst` at once, `perSecond` in the long run.
struct Rate {
    double perSecond;
    double burst;
};

//! Everything that bounds what connections may cost.
struct GatewayLimits {
    Duration helloTime = limits::helloTime; //!< for the handshake, for hello, and again for signing in
    Duration idleTime = limits::idleTime;
    Duration closeTime = 2s; //!< how long a closing connection may take to drain
    qsizetype outBufferBytes = limits::outBufferBytes;
    int connectionsPerAddress = limits::connectionsPerAddress;
    int connections = 15'000; //!< in all
    int pendingRequests = 64; //!< of one connection, taken in and not yet answered
    Duration answersLost = 1min; //!< what was not answered for that long to twice that long does not count any more
    int pendingChunks = 16;   //!< binary frames of one connection, taken in and not yet answered; clients keep four for an upload
    Rate chunks{128, 1024};   //!< binary frames: a file of the largest size at once, then 4 MiB/s
    Rate controlFrames{10, 20};
    Rate mistakes{5, 100}; //!< commands that the gateway itself refuses
    //! By protocol::Family: Session, Auth, Nearby, Send, Typing, Read, Search, Files (as fast down as up), Safety, Date, Operate.
    std::array<Rate, 11> families{Rate{1, 5}, Rate{0.5, 10}, Rate{1, 20}, Rate{5, 20}, Rate{1, 5}, Rate{30, 200}, Rate{2, 20}, Rate{128, 1024}, Rate{0.5, 20}, Rate{5, 30}, Rate{0.5, 20}};
};

} // namespace jjak::gateway
