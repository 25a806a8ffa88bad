// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>
#include <vector>

#include "client/core/state/state.h"
#include "common/protocol/commands.h"
#include "common/protocol/events.h"

//! Pure functions that fold what the server tells into the State. They are a join: versions, heads, changes and
//! positions only grow (positions of others may also be hidden again by a listing), so repeated, late and re-ordered input ends in the same state. Time is an argument. What has to happen outside
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
//! The server no longer lists the room, its time is over, or one is no longer in the group.
struct RoomGone {
    RoomId room;
    bool forGood = true; //!< it will not come back with what waits to be sent there
    bool operator==(const RoomGone &) const = default;
};
//! These are all messages from one number to another, in order; numbers that are not among them are gone. They follow on
//! what is here.
struct Append {
    RoomId room;
    QList<protocol::Message> messages; //!< none when all of them are gone
    bool live = false; //!< told by an event at this moment, not pulled afterwards
    bool jump = false; //!< older ones between them and what was here before are missing; scrolling back pulls them
    qint64 from = 0;
    qint64 upTo = 0;
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
//! All messages up to this one are gone.
struct Floor {
    RoomId room;
    qint64 upTo = 0;
    bool operator==(const Floor &) const = default;
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
//! The same about what is here.
struct TellGot {
    RoomId room;
    qint64 seq = 0;
    bool operator==(const TellGot &) const = default;
};
//! What others see is another choice.
struct SettingsChanged {
    bool operator==(const SettingsChanged &) const = default;
};
//! Another invitation waits, or one does no more.
struct InvitationsChanged {
    bool operator==(const InvitationsChanged &) const = default;
};
//! In this group other members are blocked.
struct HiddenChanged {
    RoomId room;
    bool operator==(const HiddenChanged &) const = default;
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
                            effect::Floor, effect::Pull, effect::TellRead, effect::TellGot, effect::SettingsChanged, effect::InvitationsChanged, effect::HiddenChanged, effect::Resync, effect::Ended>;
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

//! Forgets the rooms whose time is over, and the words of newest messages whose time is.
Effects expireRooms(State &state, Time now);
//! When the next of these is over, for a timer.
std::optional<Time> nextExpiry(const State &state);
//! The newest message that is left, in place of one whose words are gone.
Effects applyNewest(State &state, RoomId room, const protocol::Message &message);
//! What is left of a newest message whose words are gone: when it was, for the order of rooms.
bool isGhost(const protocol::Message &message);
void makeGhost(protocol::Message &message);

//! What to ask when messages are missing: those after `have`, or - when more than a page is missing - only the newest page.
//! nullopt when nothing is missing.
std::optional<protocol::cmd::History> pullOf(const RoomEntry &entry);
//! From which number to which a page tells everything there is; numbers in between that it has not are gone. Nothing when
//! upTo is below from.
struct Covered {
    qint64 from = 1;
    qint64 upTo = 0;
};
Covered coveredBy(const protocol::cmd::History &asked, const protocol::cmd::Page &page);
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
//! The server has stored one's own message of that number, which is told by an event like those of others.
Effects applyStored(State &state, RoomId room, qint64 seq);
//! One has read up to here (never back, never beyond the head).
Effects applyOwnRead(State &state, RoomId room, qint64 seq);
//! The messages up to here are on this computer. TellGot where others are told.
Effects applyOwnGot(State &state, RoomId room, qint64 seq);
Effects applyInvitations(State &state, const QList<protocol::Invitation> &told);
Effects applyHidden(State &state, const QList<protocol::HiddenMember> &told);
//! What the server has stored for oneself.
Effects applySettings(State &state, const protocol::Settings &settings);
Effects applySilence(State &state, RoomId room, bool silent);
//! It is answered or not valid any more.
Effects dropInvitation(State &state, InvitationId invitation);
//! Nobody is known to be there any more: the connection is gone.
Effects forgetPresence(State &state);

//! Ends the typing signs that are over.
Effects expireTyping(State &state, Time now);
//! When the next typing sign ends, for a timer.
std::optional<Time> nextTypingEnd(const State &state);

} // namespace jjak::client
