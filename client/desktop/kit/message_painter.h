// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QPainter;
class QPointF;

namespace jjak::desktop {

class Theme;
struct MessageLayout;
struct MessageRow;

//! How a row stands at the moment.
struct MessageLook {
    bool focused = false;
    bool selected = false;
};

//! Draws a row that was laid out, its top left corner at `origin`. Text is drawn as it is; nothing is markup.
void paintMessage(QPainter &painter, const QPointF &origin, double width, const MessageRow &row, const MessageLayout &layout,
                  MessageLook look, const Theme &theme);

} // namespace jjak::desktop
