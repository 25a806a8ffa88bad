// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/countdown_ring.h"

#include "client/desktop/kit/theme.h"

#include <QPainter>
#include <QTimerEvent>

#include <cmath>

namespace jjak::desktop {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 urgent = 5 * second;
constexpr int smoothInterval = 33;
constexpr int calmInterval = 250;

} // namespace

CountdownRing::CountdownRing(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        m_timer.stop();
        updateTimer();
        update();
    });
}

void CountdownRing::setRemaining(qint64 remaining, qint64 total)
{
    const bool another = total != m_total || remaining > this->remaining() + second;
    m_total = std::max<qint64>(0, total);
    m_remaining = std::max<qint64>(0, remaining);
    m_since.start();
    if (another)
        m_announcedAt = -1;
    announce();
    updateTimer();
    update();
}

void CountdownRing::stop()
{
    m_remaining = 0;
    m_total = 0;
    m_since.invalidate();
    m_announcedAt = -1;
    setAccessibleName({});
    updateTimer();
    update();
}

qint64 CountdownRing::remaining() const
{
    return m_since.isValid() ? std::max<qint64>(0, m_remaining - m_since.elapsed()) : 0;
}

int CountdownRing::secondsShown() const
{
    return int((remaining() + second - 1) / second);
}

int CountdownRing::announcedSecond(qint64 before, qint64 now)
{
    if (now <= 0)
        return -1;
    if (before < 0)
        return int((now + second - 1) / second);
    for (const qint64 mark : {5 * second, 10 * second}) {
        if (before > mark && now <= mark)
            return int(mark / second);
    }
    return -1;
}

void CountdownRing::announce()
{
    const qint64 now = remaining();
    const int seconds = announcedSecond(m_announcedAt, now);
    m_announcedAt = now;
    if (seconds >= 0)
        setAccessibleName(tr("%n second(s) left", nullptr, seconds));
}

void CountdownRing::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    announce();
    update();
    if (remaining() == 0)
        m_timer.stop();
}

void CountdownRing::showEvent(QShowEvent *)
{
    updateTimer();
}

void CountdownRing::hideEvent(QHideEvent *)
{
    m_timer.stop();
}

void CountdownRing::updateTimer()
{
    if (!isVisible() || remaining() == 0)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start(m_theme.motionAllowed() ? smoothInterval : calmInterval, this);
}

QSize CountdownRing::sizeHint() const
{
    return {m_theme.px(112), m_theme.px(112)};
}

QColor CountdownRing::color() const
{
    const Tokens &tokens = m_theme.tokens();
    const double calm = std::clamp(double(remaining() - urgent) / double(second), 0.0, 1.0);
    return mixed(tokens.warning, tokens.accent, calm);
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::min(width(), height());
    const double thickness = std::max(4.0, side * 0.075);
    const QRectF ring(QPointF((width() - side) / 2 + thickness, (height() - side) / 2 + thickness),
                      QSizeF(side - 2 * thickness, side - 2 * thickness));
    painter.setPen(QPen(tokens.outline, thickness));
    painter.drawEllipse(ring);
    const qint64 shown = m_theme.motionAllowed() ? remaining() : secondsShown() * second;
    const double share = m_total > 0 ? std::min(1.0, double(shown) / double(m_total)) : 0;
    if (share > 0) {
        constexpr int sixteenths = 16;
        painter.setPen(QPen(color(), thickness, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(ring, 90 * sixteenths, int(std::lround(share * 360 * sixteenths)));
    }
    QFont font = m_theme.font(TextStyle::Display);
    font.setPixelSize(std::max(10, int(side * 0.34)));
    painter.setFont(font);
    painter.setPen(remaining() <= urgent ? tokens.warning : tokens.text);
    painter.drawText(ring, Qt::AlignCenter, QString::number(secondsShown()));
}

} // namespace jjak::desktop
