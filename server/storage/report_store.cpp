// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/report_store.h"

namespace jjak::storage {

using namespace Qt::StringLiterals;

namespace {

app::ReportRow report(Row &row)
{
    app::ReportRow out;
    row.to(out.id, out.cid, out.by, out.whom, out.room, out.member, out.reason, out.note, out.at);
    return out;
}

protocol::Message piece(Row &row)
{
    protocol::Message out;
    row.to(out.seq, out.author, out.kind, out.text, out.at, out.cid);
    return out;
}

} // namespace

std::optional<ReportId> SqlReportStore::byClientId(AccountId by, ClientId cid)
{
    return m_database.value<ReportId>(u"SELECT id FROM report WHERE reporter = ? AND cid = ?"_s, by, cid);
}

void SqlReportStore::insert(const app::ReportRow &row)
{
    m_database.change(u"INSERT INTO report (id, cid, reporter, reported, room, member, reason, note, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, row.cid, row.by, row.whom, row.room, row.member,
                      row.reason, row.note, row.at);
    for (int i = 0; i < row.evidence.size(); ++i) {
        const protocol::Message &m = row.evidence[i];
        m_database.change(u"INSERT INTO evidence (report, position, seq, author, kind, text, at, cid) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s, row.id, i, m.seq, m.author, m.kind, m.text, m.at, m.cid);
    }
}

std::optional<app::ReportRow> SqlReportStore::find(ReportId id)
{
    auto row = m_database.first(u"SELECT id, cid, reporter, reported, room, member, reason, note, at FROM report WHERE id = ?"_s, report, id);
    if (row)
        row->evidence = m_database.list(u"SELECT seq, author, kind, text, at, cid FROM evidence WHERE report = ? ORDER BY position"_s, piece, id);
    return row;
}

} // namespace jjak::storage
