// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/kit/message_row.h"
#include "client/desktop/kit/message_text.h"

#include <QRectF>
#include <QTextLayout>

#include <memory>

namespace jjak::desktop {

class Theme;

//! Where everything of one row stands, from the row's top left corner. Rectangles of what is absent are empty.
struct MessageLayout {
    double height = 0;
    QRectF day;
    QRectF unread;
    QRectF avatar;
    QRectF author;
    QRectF bubble;
    QRectF quote;    //!< the line of what is answered, inside the bubble
    QRectF text;     //!< of the text lines, inside the bubble
    QRectF image;
    QRectF file;
    QRectF time;
    QRectF state;
    QRectF failure;
    QList<QRectF> reactions; //!< below the bubble, in the order of the row's
    bool large = false; //!< a few emoji without a bubble
    QString stamp;      //!< stampText() of the row
    QList<Link> links;
    std::unique_ptr<QTextLayout> lines;

    //! The address at a point of the row, or an empty one.
    [[nodiscard]] QUrl linkAt(const QPointF &point) const;
    //! Which of the reactions is at a point of the row; -1: none.
    [[nodiscard]] int reactionAt(const QPointF &point) const;
};

//! Lays a row out for a width.
[[nodiscard]] MessageLayout layOut(const MessageRow &row, double width, const Theme &theme);

} // namespace jjak::desktop
