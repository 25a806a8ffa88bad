// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QRectF>

#include "common/rules/alias.h"

class QPainter;

namespace jjak::desktop {

class Theme;

//! The colour that an alias bears, in the light or in the dark; 0 to Alias::colours - 1.
[[nodiscard]] QColor aliasColor(int colour, bool dark);

//! Draws the animal of an alias on its round ground. The mood is in the words only.
void paintAlias(QPainter &painter, const QRectF &rect, const Alias &alias, const Theme &theme);

//! The same from the code in which an alias travels; a quiet disc for one that this version does not know.
void paintAlias(QPainter &painter, const QRectF &rect, const QString &code, const Theme &theme);

} // namespace jjak::desktop
