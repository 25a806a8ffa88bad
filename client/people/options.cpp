// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/options.h"

#include <QCommandLineParser>
#include <cstdio>
#include <cstdlib>

#include "client/core/settings/settings.h"

namespace jjak::people {

using namespace Qt::StringLiterals;

namespace {

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "jjak-people: %s\n", why.toUtf8().constData());
    std::exit(2);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Demo people and load for a Jjak server. For operators."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"server"_s, u"Address of the server."_s, u"URL"_s},
        {u"count"_s, u"How many demo people (6)."_s, u"N"_s, u"6"_s},
        {u"behave"_s, u"Who they are, for instance friendly:4,shy:1,refusing,vanishing,flooding; replaces --count."_s, u"LIST"_s},
        {u"demo-key"_s, u"The operator's key that marks demo people; else JJAK_DEMO_KEY."_s, u"KEY"_s},
        {u"place"_s, u"Where they wait: a name of the place list, or everywhere. May be given several times (강남구)."_s, u"NAME"_s},
        {u"quiet"_s, u"A chat in which nobody writes for so many seconds is over (300)."_s, u"S"_s, u"300"_s},
        {u"dates"_s, u"So many of them also take part in blind dates of open events: one waits, and others come as soon as somebody does (0)."_s, u"N"_s, u"0"_s},
        {u"lounge"_s, u"So many of them also write in the lounge, like what others write, say a word to people and sit at coffee tables (0)."_s, u"N"_s, u"0"_s},
        {u"once"_s, u"Fill a blind date without waiting for anybody else, and end with exit code 0 when it has been played to its end."_s},
        {u"timeline"_s, u"Tell each phase and each line of the host with its time."_s},
        {u"lang"_s, u"What they speak before others have spoken, and what --timeline tells: ko or en (ko)."_s, u"LANG"_s, u"ko"_s},
        {u"load"_s, u"Load instead of demo people."_s},
        {u"connections"_s, u"Load: connections, two for a room (100)."_s, u"N"_s, u"100"_s},
        {u"rate"_s, u"Load: messages a second, all together (100)."_s, u"N"_s, u"100"_s},
        {u"seconds"_s, u"Load: how long (10)."_s, u"S"_s, u"10"_s},
        {u"setup-seconds"_s, u"Load: until everybody has a room, at most (300)."_s, u"S"_s, u"300"_s},
        {u"bytes"_s, u"Load: length of a message (100)."_s, u"N"_s, u"100"_s},
        {u"at-once"_s, u"Load: sign-ins under way at the same time (32)."_s, u"N"_s, u"32"_s},
        {u"tokens"_s, u"Load: file that keeps the device tokens for the next run."_s, u"FILE"_s},
        {u"prefix"_s, u"Load: how the accounts' names begin (load)."_s, u"NAME"_s, u"load"_s},
    });
}

int number(const QCommandLineParser &parser, const QString &option, int from, int to)
{
    bool ok = false;
    const int value = parser.value(option).toInt(&ok);
    if (!ok || value < from || value > to)
        refuse(u"--%1 has to be a number from %2 to %3."_s.arg(option).arg(from).arg(to));
    return value;
}

LoadConfig loadFrom(const QCommandLineParser &parser, const QUrl &server)
{
    LoadConfig load;
    if (server.scheme() != "ws"_L1)
        refuse(u"--load needs a ws:// server on this machine."_s);
    load.address = server.host() == "localhost"_L1 ? QByteArray("127.0.0.1") : server.host().toLatin1();
    load.port = quint16(server.port(8484));
    load.connections = number(parser, u"connections"_s, 2, 60'000);
    load.rate = number(parser, u"rate"_s, 1, 1'000'000);
    load.seconds = number(parser, u"seconds"_s, 1, 3600);
    load.setupSeconds = number(parser, u"setup-seconds"_s, 1, 3600);
    load.textBytes = number(parser, u"bytes"_s, 40, 2000);
    load.atOnce = number(parser, u"at-once"_s, 1, 1000);
    load.tokens = parser.value(u"tokens"_s);
    load.prefix = parser.value(u"prefix"_s);
    return load;
}

} // namespace

Options readOptions(const QCoreApplication &app)
{
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    Options options;
    const auto server = client::Settings::serverFrom(parser.isSet(u"server"_s) ? parser.value(u"server"_s) : u"127.0.0.1"_s);
    if (!server)
        refuse(u"“%1” is no address of a server."_s.arg(parser.value(u"server"_s)));
    options.server = *server;
    if (parser.isSet(u"load"_s)) {
        options.load = loadFrom(parser, *server);
        return options;
    }
    options.demoKey = parser.isSet(u"demo-key"_s) ? parser.value(u"demo-key"_s) : qEnvironmentVariable("JJAK_DEMO_KEY");
    if (options.demoKey.isEmpty())
        refuse(u"Demo people have to be marked as such: --demo-key or JJAK_DEMO_KEY, the same as in the server's accounts.demo_key."_s);
    const QString language = parser.value(u"lang"_s);
    if (language != "ko"_L1 && language != "en"_L1)
        refuse(u"--lang is ko or en."_s);
    options.speech = language == "ko"_L1 ? Speech::Korean : Speech::English;
    options.dates = number(parser, u"dates"_s, 0, 1000);
    options.lounge = number(parser, u"lounge"_s, 0, 1000);
    options.once = parser.isSet(u"once"_s);
    options.timeline = parser.isSet(u"timeline"_s);
    const auto listed = behavioursFrom(parser.value(u"behave"_s));
    if (parser.isSet(u"behave"_s) && !listed)
        refuse(u"--behave is a list like friendly:4,shy:1; there are friendly, shy, refusing, vanishing, flooding."_s);
    options.behaviours = listed.value_or(usualBehaviours(std::max({options.dates, options.lounge, number(parser, u"count"_s, 1, 1000)})));
    if (options.dates > int(options.behaviours.size()))
        refuse(u"--dates cannot be more than there are people."_s);
    if (options.lounge > int(options.behaviours.size()))
        refuse(u"--lounge cannot be more than there are people."_s);
    if ((options.once || options.timeline) && options.dates == 0)
        refuse(u"--once and --timeline need --dates."_s);
    options.quietSeconds = number(parser, u"quiet"_s, 1, 86'400);
    options.places = parser.isSet(u"place"_s) ? parser.values(u"place"_s) : QStringList{u"강남구"_s};
    if (options.places.contains(u"everywhere"_s))
        options.places = {u"강남구"_s, u"마포구"_s, u"부산진구"_s, u"대전"_s, u"London"_s, u"New York"_s};
    return options;
}

} // namespace jjak::people
