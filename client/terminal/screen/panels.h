// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/terminal/screen/compose.h"

//! The parts of the screen; each draws only inside its own area.
namespace jjak::terminal::panels {

void form(Canvas &canvas, const View &view);
void heads(Canvas &canvas, const View &view, const Areas &areas);
void rooms(Canvas &canvas, const View &view, const Areas &areas);
//! The seats of the blind date, where else the chats stand.
void seats(Canvas &canvas, const View &view, const Areas &areas);
//! Phase, time left and topic above the messages.
void date(Canvas &canvas, const View &view, const Areas &areas);
void lobby(Canvas &canvas, const View &view, const Areas &areas);
void messages(Canvas &canvas, const View &view, const Areas &areas);
void said(Canvas &canvas, const View &view, const Areas &areas);
//! The proposal, or what can be done in the blind date.
void proposal(Canvas &canvas, const View &view, const Areas &areas);
void input(Canvas &canvas, const View &view, const Areas &areas);
void status(Canvas &canvas, const View &view);
void list(Canvas &canvas, const View &view);

//! A line over so many columns.
QString rule(int columns);
//! Puts a text so that it ends before the given column; returns where it begins.
int putEnding(Canvas &canvas, int row, int end, const QString &text, Style style);

//! One line of text with the cursor in sight.
void editLine(Canvas &canvas, int row, int column, int columns, const QString &text, qsizetype cursor, bool secret, bool focused);

} // namespace jjak::terminal::panels
