// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_marks.h"

#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/theme.h"

#include <QFontMetricsF>
#include <QPainter>

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

} // namespace jjak::desktop
