// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/table_values.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace jjak::desktop {

class BoardRow;
class TableActions;
class TableCalendarButtons;

//! One's own table as a line: what it is about, when, what one is there; with the ways to its post and to its room, the
//! reminder and the calendar.
class MyTableRow final : public Translated<QWidget> {
    Q_OBJECT

public:
    MyTableRow(Context &context, TableActions &actions, const protocol::Table &table, QWidget *parent = nullptr);

    const protocol::Table &table() const { return m_table; }
    void setTable(const protocol::Table &table);
    //! Time has gone on.
    void tick();

    //! To its post.
    BoardRow *openButton() const { return m_open; }
    //! There as long as there is a room for oneself.
    QPushButton *roomButton() const { return m_room; }
    TableCalendarButtons *dates() const { return m_dates; }
    //! Both lines.
    QString text() const;

protected:
    void retranslate() override;

private:
    Context &m_context;
    protocol::Table m_table;
    BoardRow *m_open;
    QLabel *m_detail;
    QPushButton *m_room;
    TableCalendarButtons *m_dates;
};

//! Tables of one kind under a heading, or what is said when there is none. Rows that stay keep the keyboard.
class MyTableList final : public QWidget {
    Q_OBJECT

public:
    MyTableList(Context &context, TableActions &actions, QWidget *parent = nullptr);

    void setTexts(const QString &heading, const QString &nothing);
    void setTables(const QList<protocol::Table> &tables);
    void tick();
    const QList<MyTableRow *> &rows() const { return m_rows; }
    //! What is said instead of rows; empty when there are some.
    QString nothing() const;

private:
    MyTableRow *rowOf(const protocol::Table &table);

    Context &m_context;
    TableActions &m_actions;
    QLabel *m_heading, *m_nothing;
    QVBoxLayout *m_column;
    QList<MyTableRow *> m_rows;
};

} // namespace jjak::desktop
