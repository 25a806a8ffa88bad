// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/command.h"

#include <algorithm>
#include <array>

#include "client/terminal/command/emoji.h"
#include "client/terminal/command/naming.h"
#include "client/terminal/text/sanitize.h"
#include "client/terminal/words.h"

namespace jjak::terminal {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array list{
    CommandSpec{Verb::Match, "match"_L1, Argument::Place, QT_TRANSLATE_NOOP("term", "PLACE 10km"), QT_TRANSLATE_NOOP("term", "Look for somebody near a place. Without words: as last time.")},
    CommandSpec{Verb::Cancel, "cancel"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Stop looking.")},
    CommandSpec{Verb::Accept, "accept"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Say yes to the person who was found.")},
    CommandSpec{Verb::Decline, "decline"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Say no. Nobody is told who said it.")},
    CommandSpec{Verb::Date, "date"_L1, Argument::Entry, QT_TRANSLATE_NOOP("term", "join"), QT_TRANSLATE_NOOP("term", "Tell about blind dates; with “join” take part in the next one.")},
    CommandSpec{Verb::Pick, "pick"_L1, Argument::Seat, QT_TRANSLATE_NOOP("term", "N|nobody"), QT_TRANSLATE_NOOP("term", "Note a first impression, for yourself alone.")},
    CommandSpec{Verb::Arrow, "arrow"_L1, Argument::Seat, QT_TRANSLATE_NOOP("term", "N|nobody"), QT_TRANSLATE_NOOP("term", "Point your arrow at seat N. Secret, and changeable until the time is up.")},
    CommandSpec{Verb::Open, "open"_L1, Argument::OptionalNumber, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Say that you want a room with whom your arrow met; N of several.")},
    CommandSpec{Verb::Remind, "remind"_L1, Argument::Switch, QT_TRANSLATE_NOOP("term", "on|off"), QT_TRANSLATE_NOOP("term", "Be reminded 10 minutes and 1 minute before the next blind date.")},
    CommandSpec{Verb::Status, "status"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Tell how things stand.")},
    CommandSpec{Verb::Rooms, "rooms"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "List the chats.")},
    CommandSpec{Verb::Room, "room"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Open chat number N.")},
    CommandSpec{Verb::Older, "older"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Show older messages.")},
    CommandSpec{Verb::Reply, "reply"_L1, Argument::Answer, QT_TRANSLATE_NOOP("term", "N TEXT"), QT_TRANSLATE_NOOP("term", "Answer message number N. The numbers are shown while you type this.")},
    CommandSpec{Verb::Edit, "edit"_L1, Argument::Words, QT_TRANSLATE_NOOP("term", "[N] TEXT"), QT_TRANSLATE_NOOP("term", "Change the words of your last message, or of your message number N.")},
    CommandSpec{Verb::Delete, "delete"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Delete your message number N for everybody.")},
    CommandSpec{Verb::React, "react"_L1, Argument::Emoji, QT_TRANSLATE_NOOP("term", "N EMOJI"),
                QT_TRANSLATE_NOOP("term", "React to message number N, for instance with :heart:. Once more takes it back.")},
    CommandSpec{Verb::Leave, "leave"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Leave this chat, the blind date or its lobby, at once and for good.")},
    CommandSpec{Verb::Block, "block"_L1, Argument::OptionalNumber, "", QT_TRANSLATE_NOOP("term", "Block this person and leave."), QT_TRANSLATE_NOOP("term", "N"),
                QT_TRANSLATE_NOOP("term", "In a blind date: block whoever sits at N.")},
    CommandSpec{Verb::Blocks, "blocks"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "List whom you have blocked.")},
    CommandSpec{Verb::Unblock, "unblock"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Undo block number N of the list.")},
    CommandSpec{Verb::Report, "report"_L1, Argument::Reason, QT_TRANSLATE_NOOP("term", "REASON NOTE"),
                QT_TRANSLATE_NOOP("term", "Report and block. Reasons: harassment, spam, underage, threat, sexual, other."), QT_TRANSLATE_NOOP("term", "N REASON NOTE"),
                QT_TRANSLATE_NOOP("term", "In a blind date: report and block whoever sits at N.")},
    CommandSpec{Verb::Retry, "retry"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Send refused messages of this chat again; without connection, try now.")},
    CommandSpec{Verb::Discard, "discard"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Forget refused messages of this chat.")},
    CommandSpec{Verb::Devices, "devices"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "List the devices that are signed in.")},
    CommandSpec{Verb::Revoke, "revoke"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Sign device number N out.")},
    CommandSpec{Verb::Lang, "lang"_L1, Argument::Language, QT_TRANSLATE_NOOP("term", "ko|en"), QT_TRANSLATE_NOOP("term", "Choose the language.")},
    CommandSpec{Verb::SignIn, "signin"_L1, Argument::Name, QT_TRANSLATE_NOOP("term", "NAME"), QT_TRANSLATE_NOOP("term", "Sign in.")},
    CommandSpec{Verb::SignUp, "signup"_L1, Argument::Name, QT_TRANSLATE_NOOP("term", "NAME"), QT_TRANSLATE_NOOP("term", "Make an account.")},
    CommandSpec{Verb::SignOut, "signout"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Sign this device out and erase what is stored here.")},
    CommandSpec{Verb::Help, "help"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Show this list.")},
    CommandSpec{Verb::Quit, "quit"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "End the program.")},
};

const CommandSpec *specNamed(QStringView name)
{
    const auto it = std::find_if(list.begin(), list.end(), [&](const CommandSpec &s) { return name.compare(s.name, Qt::CaseInsensitive) == 0; });
    return it == list.end() ? nullptr : &*it;
}

//! The only command that begins so, or the nearest one that a slip of one key makes.
std::optional<Verb> probably(QStringView name)
{
    std::optional<Verb> found;
    for (const CommandSpec &s : list) {
        if (!QString(s.name).startsWith(name, Qt::CaseInsensitive))
            continue;
        if (found)
            return std::nullopt;
        found = s.verb;
    }
    return found;
}

Line argumentMistake(Verb verb)
{
    return Mistake{Mistake::Kind::Argument, {}, verb};
}

Line withPlace(const QString &rest)
{
    Command command{.verb = Verb::Match};
    const qsizetype space = rest.lastIndexOf(u' ');
    command.reach = reachFrom(QStringView(rest).sliced(space + 1));
    command.text = command.reach ? rest.left(std::max<qsizetype>(space, 0)).trimmed() : rest;
    return command;
}

Line withNumber(Verb verb, const QString &rest)
{
    bool ok = false;
    const int number = rest.toInt(&ok);
    if (!ok || number < 1)
        return argumentMistake(verb);
    return Command{.verb = verb, .number = number};
}

Line withSeat(Verb verb, const QString &rest)
{
    if (isNobody(rest))
        return Command{.verb = verb};
    return withNumber(verb, rest);
}

Line withEntry(const QString &rest)
{
    const QString word = rest.section(u' ', 0, 0).toLower();
    if (word.isEmpty())
        return Command{.verb = Verb::Date};
    if (word == "leave"_L1 || word == u"나가기")
        return Command{.verb = Verb::Date, .text = u"leave"_s};
    if (word != "join"_L1 && word != u"참가")
        return argumentMistake(Verb::Date);
    const QString number = rest.section(u' ', 1);
    Line line = number.isEmpty() ? Line(Command{.verb = Verb::Date}) : withNumber(Verb::Date, number);
    if (auto *command = std::get_if<Command>(&line))
        command->wanted = true;
    return line;
}

Line withSwitch(Verb verb, const QString &rest)
{
    const QString word = rest.toLower();
    const bool on = word == "on"_L1 || word == u"켜기";
    if (!on && word != "off"_L1 && word != u"끄기")
        return argumentMistake(verb);
    return Command{.verb = verb, .wanted = on};
}

//! A seat's number may stand in front of the reason.
Line withReason(const QString &line)
{
    bool numbered = false;
    const int number = line.section(u' ', 0, 0).toInt(&numbered);
    const QString rest = numbered ? line.section(u' ', 1) : line;
    const QString word = rest.section(u' ', 0, 0).toLower();
    if (numbered && number < 1)
        return argumentMistake(Verb::Report);
    const auto &names = protocol::EnumNames<protocol::ReportReason>::names;
    for (size_t i = 0; i < names.size() && !word.isEmpty(); ++i) {
        if (QString::fromLatin1(names[i].data(), qsizetype(names[i].size())).startsWith(word))
            return Command{.verb = Verb::Report, .text = rest.section(u' ', 1).trimmed(), .number = number, .reason = protocol::ReportReason(i)};
    }
    return argumentMistake(Verb::Report);
}

Line withAnswer(Verb verb, const QString &rest)
{
    const auto [number, text] = numbered(rest);
    if (number == 0 || text.isEmpty())
        return argumentMistake(verb);
    return Command{.verb = verb, .text = text, .number = number};
}

//! A number alone may be meant either way, and is refused.
Line withWords(Verb verb, const QString &rest)
{
    const auto [number, text] = numbered(rest);
    if (text.isEmpty())
        return argumentMistake(verb);
    return Command{.verb = verb, .text = text, .number = number};
}

Line withEmoji(Verb verb, const QString &rest)
{
    const auto [number, word] = numbered(rest);
    const auto emoji = emojiFrom(word);
    if (number == 0 || !emoji)
        return argumentMistake(verb);
    return Command{.verb = verb, .text = *emoji, .number = number};
}

//! `raw`: the same with the spaces and line breaks that a message keeps.
Line withArgument(const CommandSpec &spec, const QString &rest, const QString &raw)
{
    switch (spec.argument) {
    case Argument::None:
        return Command{.verb = spec.verb};
    case Argument::Place:
        return withPlace(rest);
    case Argument::Number:
        return withNumber(spec.verb, rest);
    case Argument::OptionalNumber:
        return rest.isEmpty() ? Line(Command{.verb = spec.verb}) : withNumber(spec.verb, rest);
    case Argument::Entry:
        return withEntry(rest);
    case Argument::Seat:
        return withSeat(spec.verb, rest);
    case Argument::Switch:
        return withSwitch(spec.verb, rest);
    case Argument::Reason:
        return withReason(rest);
    case Argument::Language:
        return rest == "ko"_L1 || rest == "en"_L1 ? Line(Command{.verb = spec.verb, .text = rest}) : argumentMistake(spec.verb);
    case Argument::Name:
        return Command{.verb = spec.verb, .text = rest};
    case Argument::Answer:
        return withAnswer(spec.verb, raw);
    case Argument::Words:
        return withWords(spec.verb, raw);
    case Argument::Emoji:
        return withEmoji(spec.verb, rest);
    }
    return argumentMistake(spec.verb);
}

} // namespace

std::span<const CommandSpec> commandList()
{
    return list;
}

QString usageOf(const CommandSpec &spec, bool atTable)
{
    const QString name = u'/' + spec.name;
    const char *usage = atTable && spec.usageAtTable ? spec.usageAtTable : spec.usage;
    return *usage ? name + u' ' + translate("term", usage) : name;
}

Line parse(const QString &typed)
{
    const QString line = typed.trimmed();
    if (line.isEmpty())
        return Mistake{};
    if (!line.startsWith(u'/'))
        return Say{line};
    if (line.startsWith("//"_L1))
        return Say{line.mid(1)};
    const QString simple = line.mid(1).simplified();
    const QString name = simple.section(u' ', 0, 0);
    const CommandSpec *spec = specNamed(name);
    if (!spec)
        return Mistake{Mistake::Kind::Unknown, name, name.isEmpty() ? std::nullopt : probably(name)};
    return withArgument(*spec, simple.section(u' ', 1), line.mid(1).trimmed().mid(name.size()).trimmed());
}

QString sentence(const Mistake &mistake, bool atTable)
{
    const auto spec = std::find_if(list.begin(), list.end(), [&](const CommandSpec &s) { return mistake.verb == s.verb; });
    if (mistake.kind == Mistake::Kind::Argument && spec != list.end())
        return translate("term", "Type it like this: %1").arg(usageOf(*spec, atTable));
    if (mistake.kind == Mistake::Kind::Unknown && spec != list.end())
        return translate("term", "There is no command /%1. Did you mean %2?").arg(cleanLine(mistake.typed), usageOf(*spec, atTable));
    if (mistake.kind == Mistake::Kind::Unknown)
        return translate("term", "There is no command /%1. /help lists them all.").arg(cleanLine(mistake.typed));
    return {};
}

std::optional<Reach> reachFrom(QStringView word)
{
    const QString w = word.toString().toLower();
    if (w == "anywhere"_L1 || w == u"어디든" || w == u"어디나" || w == u"어디든지")
        return Reach::Anywhere;
    if (w == "same"_L1 || w == "same_area"_L1 || w == u"동네" || w == u"같은동네")
        return Reach::SameArea;
    const QString number = w.endsWith("km"_L1) ? w.chopped(2) : w;
    for (const Reach reach : {Reach::Km2, Reach::Km5, Reach::Km10, Reach::Km20, Reach::Km50, Reach::Km100}) {
        if (number == QString::number(kilometres(reach)))
            return reach;
    }
    return std::nullopt;
}

bool isNobody(QStringView word)
{
    const QString w = word.toString().toLower();
    return w == "nobody"_L1 || w == "none"_L1 || w == "0"_L1 || w == u"없음" || w == u"아무도";
}

QString reachWord(Reach reach)
{
    if (reach == Reach::Anywhere)
        return u"anywhere"_s;
    return reach == Reach::SameArea ? u"same"_s : u"%1km"_s.arg(kilometres(reach));
}

} // namespace jjak::terminal
