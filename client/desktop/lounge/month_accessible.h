// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::desktop {

//! Tells Qt once how a MonthView is presented to screen readers: as a list of its days, each with what is on it.
void installMonthAccessibility();

} // namespace jjak::desktop
