// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/block_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

BlockId SqlBlockStore::insert(const app::BlockRow &row)
{
    m_database.change(u"INSERT INTO block (id, blocker, blocked, name, since) VALUES (?, ?, ?, ?, ?) ON CONFLICT (blocker, blocked) DO NOTHING"_s, row.id, row.by, row.whom, row.name, row.since);
    return m_database.value<BlockId>(u"SELECT id FROM block WHERE blocker = ? AND blocked = ?"_s, row.by, row.whom).value_or(BlockId());
}

QList<app::BlockRow> SqlBlockStore::by(AccountId account)
{
    return m_database.list(
        u"SELECT id, blocker, blocked, name, since FROM block WHERE blocker = ? ORDER BY since DESC, id"_s,
        [](Row &row) { app::BlockRow out; row.to(out.id, out.by, out.whom, out.name, out.since); return out; }, account);
}

void SqlBlockStore::hide(BlockId block, RoomId room, int member)
{
    m_database.change(u"INSERT INTO hidden_member (block, room, member) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s, block, room, member);
}

QList<protocol::HiddenMember> SqlBlockStore::hidden(AccountId account, int limit)
{
    return m_database.list(
        u"SELECT h.room, h.member FROM block b JOIN hidden_member h ON h.block = b.id WHERE b.blocker = ? ORDER BY b.since DESC, h.room LIMIT ?"_s,
        [](Row &row) { protocol::HiddenMember out; row.to(out.room, out.member); return out; }, account, limit);
}

bool SqlBlockStore::between(AccountId a, AccountId b)
{
    return m_database.value<bool>(u"SELECT EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = ?) OR EXISTS (SELECT 1 FROM block WHERE blocker = ? AND blocked = ?)"_s, a, b, b, a).value_or(false);
}

std::optional<AccountId> SqlBlockStore::remove(AccountId by, BlockId id)
{
    return m_database.value<AccountId>(u"DELETE FROM block WHERE id = ? AND blocker = ? RETURNING blocked"_s, id, by);
}

} // namespace jjak::storage
