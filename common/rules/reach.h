// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string_view>

#include "common/rules/grid.h"

namespace jjak {

//! The distance steps: how far somebody looks, and how far a match is told to be.
enum class Reach { SameArea, Km2, Km5, Km10, Km20, Km50, Km100, Anywhere };

inline constexpr std::array allReaches{Reach::SameArea, Reach::Km2, Reach::Km5, Reach::Km10, Reach::Km20, Reach::Km50, Reach::Km100, Reach::Anywhere};

//! The step's nominal distance in km: 0 for the same area, the longest distance on Earth for anywhere.
int kilometres(Reach reach);

//! Whether a reach covers two cells: the same cell for SameArea, else centres no further apart than the step plus half a
//! cell (so that "2 km" covers all neighbours of a 2 km cell). A longer reach covers whatever a shorter one does.
bool covers(Reach reach, Cell a, Cell b);

//! The smallest step that covers the pair: the only thing ever told about a distance.
Reach stepBetween(Cell a, Cell b);

//! The smaller of two.
constexpr Reach shorter(Reach a, Reach b) { return a < b ? a : b; }

} // namespace jjak
