// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/seat_board.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>
#include <algorithm>

#include "client/desktop/dates/seat_accessible.h"
#include "client/desktop/kit/theme.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::SeatState;

SeatBoard::SeatBoard(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    installSeatAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void SeatBoard::setFaces(const QList<SeatFace> &faces, int me)
{
    if (m_faces == faces && m_me == me)
        return;
    m_faces = faces;
    m_me = me;
    if (!items().contains(m_current))
        m_current = items().value(0);
    update();
}

void SeatBoard::setChoice(const QString &nobody)
{
    if (m_nobody == nobody)
        return;
    m_nobody = nobody;
    if (!items().contains(m_current))
        m_current = isChoice() ? m_chosen : items().value(0);
    update();
}

void SeatBoard::setChosen(int seat)
{
    if (m_chosen == seat)
        return;
    const int before = m_chosen;
    m_chosen = seat;
    if (isChoice())
        m_current = seat;
    update();
    tell(before);
    tell(seat);
}

bool SeatBoard::canChoose(int seat) const
{
    const SeatFace *one = face(seat);
    return isChoice() && isEnabled() && (seat == 0 || (one && seat != m_me && one->state != SeatState::Left && !one->blocked));
}

void SeatBoard::choose(int seat)
{
    if (!canChoose(seat))
        return;
    setChosen(seat);
    Q_EMIT picked(seat);
}

const SeatFace *SeatBoard::face(int seat) const
{
    const auto it = std::ranges::find(m_faces, seat, &SeatFace::number);
    return it == m_faces.end() ? nullptr : &*it;
}

QList<int> SeatBoard::items() const
{
    QList<int> list;
    const SeatPlan seats = plan();
    for (const SeatSpot &spot : seats.spots)
        if (!isChoice() || spot.number != m_me)
            list.append(spot.number);
    if (isChoice())
        list.append(0);
    return list;
}

void SeatBoard::setCurrent(int seat)
{
    if (!items().contains(seat))
        return;
    m_current = seat;
    update();
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(int(items().indexOf(seat)));
    QAccessible::updateAccessibility(&event);
}

void SeatBoard::tell(int seat)
{
    QAccessible::State changed;
    changed.checked = true;
    QAccessibleStateChangeEvent event(this, changed);
    event.setChild(int(items().indexOf(seat)));
    if (isChoice())
        QAccessible::updateAccessibility(&event);
}

QString SeatBoard::spoken(int seat) const
{
    const SeatFace *one = face(seat);
    QStringList parts{one ? one->name : m_nobody};
    if (one) {
        parts.append(tr("seat %1").arg(seat));
        if (seat == m_me)
            parts.append(tr("you"));
        if (one->demo)
            parts.append(tr("demo person"));
        if (one->blocked)
            parts.append(tr("blocked"));
        if (one->state != SeatState::Here)
            parts.append(one->state == SeatState::Away ? tr("away at the moment") : tr("has left"));
    }
    if (isChoice() && seat == m_chosen)
        parts.append(tr("chosen"));
    return parts.join(u", "_s);
}

SeatPlan SeatBoard::plan() const
{
    QList<int> numbers;
    for (const SeatFace &one : m_faces)
        numbers.append(one.number);
    const bool small = width() < m_theme.px(460);
    const QFontMetricsF words(m_theme.font(small ? TextStyle::Caption : TextStyle::Body));
    const QFontMetricsF strong(m_theme.font(TextStyle::Strong));
    SeatMeasures m{.smallest = double(m_theme.px(30)),
                   .largest = double(m_theme.px(112)),
                   .labelHeight = std::ceil(words.lineSpacing() * 2) + 1,
                   .widestLabel = double(m_theme.px(small ? 104 : 170)),
                   .gap = double(m_theme.px(9))};
    if (isChoice())
        m.nobody = QSizeF(std::ceil(strong.horizontalAdvance(m_nobody)) + m_theme.px(64), std::ceil(strong.height()) + m_theme.px(18));
    return planSeats(numbers, m_me, size(), m);
}

QRectF SeatBoard::itemRect(int seat) const
{
    const SeatPlan now = plan();
    if (seat == 0)
        return now.nobody;
    const SeatSpot *spot = now.spot(seat);
    return spot ? spot->avatar.united(spot->label) : QRectF();
}

void SeatBoard::mousePressEvent(QMouseEvent *event)
{
    const int seat = plan().at(event->position());
    m_byKeys = false;
    if (event->button() != Qt::LeftButton || seat < 0)
        return;
    if (items().contains(seat))
        setCurrent(seat);
    if (isChoice())
        choose(seat);
    else
        Q_EMIT menuWanted(seat, mapToGlobal(event->position().toPoint()));
}

void SeatBoard::mouseMoveEvent(QMouseEvent *event)
{
    const int seat = plan().at(event->position());
    if (seat == m_hovered)
        return;
    m_hovered = seat;
    const bool reacts = seat >= 0 && (isChoice() ? canChoose(seat) : seat != m_me);
    setCursor(reacts ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void SeatBoard::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

//! On to the next that can be had; with a choice this chooses, as radio buttons do.
void SeatBoard::step(int by)
{
    const QList<int> list = items();
    if (list.isEmpty())
        return;
    qsizetype at = list.indexOf(m_current);
    for (qsizetype tries = 0; tries < list.size(); ++tries) {
        at = (at + by + list.size()) % list.size();
        if (!isChoice() || canChoose(list[at]))
            break;
    }
    setCurrent(list[at]);
    if (isChoice())
        choose(m_current);
}

void SeatBoard::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    m_byKeys = true;
    update();
    if (key == Qt::Key_Left || key == Qt::Key_Up) {
        step(-1);
    } else if (key == Qt::Key_Right || key == Qt::Key_Down) {
        step(1);
    } else if (isChoice() && key >= Qt::Key_0 && key <= Qt::Key_9) {
        if (canChoose(key - Qt::Key_0))
            choose(key - Qt::Key_0);
    } else if (isChoice() && (key == Qt::Key_Delete || key == Qt::Key_Backspace)) {
        choose(0);
    } else if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
        if (isChoice())
            choose(m_current);
        else
            Q_EMIT menuWanted(m_current, mapToGlobal(itemRect(m_current).center().toPoint()));
    } else {
        QWidget::keyPressEvent(event);
    }
}

void SeatBoard::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    m_byKeys = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason || event->reason() == Qt::ShortcutFocusReason;
    setCurrent(isChoice() ? m_chosen : m_current);
    update();
}

void SeatBoard::contextMenuEvent(QContextMenuEvent *event)
{
    const bool mouse = event->reason() == QContextMenuEvent::Mouse;
    const int seat = mouse ? plan().at(event->pos()) : m_current;
    if (seat > 0)
        Q_EMIT menuWanted(seat, mouse ? event->globalPos() : mapToGlobal(itemRect(seat).center().toPoint()));
}

bool SeatBoard::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int seat = plan().at(help->pos());
        QToolTip::showText(help->globalPos(), seat < 0 ? QString() : spoken(seat).toHtmlEscaped(), this);
        return true;
    }
    return QWidget::event(event);
}

QSize SeatBoard::sizeHint() const
{
    return {m_theme.px(320), m_theme.px(380)};
}

QSize SeatBoard::minimumSizeHint() const
{
    return {m_theme.px(220), m_theme.px(220)};
}

} // namespace jjak::desktop
