// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/my_table_list.h"

#include <QApplication>
#include <QVBoxLayout>
#include <algorithm>

#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/message_text.h"
#include "client/desktop/lounge/card_column.h"
#include "client/desktop/lounge/lounge_board.h"
#include "client/desktop/lounge/table_actions.h"
#include "client/desktop/lounge/table_calendar_buttons.h"
#include "client/desktop/makers.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using protocol::Table;

MyTableRow::MyTableRow(Context &context, TableActions &actions, const Table &table, QWidget *parent)
    : Translated(parent), m_context(context), m_table(table), m_open(new BoardRow(context.theme, {}, {}, {}, this)), m_detail(makeLabel(this, Tone::Muted)), m_room(makeButton(this)),
      m_dates(new TableCalendarButtons(context, actions, this))
{
    const Theme &theme = context.theme;
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_open);
    words->addWidget(m_detail);
    m_detail->setContentsMargins(theme.px(10), 0, 0, theme.px(4)); // below the words of the button
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, theme.px(2), 0, theme.px(2));
    layout->setSpacing(theme.px(4));
    layout->addLayout(words, 1);
    layout->addWidget(m_room, 0, Qt::AlignTop);
    layout->addWidget(m_dates, 0, Qt::AlignTop);
    connect(m_open, &BoardRow::clicked, this, [this, &actions] { Q_EMIT actions.postWanted(m_table.post); });
    connect(m_room, &QPushButton::clicked, this, [this, &actions] { actions.act(TableAct::Room, m_table); });
    m_dates->setTable(table);
    retranslate();
}

//! Buttons come and go; the keyboard stays in the line.
void MyTableRow::setTable(const Table &table)
{
    const bool had = isAncestorOf(QApplication::focusWidget());
    m_table = table;
    m_dates->setTable(table);
    retranslate();
    if (had && !isAncestorOf(QApplication::focusWidget()))
        (m_room->isVisible() ? static_cast<QWidget *>(m_room) : m_open)->setFocus();
}

void MyTableRow::retranslate()
{
    const QString topic = displayText(m_table.topic).simplified();
    m_open->setTexts(topic, {}, tr("Table: %1", "its topic").arg(topic));
    m_room->setText(actText(TableAct::Room, m_table));
    m_room->setAccessibleName(tr("%1: %2", "what a button does, the topic of a table").arg(m_room->text(), topic));
    m_room->setVisible(actsFor(m_table).contains(TableAct::Room));
    tick();
}

void MyTableRow::tick()
{
    const Time now = m_context.session.serverNow();
    const QString standing = standingText(m_table, now);
    const bool ended = m_table.phase == protocol::TablePhase::Ended;
    const QString moment = ended ? tr("%1 · ended", "when a table was").arg(momentText(m_table.at, now)) : tableWhenText(m_table, now);
    m_detail->setText(standing.isEmpty() ? moment : tr("%1 · %2", "when a table is, what one has to do with it").arg(moment, standing));
    m_open->setAccessibleDescription(m_detail->text());
}

QString MyTableRow::text() const
{
    return m_open->words() + u'\n' + m_detail->text();
}

MyTableList::MyTableList(Context &context, TableActions &actions, QWidget *parent)
    : QWidget(parent), m_context(context), m_actions(actions), m_heading(makeLabel(this, Tone::Strong)), m_nothing(makeLabel(this, Tone::Muted)), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(context.theme.px(2));
    for (QLabel *label : {m_heading, m_nothing})
        addWords(m_column, label, context.theme);
}

void MyTableList::setTexts(const QString &heading, const QString &nothing)
{
    m_heading->setText(heading);
    m_nothing->setText(nothing);
    setAccessibleName(heading);
}

MyTableRow *MyTableList::rowOf(const Table &table)
{
    const auto known = std::ranges::find_if(m_rows, [&table](const MyTableRow *row) { return row->table().table == table.table; });
    if (known != m_rows.end()) {
        (*known)->setTable(table);
        return *known;
    }
    return new MyTableRow(m_context, m_actions, table, this);
}

void MyTableList::setTables(const QList<Table> &tables)
{
    QList<MyTableRow *> rows;
    for (const Table &table : tables)
        rows.append(rowOf(table));
    for (MyTableRow *before : std::as_const(m_rows))
        if (!rows.contains(before)) {
            before->hide();
            before->deleteLater();
        }
    if (rows != m_rows) {
        for (MyTableRow *row : std::as_const(m_rows))
            m_column->removeWidget(row);
        for (MyTableRow *row : std::as_const(rows))
            m_column->addWidget(row);
        m_rows = rows;
    }
    m_nothing->setVisible(m_rows.isEmpty());
}

void MyTableList::tick()
{
    for (MyTableRow *row : std::as_const(m_rows))
        row->tick();
}

QString MyTableList::nothing() const
{
    return m_rows.isEmpty() ? m_nothing->text() : QString();
}

} // namespace jjak::desktop
