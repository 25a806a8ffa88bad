// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/radar_picker.h"

#include "client/desktop/kit/radar_accessible.h"
#include "client/desktop/kit/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTimerEvent>
#include <QWheelEvent>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int sweepInterval = 40;     // ms, 25 pictures a second
constexpr double sweepPeriod = 4200;  // ms for one turn
constexpr int growthTime = 220;       // ms
constexpr int wheelNotch = 120;       // eighths of a degree, as Qt counts them

} // namespace

RadarPicker::RadarPicker(const Theme &theme, QWidget *parent) : RadarPicker(theme, {}, parent) {}

RadarPicker::RadarPicker(const Theme &theme, const QStringList &steps, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    installRadarAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("How far to look"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_growth.setDuration(growthTime);
    m_growth.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_growth, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_shown = value.toDouble();
        update();
    });
    connect(&theme, &Theme::changed, this, [this] {
        updateTimer();
        update();
    });
    m_clock.start();
    setSteps(steps);
}

void RadarPicker::setSteps(const QStringList &steps)
{
    m_steps = steps;
    const int value = std::clamp(m_value, 0, std::max(0, int(steps.size()) - 1));
    const bool moved = value != m_value;
    m_value = value;
    m_growth.stop();
    m_shown = value;
    tell();
    update();
    if (moved)
        Q_EMIT valueChanged(m_value);
}

void RadarPicker::setValue(int value)
{
    value = std::clamp(value, 0, std::max(0, int(m_steps.size()) - 1));
    if (value == m_value)
        return;
    m_value = value;
    m_growth.stop();
    if (isAnimated() && isVisible()) {
        m_growth.setStartValue(m_shown);
        m_growth.setEndValue(double(value));
        m_growth.start();
    } else {
        m_shown = value;
    }
    update();
    tell();
    Q_EMIT valueChanged(value);
}

bool RadarPicker::isAnimated() const
{
    return m_animated && m_theme.motionAllowed();
}

void RadarPicker::setAnimated(bool animated)
{
    m_animated = animated;
    if (!isAnimated()) {
        m_growth.stop();
        m_shown = m_value;
    }
    updateTimer();
    update();
}

void RadarPicker::tell()
{
    // Screen readers hear the value change; those that only follow descriptions get the caption there.
    setAccessibleDescription(valueText());
    QAccessibleValueChangeEvent event(this, m_value);
    QAccessible::updateAccessibility(&event);
}

double RadarPicker::sweepAngle() const
{
    return 360.0 * std::fmod(double(m_clock.elapsed()), sweepPeriod) / sweepPeriod;
}

double RadarPicker::ringRadius(double step) const
{
    const double outer = std::min(width(), height()) / 2.0 - m_theme.px(14);
    const double inner = outer * 0.22;
    const double last = double(std::max<qsizetype>(1, m_steps.size() - 1));
    return inner + (outer - inner) * step / last;
}

int RadarPicker::ringAt(const QPointF &point) const
{
    const QPointF centre = QRectF(rect()).center();
    const double distance = std::hypot(point.x() - centre.x(), point.y() - centre.y());
    int best = 0;
    for (int step = 1; step < m_steps.size(); ++step) {
        if (std::abs(ringRadius(step) - distance) < std::abs(ringRadius(best) - distance))
            best = step;
    }
    return best;
}

void RadarPicker::pick(const QPointF &point)
{
    const QPointF offset = point - QRectF(rect()).center();
    if (std::hypot(offset.x(), offset.y()) > 1)
        m_knobAngle = std::atan2(offset.y(), offset.x()) * 180 / std::numbers::pi;
    setValue(ringAt(point));
    update();
}

void RadarPicker::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        pick(event->position());
}

void RadarPicker::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        pick(event->position());
    const int hovered = ringAt(event->position());
    if (hovered != m_hovered) {
        m_hovered = hovered;
        update();
    }
}

void RadarPicker::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void RadarPicker::wheelEvent(QWheelEvent *event)
{
    m_wheel += event->angleDelta().y();
    const int notches = m_wheel / wheelNotch;
    m_wheel -= notches * wheelNotch;
    setValue(m_value + notches);
    event->accept();
}

void RadarPicker::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Down:
    case Qt::Key_Minus: setValue(m_value - 1); break;
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Plus:
    case Qt::Key_Equal: setValue(m_value + 1); break;
    case Qt::Key_Home: setValue(0); break;
    case Qt::Key_End: setValue(int(m_steps.size()) - 1); break;
    default: QWidget::keyPressEvent(event);
    }
}

void RadarPicker::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_sweepTimer.timerId())
        update();
}

void RadarPicker::showEvent(QShowEvent *)
{
    updateTimer();
}

void RadarPicker::hideEvent(QHideEvent *)
{
    updateTimer();
}

void RadarPicker::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::EnabledChange)
        updateTimer();
    QWidget::changeEvent(event);
}

void RadarPicker::updateTimer()
{
    if (isVisible() && isEnabled() && isAnimated()) {
        if (!m_sweepTimer.isActive())
            m_sweepTimer.start(sweepInterval, this);
    } else {
        m_sweepTimer.stop();
    }
}

QSize RadarPicker::sizeHint() const
{
    return {m_theme.px(340), m_theme.px(340)};
}

QSize RadarPicker::minimumSizeHint() const
{
    return {m_theme.px(200), m_theme.px(200)};
}

} // namespace jjak::desktop
