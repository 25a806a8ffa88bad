// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include "common/base/time.h"

namespace jjak::images {

//! How a program ended, and what it said until then.
struct ChildEnd {
    enum class How {
        NotStarted, //!< code is the system's errno
        Exited,     //!< code is its exit code
        Killed,     //!< by a signal, its own or ours: for its time, or because it talked too much
    };
    How how = How::NotStarted;
    int code = 0;
    QByteArray said = {}; //!< what it wrote to its standard output
};

//! Runs a program and waits for its end: at most `time`, and until it has said `mostBytes`; then it and whatever it started are
//! killed. It inherits no file, no blocked signal, and of the environment only what the loader and Qt need to find their
//! libraries; its standard error goes nowhere. No event loop; any thread, several at once.
ChildEnd runChild(const QByteArray &program, const QList<QByteArray> &arguments, Duration time, qsizetype mostBytes);

} // namespace jjak::images
