// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/icons.h"

#include "client/desktop/kit/theme.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr QColor unreadDot(0xFF, 0xC8, 0x3D);

QColor toneColor(const Tokens &tokens, IconTone tone)
{
    switch (tone) {
    case IconTone::Text: return tokens.text;
    case IconTone::Muted: return tokens.mutedText;
    case IconTone::Accent: return tokens.accentStrong;
    case IconTone::OnAccent: return tokens.accentText;
    case IconTone::Danger: return tokens.danger;
    case IconTone::OnDanger: return tokens.dangerFillText;
    case IconTone::Success: return tokens.success;
    }
    return tokens.text;
}

QByteArray drawing(const QString &name, const QColor &color)
{
    QFile file(u":/jjak/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon named %s", qPrintable(name));
        return {};
    }
    return file.readAll().replace("#000000", color.name().toLatin1());
}

QPixmap render(const QByteArray &svg, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.fill(Qt::transparent);
    if (svg.isEmpty())
        return pixmap;
    QPainter painter(&pixmap);
    QSvgRenderer(svg).render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

//! Draws a line icon in whatever colour the theme has at that moment.
class ThemedEngine : public QIconEngine {
public:
    ThemedEngine(const Theme &theme, QString name, IconTone tone) : m_theme(&theme), m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, color(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }

    // Qt hands in the size in device pixels and sets the ratio of the result itself.
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return iconPixmap(m_name, std::min(size.width(), size.height()), color(mode), 1);
    }

    QSize actualSize(const QSize &size, QIcon::Mode, QIcon::State) override { return size; }
    QIconEngine *clone() const override { return new ThemedEngine(*this); }

private:
    [[nodiscard]] QColor color(QIcon::Mode mode) const
    {
        if (m_theme.isNull())
            return Qt::gray;
        const Tokens &tokens = m_theme->tokens();
        return mode == QIcon::Disabled ? mixed(tokens.surface, tokens.mutedText, 0.6) : toneColor(tokens, m_tone);
    }

    QPointer<const Theme> m_theme;
    QString m_name;
    IconTone m_tone;
};

} // namespace

QStringList iconNames()
{
    QStringList names = QDir(u":/jjak/icons"_s).entryList({u"*.svg"_s});
    for (QString &name : names)
        name.chop(4);
    names.removeOne(u"jjak"_s);
    return names;
}

QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio)
{
    const QString key = u"jjak-icon/%1/%2/%3/%4"_s.arg(name, color.name(), QString::number(size), QString::number(ratio));
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(drawing(name, color), size, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color)
{
    const int size = int(std::min(rect.width(), rect.height()));
    if (size <= 0)
        return;
    const QPixmap pixmap = iconPixmap(name, size, color, painter.device()->devicePixelRatioF());
    const QPointF corner = rect.center() - QPointF(size / 2.0, size / 2.0);
    painter.drawPixmap(QPointF(qRound(corner.x()), qRound(corner.y())), pixmap);
}

QIcon themedIcon(const Theme &theme, const QString &name, IconTone tone)
{
    return QIcon(new ThemedEngine(theme, name, tone));
}

QIcon applicationIcon(bool unread)
{
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap pixmap = render(drawing(u"jjak"_s, Qt::black), size, 1);
        if (unread) {
            QPainter painter(&pixmap);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(Qt::white, std::max(1.0, size / 24.0)));
            painter.setBrush(unreadDot);
            const double diameter = size * 0.38;
            painter.drawEllipse(QRectF(size - diameter - 1, 1, diameter, diameter));
        }
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace jjak::desktop
