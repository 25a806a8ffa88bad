// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/values.h"

//! The values of the blind date.
namespace jjak::protocol {

enum class DatePhase { Welcome, Impression, Topic, Talk, Arrow, Reveal, Farewell, Closed };
enum class SeatState { Here, Away, Left };
enum class LobbyEnd { EventClosed, Lost };

JJAK_ENUM(DatePhase, "welcome", "impression", "topic", "talk", "arrow", "reveal", "farewell", "closed");
JJAK_ENUM(SeatState, "here", "away", "left");
JJAK_ENUM(LobbyEnd, "event_closed", "lost");

//! A time window in which blind dates are seated.
struct EventInfo {
    EventId event;
    qint64 version = 0;
    QString heading;
    Time from;
    Time until;
    QString zone;
    int seats = limits::seats;
    QList<QString> languages;
    ScriptId script;
    Time doors;
    bool closed = false;
    static constexpr std::string_view title = "EventInfo";
    static constexpr auto fields(auto each)
    {
        return each(field("event", &EventInfo::event, "Its id."), field("version", &EventInfo::version, "Grows with every change."),
                          field("title", &EventInfo::heading, "What the operator called it.", Rule::line(1, 80)), field("from", &EventInfo::from, "The first dates start."),
                          field("until", &EventInfo::until, "Nobody is seated from then on; dates that run go on to their end."),
                          field("zone", &EventInfo::zone, "The time zone it was planned in (IANA name).", Rule::line(1, 64)),
                          field("seats", &EventInfo::seats, "Seats of one date.", Rule::range(limits::seatsMin, limits::seatsMax)),
                          field("languages", &EventInfo::languages, "What is spoken there (BCP 47).", Rule::range(1, 8)), field("script", &EventInfo::script, "The host's programme; its lines come with `script.texts`."),
                          field("doors", &EventInfo::doors, "From then on the lobby takes people in."), field("closed", &EventInfo::closed, "Ended, by its time or by an operator."));
    }
    bool operator==(const EventInfo &) const = default;
};

//! Waiting for a date: no number, no order, only how many.
struct Lobby {
    EventId event;
    int seated = 0;
    int seats = limits::seats;
    Time since;
    std::optional<Time> starts;
    std::optional<qint64> wait;
    static constexpr std::string_view title = "Lobby";
    static constexpr auto fields(auto each)
    {
        return each(field("event", &Lobby::event, "Which event."), field("seated", &Lobby::seated, "How many wait for this date, oneself included.", Rule::range(1, limits::seatsMax)),
                          field("seats", &Lobby::seats, "With how many it starts at once.", Rule::range(limits::seatsMin, limits::seatsMax)), field("since", &Lobby::since, "Waiting since."),
                          field("starts", &Lobby::starts, "When it starts as it is now; absent while too few wait."), field("wait", &Lobby::wait, "Until it is full at the pace of the last minutes, in ms; absent when nobody can tell."));
    }
    bool operator==(const Lobby &) const = default;
};

//! A place in a date and the alias of who sits there. Numbers are dealt at the start and tell no order of arrival.
struct Seat {
    int number = 0;
    QString alias;
    SeatState state = SeatState::Here;
    bool demo = false;
    static constexpr std::string_view title = "Seat";
    static constexpr auto fields(auto each)
    {
        return each(field("number", &Seat::number, "Also the member's number in the date's room.", Rule::range(1, limits::seatsMax)),
                          field("alias", &Seat::alias, "`animal:mood:colour`; every client has the words and draws the avatar.", Rule::line(1, 64)),
                          field("state", &Seat::state, "`away` can be chosen by an arrow, `left` cannot."), field("demo", &Seat::demo, "A demo person, not a human."));
    }
    bool operator==(const Seat &) const = default;
};

//! What the arrows brought. Everybody gets one, of the same size, at the same moment.
struct Reveal {
    PairId pair;
    int seat = 0;
    Time until;
    Answer mine = Answer::Open;
    std::optional<RoomId> room = std::nullopt;
    static constexpr std::string_view title = "Reveal";
    static constexpr auto fields(auto each)
    {
        return each(field("pair", &Reveal::pair, "For `pair.open`; means nothing to who met nobody."), field("seat", &Reveal::seat, "Whose arrow met one's own; 0: nobody's.", Rule::range(0, limits::seatsMax)),
                          field("until", &Reveal::until, "Until then both may say that they want their room."), field("mine", &Reveal::mine, "One's own word so far."),
                          field("room", &Reveal::room, "Their room, once both have said so."));
    }
    bool operator==(const Reveal &) const = default;
};

//! A date as one of its seats sees it.
struct Date {
    DateId date;
    EventId event;
    RoomId room;
    ScriptId script;
    DatePhase phase = DatePhase::Welcome;
    int round = 0;
    int rounds = 0;
    Time since;
    std::optional<Time> until;
    bool frozen = true;
    std::optional<Time> thaw;
    std::optional<QString> topic;
    int me = 0;
    QList<Seat> seats;
    int impression = 0;
    int arrow = 0;
    QList<int> hidden;
    std::optional<Time> cooling;
    std::optional<Reveal> reveal;
    static constexpr std::string_view title = "Date";
    static constexpr auto fields(auto each)
    {
        return each(field("date", &Date::date, "Its id."), field("event", &Date::event, "Of which event."), field("room", &Date::room, "Its conversation."), field("script", &Date::script, "The host's programme."),
                          field("phase", &Date::phase, "Where the programme stands."), field("round", &Date::round, "Which topic, from 1; 0 before the first.", Rule::range(0, 9)),
                          field("rounds", &Date::rounds, "How many topics there are.", Rule::range(1, 9)), field("since", &Date::since, "When this phase began."), field("until", &Date::until, "When it ends; absent once closed."),
                          field("frozen", &Date::frozen, "Nobody but the host may write."), field("thaw", &Date::thaw, "While frozen: when writing goes on; absent when it does not."),
                          field("topic", &Date::topic, "The topic's key in the script.", Rule::line(1, 64)), field("me", &Date::me, "One's own seat.", Rule::range(1, limits::seatsMax)),
                          field("seats", &Date::seats, "All of them, by number.", Rule::range(1, limits::seatsMax)), field("impression", &Date::impression, "One's own first impression, told to nobody; 0: none.", Rule::range(0, limits::seatsMax)),
                          field("arrow", &Date::arrow, "Where one's own arrow points; 0: at nobody.", Rule::range(0, limits::seatsMax)),
                          field("hidden", &Date::hidden, "Seats this account has blocked.", Rule::upTo(limits::seatsMax)), field("cooling", &Date::cooling, "Until then this seat may only read."),
                          field("reveal", &Date::reveal, "From the reveal on."));
    }
    bool operator==(const Date &) const = default;
};

//! A pair of an earlier date whose time has not ended.
struct Pair {
    PairId pair;
    QString alias;
    Time until;
    Answer mine = Answer::Open;
    static constexpr std::string_view title = "Pair";
    static constexpr auto fields(auto each)
    {
        return each(field("pair", &Pair::pair, "Its id."), field("alias", &Pair::alias, "The alias of the other.", Rule::line(1, 64)), field("until", &Pair::until, "Until then both may say that they want their room."),
                          field("mine", &Pair::mine, "One's own word so far."));
    }
    bool operator==(const Pair &) const = default;
};

//! How waiting ended without a date.
struct LetGo {
    EventId event;
    LobbyEnd reason = LobbyEnd::EventClosed;
    static constexpr std::string_view title = "LetGo";
    static constexpr auto fields(auto each) { return each(field("event", &LetGo::event, "Which event."), field("reason", &LetGo::reason, "Why.")); }
    bool operator==(const LetGo &) const = default;
};

//! Everything the blind date knows about one account. A higher version replaces a lower one.
struct BlindDate {
    qint64 version = 0;
    std::optional<Lobby> lobby;
    std::optional<Date> date;
    QList<Pair> pairs;
    std::optional<LetGo> letGo;
    static constexpr std::string_view title = "BlindDate";
    static constexpr auto fields(auto each)
    {
        return each(field("version", &BlindDate::version, "Grows with every change that this account sees."), field("lobby", &BlindDate::lobby, "Present while waiting."),
                          field("date", &BlindDate::date, "The date one sits in, or the last one until the next or until its room is gone."),
                          field("pairs", &BlindDate::pairs, "Of earlier dates, while their time lasts and no room is open.", Rule::upTo(limits::openPairs)), field("letGo", &BlindDate::letGo, "How the last waiting ended, if not with a date."));
    }
    bool operator==(const BlindDate &) const = default;
};

} // namespace jjak::protocol
