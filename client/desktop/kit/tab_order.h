// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jjak::desktop {

//! Lets Tab go through everything in a widget as its layouts show it, from above. Without that it goes in the order in which
//! things were made, which is another one as soon as some of them are members.
void tabAsSeen(QWidget *widget);
//! The same now and again each time something comes into `changing`, a part of it, or leaves it.
void keepTabAsSeen(QWidget *widget, QWidget *changing);

} // namespace jjak::desktop
