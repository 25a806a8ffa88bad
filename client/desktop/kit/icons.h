// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

class QPainter;
class QRectF;

namespace jjak::desktop {

class Theme;

//! In which colour of the theme an icon is drawn.
enum class IconTone { Text, Muted, Accent, OnAccent, Danger, OnDanger, Success };

//! The names of all line icons, for tests and galleries.
[[nodiscard]] QStringList iconNames();

//! A line icon in one colour, `size` device-independent pixels wide; kept in Qt's pixmap cache.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, const QColor &color, qreal ratio);

//! Draws a line icon centred into a rectangle, as large as its shorter side.
void paintIcon(QPainter &painter, const QRectF &rect, const QString &name, const QColor &color);

//! An icon for buttons and menus that follows the theme by itself; it must not outlive the application.
[[nodiscard]] QIcon themedIcon(const Theme &theme, const QString &name, IconTone tone = IconTone::Text);

//! The mark of the program, for windows and the tray; with a dot when something is unread.
[[nodiscard]] QIcon applicationIcon(bool unread = false);

} // namespace jjak::desktop
