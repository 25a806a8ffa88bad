// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/table_values.h"

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace jjak::desktop {

class BoardRow;

//! One's own table as a line: what it is about, when, what one is there; with the way to it, the reminder and the calendar.
class MyTableRow final : public Translated<QWidget> {
    Q_OBJECT

public:
    MyTableRow(Context &context, const protocol::Table &table, QWidget *parent = nullptr);

    const protocol::Table &table() const { return m_table; }
    void setTable(const protocol::Table &table);
    //! Time has gone on, or a reminder was set elsewhere.
    void tick();

    BoardRow *openButton() const { return m_open; }
    QToolButton *remindButton() const { return m_remind; }
    QToolButton *calendarButton() const { return m_calendar; }
    //! Both lines.
    QString text() const;

Q_SIGNALS:
    void openWanted(const jjak::protocol::Table &table);
    void calendarWanted(const jjak::protocol::Table &table);

protected:
    void retranslate() override { tick(); }

private:
    Context &m_context;
    protocol::Table m_table;
    BoardRow *m_open;
    QLabel *m_detail;
    QToolButton *m_remind, *m_calendar;
};

//! Tables of one kind under a heading, or what is said when there is none. Rows that stay keep the keyboard.
class MyTableList final : public QWidget {
    Q_OBJECT

public:
    explicit MyTableList(Context &context, QWidget *parent = nullptr);

    void setTexts(const QString &heading, const QString &nothing);
    void setTables(const QList<protocol::Table> &tables);
    void tick();
    const QList<MyTableRow *> &rows() const { return m_rows; }
    //! What is said instead of rows; empty when there are some.
    QString nothing() const;

Q_SIGNALS:
    void openWanted(const jjak::protocol::Table &table);
    void calendarWanted(const jjak::protocol::Table &table);

private:
    MyTableRow *rowOf(const protocol::Table &table);

    Context &m_context;
    QLabel *m_heading, *m_nothing;
    QVBoxLayout *m_column;
    QList<MyTableRow *> m_rows;
};

} // namespace jjak::desktop
