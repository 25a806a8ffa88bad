// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/kit_style.h"

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

// Fusion is the same on every platform and follows palettes faithfully.
KitStyle::KitStyle(const Theme &theme) : QProxyStyle(QStyleFactory::create(u"Fusion"_s)), m_theme(theme) {}

void KitStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: paintMark(*painter, *option, false); break;
    case PE_IndicatorRadioButton: paintMark(*painter, *option, true); break;
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget) != nullptr || qobject_cast<const QToolButton *>(widget) != nullptr || qobject_cast<const QTabBar *>(widget) != nullptr)
            break; // the style sheet gives them a border or a ground
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(m_theme.tokens().focus, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), m_theme.px(5), m_theme.px(5));
        painter->restore();
        break;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void KitStyle::paintMark(QPainter &painter, const QStyleOption &option, bool round) const
{
    const Tokens &tokens = m_theme.tokens();
    const bool enabled = option.state.testFlag(State_Enabled);
    const bool on = option.state.testFlag(State_On);
    const bool half = option.state.testFlag(State_NoChange);
    const double side = std::min(option.rect.width(), option.rect.height()) - 2;
    const QRectF box(QRectF(option.rect).center() - QPointF(side / 2, side / 2), QSizeF(side, side));
    const double radius = round ? side / 2 : side * 0.28;
    const QColor edge = option.state.testFlag(State_MouseOver) ? tokens.accent : tokens.control;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on || half ? QPen(Qt::NoPen) : QPen(enabled ? edge : tokens.outline, 1.5));
    painter.setBrush(on || half ? (enabled ? tokens.accent : tokens.control) : tokens.surface);
    painter.drawRoundedRect(box, radius, radius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(enabled ? tokens.accentText : tokens.surface);
    if (half) {
        painter.drawRoundedRect(QRectF(box.left() + side * 0.25, box.center().y() - 1.2, side * 0.5, 2.4), 1, 1);
    } else if (on && round) {
        painter.drawEllipse(box.center(), side * 0.2, side * 0.2);
    } else if (on) {
        painter.setPen(QPen(painter.brush().color(), side * 0.13, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const QPointF tick[] = {box.topLeft() + QPointF(side * 0.26, side * 0.53), box.topLeft() + QPointF(side * 0.43, side * 0.70),
                                box.topLeft() + QPointF(side * 0.75, side * 0.33)};
        painter.drawPolyline(tick, 3);
    }
    painter.restore();
}

int KitStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return m_theme.px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return m_theme.px(8);
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize: return m_theme.px(18);
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int KitStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    if (hint == SH_EtchDisabledText || hint == SH_DitherDisabledText)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

} // namespace jjak::desktop
