// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/completion.h"

#include "client/core/emoji.h"
#include "client/terminal/command/command.h"
#include "client/terminal/command/naming.h"

#include <algorithm>
#include <ranges>

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype most = 8;

void offer(Completion &to, const QString &before, const QString &word, const QString &after = u" "_s)
{
    if (to.lines.size() < most) {
        to.lines += before + word + after;
        to.labels += word;
    }
}

//! Something has to follow, or is usual to.
bool goesOn(const CommandSpec &spec, bool atTable)
{
    if (spec.argument == Argument::OptionalNumber)
        return atTable && spec.usageAtTable;
    return spec.argument != Argument::None;
}

Completion commands(const QString &begun, bool atTable)
{
    Completion found;
    for (const CommandSpec &spec : commandList()) {
        if (QString(spec.name).startsWith(begun, Qt::CaseInsensitive))
            offer(found, u"/"_s, spec.name, goesOn(spec, atTable) ? u" "_s : QString());
    }
    return found;
}

Completion words(const QString &before, const QString &begun, const QStringList &all)
{
    Completion found;
    for (const QString &word : all) {
        if (word.startsWith(begun, Qt::CaseInsensitive))
            offer(found, before, word);
    }
    return found;
}

QStringList reaches()
{
    QStringList out;
    for (const Reach reach : allReaches)
        out += reachWord(reach);
    return out;
}

Completion place(const QString &before, const QString &rest, const PlaceNames &places)
{
    const qsizetype space = rest.lastIndexOf(u' ');
    if (space > 0) {
        const Completion found = words(before + rest.left(space + 1), rest.mid(space + 1), reaches());
        if (!found.lines.isEmpty())
            return found;
    }
    Completion found;
    for (const QString &name : places(rest.trimmed()))
        offer(found, before, name);
    return found;
}

QStringList reasonNames()
{
    QStringList out;
    for (const auto name : protocol::EnumNames<protocol::ReportReason>::names)
        out += QString::fromLatin1(name.data(), qsizetype(name.size()));
    return out;
}

//! A reason, behind the number of a seat where there are seats.
Completion reason(const QString &before, const QString &rest, const QStringList &seats)
{
    const qsizetype space = rest.indexOf(u' ');
    if (space < 0)
        return words(before, rest, seats.isEmpty() ? reasonNames() : seats);
    if (!seats.contains(rest.left(space)) || rest.indexOf(u' ', space + 1) >= 0)
        return {};
    return words(before + rest.left(space + 1), rest.mid(space + 1), reasonNames());
}

//! To edit: the number with the words as they are, to be changed.
Completion editable(const QString &before, const QString &rest, const QList<Nameable> &messages)
{
    Completion found;
    for (const Nameable &message : messages) {
        const QString number = QString::number(message.number);
        if (!message.mine || !number.startsWith(rest.trimmed()) || (rest.endsWith(u' ') && rest.trimmed() != number))
            continue;
        offer(found, before, number, u' ' + message.text);
    }
    return found;
}

Completion emoji(const QString &before, const QString &begun)
{
    if (begun.contains(u' ') || (begun.size() > 1 && begun.endsWith(u':')))
        return {};
    const QString word = begun.startsWith(u':') ? begun.sliced(1) : begun;
    auto known = client::emojiLike(word);
    if (word.isEmpty())
        std::ranges::transform(client::usualReactions(), std::back_inserter(known), client::nameOfEmoji);
    Completion found;
    for (const client::NamedEmoji *each : known | std::views::take(most)) {
        offer(found, before, each->typed(), {});
        found.labels.last() = each->emoji + u' ' + each->typed();
    }
    return found;
}

//! The word behind /lounge or /post; reasons behind the number of a report.
Completion lounge(const CommandSpec &spec, const QString &before, const QString &rest)
{
    if (spec.verb == Verb::Lounge || !rest.contains(u' '))
        return rest.contains(u' ') ? Completion() : words(before, rest, spec.verb == Verb::Lounge ? loungeWords() : postWords());
    const QStringList parts = rest.split(u' ');
    if (parts.size() != 3 || parts[0].compare("report"_L1, Qt::CaseInsensitive) != 0)
        return {};
    return words(before + parts[0] + u' ' + parts[1] + u' ', parts[2], reasonNames());
}

//! The word behind /table; what can be said when one comes.
Completion table(const QString &before, const QString &rest)
{
    if (!rest.contains(u' '))
        return words(before, rest, tableWords());
    const QStringList parts = rest.split(u' ');
    if (parts.size() != 3 || parts[0].compare("join"_L1, Qt::CaseInsensitive) != 0)
        return {};
    return words(before + parts[0] + u' ' + parts[1] + u' ', parts[2], {u"line"_s, u"sure"_s});
}

//! A message: of others first to answer and to react to, one's own to edit and to delete. An emoji behind it.
Completion message(const CommandSpec &spec, const QString &before, const QString &rest, const QList<Nameable> &messages)
{
    if (spec.verb == Verb::Edit)
        return editable(before, rest, messages);
    const qsizetype space = rest.indexOf(u' ');
    if (space >= 0)
        return spec.verb == Verb::React && rest.indexOf(u' ', space + 1) < 0 ? emoji(before + rest.left(space + 1), rest.mid(space + 1)) : Completion();
    QStringList numbers, own;
    for (const Nameable &each : messages)
        (each.mine ? own : numbers) += QString::number(each.number);
    if (spec.verb == Verb::Delete)
        numbers.clear();
    return words(before, rest, numbers + own);
}

} // namespace

Completion complete(const QString &typed, const PlaceNames &places, const QStringList &seats, bool atTable, const Nameables &messages)
{
    if (!typed.startsWith(u'/') || typed.startsWith("//"_L1))
        return {};
    const qsizetype space = typed.indexOf(u' ');
    if (space < 0)
        return commands(typed.mid(1), atTable);
    const QString before = typed.left(space + 1), rest = typed.mid(space + 1);
    for (const CommandSpec &spec : commandList()) {
        if (typed.mid(1, space - 1).compare(spec.name, Qt::CaseInsensitive) != 0)
            continue;
        if (spec.argument == Argument::Place)
            return place(before, rest, places);
        if (spec.argument == Argument::Reason)
            return reason(before, rest, atTable ? seats : QStringList());
        if (spec.verb == Verb::Block)
            return words(before, rest, atTable ? seats : QStringList());
        if (spec.argument == Argument::Entry)
            return words(before, rest, {u"join"_s, u"leave"_s});
        if (spec.argument == Argument::Seat)
            return words(before, rest, seats + QStringList{u"nobody"_s});
        if (spec.argument == Argument::Switch)
            return words(before, rest, {u"on"_s, u"off"_s});
        if (spec.argument == Argument::Hours)
            return words(before, rest, {u"22:00-08:00"_s, u"off"_s});
        if (spec.argument == Argument::Language)
            return words(before, rest, {u"ko"_s, u"en"_s});
        if (spec.argument == Argument::Lounge || spec.argument == Argument::Post)
            return lounge(spec, before, rest);
        if (spec.argument == Argument::Table)
            return table(before, rest);
        if (namesMessage(spec.verb))
            return message(spec, before, rest, messages ? messages() : QList<Nameable>());
    }
    return {};
}

} // namespace jjak::terminal
