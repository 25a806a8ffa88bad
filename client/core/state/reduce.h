// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include "client/core/state/state.h"
#include "common/protocol/commands.h"
#include "common/protocol/events.h"

//! Pure functions that fold what the server tells into the State. They are a join: versions, heads, changes and read
//! positions only grow, so repeated, late and re-ordered input ends in the same state. Time is an argument. What has to happen outside
//! is answered as a list of effects, in order.
namespace jjak::client {

namespace effect {

//! Ticket, proposal, outcome or crowd is another one.
struct NearbyChanged {
    bool operator==(const NearbyChanged &) const = default;
};
//! Lobby, date, pairs or the end of waiting is another one.
struct DateChanged {
    bool operator==(const DateChanged &) const = default;
};
//! What is kept about a date's room is another one: event title, script or hidden members.
struct DateRoomChanged {
    RoomId room;
    bool operator==(const DateRoomChanged &) const = default;
};
//! An event was opened, changed or has ended.
struct EventsChanged {
    bool operator==(const EventsChanged &) const = default;
};
//! Something about the room is another one: members, head, newest message, read positions, typing.
struct RoomChanged {
    RoomId room;
    bool operator==(const RoomChanged &) const = default;
};
//! A room that was unknown until now; RoomChanged is not said in addition.
struct RoomOpened {
    RoomId room;
    bool operator==(const RoomOpened &) const = default;
};
//! The server no longer lists the room.
struct RoomGone {
    RoomId room;
    bool operator==(const RoomGone &) const = default;
};
//! These messages follow on what is here, in order and without a gap between them.
struct Append {
    RoomId room;
    QList<protocol::Message> messages;
    bool live = false; //!< told by an event at this moment, not pulled afterwards
    bool jump = false; //!< older ones between them and what was here before are missing; scrolling back pulls them
    bool operator==(const Append &) const = default;
};
//! These messages were edited, deleted or reacted to, and the room's `changed` has grown. What is held is replaced, unless
//! its own change is a later one; what is not here may come by history in an earlier state and has to stay as it is told
//! here.
struct Changed {
    RoomId room;
    QList<protocol::Message> messages;
    bool operator==(const Changed &) const = default;
};
//! Messages or changes are missing: ask for missingIn().
struct Pull {
    RoomId room;
    bool operator==(const Pull &) const = default;
};
//! One's own read position here is further than the server knows: tell it.
struct TellRead {
    RoomId room;
    qint64 seq = 0;
    bool operator==(const TellRead &) const = default;
};
//! Ask for a snapshot.
struct Resync {
    bool operator==(const Resync &) const = default;
};
//! The device is signed out.
struct Ended {
    protocol::SessionEnd reason;
    bool operator==(const Ended &) const = default;
};

} // namespace effect

using Effect = std::variant<effect::NearbyChanged, effect::DateChanged, effect::DateRoomChanged, effect::EventsChanged, effect::RoomChanged, effect::RoomOpened, effect::RoomGone, effect::Append, effect::Changed,
                            effect::Pull, effect::TellRead, effect::Resync, effect::Ended>;
using Effects = std::vector<Effect>;

//! Folds one event. `now` is the local clock and only used for typing signs.
Effects apply(State &state, const protocol::Event &event, Time now);

//! A connection begins: what it tells about Nearby and the blind date replaces what an earlier one told, whatever the
//! versions are.
void beginConnection(State &state);
//! A complete listing of rooms begins (snapshot, then pages of room.list).
void beginListing(State &state);
//! Folds the answer to sync.snapshot (its rooms as applyRooms()).
Effects apply(State &state, const protocol::cmd::Snapshot &snapshot);
//! Folds a page of rooms.
Effects applyRooms(State &state, const QList<protocol::Room> &rooms);
//! The listing is complete: forgets what it did not name.
Effects endListing(State &state);

//! Folds Nearby: a higher version replaces, an equal one renews only the crowd, a lower one is ignored.
Effects applyNearby(State &state, const protocol::Nearby &nearby);

//! Folds a blind date: a higher version replaces, any other is ignored.
Effects applyBlindDate(State &state, const protocol::BlindDate &told);
//! Folds one event: a higher version replaces, a closed one goes.
Effects applyEvent(State &state, const protocol::EventInfo &told);
//! Folds the list of a snapshot: what it does not name has ended, unless it was told since the listing began.
Effects applyEvents(State &state, const QList<protocol::EventInfo> &listed);

//! Forgets the rooms whose time is over.
Effects expireRooms(State &state, Time now);
//! When the next room's time is over, for a timer.
std::optional<Time> nextExpiry(const State &state);

//! What to ask when messages are missing: those after `have`, or - when more than a page is missing - only the newest page.
//! nullopt when nothing is missing.
std::optional<protocol::cmd::History> pullOf(const RoomEntry &entry);
//! Folds the answer to such a request.
Effects applyPage(State &state, const protocol::cmd::History &asked, const protocol::cmd::Page &page);
//! What to ask when changes are missing; nullopt when none is.
std::optional<protocol::cmd::Changes> changesOf(const RoomEntry &entry);
//! Folds the answer to such a request.
Effects applyPage(State &state, const protocol::cmd::Changes &asked, const protocol::cmd::ChangePage &page);
//! What to ask next when anything is missing: messages first, then changes.
using Question = std::variant<protocol::cmd::History, protocol::cmd::Changes>;
std::optional<Question> missingIn(const RoomEntry &entry);
//! Folds a message that was changed, as the event or the answer to one's own command tells it.
Effects applyChange(State &state, RoomId room, const protocol::Message &message);

//! The server has stored one's own message. Appends it when it is the next one; else the pull brings it.
Effects applySent(State &state, RoomId room, const protocol::Message &message);
//! One has read up to here (never back, never beyond the head).
Effects applyOwnRead(State &state, RoomId room, qint64 seq);
//! Ends the typing signs that are over.
Effects expireTyping(State &state, Time now);
//! When the next typing sign ends, for a timer.
std::optional<Time> nextTypingEnd(const State &state);

} // namespace jjak::client
