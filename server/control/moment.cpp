// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/control/moment.h"

#include <QDateTime>
#include <QRegularExpression>

namespace jjak::control {

using namespace Qt::StringLiterals;

namespace {

std::optional<Time> later(const QString &text, Time base)
{
    static const QRegularExpression form(u"\\A\\+([0-9]{1,6})([smhd])\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const qint64 number = match.captured(1).toLongLong();
    switch (match.captured(2)[0].unicode()) {
    case u's':
        return base + std::chrono::seconds(number);
    case u'm':
        return base + std::chrono::minutes(number);
    case u'h':
        return base + std::chrono::hours(number);
    default:
        return base + std::chrono::days(number);
    }
}

//! nullopt when the zone's clocks never show it (RFC 5545 leaves that open; a start that moves by itself surprises).
std::optional<Time> inZone(const QDate &day, const QTime &time, const QTimeZone &zone)
{
    const QDateTime local(day, time, zone);
    const QDateTime again = QDateTime::fromMSecsSinceEpoch(local.toMSecsSinceEpoch(), zone);
    if (!local.isValid() || again.date() != day || again.time() != time)
        return std::nullopt;
    return fromMs(local.toMSecsSinceEpoch());
}

std::optional<Time> atHour(const QString &text, const Reference &reference)
{
    const QTime time = QTime::fromString(text, u"H:mm"_s);
    if (!time.isValid())
        return std::nullopt;
    const QDate day = QDateTime::fromMSecsSinceEpoch(toMs(reference.base), reference.zone).date();
    const auto today = inZone(day, time, reference.zone);
    return today && *today > reference.base ? today : inZone(day.addDays(1), time, reference.zone);
}

} // namespace

std::optional<Time> momentFrom(const QString &text, const Reference &reference)
{
    static const QRegularExpression local(u"\\A([0-9]{4}-[0-9]{2}-[0-9]{2})[ T]([0-9]{1,2}:[0-9]{2})\\z"_s);
    static const QRegularExpression offset(u"\\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(\\.[0-9]{3})?(Z|[+-][0-9]{2}:[0-9]{2})\\z"_s);
    if (text == "now"_L1)
        return reference.now;
    if (const auto moment = later(text, reference.base))
        return moment;
    if (const auto match = local.match(text); match.hasMatch())
        return inZone(QDate::fromString(match.captured(1), Qt::ISODate), QTime::fromString(match.captured(2), u"H:mm"_s), reference.zone);
    if (offset.match(text).hasMatch()) {
        const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
        return moment.isValid() ? std::optional(fromMs(moment.toMSecsSinceEpoch())) : std::nullopt;
    }
    return atHour(text, reference);
}

} // namespace jjak::control
