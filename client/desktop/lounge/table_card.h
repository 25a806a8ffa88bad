// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QTimer>

#include "client/desktop/context.h"
#include "client/desktop/kit/card_flow.h"
#include "client/desktop/lounge/table_words.h"
#include "client/desktop/translated.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace jjak::desktop {

class SeatRow;
class TableActions;
class TableCalendarButtons;

//! A coffee table: what it is about, when, who sits there, what one has to do with it oneself, and the buttons that fit. It
//! follows what the server tells of it while one has to do with it.
class TableCard final : public Translated<Card> {
    Q_OBJECT

public:
    TableCard(Context &context, TableActions &actions, QWidget *parent = nullptr);

    void setTable(const protocol::Table &table);
    const protocol::Table &table() const { return m_table; }
    //! Enter, Space and a click on it lead to its post; else there is only the way in its menu, or none beside the post.
    void setLeadsToPost(bool leads);
    void setBesidePost(bool beside);
    //! Time has gone on.
    void tick();

    SeatRow *seats() const { return m_seats; }
    TableCalendarButtons *dates() const { return m_dates; }
    //! nullptr when it is not there now.
    QPushButton *button(TableAct act) const;
    QMenu *menu() const { return m_menu; }
    QString standing() const;
    //! For the host: the buttons beside each who asks, yes and no in turn.
    QList<QPushButton *> answerButtons() const;

protected:
    void retranslate() override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeTop();
    QWidget *makeButtons();
    void refreshButtons();
    void refillMenu();
    void refillAsking();
    void addAsking(const protocol::TableGuest &guest);
    void refreshTimer();

    Context &m_context;
    TableActions &m_actions;
    protocol::Table m_table;
    bool m_besidePost = false;
    QLabel *m_topic, *m_when, *m_detail, *m_standing, *m_keeping;
    SeatRow *m_seats;
    TableCalendarButtons *m_dates;
    QToolButton *m_more;
    QMenu *m_menu;
    QVBoxLayout *m_asking;
    QWidget *m_row = nullptr; //!< with the buttons
    QMap<TableAct, QPushButton *> m_buttons;
    QTimer m_second; //!< while a seat is kept for oneself
};

} // namespace jjak::desktop
