// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/radar_picker.h"

#include "client/desktop/kit/theme.h"

#include <QConicalGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

//! What one picture is drawn from.
struct RadarPicker::Scene {
    const Tokens &tokens;
    QPointF centre;
    double outer;  // radius of the outermost ring
    double chosen; // radius of the chosen disc at this moment
    QColor tint;   // the accent, or grey when there is nothing to operate
};

RadarPicker::Scene RadarPicker::scene() const
{
    const Tokens &tokens = m_theme.tokens();
    return {.tokens = tokens,
            .centre = QRectF(rect()).center(),
            .outer = ringRadius(double(std::max<qsizetype>(0, m_steps.size() - 1))),
            .chosen = ringRadius(m_shown),
            .tint = isEnabled() ? tokens.accent : tokens.control};
}

void RadarPicker::paintEvent(QPaintEvent *)
{
    if (m_steps.isEmpty())
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Scene now = scene();
    paintGround(painter, now);
    paintChosen(painter, now);
    paintSweep(painter, now);
    paintRings(painter, now);
    paintMe(painter, now);
    paintKnob(painter, now);
    paintLabels(painter, now);
}

void RadarPicker::paintGround(QPainter &painter, const Scene &s) const
{
    QRadialGradient ground(s.centre, s.outer);
    ground.setColorAt(0, mixed(s.tokens.surface, s.tokens.accentSoft, 0.9));
    ground.setColorAt(1, mixed(s.tokens.background, s.tokens.raised, 0.7));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawEllipse(s.centre, s.outer, s.outer);
}

void RadarPicker::paintChosen(QPainter &painter, const Scene &s) const
{
    const double glow = s.chosen + m_theme.px(14);
    QRadialGradient halo(s.centre, glow);
    const double edge = s.chosen / glow;
    halo.setColorAt(std::max(0.0, edge - 0.002), faded(s.tint, 0)); // outside of the disc only
    halo.setColorAt(edge, faded(s.tint, 0.32));
    halo.setColorAt(1, faded(s.tint, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(halo);
    painter.drawEllipse(s.centre, glow, glow);

    QRadialGradient fill(s.centre, s.chosen);
    fill.setColorAt(0, faded(s.tint, 0.26));
    fill.setColorAt(0.55, faded(s.tint, 0.07));
    fill.setColorAt(1, faded(s.tint, 0.15));
    painter.setBrush(fill);
    painter.drawEllipse(s.centre, s.chosen, s.chosen);
}

void RadarPicker::paintSweep(QPainter &painter, const Scene &s) const
{
    if (!isAnimated() || !isEnabled())
        return;
    // The gradient runs anticlockwise from its start, so its bright end trails behind a hand that turns clockwise.
    QConicalGradient sweep(s.centre, -sweepAngle());
    sweep.setColorAt(0, faded(s.tint, 0.34));
    sweep.setColorAt(0.20, faded(s.tint, 0));
    sweep.setColorAt(1, faded(s.tint, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(sweep);
    painter.drawEllipse(s.centre, s.chosen, s.chosen);
}

void RadarPicker::paintRings(QPainter &painter, const Scene &s) const
{
    painter.setBrush(Qt::NoBrush);
    for (int step = 0; step < m_steps.size(); ++step) {
        const double radius = ringRadius(step);
        const bool inside = radius < s.chosen - 0.5;
        QColor color = inside ? faded(s.tint, 0.38) : s.tokens.outline;
        if (step == m_hovered && step != m_value)
            color = s.tokens.control;
        painter.setPen(QPen(color, step == m_hovered ? 1.6 : 1.1));
        painter.drawEllipse(s.centre, radius, radius);
    }
    painter.setPen(QPen(s.tint, m_theme.px(5) / 2.0));
    painter.drawEllipse(s.centre, s.chosen, s.chosen);
}

void RadarPicker::paintMe(QPainter &painter, const Scene &s) const
{
    const double radius = std::clamp(s.outer * 0.05, 5.0, 11.0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(s.tint, 0.25));
    painter.drawEllipse(s.centre, radius * 1.9, radius * 1.9);
    painter.setBrush(s.tint);
    painter.setPen(QPen(s.tokens.surface, radius * 0.38));
    painter.drawEllipse(s.centre, radius, radius);
}

void RadarPicker::paintKnob(QPainter &painter, const Scene &s) const
{
    const double angle = m_knobAngle * std::numbers::pi / 180;
    const QPointF at = s.centre + s.chosen * QPointF(std::cos(angle), std::sin(angle));
    const double radius = m_theme.px(8);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(Qt::black, s.tokens.dark ? 0.45 : 0.16));
    painter.drawEllipse(at + QPointF(0, 1.5), radius + 1, radius + 1);
    painter.setPen(QPen(s.tint, m_theme.px(3)));
    painter.setBrush(s.tokens.dark ? s.tokens.text : s.tokens.surface);
    painter.drawEllipse(at, radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(s.tokens.focus, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(at, radius + m_theme.px(4), radius + m_theme.px(4));
    }
}

QRectF RadarPicker::labelRect(int step, const Scene &s) const
{
    const QFontMetricsF metrics(m_theme.font(step == m_value ? TextStyle::Strong : TextStyle::Caption));
    const double padding = m_theme.px(step == m_value ? 18 : 10);
    const double height = std::ceil(metrics.height()) + (step == m_value ? m_theme.px(4) : 0);
    const double width = std::max(height, std::ceil(metrics.horizontalAdvance(m_steps[step])) + padding);
    QRectF rect(s.centre.x() - width / 2, s.centre.y() - ringRadius(step) - height / 2, width, height);
    if (rect.top() < 1)
        rect.moveTop(1);
    return rect;
}

void RadarPicker::paintLabels(QPainter &painter, const Scene &s) const
{
    // The chosen caption first, then the two ends, then whatever still fits without touching.
    QList<int> order{m_value, int(m_steps.size()) - 1, 0};
    for (int step = int(m_steps.size()) - 2; step > 0; --step)
        order.append(step);
    QList<QRectF> taken{QRectF(s.centre - QPointF(14, 14), QSizeF(28, 28))};
    QList<int> drawn;
    for (const int step : order) {
        const QRectF rect = labelRect(step, s);
        const auto touches = [&rect](const QRectF &other) { return other.adjusted(-2, -1, 2, 1).intersects(rect); };
        const bool blocked = std::any_of(taken.begin(), taken.end(), touches);
        if (drawn.contains(step) || (blocked && step != m_value))
            continue;
        drawn.append(step);
        taken.append(rect);
        const bool chosen = step == m_value;
        painter.setPen(Qt::NoPen);
        painter.setBrush(chosen ? (isEnabled() ? s.tokens.accent : s.tokens.mutedText) : s.tokens.surface);
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
        painter.setFont(m_theme.font(chosen ? TextStyle::Strong : TextStyle::Caption));
        painter.setPen(chosen ? (isEnabled() ? s.tokens.accentText : s.tokens.surface) : s.tokens.mutedText);
        painter.drawText(rect, Qt::AlignCenter, m_steps[step]);
    }
}

} // namespace jjak::desktop
