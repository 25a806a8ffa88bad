// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/seat_row.h"

#include <QPainter>
#include <algorithm>

#include "client/desktop/kit/avatar.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/table_words.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int seatWidth = 92, narrowest = 56, chair = 58, gap = 4; // at 100 %

} // namespace

SeatRow::SeatRow(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SeatRow::setTable(const protocol::Table &table, const QString &me)
{
    m_table = table;
    m_me = me;
    setAccessibleName(seatsText(table, true));
    updateGeometry();
    update();
}

int SeatRow::chairHeight() const
{
    return m_theme.px(chair);
}

QSize SeatRow::sizeHint() const
{
    const int lines = 2 * QFontMetrics(m_theme.font(TextStyle::Caption)).height();
    return {m_table.seats * m_theme.px(seatWidth), chairHeight() + m_theme.px(gap) + lines};
}

QSize SeatRow::minimumSizeHint() const
{
    return {m_table.seats * m_theme.px(narrowest), sizeHint().height()};
}

QRectF SeatRow::seatRect(int seat) const
{
    const double wide = std::min<double>(m_theme.px(seatWidth), width() / double(m_table.seats));
    const double left = layoutDirection() == Qt::RightToLeft ? width() - (seat + 1) * wide : seat * wide;
    return {left, 0, wide, double(height())};
}

//! A back, a seat and two legs; dashed while nobody sits there.
void SeatRow::paintChair(QPainter &painter, const QRectF &place, bool taken) const
{
    const Tokens &tokens = m_theme.tokens();
    const double wide = std::min(place.width() - m_theme.px(8), double(m_theme.px(50))), middle = place.center().x(), foot = place.top() + chairHeight();
    const QRectF back(middle - wide * 0.38, place.top() + m_theme.px(3), wide * 0.76, chairHeight() * 0.62);
    const QRectF seat(middle - wide / 2, back.bottom() - m_theme.px(1), wide, m_theme.px(8));
    QPen pen(tokens.control, m_theme.px(2), Qt::SolidLine, Qt::RoundCap);
    if (!taken)
        pen.setDashPattern({1.5, 2});
    painter.setPen(pen);
    for (const double side : {-1.0, 1.0})
        painter.drawLine(QPointF(middle + side * wide * 0.4, seat.bottom()), QPointF(middle + side * wide * 0.4, foot - m_theme.px(1)));
    painter.setBrush(taken ? tokens.raised : QColor(Qt::transparent));
    painter.drawRoundedRect(back, m_theme.px(8), m_theme.px(8));
    painter.drawRoundedRect(seat, m_theme.px(4), m_theme.px(4));
}

QString SeatRow::noteOf(int seat) const
{
    const protocol::TableGuest &guest = m_table.guests[seat];
    QStringList notes;
    if (guest.name == m_me)
        notes.append(tr("you"));
    if (seat == 0)
        notes.append(tr("host"));
    if (guest.demo)
        notes.append(tr("demo"));
    return notes.join(u" · "_s);
}

void SeatRow::paintGuest(QPainter &painter, int seat, const QRectF &place) const
{
    const Tokens &tokens = m_theme.tokens();
    const protocol::TableGuest &guest = m_table.guests[seat];
    const double side = std::min<double>(m_theme.px(38), place.width() - m_theme.px(12));
    const QString name = displayText(guest.name).simplified();
    paintAvatar(painter, QRectF(place.center().x() - side / 2, place.top(), side, side), name, QString::fromLatin1(guest.persona.toText()), m_theme);
    const QFont caption = m_theme.font(TextStyle::Caption);
    const QFontMetricsF metrics(caption);
    QRectF line(place.left() + m_theme.px(2), place.top() + chairHeight() + m_theme.px(gap), place.width() - m_theme.px(4), metrics.height());
    painter.setFont(caption);
    painter.setPen(tokens.text);
    painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, metrics.elidedText(name, Qt::ElideRight, line.width()));
    line.translate(0, metrics.height());
    painter.setPen(tokens.mutedText);
    painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, metrics.elidedText(noteOf(seat), Qt::ElideRight, line.width()));
}

void SeatRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int seat = 0; seat < m_table.seats; ++seat) {
        const QRectF place = seatRect(seat);
        const bool taken = seat < m_table.guests.size();
        paintChair(painter, place, taken);
        if (taken) {
            paintGuest(painter, seat, place);
            continue;
        }
        painter.setFont(m_theme.font(TextStyle::Caption));
        painter.setPen(m_theme.tokens().mutedText);
        const QRectF line(place.left(), place.top() + chairHeight() + m_theme.px(gap), place.width(), QFontMetricsF(painter.font()).height());
        painter.drawText(line, Qt::AlignCenter | Qt::TextSingleLine, tr("free", "a seat"));
    }
}

} // namespace jjak::desktop
