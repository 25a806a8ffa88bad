// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/lobby_ring.h"

#include <QPainter>
#include <QRadialGradient>
#include <cmath>
#include <numbers>

#include "client/desktop/kit/alias_art.h"
#include "client/desktop/dates/arrow_shape.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int sitDownTime = 450; // ms

} // namespace

LobbyRing::LobbyRing(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_motion.setDuration(sitDownTime);
    m_motion.setEasingCurve(QEasingCurve::OutBack);
    connect(&m_motion, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_shown = value.toDouble();
        update();
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_theme.motionAllowed())
            settle();
        updateGeometry();
        update();
    });
}

void LobbyRing::settle()
{
    m_motion.stop();
    m_shown = m_seated;
    update();
}

void LobbyRing::setSeated(int seated, int seats)
{
    m_seats = std::max(1, seats);
    m_seated = std::clamp(seated, 0, m_seats);
    setAccessibleName(tr("%1 of %n seats are taken", nullptr, m_seats).arg(m_seated));
    if (m_theme.motionAllowed() && isVisible()) {
        m_motion.stop();
        m_motion.setStartValue(m_shown);
        m_motion.setEndValue(double(m_seated));
        m_motion.start();
    } else {
        settle();
    }
}

QSize LobbyRing::sizeHint() const
{
    return {m_theme.px(330), m_theme.px(330)};
}

void LobbyRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens &t = m_theme.tokens();
    const QPointF centre = QRectF(rect()).center();
    const double chair = std::min(width(), height()) * 0.095;
    const double orbit = std::min(width(), height()) / 2.0 - chair - m_theme.px(8);
    const double table = orbit - chair - m_theme.px(12);

    QRadialGradient wood(centre, table);
    wood.setColorAt(0, mixed(t.surface, t.accentSoft, 0.95));
    wood.setColorAt(1, mixed(t.surface, t.accentSoft, t.dark ? 0.35 : 0.55));
    painter.setPen(Qt::NoPen);
    painter.setBrush(wood);
    painter.drawEllipse(centre, table, table);
    for (int i = 0; i < m_seats; ++i) {
        const double angle = std::numbers::pi * (0.5 + 2.0 * i / m_seats);
        paintChair(painter, i, centre + orbit * QPointF(std::cos(angle), std::sin(angle)), chair);
    }
    QFont large = m_theme.font(TextStyle::Display);
    large.setPixelSize(int(table * 0.62));
    painter.setFont(large);
    painter.setPen(t.accentStrong);
    painter.drawText(QRectF(centre.x() - table, centre.y() - table, 2 * table, 2 * table), Qt::AlignCenter, u"%1/%2"_s.arg(m_seated).arg(m_seats));
}

//! Chairs are taken one after the other, beginning with one's own at the bottom.
void LobbyRing::paintChair(QPainter &painter, int index, const QPointF &at, double radius) const
{
    const Tokens &t = m_theme.tokens();
    painter.setPen(QPen(t.control, m_theme.px(2), Qt::DotLine, Qt::RoundCap));
    painter.setBrush(t.surface);
    painter.drawEllipse(at, radius, radius);
    const double taken = std::clamp(m_shown - index, 0.0, index + 1 < m_seated ? 1.0 : 1.15); // who sits down last swings a little
    if (taken <= 0.02)
        return;
    const bool mine = index == 0;
    const QColor color = mine ? t.accent : mixed(t.surface, aliasColor(index + 1, t.dark), t.dark ? 0.75 : 0.85);
    painter.setPen(QPen(t.surface, m_theme.px(3)));
    painter.setBrush(color);
    painter.drawEllipse(at, radius * taken, radius * taken);
    const double side = radius * 1.1 * taken;
    if (mine) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentText);
        painter.drawPath(heart(at, side * 0.85));
    } else if (side >= 4) {
        paintIcon(painter, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), u"user"_s, t.dark ? t.background : Qt::white);
    }
}

} // namespace jjak::desktop
