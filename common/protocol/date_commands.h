// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/date_values.h"
#include "common/protocol/spec.h"

//! What clients may ask about events and blind dates.
namespace jjak::protocol::cmd {

struct OpenEvent {
    using Reply = EventInfo;
    ClientId cid;
    QString heading;
    Time from;
    Time until;
    QString zone;
    int seats = limits::seats;
    QList<QString> languages;
    std::optional<QString> script;
    static constexpr Spec spec{"event.open", Access::Operator, Route::Write, Family::Operate, "Opens an event: a time window in which blind dates are seated."};
    static constexpr auto fields(auto each)
    {
        return each(field("cid", &OpenEvent::cid, "The same for every repetition of this command."), field("title", &OpenEvent::heading, "What to call it.", Rule::line(1, 80)),
                          field("from", &OpenEvent::from, "The first dates start."), field("until", &OpenEvent::until, "Nobody is seated from then on; at most 24 h after `from`."),
                          field("zone", &OpenEvent::zone, "The time zone it is planned in (IANA name).", Rule::line(1, 64)), field("seats", &OpenEvent::seats, "Seats of one date.", Rule::range(limits::seatsMin, limits::seatsMax)),
                          field("languages", &OpenEvent::languages, "What is spoken there (BCP 47); the script must have all of them.", Rule::range(1, 8)),
                          field("script", &OpenEvent::script, "The host's programme (TOML); without it the server's own.", Rule::text(1, limits::scriptCodePoints)));
    }
};

struct CloseEvent {
    using Reply = EventInfo;
    EventId event;
    static constexpr Spec spec{"event.close", Access::Operator, Route::Write, Family::Operate, "Closes an event now: who waits is told and let go, dates that run go on to their end."};
    static constexpr auto fields(auto each) { return each(field("event", &CloseEvent::event, "Which event.")); }
};

struct EventList {
    QList<EventInfo> events;
    static constexpr std::string_view title = "EventList";
    static constexpr auto fields(auto each) { return each(field("events", &EventList::events, "The next first; of ended ones the latest first.", Rule::upTo(limits::eventsPage))); }
};

struct ListEvents {
    using Reply = EventList;
    bool ended = false;
    static constexpr Spec spec{"event.list", Access::SignedIn, Route::Read, Family::Read, "Events that have not ended, or the latest that have."};
    static constexpr auto fields(auto each) { return each(field("ended", &ListEvents::ended, "Those that have ended.")); }
};

//! One line of a script.
struct ScriptText {
    QString key;
    QString text;
    static constexpr std::string_view title = "ScriptText";
    static constexpr auto fields(auto each)
    {
        return each(field("key", &ScriptText::key, "What messages of the host name it by.", Rule::line(1, 64)),
                          field("text", &ScriptText::text, "What the host says; `%1`, `%2` … stand for the message's arguments, `%*` for all of them as a list.", Rule::line(1, 400)));
    }
    bool operator==(const ScriptText &) const = default;
};

struct Texts {
    QList<ScriptText> texts;
    static constexpr std::string_view title = "Texts";
    static constexpr auto fields(auto each) { return each(field("texts", &Texts::texts, "All lines and topics, by key.", Rule::upTo(1000))); }
};

struct ScriptTexts {
    using Reply = Texts;
    ScriptId script;
    QString language;
    static constexpr Spec spec{"script.texts", Access::SignedIn, Route::Read, Family::Read, "What the host of that script says, in one language. It never changes: keep it."};
    static constexpr auto fields(auto each)
    {
        return each(field("script", &ScriptTexts::script, "Which script."), field("language", &ScriptTexts::language, "In which language (BCP 47).", Rule::line(2, 16)));
    }
};

struct EnterDate {
    using Reply = BlindDate;
    EventId event;
    static constexpr Spec spec{"date.enter", Access::SignedIn, Route::Write, Family::Date, "Waits in the event's lobby; again while waiting or seated it only answers."};
    static constexpr auto fields(auto each) { return each(field("event", &EnterDate::event, "Which event.")); }
};

struct LeaveDate {
    using Reply = BlindDate;
    static constexpr Spec spec{"date.leave", Access::SignedIn, Route::Write, Family::Safety, "Leaves the lobby, or the date for good; again without effect."};
    static constexpr auto fields(auto each) { return each(); }
};

struct Pick {
    using Reply = BlindDate;
    DateId date;
    int seat = 0;
    static constexpr Spec spec{"date.pick", Access::SignedIn, Route::Write, Family::Date, "Notes a first impression: kept for oneself alone, changeable until the phase ends."};
    static constexpr auto fields(auto each) { return each(field("date", &Pick::date, "Which date."), field("seat", &Pick::seat, "Whom; 0: nobody.", Rule::range(0, limits::seatsMax))); }
};

struct Shoot {
    using Reply = BlindDate;
    DateId date;
    int seat = 0;
    static constexpr Spec spec{"date.arrow", Access::SignedIn, Route::Write, Family::Date, "Points one's arrow: secret, changeable until the phase ends."};
    static constexpr auto fields(auto each) { return each(field("date", &Shoot::date, "Which date."), field("seat", &Shoot::seat, "At whom; 0: at nobody.", Rule::range(0, limits::seatsMax))); }
};

struct OpenPair {
    using Reply = BlindDate;
    PairId pair;
    static constexpr Spec spec{"pair.open", Access::SignedIn, Route::Write, Family::Date, "Says that one wants the pair's room; it opens when both have."};
    static constexpr auto fields(auto each) { return each(field("pair", &OpenPair::pair, "Which pair.")); }
};

struct SetRole {
    using Reply = Empty;
    QString name;
    Role role = Role::User;
    static constexpr Spec spec{"account.set_role", Access::Local, Route::Write, Family::Operate, "Says what an account may do; only over the server's control socket."};
    static constexpr auto fields(auto each) { return each(field("name", &SetRole::name, "The account's name.", Rule::line(1, 64)), field("role", &SetRole::role, "What it may do from now on.")); }
};

} // namespace jjak::protocol::cmd
