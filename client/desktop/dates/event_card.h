// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

//! One event: when it is here and how long until then, the wish to be reminded, the calendar, and the door.
class EventCard final : public Translated<Card> {
    Q_OBJECT

public:
    EventCard(Context &context, const protocol::EventInfo &event, QWidget *parent = nullptr);

    void setEvent(const protocol::EventInfo &event);
    const protocol::EventInfo &info() const { return m_event; }
    //! Time has gone on.
    void tick();
    //! An answer is on its way: the door cannot be opened twice.
    void setEntering(bool entering);
    QPushButton *enterButton() const { return m_enter; }
    QPushButton *remindButton() const { return m_remind; }
    QPushButton *calendarButton() const { return m_calendar; }

Q_SIGNALS:
    void enterWanted(jjak::EventId event);
    void calendarWanted(jjak::EventId event);

protected:
    void retranslate() override;

private:
    bool isOpen() const;

    Context &m_context;
    protocol::EventInfo m_event;
    bool m_entering = false;
    QLabel *m_title;
    QLabel *m_when;
    QLabel *m_detail;
    QLabel *m_caption;
    QLabel *m_countdown;
    QPushButton *m_enter;
    QPushButton *m_remind;
    QPushButton *m_calendar;
};

} // namespace jjak::desktop
