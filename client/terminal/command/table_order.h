// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <optional>

#include "common/rules/limits.h"

//! What can be typed behind /table. Pure.
namespace jjak::terminal {

//! One wish about coffee tables.
struct TableOrder {
    enum class Act { List, Mine, Past, Find, More, Help, Show, Open, Join, Leave, Take, Admit, Refuse, Remove, Rename, Close, Keep, Thank, Ics, Remind };
    Act act = Act::List;
    int number = 0;                     //!< of a table, as it was listed; of Open: of a post, 0 for the one that is open
    QString text = {};                  //!< a topic, a name, what to look for, or a path
    std::optional<QDateTime> at = {};   //!< in local time; nullopt: now
    int seats = limits::tableSeats;
    bool approval = false;
    bool line = false;                  //!< to wait when all seats are taken
    bool sure = false;                  //!< also when there is another table at the same hour
    QString typed = {};                 //!< the whole line, to be typed again
    bool operator==(const TableOrder &) const = default;
};

//! `rest`: what stands behind the command, as it was typed. nullopt: it cannot be understood.
std::optional<TableOrder> tableOrder(const QString &rest);

//! The words that can stand first behind it.
QStringList tableWords();

} // namespace jjak::terminal
