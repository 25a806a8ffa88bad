// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/table_view.h"

#include <algorithm>

namespace jjak::app::tables {

using namespace protocol;

TableView::TableView(Context &ctx, const domain::CoffeeTable &table) : m_ctx(ctx), m_table(table)
{
    m_same.table = table.id;
    m_same.version = table.version;
    m_same.post = table.post;
    m_same.topic = table.topic;
    m_same.language = table.language;
    m_same.at = table.at;
    m_same.zone = table.zone;
    m_same.seats = table.seats;
    m_same.approval = table.approval;
    m_same.phase = table.phase;
    if (table.phase == TablePhase::Ended)
        return;
    const auto seated = table.seated();
    for (const domain::TableGuest &one : seated)
        m_same.guests.append(guest(one.account));
    m_same.line = int(table.waiting().size());
    m_same.keeping = table.keeping();
    m_same.kept = table.isKept();
}

TableGuest TableView::guest(AccountId account) const
{
    const auto persona = m_ctx.stores.personas.of(account);
    const auto row = m_ctx.stores.accounts.byId(account);
    return persona ? TableGuest{persona->id, persona->profile.name, row && row->demo} : TableGuest();
}

//! Without those who cannot sit with somebody who sits there already.
QList<TableGuest> TableView::asking() const
{
    QList<TableGuest> out;
    const auto all = m_table.asking();
    for (const domain::TableGuest &one : all) {
        if (!m_ctx.stores.tableDirectory.isHidden(m_table.id, one.account))
            out.append(guest(one.account));
    }
    return out;
}

Table TableView::seenBy(AccountId viewer) const
{
    Table view = m_same;
    view.thanked = m_table.phase != TablePhase::Coming && viewer != m_table.host && m_ctx.stores.thanks.has(m_table.id, viewer);
    const domain::TableGuest *me = m_table.guest(viewer);
    if (!me)
        return view;
    view.mine = me->standing;
    const bool readable = m_table.phase != TablePhase::Ended || m_ctx.now < *m_table.ended + m_ctx.policy.tableRoomKept;
    if (domain::sits(me->standing) && readable)
        view.room = m_table.room;
    if (m_table.phase == TablePhase::Ended)
        return view;
    const auto line = m_table.waiting();
    const auto place = std::ranges::find(line, viewer, &domain::TableGuest::account);
    if (place != line.end())
        view.place = 1 + int(place - line.begin());
    view.until = me->until;
    view.keep = me->keep;
    if (viewer == m_table.host)
        view.asking = asking();
    return view;
}

} // namespace jjak::app::tables
