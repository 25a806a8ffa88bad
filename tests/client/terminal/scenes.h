// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/terminal/screen/view.h"

//! Screens that are compared with what they looked like when somebody had looked at them.
namespace jjak::terminal::scenes {

View conversation();
View proposal();
View waiting();
View signUp();
View help();
View crowded();

} // namespace jjak::terminal::scenes
