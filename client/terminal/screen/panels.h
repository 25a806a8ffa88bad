// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/terminal/screen/compose.h"

//! The parts of the screen; each draws only inside its own area.
namespace jjak::terminal::panels {

void form(Canvas &canvas, const View &view);
void heads(Canvas &canvas, const View &view, const Areas &areas);
void rooms(Canvas &canvas, const View &view, const Areas &areas);
void messages(Canvas &canvas, const View &view, const Areas &areas);
void said(Canvas &canvas, const View &view, const Areas &areas);
void proposal(Canvas &canvas, const View &view, const Areas &areas);
void input(Canvas &canvas, const View &view, const Areas &areas);
void status(Canvas &canvas, const View &view);
void list(Canvas &canvas, const View &view);

//! One line of text with the cursor in sight.
void editLine(Canvas &canvas, int row, int column, int columns, const QString &text, qsizetype cursor, bool secret, bool focused);

} // namespace jjak::terminal::panels
