// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/domain/lounge/table.h"

#include <algorithm>

namespace jjak::domain {

namespace {

using Refusal = std::optional<ErrorCode>;

TableGuest *find(CoffeeTable &table, AccountId account)
{
    const auto it = std::ranges::find(table.guests, account, &TableGuest::account);
    return it == table.guests.end() ? nullptr : &*it;
}

void forget(CoffeeTable &table, AccountId account)
{
    table.guests.removeIf([&](const TableGuest &g) { return g.account == account; });
}

//! The smallest seat that nobody has and that is kept for nobody; 0: there is none.
int freeSeat(const CoffeeTable &table)
{
    for (int seat = 1; seat <= table.seats; ++seat) {
        if (std::ranges::none_of(table.guests, [&](const TableGuest &g) { return g.seat == seat; }))
            return seat;
    }
    return 0;
}

qint64 nextPlace(const CoffeeTable &table)
{
    qint64 last = 0;
    for (const TableGuest &guest : table.guests)
        last = std::max(last, guest.place);
    return last + 1;
}

//! Nothing of where they were stays, but what the host has said about them does.
void stand(TableGuest &guest, Standing standing, int seat = 0, qint64 place = 0)
{
    guest.standing = standing;
    guest.seat = seat;
    guest.place = place;
    guest.until.reset();
    guest.keep = false;
}

void end(CoffeeTable &table, Time now)
{
    table.phase = TablePhase::Ended;
    table.ended = now;
    table.guests.removeIf([](const TableGuest &g) { return !sits(g.standing) && !g.removed; });
}

//! Free seats are offered to those who wait, the first first.
void offerSeats(CoffeeTable &table, Time now, const TableRules &rules)
{
    if (table.phase == TablePhase::Ended)
        return;
    for (const TableGuest &first : table.waiting()) {
        const int seat = freeSeat(table);
        if (seat == 0)
            return;
        TableGuest *guest = find(table, first.account);
        stand(*guest, Standing::Offered, seat, first.place);
        guest->until = now + rules.offerTime;
    }
}

//! What is due by itself.
void pass(CoffeeTable &table, Time now, std::optional<Time> active, const TableRules &rules)
{
    if (table.phase == TablePhase::Ended)
        return;
    table.guests.removeIf([&](const TableGuest &g) { return g.until && *g.until <= now; });
    if (table.phase == TablePhase::Coming && table.at <= now) {
        table.phase = TablePhase::Open;
        table.since = now;
    }
    if (table.phase == TablePhase::Open && !table.isKept() && std::max(table.since, active.value_or(table.since)) + rules.quiet <= now)
        return end(table, now);
    offerSeats(table, now, rules);
}

//! A seat when one is free, else the end of the line, when that is wanted.
Refusal seatOrLine(CoffeeTable &table, TableGuest guest, bool line, const TableRules &rules)
{
    const int seat = freeSeat(table);
    if (seat == 0 && !line)
        return ErrorCode::TableFull;
    if (seat == 0 && table.waiting().size() >= rules.line)
        return ErrorCode::TableLine;
    const qint64 place = nextPlace(table);
    if (seat > 0)
        stand(guest, Standing::Seated, seat);
    else
        stand(guest, Standing::Waiting, 0, place);
    forget(table, guest.account);
    table.guests.append(guest);
    return {};
}

Refusal ask(CoffeeTable &table, TableGuest guest, const TableRules &rules)
{
    if (table.asking().size() >= rules.line)
        return ErrorCode::TableLine;
    stand(guest, Standing::Asked, 0, nextPlace(table));
    forget(table, guest.account);
    table.guests.append(guest);
    return {};
}

//! One of the variant's alternatives happens.
struct Act {
    CoffeeTable &table;
    Time now;
    const TableRules &rules;
    bool isOver() const { return table.phase == TablePhase::Ended; }

    Refusal operator()(const GuestJoined &in) const
    {
        if (in.account == table.host)
            return ErrorCode::TableOwn;
        TableGuest *guest = find(table, in.account);
        if (guest && guest->removed)
            return ErrorCode::TableNotFound;
        if (isOver())
            return ErrorCode::TableEnded;
        if (guest && guest->standing == Standing::Offered) {
            stand(*guest, Standing::Seated, guest->seat);
            return {};
        }
        if (guest && guest->standing != Standing::None)
            return {};
        TableGuest newcomer = guest ? *guest : TableGuest{in.account};
        return table.approval ? ask(table, newcomer, rules) : seatOrLine(table, newcomer, in.line, rules);
    }
    Refusal operator()(const GuestLeft &in) const
    {
        TableGuest *guest = find(table, in.account);
        if (isOver() || !guest)
            return {};
        if (in.account == table.host)
            end(table, now);
        else if (guest->removed || guest->denied)
            stand(*guest, Standing::None);
        else
            forget(table, in.account);
        return {};
    }
    Refusal operator()(const GuestAnswered &in) const
    {
        if (isOver())
            return ErrorCode::TableEnded;
        TableGuest *guest = find(table, in.account);
        if (!guest || guest->standing == Standing::None)
            return ErrorCode::GuestNotFound;
        if (guest->standing != Standing::Asked)
            return {};
        TableGuest answered = *guest;
        answered.denied = !in.yes;
        if (in.yes)
            return seatOrLine(table, answered, true, rules);
        *guest = answered;
        return {};
    }
    Refusal operator()(const GuestRemoved &in) const
    {
        if (in.account == table.host)
            return ErrorCode::TableOwn;
        if (isOver())
            return ErrorCode::TableEnded;
        TableGuest *guest = find(table, in.account);
        if (!guest)
            return ErrorCode::GuestNotFound;
        guest->removed = true;
        guest->denied = false;
        stand(*guest, Standing::None);
        return {};
    }
    Refusal operator()(const GuestKeeps &in) const
    {
        if (isOver())
            return ErrorCode::TableEnded;
        TableGuest *guest = find(table, in.account);
        if (!guest || !sits(guest->standing))
            return ErrorCode::GuestNotFound;
        guest->keep = in.on;
        return {};
    }
    Refusal operator()(const TableRenamed &in) const
    {
        if (isOver())
            return ErrorCode::TableEnded;
        table.topic = in.topic;
        return {};
    }
    Refusal operator()(const TableClosed &) const
    {
        if (!isOver())
            end(table, now);
        return {};
    }
    Refusal operator()(const TableTimePassed &) const { return {}; }
};

//! Who sits now and did not before, or the other way round.
QList<AccountId> newlySeated(const CoffeeTable &before, const CoffeeTable &after)
{
    QList<AccountId> out;
    for (const TableGuest &guest : after.seated()) {
        if (!sits(before.standingOf(guest.account)))
            out.append(guest.account);
    }
    return out;
}

} // namespace

CoffeeTable offerTable(CoffeeTable wished)
{
    wished.guests = {TableGuest{wished.host, Standing::Host, 1}};
    return wished;
}

TableStep step(const CoffeeTable &before, const TableInput &input, Time now, std::optional<Time> active, const TableRules &rules)
{
    TableStep out{before};
    CoffeeTable &table = out.table;
    pass(table, now, active, rules);
    const bool wasKept = table.isKept();
    out.refused = std::visit(Act{table, now, rules}, input);
    offerSeats(table, now, rules);
    if (table.phase == TablePhase::Open && wasKept && !table.isKept())
        table.since = now;
    out.changed = table != before;
    table.version += out.changed;
    out.opened = before.phase == TablePhase::Coming && table.since != before.since;
    out.ended = before.phase != TablePhase::Ended && table.phase == TablePhase::Ended;
    out.came = newlySeated(before, table);
    out.went = newlySeated(table, before);
    if (const auto *left = std::get_if<GuestLeft>(&input); left && out.ended && left->account == table.host)
        out.went.append(left->account);
    return out;
}

std::optional<Time> dueAt(const CoffeeTable &table, std::optional<Time> active, const TableRules &rules)
{
    std::optional<Time> due;
    if (table.phase == TablePhase::Coming)
        due = table.at;
    else if (table.phase == TablePhase::Open && !table.isKept())
        due = std::max(table.since, active.value_or(table.since)) + rules.quiet;
    for (const TableGuest &guest : table.guests) {
        if (guest.until)
            due = std::min(due.value_or(*guest.until), *guest.until);
    }
    return due;
}

} // namespace jjak::domain
