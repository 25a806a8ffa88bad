// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/date_sentences.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "client/core/sentences.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using protocol::DatePhase;
using std::chrono::seconds;

namespace {

//! Up to the next whole second: what is left is never told too short.
int secondsUp(Duration time)
{
    return int(std::max<qint64>(0, (time.count() + 999) / 1000));
}

QString clockText(int total)
{
    return u"%1:%2"_s.arg(total / 60, 2, 10, QChar(u'0')).arg(total % 60, 2, 10, QChar(u'0'));
}

QString listed(const QStringList &names)
{
    return QLocale().createSeparatedList(names);
}

} // namespace

QString seatName(const QList<protocol::Seat> &seats, int number)
{
    const auto it = std::ranges::find(seats, number, &protocol::Seat::number);
    return it == seats.cend() ? QString() : aliasName(it->alias);
}

QString phaseName(DatePhase phase)
{
    switch (phase) {
    case DatePhase::Welcome:
        return QCoreApplication::translate("jjak", "Welcome");
    case DatePhase::Impression:
        return QCoreApplication::translate("jjak", "First impression");
    case DatePhase::Topic:
        return QCoreApplication::translate("jjak", "Topic");
    case DatePhase::Talk:
        return QCoreApplication::translate("jjak", "Talk");
    case DatePhase::Arrow:
        return QCoreApplication::translate("jjak", "Arrow", "the phase of a blind date in which everybody points one");
    case DatePhase::Reveal:
        return QCoreApplication::translate("jjak", "Reveal", "the phase of a blind date in which arrows are shown");
    case DatePhase::Farewell:
        return QCoreApplication::translate("jjak", "Farewell");
    case DatePhase::Closed:
        return QCoreApplication::translate("jjak", "Over", "a blind date");
    }
    return {};
}

QString phaseName(const protocol::Date &date)
{
    if (date.phase == DatePhase::Topic)
        return QCoreApplication::translate("jjak", "Topic %1 of %2").arg(date.round).arg(date.rounds);
    if (date.phase == DatePhase::Talk)
        return QCoreApplication::translate("jjak", "Talk %1 of %2").arg(date.round).arg(date.rounds);
    return phaseName(date.phase);
}

QString label(protocol::SeatState state)
{
    switch (state) {
    case protocol::SeatState::Here:
        return QCoreApplication::translate("jjak", "here", "a seat of a blind date");
    case protocol::SeatState::Away:
        return QCoreApplication::translate("jjak", "away for a moment", "a seat of a blind date");
    case protocol::SeatState::Left:
        return QCoreApplication::translate("jjak", "has left", "a seat of a blind date");
    }
    return {};
}

QString dateTitle(const QString &heading, Time opened)
{
    const QString what = heading.isEmpty() ? QLocale().toString(QDateTime::fromMSecsSinceEpoch(toMs(opened)).date(), QLocale::LongFormat) : heading;
    return QCoreApplication::translate("jjak", "Blind date · %1", "title of an event, or a day").arg(what);
}

QString sentence(protocol::LobbyEnd reason)
{
    switch (reason) {
    case protocol::LobbyEnd::EventClosed:
        return QCoreApplication::translate("jjak", "The event is over, and there were not enough people for another date. Thank you for waiting!");
    case protocol::LobbyEnd::Lost:
        return QCoreApplication::translate("jjak", "You were away for too long, so you are not waiting any more. You can join again.");
    }
    return {};
}

QString sentence(const Error &error, Time now)
{
    const int left = error.until ? secondsUp(*error.until - now) : 0;
    if (error.code == ErrorCode::RoomFrozen && left > 0)
        return QCoreApplication::translate("jjak", "The host is speaking. You can write in %n second(s).", nullptr, left);
    if (error.code == ErrorCode::RoomCooling && left > 0)
        return QCoreApplication::translate("jjak", "That was a lot at once. You can write again in %n second(s).", nullptr, left);
    if (error.code == ErrorCode::EventClosed && left > 0)
        return QCoreApplication::translate("jjak", "The doors are not open yet. You can join then: %1.", "a countdown: in 2 h 5 min").arg(countdown(*error.until - now));
    return sentence(error);
}

QString waitLabel(std::optional<qint64> wait)
{
    if (!wait)
        return QCoreApplication::translate("jjak", "Nobody can say yet how long it takes.");
    const int minutes = int((*wait + 30'000) / 60'000);
    return minutes < 1 ? QCoreApplication::translate("jjak", "less than a minute") : QCoreApplication::translate("jjak", "about %n minute(s)", nullptr, minutes);
}

QString countdown(Duration left)
{
    const int total = secondsUp(left);
    const int minutes = (total + 30) / 60;
    const int days = (total + 12 * 3600) / (24 * 3600);
    if (total >= 48 * 3600)
        return QCoreApplication::translate("jjak", "in %n day(s)", nullptr, days);
    if (minutes >= 60)
        return QCoreApplication::translate("jjak", "in %1 h %2 min", "hours and minutes until something begins").arg(minutes / 60).arg(minutes % 60);
    if (total >= 600)
        return QCoreApplication::translate("jjak", "in %n minute(s)", "until something begins", minutes);
    return clockText(total);
}

QString durationText(seconds time)
{
    const int total = int(std::max<qint64>(0, time.count()));
    const int whole = total / 60, over = total % 60; // lupdate does not see a call with a calculation in it
    const QString minutes = QCoreApplication::translate("jjak", "%n minute(s)", "a duration", whole);
    const QString rest = QCoreApplication::translate("jjak", "%n second(s)", "a duration", over);
    if (total < 60)
        return rest;
    return over == 0 ? minutes : QCoreApplication::translate("jjak", "%1 %2", "minutes, then seconds").arg(minutes, rest);
}

QString eventTime(const protocol::EventInfo &event, const QTimeZone &viewer)
{
    const QLocale locale;
    const QDateTime from = QDateTime::fromMSecsSinceEpoch(toMs(event.from), viewer), until = QDateTime::fromMSecsSinceEpoch(toMs(event.until), viewer);
    const auto clock = [&](const QDateTime &at) { return locale.toString(at.time(), QLocale::ShortFormat); };
    const QString here = QCoreApplication::translate("jjak", "%1, %2 – %3", "a day, from, until").arg(locale.toString(from.date(), QLocale::LongFormat), clock(from), clock(until));
    const QTimeZone planned(event.zone.toLatin1());
    if (!planned.isValid() || planned.offsetFromUtc(from) == viewer.offsetFromUtc(from))
        return here;
    const QString zone = planned.displayName(from, QTimeZone::LongName, locale);
    return QCoreApplication::translate("jjak", "%1 (%2 %3)", "when it is here, then the time and the time zone where it was planned").arg(here, clock(from.toTimeZone(planned)), zone.isEmpty() ? event.zone : zone);
}

QString hostKey(const protocol::Message &line)
{
    return line.text.section(u' ', 0, 0);
}

QString hostSentence(const protocol::Message &line, const std::optional<QString> &words, const QList<protocol::Member> &members)
{
    if (!words)
        return u"…"_s;
    const QString key = hostKey(line);
    QStringList arguments = line.text.split(u' ', Qt::SkipEmptyParts).mid(1);
    for (QString &argument : arguments) {
        const int number = argument.toInt();
        const auto member = std::ranges::find(members, number, &protocol::Member::number);
        if ((key == "invite"_L1 || key == "cool"_L1) && member != members.cend())
            argument = aliasName(member->name);
        else if (key == "left"_L1)
            argument = durationText(seconds(number));
    }
    // In one pass, so that nothing an argument says is taken for a place.
    QString out;
    for (qsizetype i = 0; i < words->size(); ++i) {
        const QChar next = i + 1 < words->size() ? words->at(i + 1) : QChar();
        const int place = next.digitValue();
        if (words->at(i) != u'%' || !(next == u'*' || place > 0)) {
            out += words->at(i);
            continue;
        }
        out += next == u'*' ? listed(arguments) : arguments.value(place - 1);
        ++i;
    }
    return out;
}

} // namespace jjak::client
