// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QHash>
#include <QWidget>

#include "client/desktop/translated.h"

namespace jjak::desktop {

class Theme;

//! What a day holds.
struct DayMarks {
    int tables = 0;
    int events = 0;
    bool operator==(const DayMarks &) const = default;
};

//! A month as a grid of six weeks, in which one day is chosen. Arrows move by days and weeks, Home and End to the ends of the
//! month, Page Up and Page Down by months, Enter asks for the day. It knows numbers only, not what they count.
class MonthView final : public Translated<QWidget> {
    Q_OBJECT

public:
    static constexpr int columns = 7, cells = 42;

    explicit MonthView(const Theme &theme, QWidget *parent = nullptr);

    //! The first of the month that is shown: that of the chosen day.
    QDate month() const { return {m_chosen.year(), m_chosen.month(), 1}; }
    QDate chosen() const { return m_chosen; }
    void choose(const QDate &day);
    void setToday(const QDate &today);
    void setMarks(const QHash<QDate, DayMarks> &marks);

    //! The days that stand on the grid, 0 to cells - 1.
    QDate dayAt(int cell) const;
    int cellOf(const QDate &day) const;
    QRect rectOf(int cell) const;
    //! -1: beside the grid.
    int cellAt(const QPoint &position) const;
    //! "Friday 4 December: 1 table, 1 event", with "today" where it is.
    QString dayText(const QDate &day) const;
    //! "December 2026".
    QString monthText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChosen(const QDate &day);
    //! By Enter or Space.
    void dayWanted(const QDate &day);

protected:
    void retranslate() override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int headHeight() const;
    void paintHead(QPainter &painter) const;
    void paintDay(QPainter &painter, int cell) const;
    void paintMarks(QPainter &painter, const QRectF &cell, const DayMarks &marks) const;
    void tellChosen();

    const Theme &m_theme;
    QDate m_chosen, m_today;
    QHash<QDate, DayMarks> m_marks;
};

//! Draws the mark of a table, or of an event, around a point; also for the legend.
void paintTableMark(QPainter &painter, const QPointF &centre, const Theme &theme);
void paintEventMark(QPainter &painter, const QPointF &centre, const Theme &theme);

} // namespace jjak::desktop
