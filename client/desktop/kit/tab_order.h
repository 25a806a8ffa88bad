// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jjak::desktop {

//! Lets Tab go through everything in a window as its layouts show it, from above, now and again each time that something comes
//! or goes. Without that it goes in the order in which things were made, which is another one as soon as some are members, or later.
void keepTabAsSeen(QWidget *window);

} // namespace jjak::desktop
