// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "client/terminal/edit/key.h"

//! From the codes of ncurses to keys.
namespace jjak::terminal {

extern const int keyPasteBegins, keyPasteEnds, keyFocusComes, keyFocusGoes;

//! Tells ncurses the sequences that are in no terminal description. After initscr().
void defineKeys();
//! A code that ncurses calls a key; nullopt for one that means nothing here.
std::optional<Key> functionKey(int code);
//! A character as typed, possibly a control character; a text may be empty.
Key typedKey(int code);
QString characterOf(int code);

} // namespace jjak::terminal
