// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/avatar.h"

#include "client/desktop/kit/theme.h"

#include <QPainter>
#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

QString avatarInitial(const QString &name)
{
    const QString trimmed = name.trimmed();
    if (trimmed.isEmpty())
        return u"?"_s;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    return trimmed.first(finder.toNextBoundary()).toUpper();
}

void paintAvatar(QPainter &painter, const QRectF &rect, const QString &name, const QString &key, const Theme &theme)
{
    const QColor color = avatarColor(key);
    QLinearGradient fill(rect.topLeft(), rect.bottomRight());
    fill.setColorAt(0, mixed(color, Qt::white, 0.10));
    fill.setColorAt(1, mixed(color, Qt::black, 0.08));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawEllipse(rect);
    QFont font = theme.font(TextStyle::Strong);
    font.setPixelSize(std::max(8, int(rect.height() * 0.44)));
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, avatarInitial(name));
    painter.restore();
}

Avatar::Avatar(const Theme &theme, int diameter, QWidget *parent) : QWidget(parent), m_theme(theme), m_diameter(diameter)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void Avatar::setPerson(const QString &name, const QString &key)
{
    m_name = name;
    m_key = key;
    setAccessibleName(name);
    update();
}

QSize Avatar::sizeHint() const
{
    return {m_theme.px(m_diameter), m_theme.px(m_diameter)};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int side = std::min(width(), height());
    paintAvatar(painter, QRectF((width() - side) / 2.0, (height() - side) / 2.0, side, side), m_name, m_key, m_theme);
}

} // namespace jjak::desktop
