// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPointF>

namespace jjak::desktop {

//! The way of an arrow between two round places: a gentle curve that begins and ends beside them.
class ArrowWay {
public:
    //! `bend` is how far the middle stands aside, as a share of the length.
    ArrowWay(const QPointF &from, double fromRadius, const QPointF &to, double toRadius, double bend = 0.10);

    //! 0 is where it begins, 1 where its tip stands.
    [[nodiscard]] QPointF at(double share) const;
    [[nodiscard]] double length() const { return m_length; }

    //! The arrow between two places of the way, feathers at the first and the tip at the second, which may be before it.
    //! `thickness` is that of the shaft at the tip. Empty when there is no room.
    [[nodiscard]] QPainterPath arrow(double begin, double tip, double thickness) const;

private:
    [[nodiscard]] QPointF curve(double t) const;
    [[nodiscard]] double parameterAt(const QPointF &centre, double radius, bool fromEnd) const;

    QPointF m_from, m_bend, m_to;
    double m_first = 0;
    double m_last = 1;
    double m_length = 0;
};

//! A heart that fills a square around `centre`.
[[nodiscard]] QPainterPath heart(const QPointF &centre, double side);

} // namespace jjak::desktop
