// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/naming.h"

#include <algorithm>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

qsizetype endOfWord(const QString &text)
{
    return std::ranges::find_if(text, [](QChar c) { return c.isSpace(); }) - text.begin();
}

} // namespace

bool namesMessage(Verb verb)
{
    return verb == Verb::Reply || verb == Verb::Edit || verb == Verb::Delete || verb == Verb::React || verb == Verb::Save;
}

std::optional<Naming> namingIn(const QString &typed)
{
    const qsizetype end = endOfWord(typed);
    for (const CommandSpec &spec : commandList()) {
        if (namesMessage(spec.verb) && typed.left(end).compare(QString(u'/' + spec.name), Qt::CaseInsensitive) == 0)
            return Naming{spec.verb, numbered(typed.mid(end).trimmed()).first};
    }
    return std::nullopt;
}

std::pair<int, QString> numbered(const QString &rest)
{
    const QString word = rest.left(endOfWord(rest));
    bool ok = std::ranges::all_of(word, [](QChar c) { return c.isDigit(); });
    const int number = ok ? word.toInt(&ok) : 0;
    return ok && number > 0 ? std::pair(number, rest.mid(word.size()).trimmed()) : std::pair(0, rest);
}

QString wordsIn(const QString &typed)
{
    if (!typed.startsWith(u'/'))
        return typed;
    const Line line = parse(typed);
    const auto *command = std::get_if<Command>(&line);
    return command && command->verb == Verb::Reply ? command->text : QString();
}

} // namespace jjak::terminal
