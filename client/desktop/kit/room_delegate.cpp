// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/kit/room_delegate.h"

#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/badge.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"

#include <QCoreApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

QString oneLine(const QString &text)
{
    return displayText(text).simplified();
}

void drawElided(QPainter &painter, const QRectF &rect, const QString &text)
{
    painter.drawText(rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, int(rect.width())));
}

} // namespace

RoomRow readRoomRow(const QModelIndex &index)
{
    const auto text = [&index](int role) { return index.data(role).toString(); };
    const auto flag = [&index](int role) { return index.data(role).toBool(); };
    return {.name = text(Qt::DisplayRole),
            .key = text(RoomKeyRole),
            .preview = text(RoomPreviewRole),
            .timeText = text(RoomTimeTextRole),
            .draft = text(RoomDraftRole),
            .unread = index.data(RoomUnreadRole).toInt(),
            .demo = flag(RoomDemoRole),
            .muted = flag(RoomMutedRole),
            .ended = flag(RoomEndedRole),
            .online = flag(RoomOnlineRole)};
}

QString accessibleText(const RoomRow &row)
{
    QStringList parts{row.name};
    if (row.demo)
        parts.append(RoomDelegate::tr("demo"));
    if (row.online)
        parts.append(RoomDelegate::tr("online"));
    if (row.unread > 0)
        parts.append(RoomDelegate::tr("%n unread", nullptr, row.unread));
    if (!row.draft.isEmpty())
        parts.append(RoomDelegate::tr("Draft: %1").arg(row.draft));
    else if (!row.preview.isEmpty())
        parts.append(row.preview);
    if (!row.timeText.isEmpty())
        parts.append(row.timeText);
    return parts.join(u", "_s);
}

RoomDelegate::RoomDelegate(const Theme &theme, QObject *parent, Reader reader)
    : QStyledItemDelegate(parent), m_theme(theme), m_reader(std::move(reader))
{
}

QSize RoomDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int name = QFontMetrics(m_theme.font(TextStyle::Strong)).height();
    const int preview = QFontMetrics(m_theme.font(TextStyle::Body)).height();
    const int text = m_compact ? name + m_theme.px(14) : name + preview + m_theme.px(2) + m_theme.px(24);
    return {m_theme.px(220), std::max(text, m_theme.px(m_compact ? 40 : 66))};
}

void RoomDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RoomRow row = m_reader(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRectF inner = QRectF(option.rect).adjusted(m_theme.px(14), m_theme.px(4), -m_theme.px(16), -m_theme.px(4));
    const double diameter = m_theme.px(m_compact ? 26 : 44);
    paintSign(*painter, QRectF(inner.left(), inner.center().y() - diameter / 2, diameter, diameter), row);
    const QRectF text = inner.adjusted(diameter + m_theme.px(12), 0, 0, 0);
    if (m_compact) {
        const double badge = badgeSize(row.unread, m_theme).width();
        paintBadge(*painter, text, row.unread, row.muted, m_theme);
        paintTop(*painter, text.adjusted(0, 0, badge > 0 ? -badge - m_theme.px(8) : 0, 0), row);
    } else {
        const double name = QFontMetricsF(m_theme.font(TextStyle::Strong)).height();
        const double preview = QFontMetricsF(m_theme.font(TextStyle::Body)).height();
        const double top = inner.center().y() - (name + preview + m_theme.px(2)) / 2;
        paintTop(*painter, QRectF(text.left(), top, text.width(), name), row);
        paintBottom(*painter, QRectF(text.left(), top + name + m_theme.px(2), text.width(), preview), row);
    }
    painter->restore();
}

void RoomDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Tokens &tokens = m_theme.tokens();
    const QRectF ground = QRectF(option.rect).adjusted(m_theme.px(6), 1, -m_theme.px(6), -1);
    painter.setPen(Qt::NoPen);
    if (option.state.testFlag(QStyle::State_Selected))
        painter.setBrush(tokens.accentSoft);
    else if (option.state.testFlag(QStyle::State_MouseOver))
        painter.setBrush(tokens.raised);
    else
        painter.setBrush(Qt::NoBrush);
    if (option.state.testFlag(QStyle::State_HasFocus))
        painter.setPen(QPen(tokens.focus, 2));
    painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), m_theme.px(12), m_theme.px(12));
}

void RoomDelegate::paintSign(QPainter &painter, const QRectF &circle, const RoomRow &row) const
{
    painter.setOpacity(row.ended ? 0.55 : 1);
    paintAvatar(painter, circle, row.name, row.key.isEmpty() ? row.name : row.key, m_theme);
    painter.setOpacity(1);
    if (!row.online)
        return;
    const double dot = circle.width() * 0.26;
    painter.setPen(QPen(m_theme.tokens().surface, m_theme.px(2)));
    painter.setBrush(m_theme.tokens().success);
    painter.drawEllipse(QRectF(circle.right() - dot, circle.bottom() - dot, dot, dot));
}

void RoomDelegate::paintTop(QPainter &painter, QRectF line, const RoomRow &row) const
{
    const Tokens &tokens = m_theme.tokens();
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(tokens.mutedText);
    painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, row.timeText);
    if (!row.timeText.isEmpty())
        line.setRight(line.right() - QFontMetricsF(painter.font()).horizontalAdvance(row.timeText) - m_theme.px(10));
    const QString demo = tr("demo");
    const double tag = row.demo ? QFontMetricsF(painter.font()).horizontalAdvance(demo) + m_theme.px(18) : 0;
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(row.ended ? tokens.mutedText : tokens.text);
    const QString name = oneLine(row.name);
    drawElided(painter, line.adjusted(0, 0, -tag, 0), name);
    if (row.demo) {
        const double after = std::min(QFontMetricsF(painter.font()).horizontalAdvance(name), line.width() - tag);
        paintTag(painter, QPointF(line.left() + after + m_theme.px(6), line.center().y()), demo, m_theme);
    }
}

void RoomDelegate::paintBottom(QPainter &painter, QRectF line, const RoomRow &row) const
{
    const Tokens &tokens = m_theme.tokens();
    const QSizeF badge = badgeSize(row.unread, m_theme);
    if (!badge.isEmpty()) {
        paintBadge(painter, line, row.unread, row.muted, m_theme);
        line.setRight(line.right() - badge.width() - m_theme.px(10));
    }
    painter.setFont(m_theme.font(TextStyle::Body));
    if (!row.draft.isEmpty()) {
        painter.setPen(tokens.accentStrong);
        drawElided(painter, line, tr("Draft: %1").arg(oneLine(row.draft)));
        return;
    }
    painter.setPen(row.unread > 0 && !row.muted ? tokens.text : tokens.mutedText);
    drawElided(painter, line, oneLine(row.preview));
}

} // namespace jjak::desktop
