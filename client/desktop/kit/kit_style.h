// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace jjak::desktop {

class Theme;

//! Draws the few things that a style sheet cannot colour: boxes to tick, round choices and the ring around their captions.
class KitStyle : public QProxyStyle {
public:
    explicit KitStyle(const Theme &theme);

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;

private:
    void paintMark(QPainter &painter, const QStyleOption &option, bool round) const;

    const Theme &m_theme;
};

} // namespace jjak::desktop
