// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QUrl>
#include <optional>
#include <vector>

#include "client/people/behaviour.h"
#include "client/people/load/load.h"
#include "client/people/talk.h"

namespace jjak::people {

//! What the command line asked for.
struct Options {
    QUrl server;
    QString demoKey;
    std::vector<Behaviour> behaviours;
    QStringList places; //!< empty: everywhere
    int quietSeconds = 300;
    int lounge = 0;        //!< how many of them write in the lounge
    int dates = 0;         //!< how many of them take part in blind dates
    bool once = false;     //!< end after one date
    bool timeline = false; //!< tell what happens in it
    Speech speech = Speech::Korean;
    std::optional<LoadConfig> load;
};

//! Reads the command line; ends the program for --help, --version (0) and for what makes no sense (2).
Options readOptions(const QCoreApplication &app);

} // namespace jjak::people
