// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/table_lines.h"

#include <QLocale>

#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using protocol::Standing;
using protocol::Table;
using protocol::TableGuest;
using protocol::TablePhase;

namespace {

const QString between = u" · "_s;

QString languageName(const QString &code)
{
    const QLocale locale(code);
    if (locale.language() == QLocale::English)
        return u"English"_s;
    return locale.language() == QLocale::C ? cleanLine(code) : locale.nativeLanguageName();
}

QString guestName(const TableGuest &guest)
{
    return guest.demo ? translate("term", "%1 (demo person)").arg(cleanLine(guest.name)) : cleanLine(guest.name);
}

QString when(const Table &table)
{
    if (table.phase == TablePhase::Ended)
        return translate("term", "ended · %1", "a table").arg(moment(table.at));
    return table.phase == TablePhase::Open ? translate("term", "open now", "a table") : moment(table.at);
}

QString standingWord(const Table &table)
{
    switch (table.mine) {
    case Standing::Host:
        return translate("term", "yours", "a table");
    case Standing::Seated:
        return translate("term", "you have a seat");
    case Standing::Offered:
        return translate("term", "a seat is kept for you");
    case Standing::Waiting:
        return translate("term", "you are number %1 in line").arg(table.place);
    case Standing::Asked:
        return translate("term", "you have asked to come");
    case Standing::None:
        break;
    }
    return {};
}

//! `guests` are gone with the end.
QStringList about(const Table &table)
{
    QStringList parts;
    if (!table.guests.isEmpty())
        parts += guestName(table.guests.first());
    parts << when(table) << languageName(table.language);
    if (table.phase == TablePhase::Ended)
        return parts;
    parts += translate("term", "%1 of %2 seats taken").arg(table.guests.size()).arg(table.seats);
    if (table.line > 0)
        parts += translate("term", "%n in line", nullptr, table.line);
    if (table.approval)
        parts += translate("term", "the host decides who comes");
    return parts;
}

QString untilText(const Table &table)
{
    return table.until ? QDateTime::fromMSecsSinceEpoch(toMs(*table.until)).toString(u"HH:mm:ss"_s) : QString();
}

QStringList people(const Table &table)
{
    QStringList lines;
    for (const TableGuest &guest : table.guests)
        lines += u"    "_s + (lines.isEmpty() ? translate("term", "%1, the host").arg(guestName(guest)) : guestName(guest));
    if (!table.asking.isEmpty())
        lines += translate("term", "Who asks to come:");
    for (const TableGuest &guest : table.asking)
        lines += u"    "_s + guestName(guest);
    return lines;
}

QString keepSentence(const Table &table)
{
    return table.kept ? translate("term", "It is kept: it does not end by itself.")
                      : translate("term", "It ends a day after the last message, unless all want to keep it; of %1 do %2.").arg(table.guests.size()).arg(table.keeping);
}

//! For who sits, or sat, at somebody else's table; empty for others.
QString thanksSentence(int number, const Table &table)
{
    if (table.thanked)
        return translate("term", "You have thanked the host.");
    return table.mine == Standing::Seated && table.room ? translate("term", "/table thank %1 thanks the host.").arg(number) : QString();
}

//! What can be done next, for those who have nothing to do with it yet.
QString comingSentence(int number, const Table &table)
{
    if (table.approval)
        return translate("term", "/table join %1 asks the host for a seat.").arg(number);
    return table.guests.size() < table.seats ? translate("term", "/table join %1 takes a seat.").arg(number) : translate("term", "/table join %1 line waits for a seat.").arg(number);
}

} // namespace

QStringList tableLines(int number, const Table &table)
{
    QStringList parts = about(table);
    if (table.mine != Standing::None && table.phase != TablePhase::Ended)
        parts += standingWord(table);
    return {u"%1. "_s.arg(number, 2) + cleanLine(table.topic), u"    "_s + parts.join(between)};
}

QString standingSentence(int number, const Table &table)
{
    const bool open = table.phase == TablePhase::Open;
    if (table.phase == TablePhase::Ended)
        return table.room ? translate("term", "The table has ended. What was said there can be read for a day: /rooms.") : translate("term", "The table has ended.");
    switch (table.mine) {
    case Standing::Host:
        return open ? translate("term", "It is your table. Its room is open: /rooms lists it.") : translate("term", "It is your table. Its room opens by itself.");
    case Standing::Seated:
        return open ? translate("term", "You have a seat. The room is open: /rooms lists it.") : translate("term", "You have a seat. The room opens by itself.");
    case Standing::Offered:
        return translate("term", "A seat is kept for you until %1: /table take %2").arg(untilText(table)).arg(number);
    case Standing::Waiting:
        return translate("term", "You are number %1 in line. You are told when a seat is free.").arg(table.place);
    case Standing::Asked:
        return translate("term", "You have asked for a seat. You are told when the host says yes; a no is told to nobody.");
    case Standing::None:
        break;
    }
    return translate("term", "You have no seat there.");
}

QStringList postTableLines(const Table &table)
{
    const QString topic = cleanLine(table.topic);
    return {translate("term", "Coffee table: %1").arg(topic), u"    "_s + about(table).join(between), translate("term", "/table find %1 lists it, to take a seat.").arg(topic)};
}

QStringList openTableLines(int number, const Table &table)
{
    QStringList lines{about(table).join(between), QString()};
    lines += people(table);
    if (!table.guests.isEmpty())
        lines += QString();
    if (table.phase == TablePhase::Open)
        lines += keepSentence(table);
    lines += standingSentence(number, table);
    if (const QString thanks = thanksSentence(number, table); !thanks.isEmpty())
        lines += thanks;
    if (!table.asking.isEmpty())
        lines += translate("term", "/table admit %1 NAME gives a seat, /table refuse %1 NAME does not.").arg(number);
    if (table.mine == Standing::None && table.phase != TablePhase::Ended)
        lines += comingSentence(number, table);
    return lines;
}

QString newsSentence(int number, const Table &table, const TableNews &news)
{
    const QString topic = cleanLine(table.topic);
    switch (news.kind) {
    case TableNews::Kind::Offered:
        return translate("term", "A seat at the table “%1” is kept for you until %2: /table take %3").arg(topic, untilText(table), QString::number(number));
    case TableNews::Kind::Admitted:
        return translate("term", "The host said yes: you have a seat at the table “%1”.").arg(topic);
    case TableNews::Kind::Asked:
        return translate("term", "%1 asks to come to your table “%2”: /table admit %3 %1").arg(cleanLine(news.name), topic, QString::number(number));
    case TableNews::Kind::Opened:
        return translate("term", "The table “%1” is open: /rooms lists its room.").arg(topic);
    case TableNews::Kind::Ended:
        break;
    }
    return translate("term", "The table “%1” has ended.").arg(topic);
}

QStringList tableHelp()
{
    const auto row = [](const char *typed, const char *help) { return translate("term", typed) + u'\t' + translate("term", help); };
    return {
        row(QT_TRANSLATE_NOOP("term", "/table"), QT_TRANSLATE_NOOP("term", "Tables that are open or coming, the next first.")),
        row(QT_TRANSLATE_NOOP("term", "/table mine|past"), QT_TRANSLATE_NOOP("term", "Those you have to do with; those of them that have ended.")),
        row(QT_TRANSLATE_NOOP("term", "/table find TEXT"), QT_TRANSLATE_NOOP("term", "Those with that in their topic, or as a tag of their post.")),
        row(QT_TRANSLATE_NOOP("term", "/table more"), QT_TRANSLATE_NOOP("term", "The next ones of the last list.")),
        row(QT_TRANSLATE_NOOP("term", "/table N"), QT_TRANSLATE_NOOP("term", "Who sits at table number N, and what you can do.")),
        row(QT_TRANSLATE_NOOP("term", "/table open | TOPIC"), QT_TRANSLATE_NOOP("term", "Offer a table with your post that is open; “/table open N | TOPIC” with post number N.")),
        row(QT_TRANSLATE_NOOP("term", "/table open 2026-12-24 19:30 | TOPIC | seats 3 | approval"), QT_TRANSLATE_NOOP("term", "The same for later, for three people, and you decide who comes.")),
        row(QT_TRANSLATE_NOOP("term", "/table join N"), QT_TRANSLATE_NOOP("term", "Take a seat; with “line” behind it wait for one.")),
        row(QT_TRANSLATE_NOOP("term", "/table take N"), QT_TRANSLATE_NOOP("term", "Take the seat that is kept for you.")),
        row(QT_TRANSLATE_NOOP("term", "/table leave N"), QT_TRANSLATE_NOOP("term", "Give back your seat, or your place in line; a host closes the table.")),
        row(QT_TRANSLATE_NOOP("term", "/table keep N"), QT_TRANSLATE_NOOP("term", "Want it to stay; once all do, it does not end by itself. Once more takes it back.")),
        row(QT_TRANSLATE_NOOP("term", "/table thank N"), QT_TRANSLATE_NOOP("term", "Thank the host, until a day after the end. Once more takes it back.")),
        row(QT_TRANSLATE_NOOP("term", "/table remind N"), QT_TRANSLATE_NOOP("term", "Be reminded 10 minutes and 1 minute before; once more takes it back.")),
        row(QT_TRANSLATE_NOOP("term", "/table ics N FILE"), QT_TRANSLATE_NOOP("term", "Save the date for your calendar; without a name it gets one.")),
        row(QT_TRANSLATE_NOOP("term", "/table admit|refuse N NAME"), QT_TRANSLATE_NOOP("term", "Host: say yes or no to who asks to come.")),
        row(QT_TRANSLATE_NOOP("term", "/table remove N NAME"), QT_TRANSLATE_NOOP("term", "Host: take somebody's seat, for good.")),
        row(QT_TRANSLATE_NOOP("term", "/table rename N TOPIC"), QT_TRANSLATE_NOOP("term", "Host: another topic.")),
        row(QT_TRANSLATE_NOOP("term", "/table close N"), QT_TRANSLATE_NOOP("term", "Host: end it.")),
    };
}

} // namespace jjak::terminal
