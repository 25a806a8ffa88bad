// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QUrl>
#include <optional>

#include "common/base/time.h"

namespace jjak::terminal {

//! What the command line asked for.
struct Options {
    enum class Mode { Full, Plain, Check } mode = Mode::Full;
    std::optional<QUrl> server;
    QString name;
    QString password;
    QString language;
    bool signUp = false;
    bool withDate = false; //!< the check goes through a blind date too
    std::optional<Day> birth;
};

//! Reads the command line; ends the program for --help, --version (0) and for what makes no sense (2).
Options readOptions(const QCoreApplication &app);

} // namespace jjak::terminal
