// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/memory/zones.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jjak::engine {

namespace {

constexpr double earthRadiusKm = 6371.0088; // as in common/rules/grid.cpp
constexpr double halfTurnKm = std::numbers::pi * earthRadiusKm;
constexpr double degree = std::numbers::pi / 180;
constexpr double slackKm = 0.001; // more than rounding can move anything

struct Rows {
    double edgeKm;
    int count;

    explicit Rows(Reach step) : edgeKm(kilometres(step) + 1.0), count(int(halfTurnKm / edgeKm)) {}
    int at(double latitude) const { return std::clamp(int(std::floor((latitude + 90) / 180 * count)), 0, count - 1); }
    int columns(int row) const
    {
        const double middle = -90 + (row + 0.5) * 180 / count;
        return std::max(1, int(2 * halfTurnKm * std::cos(middle * degree) / edgeKm));
    }
};

ZoneKey key(Reach step, std::uint64_t row, std::uint64_t column)
{
    return (ZoneKey(step) << 48) | (row << 24) | column;
}

int columnAt(double longitude, int columns)
{
    return int(std::floor((longitude + 180) / 360 * columns));
}

//! How far east and west of the centre a circle of that angle reaches, in degrees (spherical right triangle); half a turn
//! when it holds a pole.
double halfWidth(double latitude, double angle)
{
    const double ratio = std::sin(angle) / std::cos(latitude * degree);
    return std::abs(latitude) + angle / degree >= 90 || ratio >= 1 ? 180 : std::asin(ratio) / degree;
}

} // namespace

Spot::Spot(Cell c) : cell(c), centre(c.centre())
{
    const double lat = centre.latitude * degree, lon = centre.longitude * degree;
    direction = {std::cos(lat) * std::cos(lon), std::cos(lat) * std::sin(lon), std::sin(lat)};
}

double chordSquared(const Spot &a, const Spot &b)
{
    const double x = a.direction[0] - b.direction[0], y = a.direction[1] - b.direction[1], z = a.direction[2] - b.direction[2];
    return x * x + y * y + z * z;
}

double chordSquaredOf(double km)
{
    const double half = std::sin(std::clamp(km / earthRadiusKm, 0.0, std::numbers::pi) / 2);
    return 4 * half * half;
}

ZoneKey zoneOf(Reach step, const Spot &spot)
{
    if (step == Reach::SameArea)
        return ZoneKey(spot.cell.key());
    if (step == Reach::Anywhere)
        return key(step, 0, 0);
    const Rows rows(step);
    const int row = rows.at(spot.centre.latitude), columns = rows.columns(row);
    return key(step, std::uint64_t(row), std::uint64_t(std::clamp(columnAt(spot.centre.longitude, columns), 0, columns - 1)));
}

std::vector<ZoneKey> zonesAround(Reach step, const Spot &spot, double km)
{
    if (step == Reach::SameArea || step == Reach::Anywhere)
        return {zoneOf(step, spot)};
    const Rows rows(step);
    const double angle = (km + slackKm) / earthRadiusKm;
    const double width = halfWidth(spot.centre.latitude, angle);
    std::vector<ZoneKey> out;
    for (int row = rows.at(spot.centre.latitude - angle / degree); row <= rows.at(spot.centre.latitude + angle / degree); ++row) {
        const int columns = rows.columns(row);
        const int west = columnAt(spot.centre.longitude - width, columns), east = columnAt(spot.centre.longitude + width, columns);
        for (int i = 0; i < std::min(east - west + 1, columns); ++i) {
            const int column = (west + i) % columns;
            out.push_back(key(step, std::uint64_t(row), std::uint64_t(column < 0 ? column + columns : column)));
        }
    }
    return out;
}

} // namespace jjak::engine
