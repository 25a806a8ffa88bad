// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>
#include <QStringList>
#include <optional>
#include <span>
#include <variant>

#include "client/core/notify/choice.h"
#include "client/terminal/command/lounge_order.h"
#include "client/terminal/command/table_order.h"
#include "common/protocol/values.h"

//! What somebody can type behind a slash. Pure: text in, values out.
namespace jjak::terminal {

enum class Verb {
    Help, Match, Cancel, Accept, Decline, Date, Pick, Arrow, Open, Remind, Status,
    Rooms, Room, Older, Reply, Edit, Delete, React, Search, Send, Image, Save, Expire, ReadAll,
    Group, Invitations, Lounge, Post, Table, Calendar, Join, Refuse, Members, Invite, Role, Kick, Ban, Unban, Mute, Rename, Slow, Leave,
    Block, Blocks, Unblock, Report, Retry, Discard, Devices, Revoke, Bell, Title, Quiet, Pause, Silent, Lang, SignIn, SignUp, SignOut, Quit,
};

//! What kind of argument a command takes.
enum class Argument { None, Place, Number, OptionalNumber, Entry, Seat, Switch, Reason, Language, Name, Answer, Words, Emoji, Hours, Text, Numbered, Role, Expiry, Lounge, Post, Table, Month };

//! One row of the list of commands: the parser, the completion and the help are made from it.
struct CommandSpec {
    Verb verb;
    QLatin1StringView name;
    Argument argument;
    const char *usage; //!< to be translated in "term"; what stands behind the name
    const char *help;  //!< to be translated in "term"
    const char *usageAtTable = nullptr; //!< in a blind date, where it is about one of the seats
    const char *helpAtTable = nullptr;
};

std::span<const CommandSpec> commandList();
//! "/match PLACE 10km"; `atTable`: as it is typed in a blind date.
QString usageOf(const CommandSpec &spec, bool atTable = false);

//! A text to be sent.
struct Say {
    QString text;
    bool operator==(const Say &) const = default;
};

//! A command with what was typed behind it.
struct Command {
    Verb verb = Verb::Help;
    QString text = {};                  //!< the place, the name, the language, the note of a report, the words of a message, an emoji, or "leave" behind /date
    std::optional<Reach> reach = {};
    int number = 0;                     //!< from 1; 0 when none was given, of a choice: nobody, of /edit: one's last message
    bool wanted = false;                //!< of a switch: on; of /date: to take part
    protocol::ReportReason reason = protocol::ReportReason::Other;
    client::QuietHours quiet = {};
    MemberRole role = MemberRole::Member;
    protocol::Expiry expiry = protocol::Expiry::Off;
    std::optional<LoungeOrder> lounge = {}; //!< of /lounge and /post
    std::optional<TableOrder> table = {};   //!< of /table
    bool operator==(const Command &) const = default;
};

//! A line that is no command and must not be sent either.
struct Mistake {
    enum class Kind { Nothing, Unknown, Argument } kind = Kind::Nothing;
    QString typed = {};           //!< the unknown word
    std::optional<Verb> verb = {}; //!< whose argument is wrong, or which one was probably meant
    bool operator==(const Mistake &) const = default;
};

using Line = std::variant<Say, Command, Mistake>;

//! A line as typed. Two slashes in front send a text that begins with one.
Line parse(const QString &typed);
//! What to say about a mistake; `atTable`: in a blind date.
QString sentence(const Mistake &mistake, bool atTable = false);

//! "10km", "10 km" without the space, "anywhere", "same" and their Korean words.
std::optional<Reach> reachFrom(QStringView word);
//! The first of a month: "2026-12", "12" for the next December that is not over, and nothing for the present one.
std::optional<QDate> monthFrom(const QString &typed, const QDate &today);
//! "22:00-08:00", "22-8", "off" and its Korean word.
std::optional<client::QuietHours> hoursFrom(const QString &typed);
//! "nobody" and its Korean words, for a choice of nobody.
bool isNobody(QStringView word);
//! How a reach is typed.
QString reachWord(Reach reach);

} // namespace jjak::terminal
