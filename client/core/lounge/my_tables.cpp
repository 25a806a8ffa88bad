// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/my_tables.h"

#include <QPointer>
#include <algorithm>

namespace jjak::client {

using namespace protocol;

namespace {

bool hasSeat(const Table &table)
{
    return table.mine == Standing::Seated || table.mine == Standing::Host;
}

bool hasEnded(const Table &table)
{
    return table.phase == TablePhase::Ended;
}

//! As the server orders them: by their times.
bool isBefore(const Table &one, const Table &other)
{
    return std::pair(one.at, one.table) < std::pair(other.at, other.table);
}

template <class Test>
MyTables::List those(const QHash<TableId, Table> &known, Test test)
{
    MyTables::List out;
    std::ranges::copy_if(known, std::back_inserter(out), test);
    std::ranges::sort(out, isBefore);
    return out;
}

template <class Test>
std::optional<Table> firstOf(const QHash<TableId, Table> &known, Test test)
{
    const auto it = std::ranges::find_if(known, test);
    return it == known.end() ? std::nullopt : std::optional(*it);
}

} // namespace

MyTables::MyTables(Session &session, QObject *parent) : QObject(parent), m_tables(session.tables())
{
    connect(&m_tables, &Tables::tableChanged, this, &MyTables::hear);
    connect(&m_tables, &Tables::forgotten, this, &MyTables::forget);
    connect(&session, &Session::synced, this, &MyTables::refresh);
}

void MyTables::forget()
{
    ++m_round;
    m_watch.forget();
    m_ending.clear();
    m_unheard.clear();
    m_left.clear();
    m_next.clear();
    m_state = State::Idle;
    m_listed = false;
    m_asked = 0;
    Q_EMIT changed();
}

// --- asking ---------------------------------------------------------------------------------------------------------

void MyTables::refresh()
{
    ++m_round;
    m_asked = 0;
    m_left.clear();
    const auto known = m_watch.known().keys();
    m_unheard = QSet(known.cbegin(), known.cend());
    askAlive({});
    askPast({});
    Q_EMIT changed();
}

void MyTables::fetchMore()
{
    if (m_state == State::Loading || !hasMore())
        return;
    askPast(m_next);
    Q_EMIT changed();
}

//! Nobody has so many tables that more than a few pages follow each other.
void MyTables::askAlive(const QString &after)
{
    ask(false, after, [this](const Page &page) {
        if (page.next && !page.tables.isEmpty())
            askAlive(*page.next);
    });
}

void MyTables::askPast(const QString &after)
{
    ask(true, after, [this](const Page &page) { m_next = page.next.value_or(QString()); });
}

void MyTables::ask(bool past, const QString &after, std::function<void(const Page &)> then)
{
    const cmd::ListTables wanted{true, past, after.isEmpty() ? std::nullopt : std::optional(after)};
    m_tables.list(wanted, expect<Page>([this, then = std::move(then)](const Result<Page> &page) {
        if (!page)
            return fail(page.error());
        for (const Table &table : page->tables)
            takeAnswer(table);
        then(*page);
    }));
}

void MyTables::look(TableId table)
{
    m_tables.look(table, expect<Table>([this, table](const Result<Table> &now) {
        if (now)
            takeAnswer(*now);
        else if (now.error().code == ErrorCode::TableNotFound)
            m_watch.forget(table);
        else
            fail(now.error());
    }));
}

template <class T>
Tables::Answer<T> MyTables::expect(std::function<void(const Result<T> &)> take)
{
    ++m_asked;
    m_state = State::Loading;
    return [self = QPointer<MyTables>(this), take = std::move(take), round = m_round](const Result<T> &answer) {
        if (!self || round != self->m_round)
            return;
        --self->m_asked;
        take(answer);
        if (round == self->m_round)
            self->settle();
    };
}

//! Once all answers are here: of what they did not tell, the ended ones come again with fetchMore(), and each of the others has
//! ended long ago, or one was removed from it.
void MyTables::settle()
{
    if (m_asked == 0) {
        const auto unheard = std::exchange(m_unheard, {});
        for (const TableId &id : unheard)
            if (const auto table = find(id); table && !hasEnded(*table))
                look(id);
            else
                m_watch.forget(id);
    }
    if (m_asked == 0) {
        m_state = State::Idle;
        m_listed = true;
    }
    Q_EMIT changed();
}

void MyTables::fail(const Error &error)
{
    ++m_round;
    m_asked = 0;
    m_state = State::Failed;
    m_error = error;
    Q_EMIT changed();
}

// --- being told -----------------------------------------------------------------------------------------------------

void MyTables::hear(const Table &table)
{
    if (table.mine == Standing::None)
        m_left.insert(table.table);
    else
        m_left.remove(table.table);
    take(table);
    Q_EMIT changed();
}

void MyTables::takeAnswer(const Table &table)
{
    if (!m_left.contains(table.table))
        take(table);
}

void MyTables::take(const Table &table)
{
    m_unheard.remove(table.table);
    const auto before = find(table.table);
    if (before && (before->version > table.version || *before == table))
        return; // thanks make no version
    const auto news = m_watch.update(table);
    Q_EMIT tableChanged(table);
    for (const TableNews &each : news)
        if (each.kind != TableNews::Kind::Ended || !m_ending.remove(table.table))
            Q_EMIT told(table, each);
}

// --- what there is --------------------------------------------------------------------------------------------------

MyTables::List MyTables::coming() const
{
    return those(m_watch.known(), [](const Table &table) { return !hasEnded(table) && hasSeat(table); });
}

MyTables::List MyTables::waiting() const
{
    return those(m_watch.known(), [](const Table &table) { return !hasEnded(table) && !hasSeat(table); });
}

MyTables::List MyTables::past() const
{
    List out = those(m_watch.known(), hasEnded);
    std::ranges::reverse(out);
    return out;
}

MyTables::List MyTables::all() const
{
    return coming() + waiting() + past();
}

std::optional<Table> MyTables::find(TableId table) const
{
    const auto it = m_watch.known().constFind(table);
    return it == m_watch.known().cend() ? std::nullopt : std::optional(*it);
}

std::optional<Table> MyTables::ofRoom(RoomId room) const
{
    return firstOf(m_watch.known(), [room](const Table &table) { return table.room == room; });
}

std::optional<Table> MyTables::ofPost(PostId post) const
{
    return firstOf(m_watch.known(), [post](const Table &table) { return table.post == post && !hasEnded(table); });
}

} // namespace jjak::client
