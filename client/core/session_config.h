// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "client/core/net/link_times.h"
#include "client/core/net/wire.h"

namespace jjak::client {

//! What differs between the programs, and in tests.
struct SessionConfig {
    //! Name of the program; part of the token's key and of the cache's file name, because two programs are two devices.
    QString program = QStringLiteral("jjak");
    //! Folder of the caches; empty: this user's application data; ":memory:": nothing is written to the disk.
    QString cacheFolder = {};
    //! The operator's key that marks demo people; empty for everybody else.
    QString demoKey = {};
    //! Try again at once when the operating system says that the network is back.
    bool watchNetwork = true;
    LinkTimes times = {};
    //! What connections go over; empty: WebSockets.
    MakeWire wire = {};
    //! By what replies are waited for and the server's time is carried on; empty: this computer's.
    SteadyClock clock = {};
};

} // namespace jjak::client
