// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "evening.h"

namespace jjak::domain::testing {

using namespace Qt::StringLiterals;

Script designScript()
{
    Script script;
    script.name = u"design"_s;
    script.languages = {u"ko"_s, u"en"_s};
    script.acts.push_back({.phase = DatePhase::Welcome, .time = 14s, .gap = 2s, .lines = {u"w1"_s, u"w2"_s, u"w3"_s, u"w4"_s, u"w5"_s, u"w6"_s, u"w7"_s}, .announce = {}, .hush = {}});
    script.acts.push_back({.phase = DatePhase::Impression, .time = 20s, .lines = {u"impression"_s}, .announce = {}, .hush = {}});
    for (int round = 1; round <= 3; ++round) {
        script.acts.push_back({.phase = DatePhase::Topic, .round = round, .time = 4s, .gap = 2s, .lines = {u"topic"_s}, .announce = {}, .hush = {}});
        script.acts.push_back({.phase = DatePhase::Talk, .round = round, .frozen = false, .time = 180s, .lines = {u"talk"_s}, .announce = {60s, 10s}, .hush = 120s});
    }
    script.acts.push_back({.phase = DatePhase::Arrow, .time = 30s, .lines = {u"arrow"_s}, .announce = {10s}, .hush = {}});
    script.acts.push_back({.phase = DatePhase::Reveal, .time = 10s, .lines = {u"reveal"_s}, .announce = {}, .hush = {}});
    script.acts.push_back({.phase = DatePhase::Farewell, .frozen = false, .time = 30s, .gap = 10s, .lines = {u"bye1"_s, u"bye2"_s}, .announce = {}, .hush = {}});
    script.packs = {{u"food"_s, {u"food.a"_s, u"food.b"_s, u"food.c"_s}}, {u"trips"_s, {u"trips.a"_s, u"trips.b"_s}}, {u"songs"_s, {u"songs.a"_s}}, {u"books"_s, {u"books.a"_s, u"books.b"_s}}};
    return script;
}

Evening::Evening(int size, quint64 seed) : m_rng(seed)
{
    protocol::EventInfo event;
    event.event = EventId::random(m_rng);
    event.seats = size;
    date = openDate(DateId::random(m_rng), event, m_now);
}

DateStep Evening::tell(const DateInput &input)
{
    playTo(clock());
    return tellLate(input);
}

DateStep Evening::tellLate(const DateInput &input)
{
    DateStep done = step(date, input, m_now, m_rng, programme());
    date = done.date;
    for (const HostLine &line : std::as_const(done.lines))
        said.append({clock(), line.toText()});
    met += done.met;
    counts += done.met.isEmpty() ? 0 : 1;
    released += done.released;
    return done;
}

void Evening::playTo(Duration moment)
{
    const Time end = m_from + moment;
    for (auto due = dueAt(date, programme()); due && *due <= end; due = dueAt(date, programme())) {
        m_now = std::max(m_now, *due);
        tellLate(TimePassed{});
    }
    m_now = end;
}

void Evening::fill(int people)
{
    for (int i = 1; i <= people; ++i)
        tellLate(Entered{person(i)});
}

void Evening::playToPhase(DatePhase phase, int round)
{
    while (!date.closed && (this->phase() != phase || (round > 0 && roundOf(date, script) != round)))
        playTo(*dueAt(date, programme()) - m_from);
}

void Evening::openAt(Duration moment)
{
    setClock(moment);
    date.opened = date.since = m_now;
}

AccountId Evening::person(int number)
{
    return AccountId::fromBytes(QByteArray(15, 'p') + char(number));
}

} // namespace jjak::domain::testing
