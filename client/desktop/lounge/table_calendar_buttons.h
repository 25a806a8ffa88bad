// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"
#include "common/protocol/table_values.h"

class QToolButton;

namespace jjak::desktop {

class TableActions;

//! For a coming table one has to do with: the wish to be reminded of it, if one sits there, and its calendar entry. Nothing
//! for other tables.
class TableCalendarButtons final : public Translated<QWidget> {
    Q_OBJECT

public:
    TableCalendarButtons(Context &context, TableActions &actions, QWidget *parent = nullptr);

    void setTable(const protocol::Table &table);
    QToolButton *remindButton() const { return m_remind; }
    QToolButton *calendarButton() const { return m_calendar; }

protected:
    void retranslate() override;

private:
    Context &m_context;
    protocol::Table m_table;
    QToolButton *m_remind, *m_calendar;
};

} // namespace jjak::desktop
