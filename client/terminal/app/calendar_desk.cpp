// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/calendar_desk.h"

#include <QDateTime>

#include "client/core/sentences.h"
#include "client/terminal/app/month_lines.h"
#include "client/terminal/command/command.h"

namespace jjak::terminal {

using client::MyTables;

CalendarDesk::CalendarDesk(client::Session &session, client::MyTables &tables, QObject *parent) : QObject(parent), m_session(session), m_tables(tables)
{
    connect(&m_tables, &MyTables::changed, this, &CalendarDesk::changed);
}

QDate CalendarDesk::today() const
{
    return QDateTime::fromMSecsSinceEpoch(toMs(m_session.serverNow())).date();
}

void CalendarDesk::run(const QString &month)
{
    m_wanted = monthFrom(month, today()).value_or(QDate());
    m_tables.refresh();
}

void CalendarDesk::changed()
{
    if (!m_wanted.isValid() || m_tables.state() == MyTables::State::Loading)
        return;
    const QDate month = std::exchange(m_wanted, QDate());
    if (m_tables.state() == MyTables::State::Failed)
        return Q_EMIT said(client::sentence(m_tables.error(), m_session.serverNow()), true);
    QList<client::Occasion> occasions;
    for (const protocol::EventInfo &event : m_session.events())
        occasions.append(client::occasionOf(event));
    const QList<protocol::Table> tables = m_tables.all();
    for (const protocol::Table &table : tables)
        occasions.append(client::occasionOf(table));
    Q_EMIT listed(monthTitle(month), monthLines(month, today(), occasions));
}

} // namespace jjak::terminal
