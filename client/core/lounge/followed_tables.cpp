// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/followed_tables.h"

#include <QPointer>
#include <algorithm>

namespace jjak::client {

using namespace protocol;

namespace {

template <class Test>
std::optional<Table> firstOf(const QHash<TableId, Table> &known, Test test)
{
    const auto it = std::ranges::find_if(known, test);
    return it == known.end() ? std::nullopt : std::optional(*it);
}

} // namespace

FollowedTables::FollowedTables(Session &session, QObject *parent) : QObject(parent), m_tables(session.tables())
{
    connect(&m_tables, &Tables::tableChanged, this, &FollowedTables::take);
    connect(&m_tables, &Tables::forgotten, this, [this] {
        m_watch.forget();
        m_ending.clear();
        Q_EMIT forgotten();
    });
    connect(&session, &Session::synced, this, &FollowedTables::catchUp);
}

std::optional<Table> FollowedTables::find(TableId table) const
{
    const auto it = m_watch.known().constFind(table);
    return it == m_watch.known().cend() ? std::nullopt : std::optional(*it);
}

std::optional<Table> FollowedTables::ofRoom(RoomId room) const
{
    return firstOf(m_watch.known(), [room](const Table &table) { return table.room == room; });
}

std::optional<Table> FollowedTables::ofPost(PostId post) const
{
    return firstOf(m_watch.known(), [post](const Table &table) { return table.post == post && table.phase != TablePhase::Ended; });
}

//! What was missed while there was no connection. Of those that have ended the latest are enough: the rooms of others are gone.
void FollowedTables::catchUp()
{
    for (const bool past : {false, true}) {
        m_tables.list({true, past, {}}, [self = QPointer<FollowedTables>(this), past](const Result<cmd::TableList> &page) {
            if (!self || !page)
                return; // asked again after the next reconnect
            for (const Table &table : page->tables)
                self->take(table);
            if (past)
                return;
            const QList<TableId> alive = self->m_watch.alive();
            for (const TableId &id : alive)
                if (std::ranges::find(page->tables, id, &Table::table) == page->tables.end())
                    self->m_tables.look(id, [self](const Result<Table> &now) {
                        if (self && now)
                            self->take(*now);
                    });
        });
    }
}

void FollowedTables::take(const Table &table)
{
    const auto before = find(table.table);
    if ((before && (before->version > table.version || *before == table)) || (!before && table.mine == Standing::None))
        return; // thanks make no version
    const auto news = m_watch.update(table);
    Q_EMIT changed(table);
    for (const TableNews &each : news)
        if (each.kind != TableNews::Kind::Ended || !m_ending.remove(table.table))
            Q_EMIT told(table, each);
}

} // namespace jjak::client
