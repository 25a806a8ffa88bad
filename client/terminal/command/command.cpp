// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/terminal/command/command.h"

#include <QRegularExpression>
#include <QTime>
#include <algorithm>
#include <array>

#include "client/core/emoji.h"
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
    CommandSpec{Verb::Search, "search"_L1, Argument::Text, QT_TRANSLATE_NOOP("term", "TEXT"), QT_TRANSLATE_NOOP("term", "Find messages that contain it: in this chat, or without one in all of them.")},
    CommandSpec{Verb::Image, "img"_L1, Argument::Text, QT_TRANSLATE_NOOP("term", "PATH"), QT_TRANSLATE_NOOP("term", "Send an image. The server takes out where and when it was taken.")},
    CommandSpec{Verb::Send, "file"_L1, Argument::Text, QT_TRANSLATE_NOOP("term", "PATH"), QT_TRANSLATE_NOOP("term", "Send a file as it is.")},
    CommandSpec{Verb::Save, "save"_L1, Argument::Answer, QT_TRANSLATE_NOOP("term", "N PATH"), QT_TRANSLATE_NOOP("term", "Save the image or file of message number N.")},
    CommandSpec{Verb::Expire, "expire"_L1, Argument::Expiry, QT_TRANSLATE_NOOP("term", "off|1h|1d|7d|30d"), QT_TRANSLATE_NOOP("term", "How long messages of this chat are kept from now on.")},
    CommandSpec{Verb::ReadAll, "readall"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "Mark all chats as read.")},
    CommandSpec{Verb::Group, "group"_L1, Argument::Text, QT_TRANSLATE_NOOP("term", "NAME"), QT_TRANSLATE_NOOP("term", "Open a group of that name.")},
    CommandSpec{Verb::Invite, "invite"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Invite whom you talk with in chat number N into this group.")},
    CommandSpec{Verb::Invitations, "invitations"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "List the groups you are invited to.")},
    CommandSpec{Verb::Join, "join"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Accept invitation number N.")},
    CommandSpec{Verb::Refuse, "refuse"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Refuse invitation number N. Nobody is told.")},
    CommandSpec{Verb::Members, "members"_L1, Argument::None, "", QT_TRANSLATE_NOOP("term", "List who is in this group.")},
    CommandSpec{Verb::Role, "role"_L1, Argument::Role, QT_TRANSLATE_NOOP("term", "N owner|moderator|member|read_only"), QT_TRANSLATE_NOOP("term", "Give member number N another role; “owner” hands the group over.")},
    CommandSpec{Verb::Kick, "kick"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Remove member number N from the group.")},
    CommandSpec{Verb::Ban, "ban"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Remove member number N, who cannot be invited again.")},
    CommandSpec{Verb::Unban, "unban"_L1, Argument::Number, QT_TRANSLATE_NOOP("term", "N"), QT_TRANSLATE_NOOP("term", "Lift the ban of member number N.")},
    CommandSpec{Verb::Mute, "mute"_L1, Argument::Numbered, QT_TRANSLATE_NOOP("term", "N MINUTES"), QT_TRANSLATE_NOOP("term", "Member number N may only read for so long; 0: may write again.")},
    CommandSpec{Verb::Rename, "rename"_L1, Argument::Text, QT_TRANSLATE_NOOP("term", "NAME"), QT_TRANSLATE_NOOP("term", "Give this group another name.")},
    CommandSpec{Verb::Slow, "slow"_L1, Argument::Numbered, QT_TRANSLATE_NOOP("term", "SECONDS"), QT_TRANSLATE_NOOP("term", "Members wait so long between two messages; 0: not at all.")},
    CommandSpec{Verb::Lounge, "lounge"_L1, Argument::Lounge, QT_TRANSLATE_NOOP("term", "today|week|#TAG|TEXT"), QT_TRANSLATE_NOOP("term", "Posts of the lounge, the newest without words; “/lounge ?” tells all of it.")},
    CommandSpec{Verb::Post, "post"_L1, Argument::Post, QT_TRANSLATE_NOOP("term", "N|write"), QT_TRANSLATE_NOOP("term", "Read post number N, or write one; “/post ?” tells all of it.")},
    CommandSpec{Verb::Table, "table"_L1, Argument::Table, QT_TRANSLATE_NOOP("term", "N|open|join|leave"), QT_TRANSLATE_NOOP("term", "Coffee tables of the lounge, the coming ones without words; “/table ?” tells all of it.")},
    CommandSpec{Verb::Calendar, "calendar"_L1, Argument::Month, QT_TRANSLATE_NOOP("term", "2026-12"), QT_TRANSLATE_NOOP("term", "Your tables and the blind dates of a month; without words of this one.")},
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
    CommandSpec{Verb::Bell, "bell"_L1, Argument::Switch, QT_TRANSLATE_NOOP("term", "on|off"), QT_TRANSLATE_NOOP("term", "Ring the terminal's bell for news, or not.")},
    CommandSpec{Verb::Title, "title"_L1, Argument::Switch, QT_TRANSLATE_NOOP("term", "on|off"), QT_TRANSLATE_NOOP("term", "Show in the window's title how many messages are unread, or not.")},
    CommandSpec{Verb::Quiet, "quiet"_L1, Argument::Hours, QT_TRANSLATE_NOOP("term", "22:00-08:00|off"), QT_TRANSLATE_NOOP("term", "Between these hours messages ring no bell.")},
    CommandSpec{Verb::Pause, "pause"_L1, Argument::Switch, QT_TRANSLATE_NOOP("term", "on|off"), QT_TRANSLATE_NOOP("term", "For an hour messages ring no bell.")},
    CommandSpec{Verb::Silent, "silent"_L1, Argument::Switch, QT_TRANSLATE_NOOP("term", "on|off"), QT_TRANSLATE_NOOP("term", "This chat rings no bell and makes no notifications, on none of your devices.")},
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
    const auto emoji = client::emojiFrom(word);
    if (number == 0 || !emoji)
        return argumentMistake(verb);
    return Command{.verb = verb, .text = *emoji, .number = number};
}

//! One of an enumeration's names on the wire; nullopt: none of them.
template <protocol::NamedEnum E>
std::optional<E> namedValue(const QString &word)
{
    const QByteArray name = word.toLower().toUtf8();
    const auto &names = protocol::EnumNames<E>::names;
    const auto it = std::ranges::find(names, std::string_view(name.constData(), size_t(name.size())));
    return it == names.end() ? std::nullopt : std::optional(E(it - names.begin()));
}

//! A number, and another one where the command takes two; the last may be 0.
Line withNumbers(Verb verb, const QString &rest)
{
    const QStringList words = rest.split(u' ', Qt::SkipEmptyParts);
    bool ok = false, good = false;
    const int last = words.isEmpty() ? -1 : words.last().toInt(&ok);
    if (verb == Verb::Slow)
        return ok && last >= 0 && words.size() == 1 ? Line(Command{.verb = verb, .number = last}) : argumentMistake(verb);
    const int first = words.first().toInt(&good);
    return good && ok && words.size() == 2 && first > 0 && last >= 0 ? Line(Command{.verb = verb, .text = QString::number(last), .number = first}) : argumentMistake(verb);
}

Line withRole(Verb verb, const QString &rest)
{
    const auto [number, word] = numbered(rest);
    const auto role = namedValue<MemberRole>(word.trimmed());
    return number > 0 && role ? Line(Command{.verb = verb, .number = number, .role = *role}) : argumentMistake(verb);
}

Line withOrder(Verb verb, const std::optional<LoungeOrder> &order)
{
    return order ? Line(Command{.verb = verb, .lounge = order}) : argumentMistake(verb);
}

Line withTable(const QString &rest)
{
    const auto order = tableOrder(rest);
    return order ? Line(Command{.verb = Verb::Table, .table = order}) : argumentMistake(Verb::Table);
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
    case Argument::Text:
        return rest.isEmpty() ? argumentMistake(spec.verb) : Line(Command{.verb = spec.verb, .text = raw});
    case Argument::Numbered:
        return rest.isEmpty() ? argumentMistake(spec.verb) : withNumbers(spec.verb, rest);
    case Argument::Role:
        return withRole(spec.verb, rest);
    case Argument::Expiry: {
        const auto expiry = namedValue<protocol::Expiry>(rest);
        return expiry ? Line(Command{.verb = spec.verb, .expiry = *expiry}) : argumentMistake(spec.verb);
    }
    case Argument::Reason:
        return withReason(rest);
    case Argument::Hours: {
        const auto hours = hoursFrom(rest);
        return hours ? Line(Command{.verb = spec.verb, .quiet = *hours}) : argumentMistake(spec.verb);
    }
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
    case Argument::Lounge:
        return withOrder(spec.verb, loungeOrder(raw));
    case Argument::Post:
        return withOrder(spec.verb, postOrder(raw));
    case Argument::Table:
        return withTable(raw);
    case Argument::Month:
        return monthFrom(rest, QDate::currentDate()) ? Line(Command{.verb = spec.verb, .text = rest}) : argumentMistake(spec.verb);
    }
    return argumentMistake(spec.verb);
}

} // namespace

std::optional<QDate> monthFrom(const QString &typed, const QDate &today)
{
    static const QRegularExpression form(u"^(?:([0-9]{4})-)?([0-9]{1,2})$"_s);
    const QDate present(today.year(), today.month(), 1);
    if (typed.isEmpty())
        return present;
    const auto match = form.match(typed);
    const bool named = match.hasMatch() && !match.captured(1).isEmpty();
    const QDate month(named ? match.captured(1).toInt() : today.year(), match.captured(2).toInt(), 1);
    if (!month.isValid())
        return std::nullopt;
    return named || month >= present ? month : month.addYears(1);
}

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

std::optional<client::QuietHours> hoursFrom(const QString &typed)
{
    client::QuietHours hours;
    if (typed.compare("off"_L1, Qt::CaseInsensitive) == 0 || typed == u"끄기")
        return hours;
    static const QRegularExpression form(u"^([0-9]{1,2})(?::([0-9]{2}))?\\s*[-~–]\\s*([0-9]{1,2})(?::([0-9]{2}))?$"_s);
    const auto match = form.match(typed);
    const QTime from(match.captured(1).toInt(), match.captured(2).toInt()), to(match.captured(3).toInt(), match.captured(4).toInt());
    if (!match.hasMatch() || !from.isValid() || !to.isValid())
        return std::nullopt;
    return client::QuietHours{true, from.hour() * 60 + from.minute(), to.hour() * 60 + to.minute()};
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
