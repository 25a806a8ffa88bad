// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>
#include <variant>

#include "common/base/error.h"
#include "common/base/ids.h"
#include "common/protocol/table_values.h"
#include "common/rules/limits.h"

namespace jjak::domain {

using protocol::Standing;
using protocol::TablePhase;

//! Somebody who has, or had, to do with a table.
struct TableGuest {
    AccountId account;
    Standing standing = Standing::None;
    int seat = 0;                          //!< from 1, the host's; 0: none. Also one that is kept for somebody in line
    qint64 place = 0;                      //!< who came first has the smaller one
    std::optional<Time> until = {};        //!< Offered: the seat is kept until then
    bool keep = false;                     //!< wants the table to stay
    bool denied = false;                   //!< the host said no; who asked is not told
    bool removed = false;                  //!< by the host: cannot come again

    friend bool operator==(const TableGuest &, const TableGuest &) = default;
};

//! Whether that is a seat, not one that is only kept for somebody.
constexpr bool sits(Standing standing) { return standing == Standing::Seated || standing == Standing::Host; }

//! One coffee table, from its offer to its end. A state machine without timers: step() is told what happened and when, and
//! dueAt() says when it has to be told that time has passed.
struct CoffeeTable {
    TableId id;
    AccountId host;
    ClientId cid; //!< of the command that offered it
    PostId post;
    QString topic, language, zone;
    Time at; //!< its room opens
    int seats = limits::tableSeats;
    bool approval = false;
    TablePhase phase = TablePhase::Coming;
    qint64 version = 1;
    std::optional<RoomId> room = {};
    Time since{}; //!< Open: from when on silence counts: the opening, or since not all want to keep it any more
    std::optional<Time> ended = {};
    QList<TableGuest> guests = {}; //!< the host among them

    const TableGuest *guest(AccountId account) const; //!< nullptr for a stranger
    Standing standingOf(AccountId account) const;
    QList<TableGuest> seated() const;  //!< by seat, the host first; who had one at the end, too
    QList<TableGuest> waiting() const; //!< in the order of the line, without those to whom a seat is offered
    QList<TableGuest> asking() const;  //!< whom the host has not answered yet, the first first
    int keeping() const;
    bool isKept() const; //!< all who have a seat want that

    friend bool operator==(const CoffeeTable &, const CoffeeTable &) = default;
};

struct TableRules {
    Duration offerTime = limits::tableOfferTime;
    Duration quiet = limits::tableQuiet;
    int line = limits::tableLine;
};

//! What can happen to a table. Takes a free seat, or the one that is offered; `line`: or waits for one.
struct GuestJoined {
    AccountId account;
    bool line = false;
};
struct GuestLeft {
    AccountId account;
};
//! The host's answer to one who asked.
struct GuestAnswered {
    AccountId account;
    bool yes = true;
};
struct GuestRemoved {
    AccountId account;
};
struct GuestKeeps {
    AccountId account;
    bool on = true;
};
struct TableRenamed {
    QString topic;
};
struct TableClosed {};
struct TableTimePassed {};
using TableInput = std::variant<GuestJoined, GuestLeft, GuestAnswered, GuestRemoved, GuestKeeps, TableRenamed, TableClosed, TableTimePassed>;

struct TableStep {
    CoffeeTable table;
    //! The input had no effect. All the same something may have changed and has to be stored: what was due before it.
    std::optional<ErrorCode> refused = {};
    bool changed = false;       //!< something has to be stored and told
    bool opened = false;        //!< the room has to be opened, with all who sit as members
    bool ended = false;
    QList<AccountId> came = {}; //!< who sits now and did not
    QList<AccountId> went = {}; //!< who sat and does not any more, or leaves the table they end
};

//! A new table with its host.
CoffeeTable offerTable(CoffeeTable wished);

//! Pure. `active`: when something was said in the room last. What was due before `now` happens first. Refusals: table.own,
//! table.ended, table.not_found for who was removed, table.full, table.line, guest.not_found. Whether it is the host who answers,
//! removes, renames or closes is for the caller to know.
TableStep step(const CoffeeTable &table, const TableInput &input, Time now, std::optional<Time> active = {}, const TableRules &rules = {});

//! When step() has to be told that time has passed; nullopt: never.
std::optional<Time> dueAt(const CoffeeTable &table, std::optional<Time> active = {}, const TableRules &rules = {});

} // namespace jjak::domain
