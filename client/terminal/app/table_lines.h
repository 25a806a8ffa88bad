// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include "client/core/lounge/table_watch.h"

//! Coffee tables as lines.
namespace jjak::terminal {

using client::TableNews;

//! Two lines: the topic, and whose it is, when, in which language, how many seats are taken, how long the line is.
QStringList tableLines(int number, const protocol::Table &table);
//! Below the post that offers it: the same, and how to find it in the list.
QStringList postTableLines(const protocol::Table &table);
//! All of it: also who sits there, who asks to, what one has to do with it and can do.
QStringList openTableLines(int number, const protocol::Table &table);
//! What one has to do with it oneself.
QString standingSentence(int number, const protocol::Table &table);
//! What is new, and how to answer.
QString newsSentence(int number, const protocol::Table &table, const TableNews &news);
//! How the command is typed.
QStringList tableHelp();

} // namespace jjak::terminal
