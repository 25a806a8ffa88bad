// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <cstdio>

#include "server/control/moment.h"
#include "server/control/say.h"
#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;
using protocol::EventInfo;
namespace cmd = protocol::cmd;

namespace {

constexpr int idShown = 8;

const QCommandLineOption titleOption{u"title"_s, u"What to call it."_s, u"text"_s};
const QCommandLineOption fromOption{u"from"_s, u"When the first dates start: now, +30m, 21:00, \"2026-11-21 21:00\" in the zone, or 2026-11-21T21:00+09:00."_s, u"time"_s};
const QCommandLineOption untilOption{u"until"_s, u"Nobody is seated from then on: +2h counts from the start, 23:00 is the first one after it."_s, u"time"_s};
const QCommandLineOption zoneOption{u"zone"_s, u"The time zone of these times, for instance Asia/Seoul; else this machine's."_s, u"name"_s};
const QCommandLineOption seatsOption{u"seats"_s, u"Seats of one date, %1 to %2 (%3)."_s.arg(limits::seatsMin).arg(limits::seatsMax).arg(limits::seats), u"number"_s, QString::number(limits::seats)};
const QCommandLineOption languagesOption{u"languages"_s, u"What is spoken there, separated by commas (ko,en)."_s, u"list"_s, u"ko,en"_s};
const QCommandLineOption scriptOption{u"script"_s, u"The host's programme; else the one the server brings."_s, u"file"_s};
const QCommandLineOption endedOption{u"ended"_s, u"Those that have ended."_s};

QString atText(Time time, const QTimeZone &zone, const QString &form = u"yyyy-MM-dd HH:mm"_s)
{
    return QDateTime::fromMSecsSinceEpoch(toMs(time), zone).toString(form);
}

//! "cXq…  2026-11-21 21:00–23:00 Asia/Seoul  7 seats  ko,en  A winter evening"
QString lineOf(const EventInfo &event)
{
    const QTimeZone planned(event.zone.toUtf8());
    const QTimeZone zone = planned.isValid() ? planned : QTimeZone::utc();
    const bool sameDay = atText(event.from, zone, u"yyyyMMdd"_s) == atText(event.until, zone, u"yyyyMMdd"_s);
    return u"%1  %2–%3 %4  %5 seats  %6  %7%8"_s.arg(QString::fromLatin1(event.event.toText().first(idShown)), atText(event.from, zone), atText(event.until, zone, sameDay ? u"HH:mm"_s : u"yyyy-MM-dd HH:mm"_s),
                                                    QString::fromLatin1(zone.id()), QString::number(event.seats), event.languages.join(u','), event.heading, event.closed ? u"  (ended)"_s : QString());
}

//! What --from and the like say; the sentence when they make no sense.
std::optional<QString> readWindow(const QCommandLineParser &options, cmd::OpenEvent &to)
{
    const QByteArray name = options.isSet(zoneOption) ? options.value(zoneOption).toUtf8() : QTimeZone::systemTimeZoneId();
    const QTimeZone zone(name.isEmpty() ? QByteArray("UTC") : name);
    if (!zone.isValid())
        return u"“%1” is no time zone; write for instance --zone Asia/Seoul."_s.arg(QString::fromUtf8(name));
    to.zone = QString::fromUtf8(zone.id());
    const Time now = std::chrono::floor<Duration>(std::chrono::system_clock::now());
    const auto from = momentFrom(options.value(fromOption), {now, now, zone});
    if (!from)
        return u"“%1” is no time; write for instance --from \"2026-11-21 21:00\", --from 21:00 or --from now."_s.arg(options.value(fromOption));
    const auto until = momentFrom(options.value(untilOption), {now, *from, zone});
    if (!until)
        return u"“%1” is no time; write for instance --until 23:00 or --until +2h."_s.arg(options.value(untilOption));
    to.from = *from;
    to.until = *until;
    return std::nullopt;
}

int open(const QStringList &, const QCommandLineParser &options)
{
    for (const QCommandLineOption *needed : {&titleOption, &fromOption, &untilOption}) {
        if (!options.isSet(*needed))
            return complain(u"An event needs --%1."_s.arg(needed->names().constFirst()), BadCommandLine);
    }
    SystemRng rng;
    cmd::OpenEvent command;
    command.cid = ClientId::random(rng);
    command.heading = options.value(titleOption);
    command.languages = options.value(languagesOption).split(u',', Qt::SkipEmptyParts);
    bool good = false;
    command.seats = options.value(seatsOption).toInt(&good);
    if (!good || command.seats < limits::seatsMin || command.seats > limits::seatsMax)
        return complain(u"--seats must be a number from %1 to %2."_s.arg(limits::seatsMin).arg(limits::seatsMax), BadCommandLine);
    if (const auto problem = readWindow(options, command))
        return complain(*problem, BadCommandLine);
    if (options.isSet(scriptOption)) {
        command.script = textOf(options.value(scriptOption));
        if (!command.script)
            return Refused;
    }
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto opened = server->ask(command);
    if (!opened)
        return complain(sentenceFor(opened.error()), Refused);
    say(lineOf(*opened));
    return Good;
}

int list(const QStringList &, const QCommandLineParser &options)
{
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto listed = server->ask(cmd::ListEvents{options.isSet(endedOption)});
    if (!listed)
        return complain(sentenceFor(listed.error()), Refused);
    if (options.isSet(jsonOption)) {
        sayJson(protocol::encode(*listed));
        return Good;
    }
    for (const EventInfo &event : listed->events)
        say(lineOf(event));
    if (listed->events.isEmpty())
        say(options.isSet(endedOption) ? u"No event has ended yet."_s : u"No event is planned; “jjakctl event open” opens one."_s);
    return Good;
}

int close(const QStringList &values, const QCommandLineParser &options)
{
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto listed = server->ask(cmd::ListEvents{false});
    if (!listed)
        return complain(sentenceFor(listed.error()), Refused);
    QList<EventInfo> meant;
    std::ranges::copy_if(listed->events, std::back_inserter(meant), [&](const EventInfo &event) { return event.event.toText().startsWith(values[0].toUtf8()); });
    if (meant.isEmpty())
        return complain(u"No open event has an id that begins with “%1”; “jjakctl event list” shows them."_s.arg(values[0]), Refused);
    if (meant.size() > 1)
        return complain(u"%1 events have ids that begin with “%2”; write more of it."_s.arg(meant.size()).arg(values[0]), Refused);
    const auto closed = server->ask(cmd::CloseEvent{meant.constFirst().event});
    if (!closed)
        return complain(sentenceFor(closed.error()), Refused);
    say(lineOf(*closed));
    return Good;
}

} // namespace

QList<Verb> eventVerbs()
{
    return {
        {u"event open"_s, u"Opens an event in which blind dates are seated."_s, {}, {}, {titleOption, fromOption, untilOption, zoneOption, seatsOption, languagesOption, scriptOption, dataOption}, open},
        {u"event list"_s, u"Shows the events that have not ended."_s, {}, {}, {endedOption, jsonOption, dataOption}, list},
        {u"event close"_s, u"Ends an event now; dates that run go on to their end. The beginning of its id is enough; one that begins with - stands behind --."_s, {u"ID"_s}, {}, {dataOption}, close},
    };
}

} // namespace jjak::control
