// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "common/protocol/commands.h"

//! Posts and comments as lines.
namespace jjak::terminal {

//! "now", "5 min ago", "3 h ago", "2 days ago"; then the day.
QString ago(Time at, Time now);

//! Two lines: the title, and who wrote it when, with how many like it, have commented on it and read it.
QStringList postLines(int number, const protocol::Post &post, Time now);
//! All of it without its comments; `number`: as it was listed.
QStringList openPostLines(const protocol::Post &post, int number, Time now);
QStringList commentLines(int firstNumber, const QList<protocol::Comment> &comments, Time now);
//! Trends, what is popular and what is read most; `firstNumber`: of the first post.
QStringList boardLines(const protocol::cmd::Board &board, int firstNumber, Time now);
//! Oneself in the lounge, and who can see what.
QStringList profileLines(const std::optional<protocol::Profile> &profile);
//! How the commands about the lounge are typed.
QStringList loungeHelp();

} // namespace jjak::terminal
