// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <utility>

#include "client/terminal/command/command.h"

//! Commands that are about one message, while they are being typed. Pure.
namespace jjak::terminal {

//! It is one of them.
bool namesMessage(Verb verb);

//! Which of them, and which message.
struct Naming {
    Verb verb = Verb::Reply;
    int number = 0; //!< as far as it is typed; 0: none
    bool operator==(const Naming &) const = default;
};
//! nullopt: the line is about no message.
std::optional<Naming> namingIn(const QString &typed);

//! The number at the beginning, 0 when there is none, and what stands behind it as it was typed.
std::pair<int, QString> numbered(const QString &rest);

//! What somebody has typed to somebody else: the line itself, of a reply its text; empty of any other command.
QString wordsIn(const QString &typed);

} // namespace jjak::terminal
