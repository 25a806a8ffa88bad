// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>

#include "common/protocol/date_commands.h"
#include "server/domain/dates/date.h"

namespace jjak::app {

//! An event as it is stored, and the pace at which people come.
struct EventRow {
    protocol::EventInfo info;
    ClientId cid;               //!< the command that opened it
    std::optional<Time> latest; //!< when the last person entered its lobby
    Duration pace{0};           //!< smoothed time between two who enter; 0: not known
};

class EventStore {
public:
    virtual ~EventStore() = default;
    virtual std::optional<EventRow> find(EventId id) = 0;
    virtual std::optional<EventRow> byClientId(ClientId cid) = 0;
    virtual void save(const EventRow &row) = 0;         //!< inserts or replaces
    virtual QList<EventRow> current(int limit) = 0;     //!< not closed, the next first
    virtual QList<EventRow> ended(int limit) = 0;       //!< closed, the latest first
    virtual QList<EventRow> due(Time now, int limit) = 0; //!< not closed, until is at or before that moment
};

//! A script as an operator wrote it, and its words apart, for those who read them.
struct ScriptRow {
    ScriptId id;
    QString name;
    QString toml;
    QStringList languages;
    QList<QList<protocol::cmd::ScriptText>> texts; //!< by language, in the order of languages
};

class ScriptStore {
public:
    virtual ~ScriptStore() = default;
    virtual std::optional<QString> toml(ScriptId id) = 0;
    virtual void insert(const ScriptRow &row) = 0; //!< a script that is there already stays as it is
    //! By key; empty when the script or the language is not there.
    virtual QList<protocol::cmd::ScriptText> texts(ScriptId id, const QString &language) = 0;
};

//! Dates with their seats. An account has at most one seat that is active, that is in a date that is not closed and not
//! left by it (unique index).
class DateStore {
public:
    virtual ~DateStore() = default;
    virtual std::optional<domain::Date> find(DateId id) = 0;
    virtual std::optional<domain::Date> ofRoom(RoomId room) = 0;
    virtual std::optional<domain::Date> activeOf(AccountId account) = 0;
    //! Inserts or replaces with all seats; `due` as domain::dueAt() says.
    virtual void save(const domain::Date &date, std::optional<Time> due) = 0;
    //! Not closed, and due at or before that moment, or with an act that began after it (the clock went back); the earliest due first.
    virtual QList<DateId> due(Time now, int limit) = 0;
    virtual QList<DateId> lobbies(EventId event, int limit) = 0; //!< dates of the event still in the lobby, the oldest first
    virtual void allLost(Time now) = 0;                          //!< after a start: nobody in an open date is connected, from now on
    //! Removes dates that ended before that moment with their rooms and everything in them, at most limit.
    virtual void removeEnded(Time before, int limit) = 0;
};

//! Who may sit with whom.
class SeatingStore {
public:
    virtual ~SeatingStore() = default;
    //! The oldest lobby of the event that has a seat free and nobody in it who has blocked, was blocked by, has a direct room
    //! with, is kept apart from (now) or has met (now) this account. Demo people may always be met again; of
    //! them only blocks count.
    virtual std::optional<DateId> lobbyFor(EventId event, AccountId account, Time now) = 0;
    //! Whether two lobbies may become one, by the same rules.
    virtual bool mayMerge(DateId one, DateId other, Time now) = 0;
    virtual void remember(AccountId a, AccountId b, Time until) = 0; //!< they have met: not seated together until then
    virtual void forget(Time before, int limit) = 0;                 //!< removes what ended before that moment
};

//! Two arrows that met, and whether both want their room.
struct ArrowPairRow {
    PairId id;
    DateId date;
    struct Half {
        AccountId account;
        QString alias; //!< borne in the date
        bool yes = false;
    };
    std::array<Half, 2> halves;
    Time until;
    std::optional<RoomId> room;
};

class ArrowPairStore {
public:
    virtual ~ArrowPairStore() = default;
    virtual std::optional<ArrowPairRow> find(PairId id) = 0;
    virtual QList<ArrowPairRow> openOf(AccountId account, Time now, int limit) = 0; //!< until is after now and no room yet, the latest first
    virtual void save(const ArrowPairRow &row) = 0;                                //!< inserts or replaces
    virtual void removeEnded(Time before, int limit) = 0;
};

//! What the blind date remembers of an account beside its seat.
struct AttendanceRow {
    qint64 version = 0;
    std::optional<DateId> last; //!< the date shown: the one it sits in, or the latest one
    std::optional<protocol::LetGo> letGo;
};

class AttendanceStore {
public:
    virtual ~AttendanceStore() = default;
    virtual AttendanceRow find(AccountId account) = 0; //!< all zero for who never took part
    //! Version + 1, what else as it is stored. Returns the new row.
    virtual AttendanceRow advance(AccountId account) = 0;
    //! Version + 1, what else as given.
    virtual AttendanceRow advance(AccountId account, std::optional<DateId> last, const std::optional<protocol::LetGo> &letGo) = 0;
};

} // namespace jjak::app
