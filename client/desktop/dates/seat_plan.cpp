// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/seat_plan.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace jjak::desktop {

namespace {

constexpr double usual = 7; // seats; with more of them each gets smaller

constexpr double smaller = 0.94; // step by step, until nobody is in another's way

double diameterFor(qsizetype seats, const QSizeF &area, const SeatMeasures &m)
{
    const double crowd = usual / std::max(usual, double(seats));
    const double fits = std::min(area.width() / 4.6, (area.height() - 2 * m.labelHeight) / 3.5) * crowd;
    return std::floor(std::clamp(fits, m.smallest, m.largest));
}

//! Names that stand side by side share the room between them.
void keepNamesApart(QList<SeatSpot> &spots, const SeatMeasures &m)
{
    for (SeatSpot &one : spots) {
        double width = one.label.width();
        for (const SeatSpot &other : std::as_const(spots))
            if (other.number != one.number && std::abs(other.label.y() - one.label.y()) < m.labelHeight)
                width = std::min(width, std::abs(other.avatar.center().x() - one.avatar.center().x()) - m.gap);
        width = std::max(width, m.smallest);
        one.label = QRectF(one.avatar.center().x() - width / 2, one.label.y(), width, m.labelHeight);
    }
}

} // namespace

const SeatSpot *SeatPlan::spot(int number) const
{
    const auto it = std::ranges::find(spots, number, &SeatSpot::number);
    return it == spots.end() ? nullptr : &*it;
}

int SeatPlan::at(const QPointF &point) const
{
    if (nobody.contains(point))
        return 0;
    int best = -1;
    double nearest = diameter * 0.62;
    for (const SeatSpot &one : spots) {
        const QPointF offset = point - one.avatar.center();
        const double distance = std::hypot(offset.x(), offset.y());
        if (distance < nearest || (best < 0 && one.label.contains(point))) {
            best = one.number;
            nearest = std::min(distance, nearest);
        }
    }
    return best;
}

namespace {

SeatPlan planAround(const QList<int> &numbers, int me, const QSizeF &room, double diameter, const SeatMeasures &m)
{
    SeatPlan plan;
    plan.diameter = diameter;
    const qsizetype count = numbers.size();
    const double name = m.gap + m.labelHeight;
    const double labelWidth = std::clamp(plan.diameter * 1.7, 2 * m.smallest, m.widestLabel);
    // No wider than a good circle of friends: in a wide window they would sit too far from each other.
    const double ry = std::max(0.0, (room.height() - plan.diameter) / 2 - name - m.gap);
    const double rx = std::max(0.0, std::min((room.width() - labelWidth) / 2 - m.gap, std::max(ry * 2.7, plan.diameter * 2.4)));
    plan.centre = QPointF(room.width() / 2, room.height() / 2);
    const qsizetype first = std::max<qsizetype>(0, numbers.indexOf(me));
    for (qsizetype i = 0; i < count; ++i) {
        const double angle = std::numbers::pi * (0.5 + 2.0 * double(i) / double(count));
        const QPointF middle = plan.centre + QPointF(rx * std::cos(angle), ry * std::sin(angle));
        const QRectF avatar(std::round(middle.x() - plan.diameter / 2), std::round(middle.y() - plan.diameter / 2), plan.diameter, plan.diameter);
        const bool above = std::sin(angle) < -0.01;
        const double top = above ? avatar.top() - name : avatar.bottom() + m.gap;
        plan.spots.append({numbers[(first + i) % count], avatar, QRectF(avatar.center().x() - labelWidth / 2, top, labelWidth, m.labelHeight), above});
    }
    keepNamesApart(plan.spots, m);
    return plan;
}

bool isCrowded(const QList<SeatSpot> &spots, double gap)
{
    for (const SeatSpot &one : spots) {
        for (const SeatSpot &other : spots) {
            const QRectF around = other.avatar.adjusted(-gap, -gap, gap, gap);
            if (one.number != other.number && (one.label.intersects(around) || one.avatar.intersects(around)))
                return true;
        }
    }
    return false;
}

} // namespace

SeatPlan planSeats(const QList<int> &numbers, int me, const QSizeF &area, const SeatMeasures &m)
{
    if (numbers.isEmpty())
        return {};
    const double foot = m.nobody.isEmpty() ? 0 : m.nobody.height() + 2 * m.gap;
    const QSizeF room(area.width(), area.height() - foot);
    double diameter = diameterFor(numbers.size(), room, m);
    SeatPlan plan = planAround(numbers, me, room, diameter, m);
    while (isCrowded(plan.spots, m.gap) && diameter * smaller > m.smallest) {
        diameter *= smaller;
        plan = planAround(numbers, me, room, diameter, m);
    }
    if (foot > 0)
        plan.nobody = QRectF(QPointF((area.width() - m.nobody.width()) / 2, area.height() - m.nobody.height() - m.gap), m.nobody);
    return plan;
}

} // namespace jjak::desktop
