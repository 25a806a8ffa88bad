// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/lounge/table_watch.h"

#include <algorithm>

namespace jjak::client {

using Kind = TableNews::Kind;
using namespace protocol;

std::vector<TableNews> TableWatch::update(const Table &table)
{
    const auto known = m_known.constFind(table.table);
    const bool isNew = known == m_known.cend();
    const Table before = isNew ? table : *known;
    if (!isNew && table.version < before.version)
        return {};
    if (table.mine == Standing::None)
        m_known.remove(table.table);
    else
        m_known.insert(table.table, table);

    std::vector<TableNews> news;
    const bool sits = table.mine == Standing::Seated || table.mine == Standing::Host;
    if (table.phase == TablePhase::Ended) {
        if (before.phase != TablePhase::Ended)
            news.push_back({.kind = Kind::Ended});
        return news;
    }
    if (table.mine == Standing::Offered && (isNew || before.mine != Standing::Offered))
        news.push_back({.kind = Kind::Offered});
    if (table.mine == Standing::Seated && before.mine == Standing::Asked)
        news.push_back({.kind = Kind::Admitted});
    if (sits && table.phase == TablePhase::Open && before.phase == TablePhase::Coming)
        news.push_back({.kind = Kind::Opened});
    for (const TableGuest &guest : table.asking) {
        if (std::ranges::find(before.asking, guest.persona, &TableGuest::persona) == before.asking.end())
            news.push_back({.kind = Kind::Asked, .name = guest.name});
    }
    return news;
}

} // namespace jjak::client
