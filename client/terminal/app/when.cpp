// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/app/when.h"

#include <QLocale>

#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

Time localNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

QString clockTime(const QDateTime &at)
{
    return at.toString(u"HH:mm"_s);
}

QString dayName(const QDate &day, const QDate &today)
{
    if (day == today)
        return translate("term", "today");
    if (day == today.addDays(-1))
        return translate("term", "yesterday");
    const bool thisYear = day.year() == today.year();
    return QLocale().toString(day, thisYear ? translate("term", "d MMMM", "format of a day in this year") : translate("term", "d MMMM yyyy", "format of a day in another year"));
}

QString shortMoment(const QDateTime &at, const QDate &today)
{
    if (!at.isValid())
        return {};
    if (at.date() == today)
        return clockTime(at);
    return QLocale().toString(at.date(), translate("term", "d MMM", "short format of a day"));
}

QString moment(Time at)
{
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(toMs(at));
    return dayName(local.date(), QDate::currentDate()) + u' ' + clockTime(local);
}

QString lasting(Duration time)
{
    const qint64 seconds = std::max<qint64>(0, time.count() / 1000);
    const QString tail = u"%1:%2"_s.arg(seconds / 60 % 60, seconds >= 3600 ? 2 : 1, 10, QChar(u'0')).arg(seconds % 60, 2, 10, QChar(u'0'));
    return seconds >= 3600 ? u"%1:%2"_s.arg(seconds / 3600).arg(tail) : tail;
}

QString sentenceOf(const QString &label)
{
    return label.isEmpty() ? label : label.left(1).toUpper() + label.mid(1) + u'.';
}

} // namespace jjak::terminal
