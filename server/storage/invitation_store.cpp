// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/invitation_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::InvitationRow invitation(Row &row)
{
    app::InvitationRow out;
    row.to(out.id, out.room, out.account, out.through, out.by, out.at, out.accepted);
    return out;
}

AccountId account(Row &row)
{
    return row.next<AccountId>();
}

} // namespace

std::optional<app::InvitationRow> SqlInvitationStore::find(InvitationId id)
{
    return m_database.first(u"SELECT id, room, account, through, by, at, accepted FROM invitation WHERE id = ?"_s, invitation, id);
}

std::optional<app::InvitationRow> SqlInvitationStore::of(RoomId room, AccountId account)
{
    return m_database.first(u"SELECT id, room, account, through, by, at, accepted FROM invitation WHERE account = ? AND room = ?"_s, invitation, account, room);
}

void SqlInvitationStore::save(const app::InvitationRow &row)
{
    m_database.change(u"DELETE FROM invitation WHERE account = ? AND room = ?"_s, row.account, row.room);
    m_database.change(u"INSERT INTO invitation (id, room, account, through, by, at, accepted) VALUES (?, ?, ?, ?, ?, ?, ?)"_s, row.id, row.room, row.account, row.through, row.by, row.at, row.accepted);
}

QList<protocol::Invitation> SqlInvitationStore::openOf(AccountId whose, Time since)
{
    return m_database.list(
        u"SELECT i.id, r.name, i.through, (SELECT count(*) FROM member m WHERE m.room = r.id AND m.left_at IS NULL), i.at FROM invitation i JOIN room r ON r.id = i.room "
        "WHERE i.account = ? AND i.accepted IS NULL AND i.at > ? ORDER BY i.at DESC, i.id"_s,
        [](Row &row) {
            protocol::Invitation out;
            row.to(out.invitation, out.name, out.from, out.members, out.at);
            return out;
        },
        whose, since);
}

QList<AccountId> SqlInvitationStore::waiting(RoomId room, Time since, int limit)
{
    return m_database.list(u"SELECT account FROM invitation WHERE room = ? AND accepted IS NULL AND at > ? LIMIT ?"_s, account, room, since, limit);
}

void SqlInvitationStore::remove(InvitationId id)
{
    m_database.change(u"DELETE FROM invitation WHERE id = ?"_s, id);
}

QList<AccountId> SqlInvitationStore::withdrawBy(RoomId room, int member)
{
    return m_database.list(u"DELETE FROM invitation WHERE room = ? AND by = ? AND accepted IS NULL RETURNING account"_s, account, room, member);
}

QList<AccountId> SqlInvitationStore::withdrawThrough(RoomId direct)
{
    return m_database.list(u"DELETE FROM invitation WHERE through = ? AND accepted IS NULL RETURNING account"_s, account, direct);
}

QList<AccountId> SqlInvitationStore::sweep(Time before, int limit)
{
    const auto gone = m_database.list(u"DELETE FROM invitation WHERE id IN (SELECT id FROM invitation WHERE at <= ? ORDER BY at LIMIT ?) RETURNING id, room, account, through, by, at, accepted"_s, invitation, before, limit);
    QList<AccountId> out;
    for (const app::InvitationRow &row : gone) {
        if (!row.accepted && !out.contains(row.account))
            out.append(row.account);
    }
    return out;
}

} // namespace jjak::storage
