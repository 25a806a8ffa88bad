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

//! A message that can be named in a line.
struct Nameable {
    int number = 0;
    bool mine = false; //!< a text that can be edited and deleted
    QString text = {};
    bool operator==(const Nameable &) const = default;
};
//! Those of the open chat, the newest first.
using Nameables = std::function<QList<Nameable>()>;

//! Completes commands, places, distances, seats, reasons, languages, messages and emoji; behind /edit also with the words as
//! they are. `seats`: numbers of the seats that can be named now; `atTable`: whom to block or report is one of them.
Completion complete(const QString &typed, const PlaceNames &places, const QStringList &seats = {}, bool atTable = false, const Nameables &messages = {});

} // namespace jjak::terminal
