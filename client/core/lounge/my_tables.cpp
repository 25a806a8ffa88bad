// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/my_tables.h"

#include <algorithm>

namespace jjak::client {

using namespace protocol;

namespace {

bool hasSeat(const Table &table)
{
    return table.mine == Standing::Seated || table.mine == Standing::Host;
}

} // namespace

MyTables::MyTables(Tables &tables, QObject *parent) : QObject(parent), m_tables(tables)
{
    connect(&tables, &Tables::tableChanged, this, &MyTables::tell);
    connect(&tables, &Tables::forgotten, this, &MyTables::forget);
}

void MyTables::forget()
{
    ++m_round;
    m_alive.clear();
    m_past.clear();
    m_toldSince.clear();
    m_next.clear();
    m_state = State::Idle;
    m_listed = false;
    m_asked = 0;
    Q_EMIT changed();
}

void MyTables::ask(bool past, const QString &after, std::function<void(const Page &)> take)
{
    const cmd::ListTables wanted{true, past, after.isEmpty() ? std::nullopt : std::optional(after)};
    ++m_asked;
    m_state = State::Loading;
    m_tables.list(wanted, [self = QPointer<MyTables>(this), take = std::move(take), round = m_round](const Result<Page> &page) {
        if (!self || round != self->m_round)
            return;
        --self->m_asked;
        if (page) {
            take(*page);
        } else {
            ++self->m_round; // nothing is taken by halves
            self->m_asked = 0;
            self->m_state = State::Failed;
            self->m_error = page.error();
        }
        self->settle();
    });
}

void MyTables::refresh()
{
    ++m_round;
    m_asked = 0;
    m_toldSince.clear();
    ask(false, {}, [this](const Page &page) { takeAlive({}, page); });
    ask(true, {}, [this](const Page &page) { takeFirstPast(page); });
    Q_EMIT changed();
}

void MyTables::fetchMore()
{
    if (m_state == State::Loading || !hasMore())
        return;
    ask(true, m_next, [this](const Page &page) {
        m_past += page.tables;
        m_next = page.next.value_or(QString());
    });
    Q_EMIT changed();
}

//! Nobody has so many tables that more than a few pages follow each other.
void MyTables::takeAlive(List sofar, const Page &page)
{
    sofar += page.tables;
    if (page.next && !page.tables.isEmpty())
        return ask(false, *page.next, [this, sofar](const Page &next) { takeAlive(sofar, next); });
    m_alive = sofar;
}

void MyTables::takeFirstPast(const Page &page)
{
    m_past = page.tables;
    m_next = page.next.value_or(QString());
}

//! Once all answers are here, what was told meanwhile is newer than they are.
void MyTables::settle()
{
    if (m_asked == 0) {
        if (m_state == State::Loading) {
            m_state = State::Idle;
            m_listed = true;
        }
        const auto told = std::exchange(m_toldSince, {});
        for (const Table &table : told)
            if (m_listed)
                put(table);
    }
    Q_EMIT changed();
}

void MyTables::tell(const Table &table)
{
    if (m_asked > 0)
        m_toldSince.insert(table.table, table);
    if (!m_listed)
        return;
    put(table);
    Q_EMIT changed();
}

void MyTables::put(const Table &table)
{
    const auto same = [&table](const Table &one) { return one.table == table.table; };
    const auto newer = [&table, &same](const Table &one) { return same(one) && one.version > table.version; };
    if (std::ranges::any_of(m_alive, newer) || std::ranges::any_of(m_past, newer))
        return;
    m_alive.removeIf(same);
    m_past.removeIf(same);
    if (table.mine == Standing::None)
        return;
    if (table.phase == TablePhase::Ended)
        return m_past.prepend(table);
    m_alive.insert(std::ranges::find_if(m_alive, [&table](const Table &one) { return one.at > table.at; }), table);
}

MyTables::List MyTables::coming() const
{
    List out = m_alive;
    out.removeIf([](const Table &table) { return !hasSeat(table); });
    return out;
}

MyTables::List MyTables::waiting() const
{
    List out = m_alive;
    out.removeIf(hasSeat);
    return out;
}

MyTables::List MyTables::all() const
{
    return m_alive + m_past;
}

} // namespace jjak::client
