// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/month_lines.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>

#include "client/terminal/app/when.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/text/width.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;
using client::Occasion;

namespace {

constexpr int week = 7, cell = 8; // columns of the screen

QDateTime localTime(const Occasion &occasion)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(occasion.from));
}

//! "[ 4]*o": in brackets today, a star for tables, a ring for blind dates.
QString dayCell(const QDate &day, const QDate &today, const QList<Occasion> &occasions)
{
    const auto has = [&](bool table) { return std::ranges::any_of(occasions, [&](const Occasion &one) { return one.isTable() == table && localTime(one).date() == day; }); };
    QString out = day == today ? u"[%1]"_s.arg(day.day(), 2) : u" %1 "_s.arg(day.day(), 2);
    if (has(true))
        out += u'*';
    if (has(false))
        out += u'o';
    return padded(out, cell);
}

QString trimmedEnd(QString line)
{
    while (line.endsWith(u' '))
        line.chop(1);
    return line;
}

QString entryLine(const Occasion &occasion)
{
    const QDateTime at = localTime(occasion);
    const QString heading = cleanLine(occasion.heading);
    const QString words = occasion.isTable() ? translate("term", "Table: %1", "its topic").arg(heading) : translate("term", "Blind date: %1", "its title").arg(heading);
    const QString day = QLocale().toString(at.date(), translate("term", "ddd d MMM", "short format of a day with its name"));
    return u"%1 %2\t%3"_s.arg(day, clockTime(at), words);
}

} // namespace

QString monthTitle(const QDate &month)
{
    return QLocale().toString(month, translate("term", "MMMM yyyy", "format of a month"));
}

QStringList monthLines(const QDate &month, const QDate &today, const QList<Occasion> &occasions)
{
    const QDate first(month.year(), month.month(), 1);
    const int before = (first.dayOfWeek() - int(QLocale().firstDayOfWeek()) + week) % week;
    QString line;
    for (int i = 0; i < week; ++i)
        line += padded(u' ' + QLocale().dayName(first.addDays(i - before).dayOfWeek(), QLocale::ShortFormat), cell);
    QStringList lines{trimmedEnd(line)};
    line = QString(before * cell, u' ');
    for (QDate day = first; day.month() == first.month(); day = day.addDays(1)) {
        line += dayCell(day, today, occasions);
        if ((before + day.day()) % week == 0 || day.day() == first.daysInMonth())
            lines += trimmedEnd(std::exchange(line, QString()));
    }
    lines += {QString(), translate("term", "* your tables   o blind dates   [ ] today"), QString()};
    QList<Occasion> here = occasions;
    here.removeIf([&first](const Occasion &one) { return localTime(one).date().addDays(1 - localTime(one).date().day()) != first; });
    std::ranges::stable_sort(here, {}, &Occasion::from);
    for (const Occasion &occasion : std::as_const(here))
        lines += entryLine(occasion);
    if (here.isEmpty())
        lines += translate("term", "Nothing in this month. /table lists tables to join, /date tells of blind dates.");
    return lines;
}

} // namespace jjak::terminal
