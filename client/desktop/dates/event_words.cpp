// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/event_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include "client/desktop/dates/phase_bar.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

constexpr qint64 minute = 60000;

QString dayName(const QDate &day, const QDate &today)
{
    if (day == today)
        return QCoreApplication::translate("jjak::desktop::EventWords", "Today");
    if (day == today.addDays(1))
        return QCoreApplication::translate("jjak::desktop::EventWords", "Tomorrow");
    return QLocale().toString(day, QCoreApplication::translate("jjak::desktop::EventWords", "ddd, d MMM", "a day as Qt's format has it: Sat, 28 Nov"));
}

QString hours(const QDateTime &at)
{
    return QLocale().toString(at.time(), QLocale::ShortFormat);
}

} // namespace

QDateTime localTime(Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count());
}

QString momentText(Time time, Time now)
{
    const QDateTime at = localTime(time);
    return QCoreApplication::translate("jjak::desktop::EventWords", "%1, %2", "a day, then a time of day").arg(dayName(at.date(), localTime(now).date()), hours(at));
}

QString windowText(const protocol::EventInfo &event, Time now)
{
    const QDateTime from = localTime(event.from), until = localTime(event.until);
    const QString end = from.date() == until.date() ? hours(until) : momentText(event.until, now);
    return QCoreApplication::translate("jjak::desktop::EventWords", "%1 – %2", "when it begins – when it ends").arg(momentText(event.from, now), end);
}

QString plannedText(const protocol::EventInfo &event)
{
    return plannedText(event.from, event.zone);
}

QString plannedText(Time at, const QString &zone)
{
    const QTimeZone there(zone.toLatin1());
    const QDateTime here = localTime(at);
    if (!there.isValid() || there.offsetFromUtc(here) == here.offsetFromUtc())
        return {};
    return QCoreApplication::translate("jjak::desktop::EventWords", "%1 in %2", "a time of day, then a time zone").arg(hours(here.toTimeZone(there)), zone);
}

QString languagesText(const QList<QString> &languages)
{
    QStringList names;
    for (const QString &code : languages) {
        const QLocale locale(code);
        names.append(locale.language() == QLocale::English ? u"English"_s : locale.language() == QLocale::C ? code : locale.nativeLanguageName());
    }
    return names.join(u", "_s);
}

QString waitText(Duration left)
{
    const qint64 minutes = std::max<qint64>(0, left.count()) / minute;
    if (minutes < 60)
        return clockText(left);
    if (minutes < 24 * 60)
        return QCoreApplication::translate("jjak::desktop::EventWords", "%1 h %2 min").arg(minutes / 60).arg(minutes % 60);
    const int days = int(minutes / 1440); // not within the call: a division there sends lupdate of Qt 6.4 into an endless loop
    return QCoreApplication::translate("jjak::desktop::EventWords", "%n day(s) %1 h", nullptr, days).arg(minutes / 60 % 24);
}

} // namespace jjak::desktop
