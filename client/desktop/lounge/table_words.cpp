// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/lounge/table_words.h"

#include <QCoreApplication>
#include <QLocale>

#include "client/desktop/dates/event_words.h"
#include "client/desktop/kit/message_text.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using client::TableNews;
using protocol::Standing;
using protocol::Table;
using protocol::TablePhase;

namespace {

//! The only context of these sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(jjak::desktop::TableWords)
};

QString topicOf(const Table &table)
{
    return displayText(table.topic).simplified();
}

bool isFull(const Table &table)
{
    return table.guests.size() >= table.seats;
}

QString offeredText(const Table &table, Time now)
{
    if (!table.until)
        return Words::tr("A seat is kept for you.");
    return Words::tr("A seat is kept for you until %1: %2 left.").arg(QLocale().toString(localTime(*table.until).time(), QLocale::ShortFormat), waitText(*table.until - now));
}

} // namespace

QString tableWhenText(const Table &table, Time now)
{
    if (table.phase == TablePhase::Ended)
        return Words::tr("Ended", "a table");
    if (table.phase == TablePhase::Open)
        return Words::tr("Open now", "a table");
    const QString here = momentText(table.at, now), there = plannedText(table.at, table.zone);
    return there.isEmpty() ? here : Words::tr("%1 your time (%2)", "a moment · the same for the host").arg(here, there);
}

QString guestText(const protocol::TableGuest &guest)
{
    const QString name = displayText(guest.name).simplified();
    return guest.demo ? Words::tr("%1 (demo)", "a name").arg(name) : name;
}

QString seatsText(const Table &table, bool names)
{
    const QString count = Words::tr("%1 of %2 seats taken").arg(table.guests.size()).arg(table.seats);
    if (!names || table.guests.isEmpty())
        return count;
    QStringList who;
    for (const protocol::TableGuest &guest : table.guests)
        who.append(guestText(guest));
    return Words::tr("%1: %2", "how many seats are taken, by whom").arg(count, who.join(u", "_s));
}

QString tableDetailText(const Table &table)
{
    QStringList parts{languagesText({table.language})};
    if (table.phase == TablePhase::Ended)
        return parts.first();
    parts.append(seatsText(table, false));
    if (table.line > 0)
        parts.append(Words::tr("%n in line", nullptr, table.line));
    if (table.approval)
        parts.append(Words::tr("the host decides who comes"));
    return parts.join(u" · "_s);
}

QString standingText(const Table &table, Time now)
{
    const bool open = table.phase == TablePhase::Open;
    if (table.phase == TablePhase::Ended)
        return table.room ? Words::tr("What was said there can be read for a day.") : QString();
    switch (table.mine) {
    case Standing::Host: return open ? Words::tr("Your table. Its room is open.") : Words::tr("Your table. Its room opens by itself.");
    case Standing::Seated: return open ? Words::tr("You have a seat. The room is open.") : Words::tr("You have a seat. The room opens by itself.");
    case Standing::Offered: return offeredText(table, now);
    case Standing::Waiting: return Words::tr("You are number %1 in line. You are told when a seat is free.").arg(table.place);
    case Standing::Asked: return Words::tr("You have asked for a seat. You are told when the host says yes.");
    case Standing::None: return isFull(table) && !table.approval ? Words::tr("All seats are taken. Who waits in line gets the next one.") : QString();
    }
    return {};
}

QString keepingText(const Table &table)
{
    if (table.phase != TablePhase::Open)
        return {};
    return table.kept ? Words::tr("All want to keep it: it does not end by itself.")
                      : Words::tr("It ends a day after the last message, unless all want to keep it: of %1 do %2.").arg(table.guests.size()).arg(table.keeping);
}

QString accessibleText(const Table &table, Time now)
{
    QStringList parts{Words::tr("Table: %1").arg(topicOf(table)), tableWhenText(table, now)};
    if (!table.guests.isEmpty())
        parts.append(seatsText(table, true));
    parts.append(tableDetailText(table));
    if (const QString mine = standingText(table, now); !mine.isEmpty())
        parts.append(mine);
    return parts.join(u", "_s);
}

QString tableNewsText(const Table &table, const TableNews &news, Time now)
{
    const QString topic = topicOf(table);
    switch (news.kind) {
    case TableNews::Kind::Offered: return Words::tr("“%1”: %2", "the topic of a table, what is new there").arg(topic, offeredText(table, now));
    case TableNews::Kind::Admitted: return Words::tr("The host said yes: you have a seat at the table “%1”.").arg(topic);
    case TableNews::Kind::Asked: return Words::tr("%1 asks to come to your table “%2”.").arg(displayText(news.name).simplified(), topic);
    case TableNews::Kind::Opened: return Words::tr("The table “%1” is open.").arg(topic);
    case TableNews::Kind::Ended: return Words::tr("The table “%1” has ended.").arg(topic);
    }
    return {};
}

QList<TableAct> actsFor(const Table &table)
{
    using enum TableAct;
    const bool open = table.phase == TablePhase::Open && table.room, sits = table.mine == Standing::Seated || table.mine == Standing::Host;
    QList<TableAct> acts;
    if (table.phase == TablePhase::Ended) {
        if (table.room)
            acts.append(Room);
        if (table.room && table.mine == Standing::Seated)
            acts.append(Thank);
        return acts;
    }
    if (table.mine == Standing::None)
        return {table.approval ? Ask : isFull(table) ? Line : Join};
    if (table.mine == Standing::Offered)
        acts.append(Take);
    if (sits && open)
        acts += {Room, Keep};
    if (table.mine == Standing::Host)
        return acts + QList<TableAct>{Rename, Close};
    if (sits && open)
        acts.append(Thank);
    acts.append(Leave);
    return acts;
}

QString actText(TableAct act, const Table &table)
{
    switch (act) {
    case TableAct::Join: return Words::tr("Join");
    case TableAct::Ask: return Words::tr("Ask to join");
    case TableAct::Line: return Words::tr("Wait in line");
    case TableAct::Take: return Words::tr("Take the seat");
    case TableAct::Room: return table.phase == TablePhase::Ended ? Words::tr("Read the room") : Words::tr("Open the room");
    case TableAct::Keep: {
        const QString words = table.keep ? Words::tr("No longer keep it (%1 of %2)", "how many want to keep a table") : Words::tr("Keep it (%1 of %2)", "how many want to keep a table");
        return words.arg(table.keeping).arg(table.guests.size());
    }
    case TableAct::Thank: return table.thanked ? Words::tr("Take the thanks back") : Words::tr("Thank the host");
    case TableAct::Rename: return Words::tr("Rename …");
    case TableAct::Close: return Words::tr("Close …");
    case TableAct::Leave: break;
    }
    switch (table.mine) {
    case Standing::Asked: return Words::tr("Do not ask any more");
    case Standing::Waiting: return Words::tr("Leave the line");
    case Standing::Offered: return Words::tr("Give it up");
    default: return Words::tr("Leave …");
    }
}

} // namespace jjak::desktop
