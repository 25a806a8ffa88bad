// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>

#include "server/control/say.h"
#include "server/control/verbs.h"

namespace jjak::control {

using namespace Qt::StringLiterals;
namespace cmd = protocol::cmd;

namespace {

//! "12  2026-11-22 10:31:07  room.send  stream 3, 1795350667123-0  canceling statement due to statement timeout"
QString lineOf(const cmd::Letter &letter)
{
    const QString at = QDateTime::fromMSecsSinceEpoch(toMs(letter.at)).toString(u"yyyy-MM-dd HH:mm:ss"_s);
    return u"%1  %2  %3  stream %4, %5  %6"_s.arg(QString::number(letter.letter), at, letter.name, QString::number(letter.stream), letter.position, letter.reason.simplified());
}

//! What stands behind the words; nullopt when it is no number, and that has been said.
std::optional<qint64> numberIn(const QStringList &values)
{
    bool good = false;
    const qint64 number = values[0].toLongLong(&good);
    if (good && number > 0)
        return number;
    complain(u"“%1” is no number of a dead letter; “jjakctl dead-letter list” shows them."_s.arg(values[0]), BadCommandLine);
    return std::nullopt;
}

int list(const QStringList &, const QCommandLineParser &options)
{
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto listed = server->ask(cmd::ListLetters());
    if (!listed)
        return complain(sentenceFor(listed.error()), Refused);
    if (options.isSet(jsonOption)) {
        sayJson(protocol::encode(*listed));
        return Good;
    }
    for (const cmd::Letter &letter : listed->letters)
        say(lineOf(letter));
    if (listed->letters.isEmpty())
        say(u"There are no dead letters."_s);
    else if (listed->all > listed->letters.size())
        say(u"These are the latest of %1."_s.arg(listed->all));
    return Good;
}

//! Asks the server for something with the letter that is named, and tells what it answered.
template <class C>
int withLetter(const QStringList &values, const QCommandLineParser &options, void (*tell)(const typename C::Reply &))
{
    const auto number = numberIn(values);
    if (!number)
        return BadCommandLine;
    const auto server = connected(options);
    if (!server)
        return Refused;
    const auto answer = server->ask(C{*number});
    if (!answer)
        return complain(sentenceFor(answer.error()), Refused);
    tell(*answer);
    return Good;
}

int show(const QStringList &values, const QCommandLineParser &options)
{
    return withLetter<cmd::ShowLetter>(values, options, [](const auto &opened) {
        say(lineOf(opened.letter));
        if (opened.command)
            sayJson(opened.command->toUtf8());
        else
            say(u"What was asked cannot be shown: it is no command, has to do with signing in, or cannot be opened here."_s);
    });
}

int replay(const QStringList &values, const QCommandLineParser &options)
{
    return withLetter<cmd::ReplayLetter>(values, options, [](const auto &replayed) {
        say(replayed.refused ? u"It was run, and refused: %1. The dead letter is gone."_s.arg(*replayed.refused) : u"It was run. The dead letter is gone."_s);
    });
}

int drop(const QStringList &values, const QCommandLineParser &options)
{
    return withLetter<cmd::DropLetter>(values, options, [](const auto &) { say(u"The dead letter is gone."_s); });
}

} // namespace

QList<Verb> letterVerbs()
{
    return {
        {u"dead-letter list"_s, u"Shows commands that the servers gave up because they failed again and again."_s, {}, {}, {jsonOption, dataOption}, list},
        {u"dead-letter show"_s, u"Shows one with what was asked, the words of its sender among it."_s, {u"NUMBER"_s}, {}, {dataOption}, show},
        {u"dead-letter replay"_s, u"Runs it once more, behind all that waits in its stream. When it fails again it stays."_s, {u"NUMBER"_s}, {}, {dataOption}, replay},
        {u"dead-letter drop"_s, u"Throws it away."_s, {u"NUMBER"_s}, {}, {dataOption}, drop},
    };
}

} // namespace jjak::control
