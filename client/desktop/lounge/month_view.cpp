// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/month_view.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <algorithm>

#include "client/desktop/kit/theme.h"
#include "client/desktop/lounge/month_accessible.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr int cellSide = 40, narrowestCell = 34, mostMarks = 4; // at 100 %
constexpr double markRadius = 3;

} // namespace

void paintTableMark(QPainter &painter, const QPointF &centre, const Theme &theme)
{
    const double radius = theme.px(100) * markRadius / 100;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().accentStrong);
    painter.drawEllipse(centre, radius, radius);
}

//! Another shape, so that it is not told by its colour alone.
void paintEventMark(QPainter &painter, const QPointF &centre, const Theme &theme)
{
    const double radius = theme.px(100) * markRadius * 1.35 / 100;
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().success);
    painter.drawPolygon(QPolygonF{centre + QPointF(0, -radius), centre + QPointF(radius, 0), centre + QPointF(0, radius), centre + QPointF(-radius, 0)});
}

MonthView::MonthView(const Theme &theme, QWidget *parent) : Translated(parent), m_theme(theme), m_chosen(QDate::currentDate()), m_today(m_chosen)
{
    installMonthAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    retranslate();
}

void MonthView::retranslate()
{
    setAccessibleDescription(tr("Arrows move by days and weeks, Page Up and Page Down by months, Enter goes to what is on that day."));
    setAccessibleName(monthText());
    update();
}

// --- days -----------------------------------------------------------------------------------------------------------

QDate MonthView::dayAt(int cell) const
{
    const int before = (month().dayOfWeek() - int(QLocale().firstDayOfWeek()) + columns) % columns;
    return month().addDays(cell - before);
}

int MonthView::cellOf(const QDate &day) const
{
    return int(dayAt(0).daysTo(day));
}

void MonthView::choose(const QDate &day)
{
    if (!day.isValid() || day == m_chosen)
        return;
    const QDate before = month();
    m_chosen = day;
    if (month() != before)
        setAccessibleName(monthText());
    update();
    Q_EMIT dayChosen(day);
    tellChosen();
}

void MonthView::setToday(const QDate &today)
{
    if (std::exchange(m_today, today) != today)
        update();
}

void MonthView::setMarks(const QHash<QDate, DayMarks> &marks)
{
    if (marks == m_marks)
        return;
    m_marks = marks;
    update();
}

QString MonthView::monthText() const
{
    return QLocale().toString(m_chosen, tr("MMMM yyyy", "a month as Qt's format has it: December 2026"));
}

QString MonthView::dayText(const QDate &day) const
{
    QStringList parts;
    if (day == m_today)
        parts += tr("today");
    const DayMarks marks = m_marks.value(day);
    if (marks.tables > 0)
        parts += tr("%n table(s)", nullptr, marks.tables);
    if (marks.events > 0)
        parts += tr("%n event(s)", nullptr, marks.events);
    const QString name = QLocale().toString(day, tr("dddd d MMMM", "a day as Qt's format has it: Friday 4 December"));
    return parts.isEmpty() ? name : tr("%1: %2", "a day, then what is on it").arg(name, parts.join(u", "_s));
}

//! For screen readers, whose attention is on the grid and not on a day of it.
void MonthView::tellChosen()
{
    if (!QAccessible::isActive() || !hasFocus())
        return;
    QAccessibleEvent event(this, QAccessible::Focus);
    event.setChild(cellOf(m_chosen));
    QAccessible::updateAccessibility(&event);
}

// --- the grid -------------------------------------------------------------------------------------------------------

int MonthView::headHeight() const
{
    return QFontMetrics(m_theme.font(TextStyle::Caption)).height() + m_theme.px(8);
}

QSize MonthView::sizeHint() const
{
    return {columns * m_theme.px(cellSide), headHeight() + cells / columns * m_theme.px(cellSide)};
}

QSize MonthView::minimumSizeHint() const
{
    return {columns * m_theme.px(narrowestCell), sizeHint().height()};
}

QRect MonthView::rectOf(int cell) const
{
    const int side = m_theme.px(cellSide), column = cell % columns;
    const int left = width() * column / columns, right = width() * (column + 1) / columns;
    return {left, headHeight() + cell / columns * side, right - left, side};
}

int MonthView::cellAt(const QPoint &position) const
{
    for (int cell = 0; cell < cells; ++cell)
        if (rectOf(cell).contains(position))
            return cell;
    return -1;
}

void MonthView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int cell = 0; cell < cells; ++cell)
        paintDay(painter, cell);
}

void MonthView::paintHead(QPainter &painter) const
{
    painter.setFont(m_theme.font(TextStyle::Caption));
    painter.setPen(m_theme.tokens().mutedText);
    for (int column = 0; column < columns; ++column) {
        const QRect place = rectOf(column);
        painter.drawText(QRect(place.left(), 0, place.width(), headHeight()), Qt::AlignCenter, QLocale().dayName(dayAt(column).dayOfWeek(), QLocale::ShortFormat));
    }
}

void MonthView::paintDay(QPainter &painter, int cell) const
{
    const Tokens &tokens = m_theme.tokens();
    const QDate day = dayAt(cell);
    const QRectF place = QRectF(rectOf(cell)).adjusted(1.5, 1.5, -1.5, -1.5);
    const double corner = m_theme.px(10);
    if (day == m_chosen) {
        painter.setPen(hasFocus() ? QPen(tokens.focus, 2) : QPen(Qt::NoPen));
        painter.setBrush(tokens.accentSoft);
        painter.drawRoundedRect(place, corner, corner);
    }
    const QRectF number = place.adjusted(0, m_theme.px(3), 0, -m_theme.px(11));
    if (day == m_today) {
        const double radius = std::min(number.height(), number.width()) / 2;
        painter.setPen(QPen(tokens.accentStrong, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(number.center(), radius, radius);
    }
    const bool here = day.month() == m_chosen.month();
    painter.setFont(m_theme.font(day == m_today ? TextStyle::Strong : TextStyle::Body));
    painter.setPen(day == m_chosen || day == m_today ? tokens.accentStrong : here ? tokens.text : tokens.mutedText);
    painter.drawText(number, Qt::AlignCenter, QLocale().toString(day.day()));
    paintMarks(painter, place, m_marks.value(day));
}

//! At most a few, tables first; how many there are in truth the list of the day says.
void MonthView::paintMarks(QPainter &painter, const QRectF &cell, const DayMarks &marks) const
{
    const int events = std::min(marks.events, mostMarks / 2), tables = std::min(marks.tables, mostMarks - events);
    const double step = m_theme.px(8);
    QPointF centre(cell.center().x() - (tables + events - 1) * step / 2, cell.bottom() - m_theme.px(6));
    for (int i = 0; i < tables + events; ++i) {
        if (i < tables)
            paintTableMark(painter, centre, m_theme);
        else
            paintEventMark(painter, centre, m_theme);
        centre.rx() += step;
    }
}

// --- keys -----------------------------------------------------------------------------------------------------------

void MonthView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left: return choose(m_chosen.addDays(-1));
    case Qt::Key_Right: return choose(m_chosen.addDays(1));
    case Qt::Key_Up: return choose(m_chosen.addDays(-columns));
    case Qt::Key_Down: return choose(m_chosen.addDays(columns));
    case Qt::Key_PageUp: return choose(m_chosen.addMonths(-1));
    case Qt::Key_PageDown: return choose(m_chosen.addMonths(1));
    case Qt::Key_Home: return choose(month());
    case Qt::Key_End: return choose(month().addMonths(1).addDays(-1));
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: return Q_EMIT dayWanted(m_chosen);
    default: Translated::keyPressEvent(event);
    }
}

void MonthView::mousePressEvent(QMouseEvent *event)
{
    if (const int cell = cellAt(event->position().toPoint()); cell >= 0 && event->button() == Qt::LeftButton)
        choose(dayAt(cell));
}

void MonthView::focusInEvent(QFocusEvent *event)
{
    Translated::focusInEvent(event);
    update();
    tellChosen();
}

} // namespace jjak::desktop
