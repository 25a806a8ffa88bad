// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/alias_art.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr QRgb ink = 0xFF2A1D20;
constexpr QRgb blush = 0xFFFFB3B3;
constexpr std::array<QRgb, Alias::colours> colours{0xFFE0566B, 0xFFE07A3A, 0xFFC9982A, 0xFF6FA34A, 0xFF2FA08E, 0xFF3E97CF, 0xFF6478D8, 0xFF9A6BD0, 0xFFC25FA8};

//! The drawing with the stand-ins of resources/avatars replaced: body, shade, light patch, ink, blush.
QByteArray drawing(const Alias &alias, const Theme &theme)
{
    const std::string_view animal = Alias::animals[std::size_t(alias.animal)];
    QFile file(u":/jjak/avatars/%1.svg"_s.arg(QLatin1StringView(animal.data(), qsizetype(animal.size()))));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QColor body = aliasColor(alias.colour, theme.isDark());
    const auto name = [](const QColor &color) { return color.name().toLatin1(); };
    return file.readAll()
        .replace("#111111", name(body))
        .replace("#222222", name(mixed(body, Qt::black, 0.28)))
        .replace("#eeeeee", name(mixed(Qt::white, body, 0.12)))
        .replace("#333333", name(QColor(ink)))
        .replace("#ddaaaa", name(mixed(QColor(blush), body, 0.2)));
}

QPixmap animalPixmap(const Alias &alias, int size, qreal ratio, const Theme &theme)
{
    const QString key = u"jjak-alias/%1/%2/%3/%4/%5"_s.arg(alias.animal).arg(alias.colour).arg(int(theme.isDark())).arg(size).arg(ratio);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    if (const QByteArray svg = drawing(alias, theme); !svg.isEmpty()) {
        QPainter painter(&pixmap);
        QSvgRenderer(svg).render(&painter);
    }
    pixmap.setDevicePixelRatio(ratio);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

void paintGround(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(rect);
}

} // namespace

QColor aliasColor(int colour, bool dark)
{
    const QColor plain(colours[std::size_t(colour % Alias::colours)]);
    return dark ? mixed(plain, Qt::white, 0.12) : plain;
}

void paintAlias(QPainter &painter, const QRectF &rect, const Alias &alias, const Theme &theme)
{
    const bool dark = theme.isDark();
    painter.save();
    paintGround(painter, rect, mixed(theme.tokens().surface, QColor(colours[std::size_t(alias.colour)]), dark ? 0.30 : 0.20));
    const double side = rect.width() * 0.76;
    const QPixmap animal = animalPixmap(alias, std::max(1, qRound(side)), painter.device()->devicePixelRatioF(), theme);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(QRectF(rect.center() - QPointF(side / 2, side / 2 + rect.height() * 0.01), QSizeF(side, side)), animal, animal.rect());
    painter.restore();
}

void paintAlias(QPainter &painter, const QRectF &rect, const QString &code, const Theme &theme)
{
    if (const auto alias = Alias::fromText(code)) {
        paintAlias(painter, rect, *alias, theme);
        return;
    }
    painter.save();
    paintGround(painter, rect, theme.tokens().raised);
    painter.restore();
}

} // namespace jjak::desktop
