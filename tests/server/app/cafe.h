// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/app/counter.h"

namespace jjak::app::test {

//! People with a name in the lounge, a post of the host, and tables.
struct Cafe {
    Cafe();

    Guest &person(const QString &name, bool demo = false);
    PersonaId personaOf(const Guest &guest) { return counter.stores().personas.of(guest.identity.account)->id; }
    PostId post(const Guest &author);
    //! A good offer for a new post of that author.
    protocol::cmd::OfferTable wish(Guest &author, std::optional<Duration> in = 1h, int seats = 3);
    TableId offer(Guest &host, const protocol::cmd::OfferTable &command);
    TableId offer(std::optional<Duration> in = 1h, int seats = 3, bool approval = false);
    //! Nothing when it was done, else why not.
    template <class C>
    std::optional<ErrorCode> refusal(Guest &who, const C &command)
    {
        const auto answer = counter.ask(who, command);
        return answer ? std::nullopt : std::optional(answer.error().code);
    }
    std::optional<ErrorCode> join(Guest &who, TableId table, bool line = false) { return refusal(who, protocol::cmd::JoinTable{table, line, true}); }
    std::optional<ErrorCode> leave(Guest &who, TableId table) { return refusal(who, protocol::cmd::LeaveTable{table}); }
    std::optional<ErrorCode> say(Guest &who, RoomId room, const QString &text = QStringLiteral("hello")) { return refusal(who, protocol::cmd::Send{room, ClientId::random(rng), text}); }
    protocol::Table look(Guest &who, TableId table);
    domain::CoffeeTable stored(TableId table) { return *counter.stores().tables.find(table); }
    QStringList names(TableId table);
    //! Who is in the room now.
    QStringList inRoom(RoomId room);
    QStringList notices(RoomId room);
    void block(Guest &by, Guest &whom);
    //! The latest state of the table that was told to them.
    static std::optional<protocol::Table> told(const Guest &guest);

    Counter counter;
    SeededRng rng{11};
    Guest &host = person(QStringLiteral("host"));
    Guest &one = person(QStringLiteral("one"));
    Guest &two = person(QStringLiteral("two"));
    Guest &three = person(QStringLiteral("three"));
    Guest &four = person(QStringLiteral("four"));
};

} // namespace jjak::app::test
