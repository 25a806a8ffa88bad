// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>

#include "client/core/calendar.h"
#include "client/terminal/app/new_file.h"
#include "client/terminal/app/table_desk.h"
#include "client/terminal/text/sanitize.h"

//! The date of a table for calendars, and reminders.
namespace jjak::terminal {

using namespace protocol;

void TableDesk::saveCalendar(const TableOrder &order, const Table &about)
{
    const client::Occasion occasion = client::occasionOf(about);
    const QString path = order.text.isEmpty() ? client::icsFileName(occasion) : pathFrom(order.text);
    if (QFileInfo::exists(path))
        return complain(translate("term", "%1 is there already; choose another name.").arg(cleanLine(path)));
    if (!writeNew(path, client::icsOf(occasion, m_language.code(), m_session.serverNow(), m_session.server().host())))
        return complain(translate("term", "%1 cannot be written.").arg(cleanLine(path)));
    say(translate("term", "Saved as %1.").arg(cleanLine(QFileInfo(path).absoluteFilePath())));
}

//! Once more takes it back.
void TableDesk::remind(const Table &about)
{
    const client::Occasion occasion = client::occasionOf(about);
    const bool on = !m_session.hasReminder(occasion.id);
    if (on && (occasion.closed || occasion.from <= m_session.serverNow()))
        return complain(translate("term", "This table has begun already."));
    if (on && !occasion.attended)
        return complain(translate("term", "You have no seat there."));
    m_session.setReminder(occasion, on);
    say(on ? translate("term", "You will be reminded 10 minutes and 1 minute before “%1”, as long as this program runs.").arg(cleanLine(about.topic)) : translate("term", "You will not be reminded."));
}

} // namespace jjak::terminal
