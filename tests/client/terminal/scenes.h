// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/terminal/screen/view.h"

//! Screens that are compared with what they looked like when somebody had looked at them.
namespace jjak::terminal::scenes {

View conversation();
//! Messages that answer others, were edited, deleted and reacted to.
View answered();
//! The same while one of them is named in the line.
View naming();
View proposal();
View waiting();
View signUp();
View help();
View crowded();
View lobby();
//! Topic 2 of a blind date, a text in the line.
View dateTalk();
//! The arrow of a blind date points at seat 3.
View dateArrow();
//! Two arrows met.
View dateOver();

} // namespace jjak::terminal::scenes
