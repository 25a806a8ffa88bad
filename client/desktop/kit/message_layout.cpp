// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_layout.h"

#include "client/desktop/kit/message_marks.h"
#include "client/desktop/kit/theme.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr double widestShare = 0.7; // of the view, for a bubble

//! What a bubble holds, from top to bottom; empty sizes are not there.
struct Parts {
    QSizeF quote, image, file, text;
};

//! Builds one layout from top to bottom.
class Builder {
public:
    Builder(const MessageRow &row, double width, const Theme &theme) : m_row(row), m_width(width), m_theme(theme) {}

    MessageLayout build()
    {
        separators();
        m_y += px(m_row.firstOfGroup ? 10 : 3);
        if (m_row.kind == RowKind::Notice) {
            notice();
        } else {
            author();
            m_out.stamp = stampText(m_row);
            content();
            side();
            reactions();
            failure();
        }
        m_y += px(m_row.lastOfGroup ? 3 : 0);
        m_out.height = std::ceil(m_y);
        return std::move(m_out);
    }

private:
    [[nodiscard]] double px(int length) const { return m_theme.px(length); }
    [[nodiscard]] QFontMetricsF metrics(TextStyle style) const { return QFontMetricsF(m_theme.font(style)); }
    [[nodiscard]] double left() const { return px(14) + (m_row.mine ? 0 : px(36) + px(10)); }

    //! The widest bubble: its share of the view, but not so wide that the time beside it has no room. In a very narrow view
    //! the time goes below instead.
    [[nodiscard]] double widest()
    {
        const QFontMetricsF caption = metrics(TextStyle::Caption);
        const double sideRoom = std::ceil(std::max(caption.horizontalAdvance(m_row.timeText), caption.horizontalAdvance(m_out.stamp))) + px(6)
            + (m_row.mine ? px(16) + px(3) + px(18) : px(6)) + px(6);
        const double whole = m_row.mine ? m_width - px(32) : m_width - left() - px(8);
        m_timeBelow = whole - sideRoom < px(110);
        return std::min({std::floor(m_width * widestShare), m_timeBelow ? whole : whole - sideRoom, px(560)});
    }

    void separators()
    {
        if (!m_row.daySeparator.isEmpty()) {
            m_out.day = QRectF(0, m_y, m_width, std::ceil(metrics(TextStyle::Caption).height()) + px(22));
            m_y += m_out.day.height();
        }
        if (m_row.unreadLine) {
            m_out.unread = QRectF(0, m_y, m_width, std::ceil(metrics(TextStyle::Caption).height()) + px(14));
            m_y += m_out.unread.height();
        }
    }

    void author()
    {
        if (m_row.mine || !m_row.firstOfGroup)
            return;
        m_out.avatar = QRectF(px(14), m_y, px(36), px(36));
        if (m_row.author.isEmpty())
            return;
        const double height = std::ceil(metrics(TextStyle::Caption).height());
        m_out.author = QRectF(left() + px(2), m_y, m_width - left() - px(16), height);
        m_y += height + px(3);
    }

    QSizeF breakText(const QFont &font, double width)
    {
        const QString text = displayText(m_row.text);
        m_out.lines = std::make_unique<QTextLayout>(text, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        m_out.lines->setTextOption(option);
        m_out.links = m_row.deleted ? QList<Link>() : findLinks(text);
        QList<QTextLayout::FormatRange> formats = callFormats();
        for (const Link &link : m_out.links) {
            QTextCharFormat format;
            format.setFontUnderline(true);
            formats.append({int(link.start), int(link.length), format});
        }
        m_out.lines->setFormats(formats);
        m_out.lines->setCacheEnabled(false);
        return breakLines(*m_out.lines, width);
    }

    //! One's own name stands out. What is not drawn of the text before it moves it forwards.
    [[nodiscard]] QList<QTextLayout::FormatRange> callFormats() const
    {
        QTextCharFormat format;
        format.setFontWeight(QFont::Bold);
        format.setForeground(m_theme.tokens().accentStrong);
        QList<QTextLayout::FormatRange> formats;
        for (const TextSpan &call : m_row.deleted ? QList<TextSpan>() : m_row.calls)
            formats.append({int(displayText(m_row.text.left(call.start)).size()), int(displayText(m_row.text.mid(call.start, call.length)).size()), format});
        return formats;
    }

    void content()
    {
        const double most = widest();
        m_out.large = isFewEmoji(m_row.text) && !m_row.imageSize.isValid() && m_row.fileName.isEmpty() && m_row.quote.isEmpty();
        if (m_out.large) {
            QFont font = m_theme.font(TextStyle::Display);
            font.setWeight(QFont::Normal);
            font.setPixelSize(m_theme.px(40));
            const QSizeF size = breakText(font, most);
            place(size.width(), size.height());
            m_out.text = m_out.bubble;
            return;
        }
        const double pad = px(13);
        double inner = 0;
        Parts parts;
        if (m_row.imageSize.isValid()) {
            parts.image = imageSize(most);
            inner = parts.image.width() - 2 * pad;
        }
        if (!m_row.quote.isEmpty()) {
            parts.quote = quoteSize(m_row.quote, most - 2 * pad, m_theme);
            inner = std::max(inner, parts.quote.width());
        }
        if (!m_row.fileName.isEmpty()) {
            parts.file = QSizeF(std::min(most - 2 * pad, px(44) + metrics(TextStyle::Body).horizontalAdvance(m_row.fileName) + px(4)), px(40));
            inner = std::max(inner, parts.file.width());
        }
        if (!m_row.text.isEmpty()) {
            const double limit = parts.image.isEmpty() ? most - 2 * pad : std::max(inner, std::min(px(100), most - 2 * pad));
            parts.text = breakText(bodyFont(), limit);
            inner = std::max(inner, parts.text.width());
        }
        placeParts(pad, std::max(inner, px(10)), parts);
    }

    [[nodiscard]] QFont bodyFont() const
    {
        QFont font = m_theme.font(TextStyle::Body);
        font.setItalic(m_row.deleted);
        return font;
    }

    void placeParts(double pad, double inner, const Parts &parts)
    {
        const auto &[quote, image, file, text] = parts;
        const double edge = px(8);
        const double above = quote.isEmpty() ? 0 : edge + quote.height() + (image.isEmpty() ? px(4) - edge : edge);
        const double words = file.height() + text.height() + (file.isEmpty() || text.isEmpty() ? 0 : px(4));
        const double height = above + image.height() + (words > 0 ? words + 2 * edge : 0);
        place(inner + 2 * pad, std::max(height, px(20)));
        double y = m_out.bubble.top();
        if (!quote.isEmpty()) {
            m_out.quote = QRectF(m_out.bubble.left() + pad, y + edge, inner, quote.height());
            y += above;
        }
        if (!image.isEmpty()) {
            m_out.image = QRectF(m_out.bubble.left(), y, m_out.bubble.width(), image.height());
            y += image.height();
        }
        y += edge;
        if (!file.isEmpty()) {
            m_out.file = QRectF(m_out.bubble.left() + pad, y, inner, file.height());
            y += file.height() + px(4);
        }
        if (!text.isEmpty())
            m_out.text = QRectF(m_out.bubble.left() + pad, y, inner, text.height());
    }

    // The size is reserved from the first moment, so that nothing jumps when the picture arrives.
    [[nodiscard]] QSizeF imageSize(double most) const
    {
        const QSizeF box(std::min(most, px(320)), px(320));
        QSizeF size = QSizeF(m_row.imageSize).scaled(box, Qt::KeepAspectRatio);
        size = size.boundedTo(QSizeF(m_row.imageSize).expandedTo(QSizeF(px(120), px(80))));
        return {std::max(std::min(px(120), most), std::round(size.width())), std::max(px(60), std::round(size.height()))};
    }

    void place(double width, double height)
    {
        const double x = m_row.mine ? m_width - px(18) - width : left();
        m_out.bubble = QRectF(x, m_y, width, height);
        m_y += height;
    }

    // Time and ticks stand beside the bubble, at its foot, on the side of the other person.
    void side()
    {
        const QFontMetricsF caption = metrics(TextStyle::Caption);
        const double height = std::ceil(caption.height());
        const bool settled = m_row.state == SendState::Stored || m_row.state == SendState::Delivered || m_row.state == SendState::Read;
        const bool state = m_row.mine && m_row.state != SendState::None && (m_row.lastOfGroup || !settled);
        double bottom = m_out.bubble.bottom() - px(1);
        double x = m_row.mine ? m_out.bubble.left() - px(6) : m_out.bubble.right() + px(6);
        if (m_timeBelow) {
            x = m_row.mine ? m_out.bubble.right() : m_out.bubble.left();
            if (state || !m_out.stamp.isEmpty())
                m_y += height + px(3);
            bottom = m_y;
        }
        if (state) {
            const double side = px(16);
            m_out.state = QRectF(x - side, bottom - (height + side) / 2, side, side);
            x -= side + px(3);
        }
        if (m_out.stamp.isEmpty())
            return;
        const double width = std::ceil(caption.horizontalAdvance(m_out.stamp));
        const double from = m_row.mine ? x - width : std::min(x, m_width - px(4) - width);
        m_out.time = QRectF(std::max(0.0, from), bottom - height, width, height);
    }

    void reactions()
    {
        if (m_row.reactions.isEmpty())
            return;
        const double from = m_row.mine ? px(32) : left();
        const QRectF room(from, m_y + px(4), m_width - from - px(m_row.mine ? 18 : 8), 0);
        m_out.reactions = placeReactions(m_row.reactions, room, m_row.mine, m_theme);
        m_y = m_out.reactions.last().bottom() + px(2);
    }

    void failure()
    {
        if (m_row.failure.isEmpty() || m_row.state != SendState::Failed)
            return;
        const double most = std::min(m_width * widestShare, m_width - px(32));
        const QFontMetricsF caption = metrics(TextStyle::Caption);
        const QRectF bounds = caption.boundingRect(QRectF(0, 0, most, 1000), Qt::TextWordWrap, displayText(m_row.failure));
        m_out.failure = QRectF(m_out.bubble.right() - most, m_y + px(3), most, std::ceil(bounds.height()));
        m_y += m_out.failure.height() + px(4);
    }

    void notice()
    {
        const QSizeF size = breakText(m_theme.font(TextStyle::Caption), std::min(m_width - px(64), px(460)));
        const QSizeF pill(size.width() + px(24), size.height() + px(10));
        m_out.bubble = QRectF(QPointF(std::round((m_width - pill.width()) / 2), m_y), pill);
        m_out.text = m_out.bubble.adjusted(px(12), px(5), -px(12), -px(5));
        m_y += pill.height() + px(4);
    }

    const MessageRow &m_row;
    double m_width;
    const Theme &m_theme;
    MessageLayout m_out;
    double m_y = 0;
    bool m_timeBelow = false;
};

} // namespace

QUrl MessageLayout::linkAt(const QPointF &point) const
{
    if (!lines || links.isEmpty() || !text.contains(point))
        return {};
    const QPointF inside = point - text.topLeft();
    for (int i = 0; i < lines->lineCount(); ++i) {
        const QTextLine line = lines->lineAt(i);
        if (!line.naturalTextRect().contains(inside))
            continue;
        const int at = line.xToCursor(inside.x(), QTextLine::CursorOnCharacter);
        for (const Link &link : links) {
            if (at >= link.start && at < link.start + link.length)
                return link.url;
        }
    }
    return {};
}

int MessageLayout::reactionAt(const QPointF &point) const
{
    const auto hit = std::ranges::find_if(reactions, [&](const QRectF &pill) { return pill.contains(point); });
    return hit == reactions.end() ? -1 : int(hit - reactions.begin());
}

MessageLayout layOut(const MessageRow &row, double width, const Theme &theme)
{
    return Builder(row, width, theme).build();
}

} // namespace jjak::desktop
