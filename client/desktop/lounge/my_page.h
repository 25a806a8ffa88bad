// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>

#include "client/core/lounge/my_tables.h"
#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QLabel;
class QPushButton;

namespace jjak::desktop {

class MyCalendar;
class MyProfileCard;
class MyTableList;
class TableActions;

//! What is one's own in the lounge: the profile and who sees what of it, one's tables, a calendar, and the ways to what one
//! has written and what one likes. It asks for the tables when somebody looks, and follows what is told of them.
class MyPage final : public Translated<QWidget> {
    Q_OBJECT

public:
    //! The actions have to outlive it: they have the tables.
    MyPage(Context &context, TableActions &actions, QWidget *parent = nullptr);

    void focusFirst();

    MyProfileCard *profile() const { return m_profile; }
    MyTableList *coming() const { return m_coming; }
    MyTableList *waiting() const { return m_waiting; }
    MyTableList *past() const { return m_past; }
    MyCalendar *calendar() const { return m_calendar; }
    QPushButton *moreButton() const { return m_more; }
    QPushButton *retryButton() const { return m_retry; }
    //! Why the tables are not here, or that they are on their way; else empty.
    QString note() const;

Q_SIGNALS:
    void profileWanted();
    void feedWanted(jjak::protocol::Feed feed);
    void eventsWanted();

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTables();
    void connectParts();
    void refresh();
    void refreshCalendar();
    void tick();
    void open(const client::Occasion &occasion);

    Context &m_context;
    TableActions &m_actions;
    client::MyTables &m_tables;
    MyProfileCard *m_profile;
    QLabel *m_heading, *m_note;
    MyTableList *m_coming, *m_waiting, *m_past;
    QPushButton *m_more, *m_retry;
    MyCalendar *m_calendar;
    QTimer m_clock;
};

} // namespace jjak::desktop
