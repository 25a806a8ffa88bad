// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/base/time.h"
#include "common/rules/limits.h"

namespace jjak::client {

//! The durations of the connection; tests and load programs choose others.
struct LinkTimes {
    Duration connect = 10s;          //!< opening the socket and the handshake
    Duration reply = 10s;            //!< then the connection counts as dead
    Duration passwordReply = 30s;    //!< the same for sign-in and sign-up, where the server works longer
    Duration pong = 10s;             //!< a ping has to be answered within it
    Duration backOffFirst = 500ms;   //!< upper bound of the first wait; doubles with every failure
    Duration backOffLast = 30s;      //!< upper bound of all waits
    Duration stable = 5s;            //!< a connection that lasted so long was none that failed
    Duration rateRetry = 1s;         //!< when the server asks to wait without saying how long
    Duration signOut = 3s;           //!< how long signing out waits for the server
    Duration askAgain = 2s;          //!< what waits for an answer so long may have lost it when the server says that it has lost something
    Duration resyncEvery = 2s;       //!< snapshots are not asked for more often, whatever goes wrong
    Duration resyncWithin = 2s;      //!< when the server tells everybody to ask for one, not all do so at the same moment
    Duration readEvery = 250ms;      //!< read positions are told at most so often
    Duration gotEvery = 1s;          //!< the same for what has arrived
    Duration typingEvery = 3s;       //!< a typing sign is sent at most so often
};

} // namespace jjak::client
