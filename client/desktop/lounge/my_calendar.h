// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/occasion.h"
#include "client/desktop/context.h"
#include "client/desktop/lounge/month_view.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace jjak::desktop {

//! A month of one's tables and of the events, and beside it what is on the chosen day.
class MyCalendar final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit MyCalendar(Context &context, QWidget *parent = nullptr);

    //! In any order; of this computer's time zone here.
    void setOccasions(const QList<client::Occasion> &occasions);
    //! Time has gone on.
    void tick();

    MonthView *month() const { return m_month; }
    QToolButton *nextButton() const { return m_next; }
    QToolButton *previousButton() const { return m_previous; }
    QPushButton *todayButton() const { return m_today; }
    //! What is on the chosen day, as it stands there.
    QList<QPushButton *> entries() const;
    //! What is said when there is nothing; else empty.
    QString nothing() const;

Q_SIGNALS:
    void occasionWanted(const jjak::client::Occasion &occasion);

protected:
    void retranslate() override;

private:
    class Legend;
    QWidget *makeMonth();
    QWidget *makeDay();
    void refreshMonth();
    void refreshDay();
    void turn(int months);

    Context &m_context;
    QList<client::Occasion> m_occasions;
    MonthView *m_month;
    QLabel *m_title, *m_day, *m_nothing;
    QToolButton *m_previous, *m_next;
    QPushButton *m_today;
    Legend *m_legend = nullptr;
    QVBoxLayout *m_entries = nullptr;
};

} // namespace jjak::desktop
