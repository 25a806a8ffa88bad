// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace jjak::desktop {

//! Lets Tab go through everything in a widget as its layouts show it, from above. Without that it goes in the order in which
//! things were made, which is another one as soon as some of them are members. Again when something has come in.
void tabAsSeen(QWidget *widget);

} // namespace jjak::desktop
