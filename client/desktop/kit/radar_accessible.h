// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace jjak::desktop {

//! Tells Qt once how a RadarPicker is presented to screen readers: as a slider with a number and a caption.
void installRadarAccessibility();

} // namespace jjak::desktop
