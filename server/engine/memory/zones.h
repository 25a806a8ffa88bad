// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "common/rules/reach.h"

namespace jjak::engine {

//! The centre of a cell, prepared for comparing many distances quickly.
struct Spot {
    Cell cell;
    Coordinate centre;
    std::array<double, 3> direction{}; //!< from the middle of the Earth, of length 1

    explicit Spot(Cell cell);
};

//! The square of the straight line between two spots, in Earth radii: grows as their distance does.
double chordSquared(const Spot &a, const Spot &b);
//! The same for a distance of that many km along the surface.
double chordSquaredOf(double km);

//! Names one zone: for every reach step the Earth is cut into zones about as wide as the step, so that all whom a step
//! can cover stand in the few zones around. For SameArea a zone is a cell, for Anywhere the whole Earth.
using ZoneKey = std::uint64_t;

ZoneKey zoneOf(Reach step, const Spot &spot);
//! All zones with a spot no further away than km; at every latitude and across 180°. For Anywhere and SameArea km means nothing.
std::vector<ZoneKey> zonesAround(Reach step, const Spot &spot, double km);

} // namespace jjak::engine
