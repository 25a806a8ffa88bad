// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QStringView>
#include <compare>
#include <optional>

namespace jjak {

//! A point on the Earth in degrees. It exists only inside a client, until it is snapped; it is never sent or stored.
struct Coordinate {
    double latitude = 0;  //!< -90 (south) to 90
    double longitude = 0; //!< any; taken modulo 360
};

//! One square of the fixed public grid: the only form in which a place leaves a client.
//! The Earth is cut into rows of equal height; each row into as many columns as make them nearly as wide as high, so a
//! cell has nearly the same size at every latitude and the last column touches the first one without a seam.
//! Text form "2-5040-11230": size in km, row from the south pole, column eastwards from 180° W.
class Cell {
public:
    constexpr Cell() = default; //!< the null cell, no place at all
    //! The cell of the given size (whole km, 1 to 10) that holds the point; null for a point that is not a number.
    static Cell containing(Coordinate point, int sizeKm);
    //! nullopt unless text is exactly the text of a cell that exists.
    static std::optional<Cell> fromText(QStringView text);
    //! nullopt unless key() of some cell gives this number.
    static std::optional<Cell> fromKey(qint64 key);

    QByteArray toText() const;
    //! A positive number that names the cell, for the database.
    qint64 key() const { return (qint64(m_sizeKm) << 40) | (qint64(m_row) << 20) | m_column; }
    int sizeKm() const { return m_sizeKm; }
    int row() const { return m_row; }
    int column() const { return m_column; }
    Coordinate centre() const;
    bool isNull() const { return m_sizeKm == 0; }

    //! How many rows the grid of that size has, and how many columns one of its rows.
    static int rowCount(int sizeKm);
    static int columnCount(int sizeKm, int row);

    friend auto operator<=>(const Cell &, const Cell &) = default;
    friend size_t qHash(const Cell &c, size_t seed = 0) noexcept { return ::qHash(c.key(), seed); }

private:
    int m_sizeKm = 0, m_row = 0, m_column = 0;
};

//! Great-circle distance in km (sphere of 6371.0088 km, IUGG mean radius).
double distanceKm(Coordinate a, Coordinate b);
//! Between the centres of two cells: the only distance the server can know.
double distanceKm(Cell a, Cell b);

} // namespace jjak
