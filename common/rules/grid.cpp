// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/rules/grid.h"

#include <QList>
#include <algorithm>
#include <cmath>
#include <numbers>

namespace jjak {

namespace {

constexpr double earthRadiusKm = 6371.0088; // IUGG mean radius
constexpr double halfMeridianKm = std::numbers::pi * earthRadiusKm;
constexpr double radians = std::numbers::pi / 180;
constexpr int smallestKm = 1, largestKm = 10;

double rowHeight(int sizeKm)
{
    return 180.0 / Cell::rowCount(sizeKm);
}

//! A plain decimal number without sign or leading zeros, below 10^9; -1 otherwise.
int plainNumber(QStringView text)
{
    if (text.isEmpty() || text.size() > 9 || (text.size() > 1 && text[0] == u'0'))
        return -1;
    int value = 0;
    for (const QChar c : text) {
        if (c < u'0' || c > u'9')
            return -1;
        value = value * 10 + (c.unicode() - u'0');
    }
    return value;
}

} // namespace

int Cell::rowCount(int sizeKm)
{
    return std::max(1, int(std::lround(halfMeridianKm / sizeKm)));
}

int Cell::columnCount(int sizeKm, int row)
{
    const double middle = -90 + (row + 0.5) * rowHeight(sizeKm);
    return std::max(1, int(std::lround(2 * halfMeridianKm * std::cos(middle * radians) / sizeKm)));
}

Cell Cell::containing(Coordinate point, int sizeKm)
{
    Cell cell;
    if (!std::isfinite(point.latitude) || !std::isfinite(point.longitude))
        return cell;
    cell.m_sizeKm = std::clamp(sizeKm, smallestKm, largestKm);
    const int rows = rowCount(cell.m_sizeKm);
    cell.m_row = std::clamp(int((std::clamp(point.latitude, -90.0, 90.0) + 90) / rowHeight(cell.m_sizeKm)), 0, rows - 1);
    const int columns = columnCount(cell.m_sizeKm, cell.m_row);
    double turn = std::fmod(point.longitude + 180, 360);
    if (turn < 0)
        turn += 360;
    cell.m_column = std::min(int(turn / 360 * columns), columns - 1);
    return cell;
}

std::optional<Cell> Cell::fromText(QStringView text)
{
    const auto parts = text.split(u'-');
    if (parts.size() != 3)
        return std::nullopt;
    const int size = plainNumber(parts[0]), row = plainNumber(parts[1]), column = plainNumber(parts[2]);
    if (size < 0 || row < 0 || column < 0)
        return std::nullopt;
    if (size > largestKm || row >= 1 << 20 || column >= 1 << 20)
        return std::nullopt;
    return fromKey((qint64(size) << 40) | (qint64(row) << 20) | column);
}

std::optional<Cell> Cell::fromKey(qint64 key)
{
    Cell cell;
    if (key < 0 || (key >> 40) < smallestKm || (key >> 40) > largestKm)
        return std::nullopt;
    cell.m_sizeKm = int(key >> 40);
    cell.m_row = int((key >> 20) & 0xfffff);
    cell.m_column = int(key & 0xfffff);
    if (cell.m_row >= rowCount(cell.m_sizeKm) || cell.m_column >= columnCount(cell.m_sizeKm, cell.m_row))
        return std::nullopt;
    return cell;
}

QByteArray Cell::toText() const
{
    return QByteArray::number(m_sizeKm) + '-' + QByteArray::number(m_row) + '-' + QByteArray::number(m_column);
}

Coordinate Cell::centre() const
{
    return {-90 + (m_row + 0.5) * rowHeight(m_sizeKm), -180 + (m_column + 0.5) * 360 / columnCount(m_sizeKm, m_row)};
}

double distanceKm(Coordinate a, Coordinate b)
{
    const double sinLat = std::sin((b.latitude - a.latitude) * radians / 2);
    const double sinLon = std::sin((b.longitude - a.longitude) * radians / 2);
    const double h = sinLat * sinLat + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * sinLon * sinLon;
    return 2 * earthRadiusKm * std::asin(std::min(1.0, std::sqrt(h))); // haversine formula
}

double distanceKm(Cell a, Cell b)
{
    return a == b ? 0 : distanceKm(a.centre(), b.centre());
}

} // namespace jjak
