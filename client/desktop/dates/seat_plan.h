// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRectF>

namespace jjak::desktop {

//! What the circle of seats is laid out from, in pixels.
struct SeatMeasures {
    double smallest = 36;  //!< of an avatar
    double largest = 108;  //!< of an avatar
    double labelHeight = 32;
    double widestLabel = 140;
    double gap = 6;        //!< between an avatar and its name
    QSizeF nobody = {};    //!< of the pill at the foot; empty: none
};

//! Where one seat stands.
struct SeatSpot {
    int number = 0;
    QRectF avatar;
    QRectF label;
    bool above = false; //!< the name stands above the avatar, away from the middle of the circle
};

//! The circle of seats: oneself at the bottom, the others around clockwise by their numbers; names stand outside of it, so
//! that nothing which crosses the circle covers them.
struct SeatPlan {
    QList<SeatSpot> spots; //!< oneself first, then clockwise
    QRectF nobody;
    QPointF centre;        //!< of the circle
    double diameter = 0;   //!< of an avatar

    //! nullptr for a number that sits nowhere.
    [[nodiscard]] const SeatSpot *spot(int number) const;
    //! The seat at a point, its name included; -1 for none, 0 for the pill.
    [[nodiscard]] int at(const QPointF &point) const;
};

//! Lays the seats with these numbers out in an area. `me` may be 0: then the first stands at the bottom.
[[nodiscard]] SeatPlan planSeats(const QList<int> &numbers, int me, const QSizeF &area, const SeatMeasures &measures);

} // namespace jjak::desktop
