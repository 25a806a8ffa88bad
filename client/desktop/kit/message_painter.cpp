// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/message_painter.h"

#include "client/desktop/kit/alias_art.h"
#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_layout.h"
#include "client/desktop/kit/message_marks.h"
#include "client/desktop/kit/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! Half of a bubble's outline, from the middle of the top edge down to the middle of the bottom edge. `side` is +1 for the
//! right half and -1 for the left; with a tail the lower corner runs out into a point.
void addHalf(QPainterPath &path, const QRectF &r, double side, double top, double bottom, double tail)
{
    const double x = side > 0 ? r.right() : r.left();
    const auto at = [&](double inwards, double y) { return QPointF(x - side * inwards, y); };
    path.lineTo(at(top, r.top()));
    path.quadTo(at(0, r.top()), at(0, r.top() + top));
    if (tail <= 0) {
        path.lineTo(at(0, r.bottom() - bottom));
        path.quadTo(at(0, r.bottom()), at(bottom, r.bottom()));
        return;
    }
    path.lineTo(at(0, r.bottom() - bottom * 0.75));
    path.cubicTo(at(0, r.bottom() - tail * 0.7), at(-tail * 0.35, r.bottom() - tail * 0.2), at(-tail, r.bottom()));
    path.cubicTo(at(-tail * 0.1, r.bottom() + tail * 0.12), at(bottom * 0.25, r.bottom() - tail * 0.1), at(bottom * 0.42, r.bottom() - bottom * 0.16));
    path.quadTo(at(bottom * 0.7, r.bottom()), at(bottom * 1.15, r.bottom()));
}

//! How round the corners of a bubble are; a tail of 0 is none. "Near" is the side of its author.
struct BubbleShape {
    double farCorner = 0;
    double nearTop = 0;
    double nearBottom = 0;
    double tail = 0;
};

QPainterPath bubblePath(const QRectF &rect, const BubbleShape &shape, bool mine)
{
    const auto half = [&](double side) {
        QPainterPath path(QPointF(rect.center().x(), rect.top()));
        const bool isNear = (side > 0) == mine;
        addHalf(path, rect, side, isNear ? shape.nearTop : shape.farCorner, isNear ? shape.nearBottom : shape.farCorner, isNear ? shape.tail : 0);
        path.lineTo(rect.center().x(), rect.bottom());
        return path;
    };
    QPainterPath path = half(+1);
    path.connectPath(half(-1).toReversed());
    path.closeSubpath();
    return path;
}

//! One row while it is being drawn; the painter's origin is the row's corner.
class RowPainter {
public:
    RowPainter(QPainter &painter, double width, const MessageRow &row, const MessageLayout &layout, MessageLook look, const Theme &theme)
        : m_p(painter), m_width(width), m_row(row), m_layout(layout), m_look(look), m_theme(theme), m_t(theme.tokens())
    {
    }

    void paint()
    {
        if (m_look.selected)
            m_p.fillRect(QRectF(0, m_layout.day.height() + m_layout.unread.height(), m_width, m_layout.height), mixed(m_t.surface, m_t.accentSoft, 0.6));
        separators();
        if (m_row.kind == RowKind::Notice) {
            notice();
            return;
        }
        avatar();
        bubble();
        if (!m_layout.quote.isEmpty())
            paintQuote(m_p, m_row, m_layout, m_theme);
        picture();
        if (isMarked())
            paintCall(m_p, shape(), m_layout, m_theme);
        file();
        if (m_row.deleted)
            text(m_t.mutedText);
        else
            text(m_row.mine && !m_layout.large ? m_t.bubbleOwnText : m_t.text);
        side();
        paintReactions(m_p, m_row, m_layout, m_theme);
    }

private:
    [[nodiscard]] double px(int length) const { return m_theme.px(length); }
    //! It is from somebody else and names the one who reads it.
    [[nodiscard]] bool isMarked() const { return m_row.callsMe && !m_row.mine && !m_row.deleted && !m_layout.large; }

    void separators()
    {
        m_p.setFont(m_theme.font(TextStyle::Caption));
        if (!m_layout.day.isEmpty())
            centredLine(m_layout.day, m_row.daySeparator, m_t.mutedText, m_t.outline);
        if (!m_layout.unread.isEmpty())
            centredLine(m_layout.unread, QCoreApplication::translate("jjak::desktop::MessageRow", "New messages"), m_t.accentStrong, m_t.accent);
    }

    void centredLine(const QRectF &rect, const QString &text, const QColor &color, const QColor &lineColor)
    {
        const double half = m_p.fontMetrics().horizontalAdvance(text) / 2.0 + px(12);
        const double y = std::floor(rect.center().y()) + 0.5;
        const double middle = rect.center().x();
        m_p.setPen(QPen(lineColor, 1));
        m_p.drawLine(QPointF(rect.left() + px(18), y), QPointF(middle - half, y));
        m_p.drawLine(QPointF(middle + half, y), QPointF(rect.right() - px(18), y));
        m_p.setPen(color);
        m_p.drawText(rect, Qt::AlignCenter, text);
    }

    void notice()
    {
        m_p.setPen(m_look.focused ? QPen(m_t.focus, 2) : QPen(Qt::NoPen));
        m_p.setBrush(m_t.raised);
        const double radius = std::min(m_layout.bubble.height() / 2, px(14));
        m_p.drawRoundedRect(m_layout.bubble, radius, radius);
        m_p.setPen(m_t.mutedText);
        drawLines(m_t.mutedText);
    }

    void avatar()
    {
        if (!m_layout.avatar.isEmpty()) {
            if (m_row.kind == RowKind::Host) {
                m_p.setPen(Qt::NoPen);
                m_p.setBrush(m_t.bubbleHost);
                m_p.drawEllipse(m_layout.avatar);
                const double inset = m_layout.avatar.width() * 0.24;
                paintIcon(m_p, m_layout.avatar.adjusted(inset, inset, -inset, -inset), u"host"_s, m_t.warning);
            } else if (const auto alias = Alias::fromText(m_row.authorKey)) {
                paintAlias(m_p, m_layout.avatar, *alias, m_theme);
            } else {
                paintAvatar(m_p, m_layout.avatar, m_row.author, m_row.authorKey.isEmpty() ? m_row.author : m_row.authorKey, m_theme);
            }
        }
        if (!m_layout.author.isEmpty()) {
            m_p.setFont(m_theme.font(TextStyle::Caption));
            m_p.setPen(m_t.mutedText);
            const QString name = m_p.fontMetrics().elidedText(displayText(m_row.author), Qt::ElideRight, int(m_layout.author.width()));
            m_p.drawText(m_layout.author, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, name);
        }
    }

    [[nodiscard]] QPainterPath shape() const
    {
        const double limit = m_layout.bubble.height() / 2;
        const double round = std::min(px(17), limit);
        const double tight = std::min(px(5), limit);
        return bubblePath(m_layout.bubble,
                          {.farCorner = round,
                           .nearTop = m_row.firstOfGroup ? round : tight,
                           .nearBottom = m_row.lastOfGroup ? round : tight,
                           .tail = m_row.lastOfGroup ? px(6) : 0},
                          m_row.mine);
    }

    void bubble()
    {
        if (m_layout.large) {
            if (m_look.focused) {
                m_p.setPen(QPen(m_t.focus, 2));
                m_p.setBrush(Qt::NoBrush);
                m_p.drawRoundedRect(m_layout.bubble.adjusted(-3, -1, 3, 1), px(8), px(8));
            }
            return;
        }
        QBrush fill(m_row.kind == RowKind::Host ? m_t.bubbleHost : isMarked() ? m_t.accentSoft : m_t.bubbleOther);
        if (m_row.mine) {
            QLinearGradient shade(m_layout.bubble.topLeft(), m_layout.bubble.bottomLeft());
            shade.setColorAt(0, m_t.bubbleOwn);
            shade.setColorAt(1, mixed(m_t.bubbleOwn, Qt::black, 0.07)); // darker only: white text stays readable
            fill = shade;
        }
        m_p.setPen(m_row.deleted ? QPen(m_t.outline, 1) : QPen(Qt::NoPen)); // what is gone leaves an outline
        m_p.setBrush(m_row.deleted ? QBrush(Qt::NoBrush) : fill);
        m_p.drawPath(shape());
        if (m_look.focused) {
            m_p.setPen(QPen(m_t.focus, 2));
            m_p.setBrush(Qt::NoBrush);
            m_p.drawRoundedRect(m_layout.bubble.adjusted(-3, -2, 3, 2), px(19), px(19));
        }
    }

    void picture()
    {
        if (m_layout.image.isEmpty())
            return;
        m_p.save();
        m_p.setClipPath(shape());
        if (m_row.image.isNull()) {
            m_p.fillRect(m_layout.image, m_t.raised);
            const double side = px(32);
            paintIcon(m_p, QRectF(m_layout.image.center() - QPointF(side / 2, side / 2), QSizeF(side, side)), u"image"_s, m_t.mutedText);
        } else {
            m_p.setRenderHint(QPainter::SmoothPixmapTransform);
            const QSizeF whole = m_row.image.size();
            const QSizeF shown = m_layout.image.size().scaled(whole, Qt::KeepAspectRatio);
            const QRectF part(QPointF((whole.width() - shown.width()) / 2, (whole.height() - shown.height()) / 2), shown);
            m_p.drawPixmap(m_layout.image, m_row.image, part);
            if (m_row.covered)
                paintCover(m_p, m_layout.image, m_theme);
        }
        m_p.restore();
        progress(QRectF(m_layout.image.left() + px(12), m_layout.image.bottom() - px(14), m_layout.image.width() - px(24), px(5)));
    }

    void progress(const QRectF &bar)
    {
        if (m_row.progress < 0)
            return;
        m_p.setPen(Qt::NoPen);
        m_p.setBrush(m_t.surface);
        m_p.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), bar.height(), bar.height());
        m_p.setBrush(m_t.accent);
        QRectF done = bar;
        done.setWidth(bar.width() * std::min(100, m_row.progress) / 100);
        m_p.drawRoundedRect(done, bar.height() / 2, bar.height() / 2);
    }

    void file()
    {
        if (m_layout.file.isEmpty())
            return;
        const QColor strong = m_row.mine ? m_t.bubbleOwnText : m_t.text;
        const QColor weak = m_row.mine ? m_t.bubbleOwnText : m_t.mutedText;
        const QRectF sign(m_layout.file.topLeft(), QSizeF(px(36), px(36)));
        paintIcon(m_p, sign.adjusted(px(4), px(4), -px(4), -px(4)), u"file"_s, strong);
        const QRectF words = m_layout.file.adjusted(px(42), 0, 0, 0);
        m_p.setFont(m_theme.font(TextStyle::Body));
        m_p.setPen(strong);
        m_p.drawText(words, Qt::AlignLeft | Qt::AlignTop | Qt::TextSingleLine,
                     m_p.fontMetrics().elidedText(displayText(m_row.fileName), Qt::ElideMiddle, int(words.width())));
        if (m_row.progress >= 0) { // while it is on its way, the bar stands where the size will stand
            progress(QRectF(words.left() + 2, words.bottom() - px(10), words.width() - 4, px(4)));
            return;
        }
        m_p.setFont(m_theme.font(TextStyle::Caption));
        m_p.setPen(weak);
        m_p.drawText(words, Qt::AlignLeft | Qt::AlignBottom | Qt::TextSingleLine, m_row.fileDetail);
    }

    void text(const QColor &color)
    {
        if (m_layout.lines)
            drawLines(color);
    }

    void drawLines(const QColor &color)
    {
        m_p.setPen(color);
        m_layout.lines->draw(&m_p, m_layout.text.topLeft());
    }

    void side()
    {
        m_p.setFont(m_theme.font(TextStyle::Caption));
        if (!m_layout.time.isEmpty()) {
            m_p.setPen(m_t.mutedText);
            m_p.drawText(m_layout.time, Qt::AlignCenter | Qt::TextSingleLine, m_layout.stamp);
        }
        if (!m_layout.state.isEmpty())
            stateGlyph();
        if (!m_layout.failure.isEmpty()) {
            m_p.setFont(m_theme.font(TextStyle::Caption));
            m_p.setPen(m_t.danger);
            m_p.drawText(m_layout.failure, Qt::AlignRight | Qt::TextWordWrap, displayText(m_row.failure));
        }
    }

    void stateGlyph()
    {
        switch (m_row.state) {
        case SendState::None: break;
        case SendState::Queued:
        case SendState::Sending: paintIcon(m_p, m_layout.state, u"clock"_s, m_t.mutedText); break;
        case SendState::Stored: paintIcon(m_p, m_layout.state, u"check"_s, m_t.mutedText); break;
        case SendState::Delivered: paintIcon(m_p, m_layout.state, u"check-double"_s, m_t.mutedText); break;
        case SendState::Read: paintIcon(m_p, m_layout.state, u"check-double"_s, m_t.accentStrong); break;
        case SendState::Failed:
            m_p.setPen(Qt::NoPen);
            m_p.setBrush(m_t.dangerFill);
            m_p.drawEllipse(m_layout.state);
            m_p.setFont(m_theme.font(TextStyle::Strong));
            m_p.setPen(m_t.dangerFillText);
            m_p.drawText(m_layout.state, Qt::AlignCenter, u"!"_s);
            break;
        }
    }

    QPainter &m_p;
    double m_width;
    const MessageRow &m_row;
    const MessageLayout &m_layout;
    MessageLook m_look;
    const Theme &m_theme;
    const Tokens &m_t;
};

} // namespace

void paintMessage(QPainter &painter, const QPointF &origin, double width, const MessageRow &row, const MessageLayout &layout,
                  MessageLook look, const Theme &theme)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(origin);
    RowPainter(painter, width, row, layout, look, theme).paint();
    painter.restore();
}

} // namespace jjak::desktop
