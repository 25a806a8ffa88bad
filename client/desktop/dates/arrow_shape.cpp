// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/arrow_shape.h"

#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace jjak::desktop {

namespace {

constexpr int samples = 36;

double distance(const QPointF &a, const QPointF &b)
{
    return std::hypot(a.x() - b.x(), a.y() - b.y());
}

QPointF unit(const QPointF &v)
{
    const double size = std::hypot(v.x(), v.y());
    return size > 0 ? v / size : QPointF(0, -1);
}

QPointF left(const QPointF &v)
{
    return {v.y(), -v.x()};
}

} // namespace

ArrowWay::ArrowWay(const QPointF &from, double fromRadius, const QPointF &to, double toRadius, double bend) : m_from(from), m_to(to)
{
    m_bend = (from + to) / 2 + left(to - from) * bend * (to.x() < from.x() ? -1 : 1) * 2;
    m_first = parameterAt(from, fromRadius, false);
    m_last = parameterAt(to, toRadius, true);
    for (int i = 0; i < samples; ++i)
        m_length += distance(at(double(i) / samples), at(double(i + 1) / samples));
}

QPointF ArrowWay::curve(double t) const
{
    return m_from * (1 - t) * (1 - t) + m_bend * 2 * t * (1 - t) + m_to * t * t;
}

QPointF ArrowWay::at(double share) const
{
    return curve(m_first + (m_last - m_first) * share);
}

//! Where the curve leaves the circle around its first point, or enters that around its last.
double ArrowWay::parameterAt(const QPointF &centre, double radius, bool fromEnd) const
{
    double inside = fromEnd ? 1 : 0, outside = 0.5;
    if (distance(curve(outside), centre) < radius)
        return outside;
    for (int i = 0; i < 24; ++i) {
        const double middle = (inside + outside) / 2;
        (distance(curve(middle), centre) < radius ? inside : outside) = middle;
    }
    return outside;
}

QPainterPath ArrowWay::arrow(double begin, double tip, double thickness) const
{
    QPainterPath path;
    const double head = thickness * 3.4;
    const double share = m_length > 0 ? head / m_length : 1;
    const double way = std::abs(tip - begin);
    if (m_length * way < head * 0.6)
        return path;
    const double neck = tip > begin ? std::max(begin, tip - share) : std::min(begin, tip + share);
    QPolygonF one, other;
    for (int i = 0; i <= samples; ++i) {
        const double here = begin + (neck - begin) * i / samples;
        const double ahead = here + (tip > begin ? 0.01 : -0.01);
        const QPointF aside = left(unit(at(ahead) - at(here))) * thickness * (0.24 + 0.30 * i / samples);
        one.append(at(here) + aside);
        other.prepend(at(here) - aside);
    }
    const QPointF forward = unit(at(tip) - at(neck));
    const QPointF wing = left(forward) * head * 0.56;
    QPolygonF outline = one;
    outline << at(neck) + wing - forward * head * 0.22 << at(tip) << at(neck) - wing - forward * head * 0.22;
    outline << other;
    path.addPolygon(outline);
    path.closeSubpath();
    // Two pairs of feathers at the beginning.
    const QPointF start = at(begin), along = unit(at(begin + (tip > begin ? 0.02 : -0.02)) - start);
    for (const double back : {0.0, thickness * 1.1}) {
        for (const double side : {1.0, -1.0}) {
            const QPointF root = start + along * (back + thickness * 0.2);
            QPainterPath feather(root);
            feather.lineTo(root + left(along) * side * thickness * 1.15 - along * thickness * 0.85);
            feather.lineTo(root + left(along) * side * thickness * 1.15 - along * thickness * 0.15);
            feather.lineTo(root + along * thickness * 0.7);
            feather.closeSubpath();
            path = path.united(feather);
        }
    }
    return path;
}

QPainterPath heart(const QPointF &centre, double side)
{
    const auto p = [&](double x, double y) { return centre + QPointF(x * side, y * side); };
    QPainterPath path(p(0, 0.46));
    path.cubicTo(p(-0.34, 0.22), p(-0.52, 0.02), p(-0.52, -0.20));
    path.cubicTo(p(-0.52, -0.52), p(-0.12, -0.56), p(0, -0.26));
    path.cubicTo(p(0.12, -0.56), p(0.52, -0.52), p(0.52, -0.20));
    path.cubicTo(p(0.52, 0.02), p(0.34, 0.22), p(0, 0.46));
    return path;
}

} // namespace jjak::desktop
