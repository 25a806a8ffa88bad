// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "desk.h"

namespace jjak::desktop::test {

//! Goes through every screen of the program and calls `at` with its name and the window in front, be it a dialog.
//! Everything the server would say comes from the peer.
void tour(Desk &desk, const std::function<void(const QString &name, QWidget *shown)> &at);

//! A few rooms with messages of every sort, so that a picture shows what the program can.
void fillRooms(Desk &desk);

} // namespace jjak::desktop::test
