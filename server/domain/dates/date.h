// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <variant>

#include "common/base/result.h"
#include "common/rules/alias.h"
#include "common/rules/limits.h"
#include "server/domain/dates/script.h"

namespace jjak::domain {

using protocol::LobbyEnd;
using protocol::SeatState;

//! A place in a date, and who sits there.
struct Seat {
    int number = 0; //!< from 1; in the lobby in order of arrival, at the start dealt anew
    AccountId account;
    Alias alias{}; //!< drawn at the start
    bool demo = false;
    SeatState state = SeatState::Here;
    std::optional<Time> lost = {}; //!< since when no device of the account is connected
    Time since{};             //!< entered the lobby
    Time spoke{};             //!< the latest message, or the return after a lost connection
    int burst = 0;            //!< messages since burstFrom, for the flood rule
    Time burstFrom{};
    std::optional<Time> cooling = {}; //!< may only read until then
    QList<int> hidden = {};      //!< seats whose person this one has blocked
    int impression = 0, arrow = 0; //!< chosen seats; 0: nobody
    PairId pair{};               //!< from the reveal on: its own for who met nobody, the same one for two who met
    int met = 0;                 //!< from the reveal on: whose arrow met this one's; 0: nobody's

    friend bool operator==(const Seat &, const Seat &) = default;
};

//! One blind date, from its lobby to its end. A state machine without timers: step() is told what happened and when, and
//! dueAt() says when it has to be told that time has passed.
struct Date {
    DateId id;
    EventId event;
    ScriptId script;
    int size = limits::seats;
    int act = -1; //!< index into the script's acts; -1: lobby
    bool closed = false;
    Time opened;                 //!< when the first person entered the lobby
    Time since;                  //!< when the act began; in the lobby: opened
    int said = 0;                //!< how many of the act's lines the host has said
    int announced = 0;           //!< how many of the act's announcements
    bool invited = false;        //!< the silent have been invited in this act
    QStringList topics;          //!< drawn at the start, one a round; after an early farewell those of the rounds that came
    std::optional<RoomId> room;  //!< drawn at the start
    std::optional<Time> started; //!< the welcome began
    std::optional<Time> ended;
    QList<Seat> seats; //!< by number

    bool inLobby() const { return act < 0 && !closed; }
    const Seat *seat(int number) const;        //!< nullptr when empty
    const Seat *seatOf(AccountId account) const; //!< also of who has left; nullptr for a stranger

    friend bool operator==(const Date &, const Date &) = default;
};

//! Durations and counts a date depends on beside its script (design §6).
struct DateRules {
    int quorum = limits::quorum;
    Duration quorumAfter = limits::quorumAfter;
    Duration lobbyGrace = limits::ticketGrace;
    Duration seatGrace = limits::seatGrace;
    Duration late = limits::dateLate;
    int floodMessages = limits::floodMessages;
    Duration floodTime = limits::floodTime;
    Duration coolTime = limits::coolTime;
};

//! What stays the same while a date runs.
struct Programme {
    const Script &script;
    const DateRules &rules;
    Time from, until; //!< the event's window
};

//! What can happen to a date. Seats are named by the number they have before the step.
struct Entered {
    AccountId account;
    bool demo = false;
};
//! For good, by one's own will.
struct SeatLeft {
    int seat;
};
//! The account's last connection is gone, or its first one is back.
struct SeatLost {
    int seat;
};
struct SeatBack {
    int seat;
};
//! Wants to write a message.
struct Spoke {
    int seat;
};
struct Picked {
    int seat, target;
};
struct Shot {
    int seat, target;
};
//! Has blocked the person there.
struct Hid {
    int seat, target;
};
//! The event was closed: who waits is let go, who sits stays.
struct DoorsClosed {};
//! Time has passed.
struct TimePassed {};
using DateInput = std::variant<Entered, SeatLeft, SeatLost, SeatBack, Spoke, Picked, Shot, Hid, DoorsClosed, TimePassed>;

//! Something the host says: the message's text is the key and the arguments with a space before each.
struct HostLine {
    QString key;
    QList<int> arguments = {};

    QString toText() const;
    friend bool operator==(const HostLine &, const HostLine &) = default;
};

//! Two who chose each other.
struct MetPair {
    PairId pair;
    int one = 0, other = 0; //!< seats, the smaller number first
    friend bool operator==(const MetPair &, const MetPair &) = default;
};

//! A person who waited and does not any more.
struct Released {
    AccountId account;
    std::optional<LobbyEnd> reason; //!< empty: went by their own will
    friend bool operator==(const Released &, const Released &) = default;
};

struct DateStep {
    Date date;
    //! The input had no effect. All the same something may have changed and has to be stored: what was due before it, and the
    //! cooling of a seat whose message was one too many.
    std::optional<Error> refused = {};
    bool changed = false;         //!< something has to be stored
    bool seenByAll = false;       //!< everybody's view has changed
    QList<int> seenBy = {};       //!< else: whose has
    bool started = false;         //!< left the lobby in this step: the room has to be opened, with the seats as members, before the lines
    QList<HostLine> lines = {};   //!< what the host says, in order
    QList<MetPair> met = {};      //!< the count's result; the arrows themselves are gone from `date`
    QList<Released> released = {};
};

//! A lobby with its first person in it comes from an empty date and Entered.
Date openDate(DateId id, const protocol::EventInfo &event, Time now);

//! Pure. Refusals: room.frozen and room.cooling with the moment, room.left, room.ended, date.phase, date.seat with its
//! reason, date.not_found for a number nobody has. What was due before `now` happens first, in its order; what is overdue by more than
//! rules.late, and a clock that went back behind the act's beginning, move the date's clock, so that nothing is
//! skipped; who was lost when the server fell asleep has the whole grace again.
DateStep step(Date date, const DateInput &input, Time now, Rng &rng, const Programme &programme);

//! When step() has to be told that time has passed; nullopt for a closed date.
std::optional<Time> dueAt(const Date &date, const Programme &programme);

//! Pairs that chose each other, by seat: never who has left, nor where one has hidden the other. (The count.)
QList<std::pair<int, int>> mutualPairs(const QList<Seat> &seats);

//! Two lobbies of one event made one, when the seats suffice; who waits longer decides the order. nullopt else. The one
//! made may have to start at once: step() it with TimePassed.
std::optional<Date> merged(const Date &into, const Date &from);

//! What follows from a date's state for everybody's view.
DatePhase phaseOf(const Date &date, const Script &script); //!< not in the lobby
int roundOf(const Date &date, const Script &script);       //!< the talk or topic begun last, from 1; 0 before
bool frozen(const Date &date, const Script &script);       //!< also in the lobby and once closed
std::optional<Time> endOfAct(const Date &date, const Script &script); //!< nullopt in the lobby and once closed
std::optional<Time> thawOf(const Date &date, const Script &script); //!< when a frozen date may be written in again, if ever
std::optional<Time> lobbyStart(const Date &date, const Programme &programme); //!< when it starts as it is now; nullopt while too few wait

} // namespace jjak::domain
