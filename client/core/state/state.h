// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <map>
#include <optional>

#include "client/core/state/words.h"
#include "common/protocol/date_values.h"
#include "common/rules/roles.h"

namespace jjak::client {

//! Who is signed in.
struct Account {
    AccountId account;
    DeviceId device;
    QString name;
    bool demo = false;
    bool operator==(const Account &) const = default;
};

//! One room as this client knows it: what the server told, and how far the messages are here.
struct RoomEntry {
    protocol::Room room;        //!< `room.head` is the newest message that is known to exist
    qint64 have = 0;            //!< the newest message that is here; below `room.head` something has still to be pulled
    std::map<int, Time> typing; //!< member → when their typing sign ends (local clock)
    int listing = 0;            //!< the listing that named it last, see State::listing
    qint64 changed = 0;         //!< all changes up to this one are here; below `room.changes` some have still to be pulled
    Time wrote{};               //!< when one's own latest message was stored, as far as it is here; for slow mode
    QSet<int> freshPresence{};  //!< whose presence was told since the listing began: a snapshot read before does not undo it
    bool operator==(const RoomEntry &) const = default;
};

//! What this client keeps about the room of a date, also when the next date has begun.
struct DateRoom {
    ScriptId script;
    EventId event;
    QString heading;   //!< the event's title, empty when it was never told here
    QList<int> hidden; //!< members whose messages are not shown
    static constexpr std::string_view title = "DateRoom";
    static constexpr auto fields(auto each)
    {
        using protocol::field;
        return each(field("script", &DateRoom::script, "What its host plays."), field("event", &DateRoom::event, "Of which event."), field("heading", &DateRoom::heading, "The event's title."),
                          field("hidden", &DateRoom::hidden, "Members whose messages are not shown."));
    }
    bool operator==(const DateRoom &) const = default;
};

//! Everything that is known about the account at this moment: plain data, changed only by the reducers of reduce.h.
//! Message texts are not in here but in the cache, because there may be very many.
struct State {
    std::optional<Account> account;
    protocol::Role role = protocol::Role::User; //!< as told at the latest sign-in or resume
    protocol::Nearby nearby;
    protocol::BlindDate blindDate;
    QList<protocol::EventInfo> events; //!< that have not ended, the next first
    ScriptWords words;
    QHash<RoomId, DateRoom> dateRooms;
    QHash<RoomId, QList<int>> hidden; //!< in groups: members whom this account has blocked there, in order of their numbers
    QHash<EventId, protocol::EventInfo> freshEvents; //!< told since the listing began, closed ones too: a snapshot read before does not undo them
    QHash<RoomId, RoomEntry> rooms;
    QList<protocol::Invitation> invitations; //!< that wait for an answer, the latest first
    protocol::Settings settings;             //!< what others see, as far as the server has told
    int listing = 0; //!< counts the complete listings of rooms; a room that the latest did not name is gone

    //! nullptr for an unknown room. The pointer lives until the state changes.
    const RoomEntry *room(RoomId id) const
    {
        const auto it = rooms.constFind(id);
        return it == rooms.cend() ? nullptr : &*it;
    }
    //! The date that sits in that room, nullptr for any other room.
    const protocol::Date *dateIn(RoomId id) const { return blindDate.date && blindDate.date->room == id ? &*blindDate.date : nullptr; }
};

//! The member of that number, nullptr for none (also for 0, the host).
const protocol::Member *memberOf(const protocol::Room &room, int number);
//! Oneself in that room; nullptr only when the server told nonsense.
const protocol::Member *meIn(const protocol::Room &room);
//! Number of messages above one's own read position.
qint64 unread(const protocol::Room &room);
//! The highest read position of anybody else: one's own messages up to here bear the "read" tick.
qint64 readByOthers(const protocol::Room &room);
//! Up to here one's own messages have arrived: at the other, in a group at all others who are there. 0: it is not shown.
qint64 gotByOthers(const protocol::Room &room);
//! What a member is called here: the name, or the words of an alias.
QString nameOf(const protocol::Member &member);
//! How long messages of that choice are kept; 0: they stay.
Duration durationOf(protocol::Expiry expiry);
//! A group's name; else the names of the others, joined by commas, empty when there is nobody. Of a date: "Blind date" and the event's title as
//! Members of a group whom a text names: "@" and the name as the group knows it, at most as many as a message may mention.
QList<int> mentionsIn(const QString &text, const protocol::Room &room);
//! given (DateRoom::heading), without one its day.
QString titleOf(const protocol::Room &room, const QString &heading = {});
//! The same with what the state knows about the room.
QString titleOf(const State &state, const protocol::Room &room);
//! Whether the other of a direct room is there, as far as it is shown.
std::optional<protocol::Presence> presenceIn(const protocol::Room &room);
//! Somebody else in it is a demo person.
bool isDemo(const protocol::Room &room);
//! One has left oneself.
bool hasLeft(const protocol::Room &room);
//! Everybody else has left.
bool isDeserted(const protocol::Room &room);
//! Whether one's role lets one do it there, and to that member (0: to nobody), see Session::mayIn().
bool mayIn(const protocol::Room &room, Right right, int targetMember = 0);
//! Can be written to: not left, not deserted.
inline bool isWritable(const protocol::Room &room)
{
    return !hasLeft(room) && !isDeserted(room);
}
//! The number of the change that made the message what it is; 0: never changed.
inline qint64 changeOf(const protocol::Message &message)
{
    return message.change.value_or(0);
}
//! The member has put that emoji to the message.
bool hasReacted(const protocol::Message &message, const QString &emoji, int member);
//! When something last happened: the newest message, or the opening.
Time activity(const protocol::Room &room);

} // namespace jjak::client
