// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/badge.h"

#include "client/desktop/kit/theme.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QFont badgeFont(const Theme &theme)
{
    QFont font = theme.font(TextStyle::Caption);
    font.setBold(true);
    return font;
}

} // namespace

QString badgeText(int count)
{
    constexpr int most = 99;
    return count <= 0 ? QString() : count > most ? u"99+"_s : QString::number(count);
}

QSizeF badgeSize(int count, const Theme &theme)
{
    if (count <= 0)
        return {};
    const QFontMetricsF metrics(badgeFont(theme));
    const double height = std::ceil(metrics.height()) + theme.px(2);
    return {std::max(height, std::ceil(metrics.horizontalAdvance(badgeText(count))) + theme.px(12)), height};
}

void paintBadge(QPainter &painter, const QRectF &rect, int count, bool quiet, const Theme &theme)
{
    const QSizeF size = badgeSize(count, theme);
    if (size.isEmpty())
        return;
    const QRectF pill(QPointF(rect.right() - size.width(), rect.center().y() - size.height() / 2), size);
    const Tokens &tokens = theme.tokens();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(quiet ? tokens.mutedText : tokens.accent);
    painter.drawRoundedRect(pill, size.height() / 2, size.height() / 2);
    painter.setFont(badgeFont(theme));
    painter.setPen(quiet ? tokens.surface : tokens.accentText);
    painter.drawText(pill, Qt::AlignCenter, badgeText(count));
    painter.restore();
}

double paintTag(QPainter &painter, const QPointF &leftCentre, const QString &text, const Theme &theme)
{
    const QFont font = theme.font(TextStyle::Caption);
    const QFontMetricsF metrics(font);
    const QSizeF size(std::ceil(metrics.horizontalAdvance(text)) + theme.px(12), std::ceil(metrics.height()));
    const QRectF pill(QPointF(leftCentre.x(), leftCentre.y() - size.height() / 2), size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.tokens().control, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill.adjusted(0.5, 0.5, -0.5, -0.5), size.height() / 2, size.height() / 2);
    painter.setFont(font);
    painter.setPen(theme.tokens().mutedText);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
    return size.width();
}

Badge::Badge(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Badge::setCount(int count)
{
    m_count = std::max(0, count);
    setVisible(m_count > 0);
    setAccessibleName(tr("%n unread", nullptr, m_count));
    updateGeometry();
    update();
}

QSize Badge::sizeHint() const
{
    return badgeSize(m_count, m_theme).toSize();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBadge(painter, rect(), m_count, false, m_theme);
}

} // namespace jjak::desktop
