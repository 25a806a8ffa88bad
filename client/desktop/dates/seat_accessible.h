// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::desktop {

//! Tells Qt once how a SeatBoard is presented to screen readers: as a list of people, or as a group of radio buttons.
void installSeatAccessibility();

} // namespace jjak::desktop
