// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/people/talk.h"
#include "common/protocol/table_commands.h"
#include "common/protocol/lounge_values.h"

//! How demo people behave at coffee tables: there is always room for people, and those are answered more than each other. Pure.
namespace jjak::people {

//! Whether the person of that number (from 0) offers tables at all: every third one does.
bool isHost(int number);
//! A table that begins soon, about what the post is about.
protocol::cmd::OfferTable tableWith(const protocol::Post &post, Speech speech, Time now, Rng &rng);
//! Where a demo person may sit down: a seat is left for people, and no more than two demo people sit there. Tables of people go
//! first. nullopt: nowhere.
std::optional<TableId> seatAmong(const QList<protocol::Table> &tables, Rng &rng);
//! Whether a guest has been there long enough; `heard`: when one of the people said something last.
bool isTimeToGo(const protocol::Table &table, std::optional<Time> heard, Time now);

//! What one demo person says in the room of one table: a greeting, answers to people, and hardly any to other demo people, so that
//! no table talks to itself.
class TableTalk {
public:
    //! The generator has to outlive it.
    TableTalk(const QString &name, Rng &rng) : m_talk(name, false, rng), m_rng(rng) {}

    QString greeting() { return m_talk.greeting(); }
    //! Whether to answer who said something; `others`: how many sit there besides oneself.
    bool answers(bool demo, int others);
    QString reply(const QString &heard) { return m_talk.reply(heard); }

private:
    Talk m_talk;
    Rng &m_rng;
    int m_toPeople = 0, m_toDemo = 0; //!< answers there were
};

} // namespace jjak::people
