// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/proposal_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

domain::Proposal proposal(Row &row)
{
    domain::Proposal out;
    auto &[a, b] = out.sides;
    row.to(out.id, a.account, b.account, a.answer, b.answer, a.fault, b.fault, out.opened, out.deadline, out.outcome, out.room, out.ended);
    return out;
}

} // namespace

std::optional<domain::Proposal> SqlProposalStore::find(ProposalId id)
{
    return m_database.first(u"SELECT id, a, b, a_answer, b_answer, a_fault, b_fault, opened, deadline, outcome, room, ended FROM proposal WHERE id = ?"_s, proposal, id);
}

std::optional<domain::Proposal> SqlProposalStore::openOf(AccountId account)
{
    return m_database.first(u"SELECT p.id, a, b, a_answer, b_answer, a_fault, b_fault, opened, deadline, outcome, room, ended "
                            "FROM open_side o JOIN proposal p ON p.id = o.proposal WHERE o.account = ?"_s,
                            proposal, account);
}

void SqlProposalStore::save(const domain::Proposal &p)
{
    const auto &[a, b] = p.sides;
    m_database.change(u"INSERT INTO proposal (id, a, b, a_answer, b_answer, a_fault, b_fault, opened, deadline, outcome, room, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                      "ON CONFLICT (id) DO UPDATE SET a = excluded.a, b = excluded.b, a_answer = excluded.a_answer, b_answer = excluded.b_answer, a_fault = excluded.a_fault, "
                      "b_fault = excluded.b_fault, opened = excluded.opened, deadline = excluded.deadline, outcome = excluded.outcome, room = excluded.room, ended = excluded.ended"_s,
                      p.id, a.account, b.account, a.answer, b.answer, a.fault, b.fault, p.opened, p.deadline, p.outcome, p.room, p.ended);
    if (!p.open()) {
        m_database.change(u"DELETE FROM open_side WHERE proposal = ?"_s, p.id);
        return;
    }
    // Standing in this proposal already is fine; standing in another one breaks the primary key.
    for (const domain::Side &side : p.sides)
        m_database.change(u"INSERT INTO open_side (account, proposal) SELECT ?, ? WHERE NOT EXISTS (SELECT 1 FROM open_side WHERE account = ? AND proposal = ?)"_s,
                          side.account, p.id, side.account, p.id);
}

QList<domain::Proposal> SqlProposalStore::due(Time now, int limit)
{
    return m_database.list(u"SELECT id, a, b, a_answer, b_answer, a_fault, b_fault, opened, deadline, outcome, room, ended "
                           "FROM proposal WHERE outcome IS NULL AND deadline <= ? ORDER BY deadline, id LIMIT ?"_s,
                           proposal, now, limit);
}

void SqlProposalStore::extendOpen(Time deadline)
{
    m_database.change(u"UPDATE proposal SET deadline = ? WHERE outcome IS NULL AND deadline < ?"_s, deadline, deadline);
}

void SqlProposalStore::removeEnded(Time before, int limit)
{
    m_database.change(u"DELETE FROM proposal WHERE id IN (SELECT id FROM proposal WHERE ended < ? ORDER BY ended LIMIT ?)"_s, before, limit);
}

} // namespace jjak::storage
