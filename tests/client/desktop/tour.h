// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include "desk.h"

class QDialog;

namespace jjak::desktop::test {

using At = std::function<void(const QString &name, QWidget *shown)>;

//! Goes through every screen of the program and calls `at` with its name and the window in front, be it a dialog.
//! Everything the server would say comes from the peer.
void tour(Desk &desk, const At &at);
//! The part of it that is about groups, images and files, and looking for messages.
void groupScreens(Desk &desk, const At &at);
//! The part of it that is about the lounge.
void loungeScreens(Desk &desk, const At &at);
//! The part of it that is about coffee tables.
void tableScreens(Desk &desk, const At &at);

//! A few rooms with messages of every sort, so that a picture shows what the program can.
void fillRooms(Desk &desk);

//! Lets everything that was asked for be drawn.
void settle();
//! Shows it, takes its picture, closes it.
void withDialog(Desk &desk, const QString &name, QDialog *dialog, const At &at);

} // namespace jjak::desktop::test
