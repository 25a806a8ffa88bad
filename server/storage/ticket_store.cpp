// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/ticket_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

domain::Ticket ticket(Row &row)
{
    domain::Ticket out;
    row.to(out.account, out.device, out.cell, out.reach, out.since, out.front, out.proposal, out.away, out.demo);
    return out;
}

} // namespace

std::optional<domain::Ticket> SqlTicketStore::find(AccountId account)
{
    return m_database.first(u"SELECT account, device, cell, reach, since, front, proposal, away, demo FROM ticket WHERE account = ?"_s, ticket, account);
}

void SqlTicketStore::save(const domain::Ticket &t)
{
    m_database.change(u"INSERT INTO ticket (account, device, cell, reach, since, front, proposal, away, demo) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (account) DO UPDATE SET device = excluded.device, cell = excluded.cell, reach = excluded.reach, since = excluded.since, "
                      "front = excluded.front, proposal = excluded.proposal, away = excluded.away, demo = excluded.demo"_s,
                      t.account, t.device, t.cell, t.reach, t.since, t.front, t.proposal, t.away, t.demo);
}

void SqlTicketStore::setAway(AccountId account, std::optional<Time> since)
{
    m_database.change(u"UPDATE ticket SET away = ? WHERE account = ?"_s, since, account);
}

void SqlTicketStore::remove(AccountId account)
{
    m_database.change(u"DELETE FROM ticket WHERE account = ?"_s, account);
}

QList<domain::Ticket> SqlTicketStore::free()
{
    return m_database.list(u"SELECT account, device, cell, reach, since, front, proposal, away, demo FROM ticket WHERE proposal IS NULL ORDER BY since, account"_s, ticket);
}

QList<domain::Ticket> SqlTicketStore::waitingAfter(AccountId account, int limit)
{
    return m_database.list(u"SELECT account, device, cell, reach, since, front, proposal, away, demo FROM ticket "
                           "WHERE account > ? AND proposal IS NULL AND away IS NULL ORDER BY account LIMIT ?"_s,
                           ticket, account, limit);
}

QList<domain::Ticket> SqlTicketStore::ofDevice(DeviceId device)
{
    return m_database.list(u"SELECT account, device, cell, reach, since, front, proposal, away, demo FROM ticket WHERE device = ? ORDER BY account"_s, ticket, device);
}

QList<domain::Ticket> SqlTicketStore::awaySince(Time before, int limit)
{
    return m_database.list(u"SELECT account, device, cell, reach, since, front, proposal, away, demo FROM ticket WHERE away <= ? ORDER BY away, account LIMIT ?"_s, ticket, before, limit);
}

void SqlTicketStore::allAway(Time now)
{
    m_database.change(u"UPDATE ticket SET away = ?"_s, now);
}

} // namespace jjak::storage
