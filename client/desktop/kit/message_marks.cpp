// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_marks.h"

#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/theme.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace jjak::desktop {

namespace {

constexpr int quoteIndent = 10; // of the words behind their bar

QFontMetricsF caption(const Theme &theme)
{
    return QFontMetricsF(theme.font(TextStyle::Caption));
}

} // namespace

QSizeF quoteSize(const QString &quote, double widest, const Theme &theme)
{
    const double words = std::ceil(caption(theme).horizontalAdvance(displayText(quote))) + theme.px(2);
    return {std::min(widest, theme.px(quoteIndent) + words), std::ceil(caption(theme).height()) + theme.px(4)};
}

QList<QRectF> placeReactions(const QList<ReactionPill> &pills, const QRectF &line, bool fromRight, const Theme &theme)
{
    const double gap = theme.px(4);
    const double height = std::max<double>(theme.px(24), std::ceil(caption(theme).height()) + theme.px(6));
    QList<QRectF> placed;
    qsizetype begin = 0; // of the line that is being filled
    double x = line.left(), y = line.top();
    const auto finishLine = [&] {
        const double shift = fromRight ? line.right() - (x - gap) : 0;
        for (; begin < placed.size(); ++begin)
            placed[begin].translate(shift, 0);
    };
    for (const ReactionPill &pill : pills) {
        const double width = std::min(line.width(), std::ceil(caption(theme).horizontalAdvance(displayText(pillText(pill)))) + theme.px(18));
        if (x > line.left() && x + width > line.right()) {
            finishLine();
            x = line.left();
            y += height + gap;
        }
        placed.append(QRectF(x, y, width, height));
        x += width + gap;
    }
    finishLine();
    return placed;
}

void paintQuote(QPainter &painter, const MessageRow &row, const MessageLayout &layout, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    const QRectF &all = layout.quote;
    painter.setPen(Qt::NoPen);
    painter.setBrush(row.mine ? t.bubbleOwnText : t.accentStrong);
    painter.drawRoundedRect(QRectF(all.left(), all.top(), theme.px(3), all.height()), theme.px(1), theme.px(1));
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(row.mine ? t.bubbleOwnText : t.mutedText);
    const QRectF words = all.adjusted(theme.px(quoteIndent), 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, painter.fontMetrics().elidedText(displayText(row.quote), Qt::ElideRight, int(words.width())));
}

void paintReactions(QPainter &painter, const MessageRow &row, const MessageLayout &layout, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    painter.setFont(theme.font(TextStyle::Caption));
    for (qsizetype i = 0; i < layout.reactions.size(); ++i) {
        const ReactionPill &pill = row.reactions[i];
        const QRectF &rect = layout.reactions[i];
        painter.setPen(pill.mine ? QPen(t.accentStrong, 1.5) : QPen(t.outline, 1));
        painter.setBrush(pill.mine ? t.accentSoft : t.raised);
        painter.drawRoundedRect(rect.adjusted(0.75, 0.75, -0.75, -0.75), rect.height() / 2, rect.height() / 2);
        painter.setPen(pill.mine ? t.accentStrong : t.text);
        painter.drawText(rect, Qt::AlignCenter | Qt::TextSingleLine, displayText(pillText(pill)));
    }
}

void paintCall(QPainter &painter, const QPainterPath &bubble, const MessageLayout &layout, const Theme &theme)
{
    painter.save();
    painter.setClipPath(bubble, Qt::IntersectClip);
    const QRectF &all = layout.bubble;
    painter.fillRect(QRectF(all.left(), all.top(), theme.px(4), all.height()), theme.tokens().accentStrong);
    painter.restore();
}

void paintCover(QPainter &painter, const QRectF &image, const Theme &theme)
{
    const Tokens &t = theme.tokens();
    const QString words = QCoreApplication::translate("jjak::desktop::MessageRow", "Click to show", "on a blurred picture");
    const double side = theme.px(18), pad = theme.px(12), gap = theme.px(8);
    const double width = std::ceil(caption(theme).horizontalAdvance(words));
    const bool told = side + gap + width + 2 * pad <= image.width() - theme.px(8);
    QRectF pill(0, 0, told ? side + gap + width + 2 * pad : theme.px(36), std::max<double>(theme.px(36), std::ceil(caption(theme).height()) + theme.px(10)));
    pill.moveCenter(image.center());
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.surface);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const double x = told ? pill.left() + pad : pill.center().x() - side / 2;
    paintIcon(painter, QRectF(x, pill.center().y() - side / 2, side, side), QStringLiteral("eye-off"), t.text);
    if (!told)
        return;
    painter.setFont(theme.font(TextStyle::Caption));
    painter.setPen(t.text);
    painter.drawText(QRectF(x + side + gap, pill.top(), width + 1, pill.height()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, words);
}

} // namespace jjak::desktop
