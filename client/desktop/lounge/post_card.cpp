// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/post_card.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include "client/core/lounge/lounge_words.h"
#include "client/desktop/kit/badge.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/picture_tile.h"
#include "client/desktop/lounge/post_words.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int titleLines = 2, textLines = 3;
constexpr int gapAround = 5, padding = 16, pictureSide = 92, pictureRadius = 8; // at 100 %
constexpr qsizetype longestShown = 600;

//! The first lines of a text in that width; the last one ends in "…" where there is more.
QStringList linesOf(const QString &text, const QFont &font, double width, int most)
{
    const QString shown = displayText(text).simplified().left(longestShown);
    QTextLayout layout(shown, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    breakLines(layout, width);
    QStringList lines;
    for (int i = 0; i < std::min(most, layout.lineCount()); ++i) {
        const QTextLine line = layout.lineAt(i);
        const bool cut = i + 1 == most && layout.lineCount() > most;
        lines.append(cut ? QFontMetricsF(font).elidedText(shown.mid(line.textStart()), Qt::ElideRight, width) : shown.mid(line.textStart(), line.textLength()));
    }
    return lines;
}

void paintLines(QPainter &painter, const QRectF &rect, const QStringList &lines, const QFont &font, const QColor &color)
{
    painter.setFont(font);
    painter.setPen(color);
    const double height = QFontMetricsF(font).height();
    for (int i = 0; i < lines.size(); ++i)
        painter.drawText(QRectF(rect.left(), rect.top() + i * height, rect.width(), height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, lines[i]);
}

} // namespace

PostCard::PostCard(const protocol::Post &post, double width, const Theme &theme, Time now) : m_post(post), m_theme(theme), m_width(width)
{
    const double left = theme.px(padding), edge = width - theme.px(padding);
    double right = edge;
    double top = theme.px(gapAround) + theme.px(padding);
    const QFont strong = theme.font(TextStyle::Strong), body = theme.font(TextStyle::Body), caption = theme.font(TextStyle::Caption);
    if (!post.pictures.isEmpty()) {
        const double side = std::min(double(theme.px(pictureSide)), (edge - left) / 3);
        m_pictureRect = QRectF(edge - side, top, side, side);
        right = m_pictureRect.left() - theme.px(12);
    }
    m_title = linesOf(post.heading, strong, right - left, titleLines);
    m_titleRect = QRectF(left, top, right - left, QFontMetricsF(strong).height() * double(m_title.size()));
    top = m_titleRect.bottom();
    m_text = linesOf(client::plainLine(post.text, post.whole), body, right - left, textLines);
    if (!m_text.isEmpty()) {
        m_textRect = QRectF(left, top + theme.px(4), right - left, QFontMetricsF(body).height() * double(m_text.size()));
        top = m_textRect.bottom();
    }
    layOutTags(left, right, top);
    top = std::max(top, m_pictureRect.bottom());
    top += theme.px(10);
    const double line = QFontMetricsF(caption).height() + theme.px(4);
    layOutCounts(edge, top, line);
    m_foot = QRectF(left, top, m_heart.left() - theme.px(8) - left, line);
    m_by = byText(displayText(post.name), post.at, post.edited.has_value(), now);
    m_height = m_foot.bottom() + theme.px(padding) - theme.px(4) + theme.px(gapAround);
}

void PostCard::layOutTags(double left, double right, double &top)
{
    if (m_post.tags.isEmpty())
        return;
    const QFontMetricsF metrics(m_theme.font(TextStyle::Caption));
    const double height = metrics.height() + m_theme.px(4);
    double x = left, y = top + m_theme.px(8);
    for (const QString &tag : m_post.tags) {
        const double width = std::min(std::ceil(metrics.horizontalAdvance(tagText(tag))) + m_theme.px(16), right - left);
        if (x > left && x + width > right) {
            x = left;
            y += height + m_theme.px(4);
        }
        m_tags.append({QRectF(x, y, width, height), tag});
        x += width + m_theme.px(6);
    }
    top = m_tags.last().rect.bottom();
}

void PostCard::layOutCounts(double right, double top, double line)
{
    const QFontMetricsF metrics(m_theme.font(TextStyle::Caption));
    const auto place = [&](int count) {
        const double width = m_theme.px(22) + std::ceil(metrics.horizontalAdvance(countText(count)));
        const QRectF rect(right - width, top, width, line);
        right = rect.left() - m_theme.px(12);
        return rect;
    };
    m_views = place(m_post.views);
    m_comments = place(m_post.comments);
    m_heart = place(m_post.likes);
}

QString PostCard::tagAt(const QPointF &point) const
{
    for (const Tag &tag : m_tags)
        if (tag.rect.contains(point))
            return tag.tag;
    return {};
}

void PostCard::paint(QPainter &painter, const CardState &state) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.setRenderHint(QPainter::Antialiasing);
    const QPen edge = state.focused ? QPen(tokens.focus, 2) : QPen(state.current || state.hovered ? tokens.control : tokens.outline, 1);
    painter.setPen(edge);
    painter.setBrush(state.hovered ? mixed(tokens.surface, tokens.raised, 0.5) : tokens.surface);
    const double inset = edge.widthF() / 2 + 1;
    painter.drawRoundedRect(QRectF(0, m_theme.px(gapAround), m_width, m_height - 2 * m_theme.px(gapAround)).adjusted(inset, inset, -inset, -inset), m_theme.px(14), m_theme.px(14));
    paintLines(painter, m_titleRect, m_title, m_theme.font(TextStyle::Strong), tokens.text);
    paintLines(painter, m_textRect, m_text, m_theme.font(TextStyle::Body), tokens.mutedText);
    paintPicture(painter, state.picture);
    paintTags(painter);
    paintFoot(painter);
}

//! With how many more there are.
void PostCard::paintPicture(QPainter &painter, const QPixmap &picture) const
{
    if (m_pictureRect.isEmpty())
        return;
    paintCut(painter, m_pictureRect, m_theme.px(pictureRadius), picture, m_theme);
    if (m_post.pictures.size() < 2)
        return;
    const Tokens &tokens = m_theme.tokens();
    const QString more = u"+%1"_s.arg(m_post.pictures.size() - 1);
    painter.setFont(m_theme.font(TextStyle::Caption));
    const QSizeF size(painter.fontMetrics().horizontalAdvance(more) + m_theme.px(10), painter.fontMetrics().height() + m_theme.px(2));
    const QRectF plate(m_pictureRect.bottomRight() - QPointF(size.width() + m_theme.px(4), size.height() + m_theme.px(4)), size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.surface);
    painter.drawRoundedRect(plate, plate.height() / 2, plate.height() / 2);
    painter.setPen(tokens.text);
    painter.drawText(plate, Qt::AlignCenter, more);
}

void PostCard::paintTags(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.setFont(m_theme.font(TextStyle::Caption));
    for (const Tag &tag : m_tags) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.accentSoft);
        painter.drawRoundedRect(tag.rect, tag.rect.height() / 2, tag.rect.height() / 2);
        painter.setPen(tokens.accentStrong);
        painter.drawText(tag.rect, Qt::AlignCenter, painter.fontMetrics().elidedText(displayText(tagText(tag.tag)), Qt::ElideRight, int(tag.rect.width()) - m_theme.px(8)));
    }
}

void PostCard::paintFoot(QPainter &painter) const
{
    const Tokens &tokens = m_theme.tokens();
    const QFont caption = m_theme.font(TextStyle::Caption);
    const QFontMetricsF metrics(caption);
    const QString demo = QCoreApplication::translate("jjak::desktop::PostWords", "demo");
    const double room = m_foot.width() - (m_post.demo ? metrics.horizontalAdvance(demo) + m_theme.px(20) : 0);
    const QString by = metrics.elidedText(m_by, Qt::ElideRight, room);
    painter.setFont(caption);
    painter.setPen(tokens.mutedText);
    painter.drawText(m_foot, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, by);
    if (m_post.demo)
        paintTag(painter, QPointF(m_foot.left() + metrics.horizontalAdvance(by) + m_theme.px(6), m_foot.center().y()), demo, m_theme);
    paintCount(painter, m_heart, m_post.liked ? u"date-filled"_s : u"date"_s, m_post.likes, m_post.liked ? tokens.accentStrong : tokens.mutedText);
    paintCount(painter, m_comments, u"comment"_s, m_post.comments, tokens.mutedText);
    paintCount(painter, m_views, u"eye"_s, m_post.views, tokens.mutedText);
}

void PostCard::paintCount(QPainter &painter, const QRectF &rect, const QString &icon, int count, const QColor &color) const
{
    const double side = m_theme.px(16);
    paintIcon(painter, QRectF(rect.left(), rect.center().y() - side / 2, side, side), icon, color);
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(color);
    painter.drawText(rect, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, countText(count));
}

} // namespace jjak::desktop
