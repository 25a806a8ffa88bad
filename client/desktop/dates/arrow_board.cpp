// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/arrow_board.h"

#include <QMouseEvent>
#include <QPainter>

#include "client/desktop/dates/arrow_shape.h"
#include "client/desktop/kit/theme.h"

namespace jjak::desktop {

namespace {

constexpr int growTime = 240, meetTime = 1600; // ms
constexpr double arrowsMeetAt = 0.68;          // of the reveal; from then on the heart grows

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

void paintShape(QPainter &painter, const QPainterPath &path, const QColor &color, const QColor &ground, double glow, const QBrush &fill = {})
{
    painter.setBrush(Qt::NoBrush);
    for (const double share : {1.0, 0.8, 0.6, 0.4}) { // soft at its edge
        painter.setPen(QPen(faded(color, 0.07), glow * share, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    painter.setPen(QPen(ground, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(fill.style() == Qt::NoBrush ? QBrush(color) : fill);
    painter.drawPath(path);
}

//! It gets stronger on its way.
QBrush glowing(const ArrowWay &way, const QColor &from, const QColor &to)
{
    QLinearGradient gradient(way.at(0), way.at(0.8));
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    return gradient;
}

} // namespace

ArrowBoard::ArrowBoard(const Theme &theme, QWidget *parent) : SeatBoard(theme, parent)
{
    m_motion.setStartValue(0.0);
    m_motion.setEndValue(1.0);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_progress = value.toDouble();
        update();
    });
    connect(this, &SeatBoard::picked, this, [this](int seat) {
        if (m_shows == Shows::Arrow && seat != m_arrowAt)
            move(growTime);
        m_arrowAt = seat;
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_theme.motionAllowed())
            move(0);
    });
}

void ArrowBoard::move(int milliseconds)
{
    m_motion.stop();
    if (milliseconds == 0 || !m_theme.motionAllowed() || !isVisible()) {
        m_progress = 1;
        update();
        return;
    }
    m_progress = 0;
    m_motion.setDuration(milliseconds);
    m_motion.setEasingCurve(m_shows == Shows::Reveal ? QEasingCurve::InOutSine : QEasingCurve::OutCubic);
    m_motion.start();
}

void ArrowBoard::setShows(Shows shows)
{
    if (m_shows == shows)
        return;
    m_shows = shows;
    m_drag.reset();
    updateGeometry();
    move(shows == Shows::Reveal ? meetTime : 0);
}

void ArrowBoard::setMet(int seat)
{
    if (m_met == seat)
        return;
    m_met = seat;
    if (m_shows == Shows::Reveal)
        move(meetTime);
}

void ArrowBoard::showEvent(QShowEvent *event)
{
    SeatBoard::showEvent(event);
    if (m_shows == Shows::Reveal)
        move(meetTime);
}

int ArrowBoard::target() const
{
    const int seat = m_drag ? plan().at(*m_drag) : chosen();
    return seat > 0 && canChoose(seat) ? seat : 0;
}

bool ArrowBoard::isLit(int seat) const
{
    if (m_shows == Shows::Reveal)
        return seat == m_met && seat > 0 && m_progress > arrowsMeetAt;
    return m_drag ? seat == target() : SeatBoard::isLit(seat);
}

void ArrowBoard::mousePressEvent(QMouseEvent *event)
{
    const bool onMe = me() > 0 && plan().at(event->position()) == me();
    if (m_shows == Shows::Arrow && isEnabled() && onMe && event->button() == Qt::LeftButton) {
        m_drag = event->position();
        setFocus(Qt::MouseFocusReason);
        setCursor(Qt::ClosedHandCursor);
        update();
        return;
    }
    if (m_shows != Shows::Reveal)
        SeatBoard::mousePressEvent(event);
}

void ArrowBoard::mouseMoveEvent(QMouseEvent *event)
{
    if (m_drag) {
        m_drag = event->position();
        update();
        return;
    }
    SeatBoard::mouseMoveEvent(event);
    if (m_shows == Shows::Arrow && me() > 0 && hovered() == me())
        setCursor(Qt::OpenHandCursor);
}

//! Let go over nobody's seat, the arrow stays as it was.
void ArrowBoard::mouseReleaseEvent(QMouseEvent *event)
{
    if (!m_drag)
        return;
    const int seat = plan().at(event->position());
    m_drag.reset();
    setCursor(Qt::ArrowCursor);
    m_arrowAt = seat; // it is there already: no growing again
    if (seat >= 0)
        choose(seat);
    update();
}

QSize ArrowBoard::minimumSizeHint() const
{
    return {m_theme.px(280), m_theme.px(m_shows == Shows::Reveal ? 300 : 350)};
}

void ArrowBoard::paintBetween(QPainter &painter, const SeatPlan &plan)
{
    if (m_shows == Shows::Arrow) {
        paintArrow(painter, plan);
    } else if (m_shows == Shows::Reveal) {
        paintGarland(painter, plan);
        if (m_met > 0)
            paintMeeting(painter, plan);
    }
}

void ArrowBoard::paintArrow(QPainter &painter, const SeatPlan &plan) const
{
    const SeatSpot *mine = plan.spot(me());
    const SeatSpot *goal = plan.spot(target());
    if (!mine)
        return;
    if (!goal && !m_drag) {
        paintWaiting(painter, plan, *mine);
        return;
    }
    const double gap = m_theme.px(11), radius = plan.diameter / 2 + gap;
    const QPointF tip = goal ? goal->avatar.center() : *m_drag;
    const ArrowWay way(mine->avatar.center(), radius, tip, goal ? radius : 0);
    const Tokens &t = m_theme.tokens();
    const double thick = thickness(plan);
    const QColor tone = goal ? t.accent : mixed(t.surface, t.accent, 0.7);
    paintShape(painter, way.arrow(0, m_drag ? 1 : m_progress, thick), tone, t.surface, thick * 2.2, glowing(way, mixed(t.surface, tone, 0.45), tone));
}

//! While it points at nobody it lies ready at one's own seat; under the mouse it shows where it would go.
void ArrowBoard::paintWaiting(QPainter &painter, const SeatPlan &plan, const SeatSpot &mine) const
{
    const SeatSpot *goal = hovered() > 0 && canChoose(hovered()) ? plan.spot(hovered()) : nullptr;
    const double radius = plan.diameter / 2 + m_theme.px(11), thick = thickness(plan);
    const QPointF ahead = mine.avatar.center() - QPointF(0, radius + std::max(plan.diameter, thick * 5));
    const ArrowWay way(mine.avatar.center(), radius, goal ? goal->avatar.center() : ahead, goal ? radius : 0, goal ? 0.10 : 0);
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(faded(t.accent, 0.75), 1.4, Qt::DashLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(mixed(t.surface, t.accentSoft, t.dark ? 0.5 : 0.8));
    painter.drawPath(way.arrow(0, 1, thick));
}

//! What everybody sees alike: all of the evening belong together, whoever pointed where.
void ArrowBoard::paintGarland(QPainter &painter, const SeatPlan &plan) const
{
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(faded(t.accent, 0.30), m_theme.px(2), Qt::DotLine, Qt::RoundCap));
    for (const SeatSpot &spot : plan.spots)
        painter.drawLine(plan.centre, spot.avatar.center());
    if (m_met > 0) // a heart of its own stands where the arrows meet
        return;
    painter.setPen(QPen(t.surface, 2));
    painter.setBrush(mixed(t.surface, t.accent, t.dark ? 0.55 : 0.35));
    painter.drawPath(heart(plan.centre, plan.diameter * 0.62));
}

void ArrowBoard::paintMeeting(QPainter &painter, const SeatPlan &plan) const
{
    const SeatSpot *mine = plan.spot(me());
    const SeatSpot *other = plan.spot(m_met);
    if (!mine || !other)
        return;
    const Tokens &t = m_theme.tokens();
    const double radius = plan.diameter / 2 + m_theme.px(11), size = plan.diameter * 0.5;
    const ArrowWay way(mine->avatar.center(), radius, other->avatar.center(), radius);
    const double grown = std::min(1.0, m_progress / arrowsMeetAt), apart = way.length() > 0 ? size * 0.52 / way.length() : 0;
    const double thick = thickness(plan) * 0.8;
    paintShape(painter, way.arrow(0, (0.5 - apart) * grown, thick), t.accent, t.surface, thick * 1.5);
    paintShape(painter, way.arrow(1, 1 - (0.5 - apart) * grown, thick), t.accent, t.surface, thick * 1.5);
    const double bloom = std::clamp((m_progress - arrowsMeetAt) / (1 - arrowsMeetAt), 0.0, 1.0);
    if (bloom <= 0)
        return;
    const double swell = 1 + 0.25 * bloom * (1 - bloom) * 4; // a beat on the way to its size
    paintShape(painter, heart(way.at(0.5), size * bloom * swell), t.accent, t.surface, size * 0.35);
}

} // namespace jjak::desktop
