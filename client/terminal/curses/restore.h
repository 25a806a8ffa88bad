// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::terminal {

//! Signals of a program that owns the terminal: those that end it politely and a new size arrive as bytes on a descriptor,
//! those of a crash put the terminal back with what is allowed in a signal handler, and then kill as they would have.
//! Returns the descriptor to read from. Call once, before the terminal is changed.
int watchSignals();

//! The terminal is (or is no longer) in a state that a crash has to undo; `titled`: its title lies on its own stack.
void setTerminalTaken(bool taken, bool titled = false);

} // namespace jjak::terminal
