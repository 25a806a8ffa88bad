// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/dates/timeline.h"

#include <cstdio>

namespace jjak::people {

using namespace Qt::StringLiterals;
using client::Session;
using protocol::Date;
using protocol::DatePhase;

namespace {

QString phaseOf(const Date &date)
{
    const auto name = protocol::EnumNames<DatePhase>::names[size_t(date.phase)];
    const QString phase = QString::fromLatin1(name.data(), qsizetype(name.size()));
    const bool inRound = date.phase == DatePhase::Topic || date.phase == DatePhase::Talk;
    return inRound ? u"%1 %2"_s.arg(phase).arg(date.round) : phase;
}

void print(const QString &line)
{
    std::printf("%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

} // namespace

QString timelineLine(Duration since, const Date &date, const QString &host)
{
    const QString moment = u"%1 s  "_s.arg(double(since.count()) / 1000, 7, 'f', 1);
    return host.isEmpty() ? moment + phaseOf(date) : moment + phaseOf(date).leftJustified(12) + host;
}

void Timeline::add(Guest &guest)
{
    connect(&guest.session(), &Session::blindDateChanged, this, [this, &guest] { look(guest); });
    connect(&guest.session(), &Session::messageArrived, this, [this, &guest](RoomId room, const protocol::Message &message) { heard(guest, room, message); });
}

void Timeline::look(Guest &guest)
{
    const auto &date = guest.session().blindDate().date;
    if (!date && m_teller == &guest && m_date && m_date->phase == DatePhase::Farewell) {
        // Closed and gone within one message.
        m_date->phase = DatePhase::Closed;
        return print(timelineLine(guest.session().serverNow() - m_start, *m_date, {}));
    }
    if (!date || (m_teller && m_teller != &guest && m_date && m_date->phase != DatePhase::Closed))
        return;
    const bool isNew = !m_date || m_date->date != date->date;
    if (isNew && date->phase == DatePhase::Closed)
        return;
    if (isNew) {
        m_teller = &guest;
        m_start = date->since;
    } else if (m_teller != &guest || (m_date->phase == date->phase && m_date->round == date->round)) {
        return;
    }
    m_date = date;
    print(timelineLine(std::max(Duration(0), date->since - m_start), *date, {}));
}

void Timeline::heard(Guest &guest, RoomId room, const protocol::Message &message)
{
    if (m_teller != &guest || !m_date || m_date->room != room || message.kind != protocol::MessageKind::Host)
        return;
    print(timelineLine(std::max(Duration(0), message.at - m_start), *m_date, guest.session().hostText(room, message)));
}

} // namespace jjak::people
