// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

namespace jjak::terminal {

//! What can stand where the cursor is: the whole lines that would come out, best first.
struct Completion {
    QStringList lines;
    QStringList labels; //!< what to show of each: the part that differs
};

//! Names of places for what somebody has typed so far, best first.
using PlaceNames = std::function<QStringList(const QString &typed)>;

//! Completes commands, places, distances, seats, reasons and languages. `seats`: numbers of the seats that can be named now;
//! `atTable`: whom to block or report is one of them.
Completion complete(const QString &typed, const PlaceNames &places, const QStringList &seats = {}, bool atTable = false);

} // namespace jjak::terminal
