// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Who is who at a table.
#include <algorithm>

#include "server/domain/lounge/table.h"

namespace jjak::domain {

namespace {

template <class Less>
QList<TableGuest> some(const QList<TableGuest> &guests, auto &&which, Less less)
{
    QList<TableGuest> out;
    std::ranges::copy_if(guests, std::back_inserter(out), which);
    std::ranges::sort(out, less);
    return out;
}

bool earlier(const TableGuest &a, const TableGuest &b)
{
    return a.place < b.place;
}

} // namespace

const TableGuest *CoffeeTable::guest(AccountId account) const
{
    const auto it = std::ranges::find(guests, account, &TableGuest::account);
    return it == guests.end() ? nullptr : &*it;
}

Standing CoffeeTable::standingOf(AccountId account) const
{
    const TableGuest *one = guest(account);
    return one ? one->standing : Standing::None;
}

QList<TableGuest> CoffeeTable::seated() const
{
    return some(guests, [](const TableGuest &g) { return sits(g.standing); }, [](const TableGuest &a, const TableGuest &b) { return a.seat < b.seat; });
}

QList<TableGuest> CoffeeTable::waiting() const
{
    return some(guests, [](const TableGuest &g) { return g.standing == Standing::Waiting; }, earlier);
}

QList<TableGuest> CoffeeTable::asking() const
{
    return some(guests, [](const TableGuest &g) { return g.standing == Standing::Asked && !g.denied; }, earlier);
}

int CoffeeTable::keeping() const
{
    return int(std::ranges::count_if(guests, [](const TableGuest &g) { return sits(g.standing) && g.keep; }));
}

bool CoffeeTable::isKept() const
{
    return phase != TablePhase::Ended && std::ranges::all_of(guests, [](const TableGuest &g) { return !sits(g.standing) || g.keep; });
}

} // namespace jjak::domain
