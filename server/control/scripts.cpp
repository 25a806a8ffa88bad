// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/scripts.h"

#include <cstdio>

#include "server/control/rehearsal.h"
#include "server/control/say.h"
#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;

namespace {

const QCommandLineOption speedOption{u"speed"_s, u"So many times faster than in earnest, 1 to 1000 (20)."_s, u"number"_s, u"20"_s};
const QCommandLineOption languageOption{u"lang"_s, u"In which language the timeline tells: ko or en (en)."_s, u"language"_s, u"en"_s};

//! The script, when it can be played; else all its mistakes have been told.
std::optional<app::ParsedScript> checked(const QString &name, const QString &toml)
{
    auto parsed = app::parseScript(toml);
    if (auto *script = std::get_if<app::ParsedScript>(&parsed))
        return std::move(*script);
    for (const app::ScriptMistake &mistake : std::get<QList<app::ScriptMistake>>(parsed))
        say(u"%1:%2: %3"_s.arg(name).arg(mistake.line).arg(mistake.what));
    return std::nullopt;
}

Duration lengthOf(const domain::Script &script)
{
    Duration sum{0};
    for (const domain::Act &act : script.acts)
        sum += act.time;
    return sum;
}

int check(const QStringList &values, const QCommandLineParser &)
{
    const auto toml = textOf(values[0]);
    const auto parsed = toml ? checked(values[0], *toml) : std::nullopt;
    if (!parsed)
        return Refused;
    qsizetype topics = 0;
    for (const domain::TopicPack &pack : parsed->script.packs)
        topics += pack.topics.size();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(lengthOf(parsed->script)).count();
    say(u"%1 can be played: “%2”, %3 rounds, %4 topics, in %5, %6 min %7 s long."_s.arg(values[0], parsed->script.name)
            .arg(parsed->script.rounds())
            .arg(topics)
            .arg(parsed->script.languages.join(u", "_s))
            .arg(seconds / 60)
            .arg(seconds % 60));
    return Good;
}

int show(const QStringList &, const QCommandLineParser &)
{
    std::fputs(app::builtInScript().toUtf8().constData(), stdout);
    return Good;
}

int rehearse(const QStringList &values, const QCommandLineParser &options)
{
    bool good = false;
    const int speed = options.value(speedOption).toInt(&good);
    if (!good || speed < 1 || speed > 1000)
        return complain(u"--speed must be a number from 1 to 1000."_s, BadCommandLine);
    const QString language = options.value(languageOption);
    if (language != "ko"_L1 && language != "en"_L1)
        return complain(u"--lang is ko or en."_s, BadCommandLine);
    const QString name = values.value(0, u"evening.toml"_s);
    const auto toml = values.isEmpty() ? app::builtInScript() : textOf(name);
    const auto parsed = toml ? checked(name, *toml) : std::nullopt;
    if (!parsed)
        return Refused;
    if (!parsed->script.languages.contains(language))
        return complain(u"The script does not speak “%1”; it speaks %2."_s.arg(language, parsed->script.languages.join(u", "_s)), BadCommandLine);
    const QString problem = Rehearsal({*toml, parsed->script.languages, language, speed, lengthOf(parsed->script) / speed}).run();
    return problem.isEmpty() ? int(Good) : complain(problem, Refused);
}

} // namespace

QList<Verb> scriptVerbs()
{
    return {
        {u"script check"_s, u"Tells every mistake of a script with its line; no server is needed."_s, {u"FILE"_s}, {}, {}, check},
        {u"script show"_s, u"Prints the server's own script, to begin with."_s, {}, {}, {}, show},
        {u"script rehearse"_s, u"Plays a whole date with demo people on a server of its own, and prints what happens when."_s, {}, {u"FILE"_s}, {speedOption, languageOption}, rehearse},
    };
}

} // namespace jjak::control
