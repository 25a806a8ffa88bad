// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/date_values.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace jjak::desktop {

class ConversationView;
class PairCard;
class PhaseBar;
class Safety;
class SeatBoard;
class StageView;

//! The date: who sits there, where the evening stands, the topic, the talk; and the stage for the moments without talk.
class DateRoomView final : public Translated<QWidget> {
    Q_OBJECT

public:
    DateRoomView(Context &context, Safety &safety, QWidget *parent = nullptr);

    //! The date that is shown, or none: then the conversation is let go of.
    void setDate(const std::optional<protocol::Date> &date);
    void setNarrow(bool narrow);
    void focusFirst();

    StageView *stage() const { return m_stage; }
    ConversationView *conversation() const { return m_conversation; }
    SeatBoard *board() const { return m_board; }
    PhaseBar *phaseBar() const { return m_phases; }
    QPushButton *leaveButton() const { return m_leave; }
    QString topic() const;
    bool showsStage() const;

Q_SIGNALS:
    void leaveWanted();
    //! The date is over and has been looked at enough.
    void doneWanted();
    void said(const QString &sentence);
    void roomWanted(jjak::RoomId room); //!< a room of two

protected:
    void retranslate() override;

private:
    QWidget *makeHeader();
    QWidget *makeTopic();
    QWidget *makeEnd();
    QWidget *makeTalk(Safety &safety);
    void refresh();
    void refreshTopic();
    void refreshEnd();
    void showMenu(Safety &safety, int seat, const QPoint &at);

    Context &m_context;
    std::optional<protocol::Date> m_date;
    bool m_narrow = false;
    QLabel *m_title = nullptr;
    PhaseBar *m_phases = nullptr;
    QPushButton *m_people = nullptr;
    QPushButton *m_leave = nullptr;
    QStackedWidget *m_parts;
    StageView *m_stage;
    QWidget *m_topic = nullptr;
    QLabel *m_topicIcon = nullptr;
    QLabel *m_topicText = nullptr;
    QWidget *m_end = nullptr;
    QWidget *m_endArea = nullptr;
    QLabel *m_endHeading = nullptr;
    QLabel *m_endText = nullptr;
    QPushButton *m_again = nullptr;
    PairCard *m_pair = nullptr;
    SeatBoard *m_board = nullptr;
    ConversationView *m_conversation = nullptr;
};

} // namespace jjak::desktop
