// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/kit/message_row.h"

#include <QRectF>

class QPainter;
class QPainterPath;

//! What is added to a message later or from elsewhere: the line it answers, the reactions to it, that it calls the reader,
//! that its image is covered.
namespace jjak::desktop {

class Theme;
struct MessageLayout;

//! How much room the line of what is answered takes, at most `widest`.
[[nodiscard]] QSizeF quoteSize(const QString &quote, double widest, const Theme &theme);

//! Where the pills stand: as many in a line as its width allows, from its left or its right end, the lines downwards from
//! its top.
[[nodiscard]] QList<QRectF> placeReactions(const QList<ReactionPill> &pills, const QRectF &line, bool fromRight, const Theme &theme);

void paintQuote(QPainter &painter, const MessageRow &row, const MessageLayout &layout, const Theme &theme);
void paintReactions(QPainter &painter, const MessageRow &row, const MessageLayout &layout, const Theme &theme);
//! A bar along the bubble of that outline, on the side of its author.
void paintCall(QPainter &painter, const QPainterPath &bubble, const MessageLayout &layout, const Theme &theme);
//! On a blurred image: that a click shows it; in a narrow one only the sign.
void paintCover(QPainter &painter, const QRectF &image, const Theme &theme);

} // namespace jjak::desktop
