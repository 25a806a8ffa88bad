// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "common/protocol/values.h"

//! The values of coffee tables.
namespace jjak::protocol {

//! Coming: before its time. Open: its room is there. Ended: closed by its host, or by itself.
enum class TablePhase { Coming, Open, Ended };
//! What a person has to do with a table. Asked: waits for the host's word. Waiting: in line. Offered: a seat is free for them until
//! a deadline.
enum class Standing { None, Asked, Waiting, Offered, Seated, Host };

JJAK_ENUM(TablePhase, "coming", "open", "ended");
JJAK_ENUM(Standing, "none", "asked", "waiting", "offered", "seated", "host");

//! Somebody at a table, or who asked to come to it.
struct TableGuest {
    PersonaId persona;
    QString name;
    bool demo = false;
    static constexpr std::string_view title = "TableGuest";
    static constexpr auto fields(auto each)
    {
        return each(field("persona", &TableGuest::persona, "Who, as in the lounge."), field("name", &TableGuest::name, "The name in the lounge.", Rule::line(0, 64)),
                          field("demo", &TableGuest::demo, "A demo person, not a human."));
    }
    bool operator==(const TableGuest &) const = default;
};

//! A coffee table as one person sees it.
struct Table {
    TableId table;
    qint64 version = 0;
    PostId post;
    QString topic;
    QString language;
    Time at;
    QString zone;
    int seats = 4;
    bool approval = false;
    TablePhase phase = TablePhase::Coming;
    QList<TableGuest> guests;
    int line = 0;
    Standing mine = Standing::None;
    int place = 0;
    std::optional<Time> until;
    QList<TableGuest> asking;
    std::optional<RoomId> room;
    int keeping = 0;
    bool keep = false;
    bool kept = false;
    bool thanked = false;
    static constexpr std::string_view title = "Table";
    static constexpr auto fields(auto each)
    {
        return each(field("table", &Table::table, "Its id."), field("version", &Table::version, "Grows with every change."), field("post", &Table::post, "The post that offers it."),
                          field("topic", &Table::topic, "What it is about.", Rule::line(1, limits::tableTopicCodePoints)), field("language", &Table::language, "Code of the language spoken, as `ko`.", Rule::line(2, 16)),
                          field("at", &Table::at, "When its room opens."), field("zone", &Table::zone, "The host's time zone, as `Asia/Seoul`.", Rule::line(1, 64)),
                          field("seats", &Table::seats, "How many, the host's among them.", Rule::range(limits::tableSeatsMin, limits::tableSeats)),
                          field("approval", &Table::approval, "The host decides who comes."), field("phase", &Table::phase, "Where it stands."),
                          field("guests", &Table::guests, "Who has a seat, the host first; after the end nobody.", Rule::upTo(limits::tableSeats)),
                          field("line", &Table::line, "How many wait for a seat.", Rule::range(0, limits::tableLine)), field("mine", &Table::mine, "What one has to do with it oneself."),
                          field("place", &Table::place, "One's own place in the line, from 1; 0: not in it.", Rule::range(0, limits::tableLine)),
                          field("until", &Table::until, "The free seat is kept for oneself until then."),
                          field("asking", &Table::asking, "For the host: who asks to come, the first first.", Rule::upTo(limits::tableLine)), field("room", &Table::room, "Its room, for those who have a seat."),
                          field("keeping", &Table::keeping, "How many want to keep it; once all do, it does not end by itself.", Rule::range(0, limits::tableSeats)),
                          field("keep", &Table::keep, "Oneself wants to."), field("kept", &Table::kept, "It does not end by itself."), field("thanked", &Table::thanked, "Oneself has thanked the host."));
    }
    bool operator==(const Table &) const = default;
};

} // namespace jjak::protocol
