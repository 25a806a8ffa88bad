// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

#include "client/desktop/kit/alias_art.h"
#include "client/desktop/dates/seat_board.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::SeatState;

namespace {

QColor faded(QColor color, double alpha)
{
    color.setAlphaF(float(alpha));
    return color;
}

} // namespace

void SeatBoard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const SeatPlan now = plan();
    if (now.spots.isEmpty())
        return;
    paintGround(painter, now);
    paintBetween(painter, now);
    for (const SeatSpot &spot : now.spots)
        paintSeat(painter, spot);
    if (isChoice())
        paintNobody(painter, now.nobody);
}

//! A round carpet that holds the circle together.
void SeatBoard::paintGround(QPainter &painter, const SeatPlan &plan) const
{
    const Tokens &t = m_theme.tokens();
    QRectF bounds;
    for (const SeatSpot &spot : plan.spots)
        bounds |= QRectF(spot.avatar.center(), QSizeF(1, 1));
    const double rx = std::max(bounds.width() / 2, plan.diameter), ry = std::max(bounds.height() / 2, plan.diameter);
    painter.save();
    painter.translate(bounds.center());
    painter.scale(1, ry / rx);
    QRadialGradient light(QPointF(0, 0), rx);
    light.setColorAt(0, mixed(t.surface, t.accentSoft, t.dark ? 0.75 : 0.95));
    light.setColorAt(0.75, mixed(t.surface, t.accentSoft, t.dark ? 0.28 : 0.40));
    light.setColorAt(1, faded(t.surface, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(light);
    painter.drawEllipse(QPointF(0, 0), rx, rx);
    painter.restore();
    painter.setPen(QPen(faded(t.accent, 0.22), 1.4, Qt::DashLine, Qt::RoundCap));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(bounds.center(), rx, ry);
}

void SeatBoard::paintSeat(QPainter &painter, const SeatSpot &spot) const
{
    const SeatFace *one = face(spot.number);
    const Tokens &t = m_theme.tokens();
    const bool lit = isLit(spot.number), mine = spot.number == m_me;
    const bool reacts = spot.number == m_hovered && (isChoice() ? canChoose(spot.number) : !mine);
    const double edge = m_theme.px(4);
    painter.setPen(Qt::NoPen);
    if (lit || reacts) {
        const double glow = spot.avatar.width() / 2 + m_theme.px(lit ? 16 : 9);
        QRadialGradient halo(spot.avatar.center(), glow);
        halo.setColorAt(0.6, faded(t.accent, lit ? 0.45 : 0.20));
        halo.setColorAt(1, faded(t.accent, 0));
        painter.setBrush(halo);
        painter.drawEllipse(spot.avatar.center(), glow, glow);
    }
    painter.setBrush(t.surface); // so that nothing shines through who sits here
    painter.drawEllipse(spot.avatar.adjusted(-edge, -edge, edge, edge));
    painter.setOpacity(one->state == SeatState::Left ? 0.30 : one->state == SeatState::Away || one->blocked ? 0.55 : 1);
    paintAlias(painter, spot.avatar, one->alias, m_theme);
    painter.setOpacity(1);
    painter.setBrush(Qt::NoBrush);
    if (lit || mine) {
        painter.setPen(QPen(t.accent, m_theme.px(lit ? 4 : 3)));
        painter.drawEllipse(spot.avatar.adjusted(-edge / 2, -edge / 2, edge / 2, edge / 2));
    }
    if (showsFocus() && m_current == spot.number) {
        painter.setPen(QPen(t.focus, m_theme.px(3)));
        painter.drawEllipse(spot.avatar.adjusted(-2 * edge, -2 * edge, 2 * edge, 2 * edge));
    }
    paintSigns(painter, spot, *one);
    paintName(painter, spot, *one);
}

//! On the outer side, where the name is: the number at the right, at the left who is away, gone, or blocked.
void SeatBoard::paintSigns(QPainter &painter, const SeatSpot &spot, const SeatFace &face) const
{
    const Tokens &t = m_theme.tokens();
    const double side = std::max<double>(m_theme.px(19), spot.avatar.width() * 0.25);
    const double y = spot.above ? spot.avatar.top() - side * 0.14 : spot.avatar.bottom() - side * 0.86;
    const QRectF number(spot.avatar.right() - side * 0.86, y, side, side);
    QFont font = m_theme.font(TextStyle::Strong);
    font.setPixelSize(int(side * 0.62));
    painter.setFont(font);
    painter.setPen(QPen(t.surface, 2));
    painter.setBrush(face.number == m_me ? t.accent : t.raised);
    painter.drawEllipse(number);
    painter.setPen(face.number == m_me ? t.accentText : t.text);
    painter.drawText(number, Qt::AlignCenter, QString::number(face.number));
    QString sign;
    if (face.blocked)
        sign = u"block"_s;
    else if (face.state != SeatState::Here)
        sign = face.state == SeatState::Away ? u"moon"_s : u"leave"_s;
    if (sign.isEmpty())
        return;
    const QRectF place(spot.avatar.left() - side * 0.14, y, side, side);
    painter.setPen(QPen(t.surface, 2));
    painter.setBrush(t.raised);
    painter.drawEllipse(place);
    const double inset = side * 0.18;
    paintIcon(painter, place.adjusted(inset, inset, -inset, -inset), sign, t.mutedText);
}

void SeatBoard::paintName(QPainter &painter, const SeatSpot &spot, const SeatFace &face) const
{
    const Tokens &t = m_theme.tokens();
    const bool mine = face.number == m_me;
    const bool small = width() < m_theme.px(460);
    QFont font = m_theme.font(small ? TextStyle::Caption : TextStyle::Body);
    font.setBold(mine || isLit(face.number));
    painter.setFont(font);
    const bool gone = face.state == SeatState::Left || face.blocked;
    painter.setPen(mine || isLit(face.number) ? t.accentStrong : gone ? t.mutedText : t.text);
    const int flags = Qt::AlignHCenter | (spot.above ? Qt::AlignBottom : Qt::AlignTop) | Qt::TextWordWrap;
    QString words = mine ? tr("%1 (you)", "an alias").arg(face.name) : face.name;
    if (face.state != SeatState::Here)
        words = face.state == SeatState::Away ? tr("%1 (away)", "an alias").arg(face.name) : tr("%1 (left)", "an alias").arg(face.name);
    // Where a long name takes all the room, the signs and the tool tip say the rest.
    const QRectF needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, spot.label.width(), 1000), Qt::TextWordWrap, words);
    painter.drawText(spot.label, flags, needed.height() > spot.label.height() + 1 ? face.name : words);
}

void SeatBoard::paintNobody(QPainter &painter, const QRectF &rect) const
{
    const Tokens &t = m_theme.tokens();
    const bool on = m_chosen == 0;
    const double round = rect.height() / 2;
    painter.setPen(on ? QPen(t.accent, m_theme.px(2)) : QPen(m_hovered == 0 ? t.accent : t.control, 1.4));
    painter.setBrush(on ? t.accentSoft : t.surface);
    painter.drawRoundedRect(rect, round, round);
    if (showsFocus() && m_current == 0) {
        const double out = m_theme.px(4);
        painter.setPen(QPen(t.focus, m_theme.px(3)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), round + out, round + out);
    }
    const double side = m_theme.px(20);
    const QRectF mark(rect.left() + m_theme.px(16), rect.center().y() - side / 2, side, side);
    paintIcon(painter, mark, on ? u"check"_s : u"date"_s, on ? t.accentStrong : t.mutedText);
    painter.setFont(m_theme.font(TextStyle::Strong));
    painter.setPen(on ? t.accentStrong : t.text);
    painter.drawText(rect.adjusted(m_theme.px(44), 0, -m_theme.px(12), 0), Qt::AlignVCenter | Qt::AlignLeft, m_nobody);
}

} // namespace jjak::desktop
