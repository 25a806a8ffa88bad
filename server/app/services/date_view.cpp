// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/date_view.h"

#include "server/app/script_shelf.h"

namespace jjak::app::dates {

namespace {

using namespace protocol;

Lobby lobbyOf(Context &ctx, const domain::Date &date, const domain::Seat &me)
{
    Lobby out{date.event, int(date.seats.size()), date.size, me.since, {}, {}};
    const auto event = ctx.stores.events.find(date.event);
    const auto script = scriptOf(ctx, date);
    if (!event || !script)
        return out;
    out.starts = domain::lobbyStart(date, {*script, ctx.policy.dateRules, event->info.from, event->info.until});
    if (event->pace.count() > 0)
        out.wait = (event->pace * (date.size - date.seats.size())).count();
    return out;
}

//! When the arrows were counted, from what has passed since.
Time countedAt(const domain::Date &date, const domain::Script &script)
{
    Time at = date.since;
    const int last = std::min<int>(date.act, int(script.acts.size()) - 1) - (date.closed ? 0 : 1); // since is where the last of them ended
    for (int i = last; i >= 0 && script.acts[size_t(i)].phase >= DatePhase::Reveal; --i)
        at -= script.acts[size_t(i)].time;
    return at;
}

//! Everybody has one from the reveal on, of one size; only who met somebody has a pair behind it.
Reveal revealOf(Context &ctx, const domain::Seat &me, Time counted)
{
    Reveal out{me.pair, me.met, counted + ctx.policy.pairTime, Answer::Open};
    const auto pair = me.met ? ctx.stores.arrowPairs.find(me.pair) : std::nullopt;
    if (!pair)
        return out;
    out.until = pair->until;
    for (const auto &half : pair->halves) {
        if (half.account == me.account && half.yes)
            out.mine = Answer::Accepted;
    }
    out.room = pair->room;
    return out;
}

Date dateOf(Context &ctx, const domain::Date &date, const domain::Seat &me, const domain::Script &script)
{
    Date out;
    out.date = date.id;
    out.event = date.event;
    out.room = date.room.value_or(RoomId());
    out.script = date.script;
    out.phase = domain::phaseOf(date, script);
    out.round = domain::roundOf(date, script);
    out.rounds = script.rounds();
    out.since = date.since;
    out.until = domain::endOfAct(date, script);
    out.frozen = domain::frozen(date, script);
    out.thaw = domain::thawOf(date, script);
    if ((out.phase == DatePhase::Topic || out.phase == DatePhase::Talk) && out.round >= 1 && out.round <= date.topics.size())
        out.topic = date.topics[out.round - 1];
    out.me = me.number;
    for (const domain::Seat &seat : date.seats)
        out.seats.append({seat.number, seat.alias.toText(), seat.state, seat.demo});
    out.impression = me.impression;
    out.arrow = me.arrow;
    out.hidden = me.hidden;
    if (me.cooling && *me.cooling > ctx.now)
        out.cooling = me.cooling;
    if (!me.pair.isNull())
        out.reveal = revealOf(ctx, me, countedAt(date, script));
    return out;
}

QList<Pair> pairsOf(Context &ctx, AccountId account, const std::optional<Date> &date)
{
    QList<Pair> out;
    for (const ArrowPairRow &row : ctx.stores.arrowPairs.openOf(account, ctx.now, limits::openPairs)) {
        if (date && row.date == date->date)
            continue; // its reveal tells it
        const bool first = row.halves[0].account == account;
        out.append({row.id, row.halves[first ? 1 : 0].alias, row.until, row.halves[first ? 0 : 1].yes ? Answer::Accepted : Answer::Open});
    }
    return out;
}

} // namespace

std::shared_ptr<const domain::Script> scriptOf(Context &ctx, const domain::Date &date)
{
    return ctx.shelf.script(ctx.stores, date.script, ctx.policy.speed);
}

BlindDate view(Context &ctx, AccountId account)
{
    const AttendanceRow row = ctx.stores.attendance.find(account);
    auto date = ctx.stores.dates.activeOf(account);
    if (!date && row.last)
        date = ctx.stores.dates.find(*row.last);
    return view(ctx, account, row, date);
}

BlindDate view(Context &ctx, AccountId account, const AttendanceRow &row, const std::optional<domain::Date> &date)
{
    BlindDate out;
    out.version = row.version;
    const domain::Seat *me = date ? date->seatOf(account) : nullptr;
    if (me && date->inLobby()) {
        out.lobby = lobbyOf(ctx, *date, *me);
    } else if (me && me->state != SeatState::Left && date->room && !(date->ended && ctx.now - *date->ended >= ctx.policy.dateRoomKept)) {
        if (const auto script = scriptOf(ctx, *date))
            out.date = dateOf(ctx, *date, *me, *script);
    }
    out.pairs = pairsOf(ctx, account, out.date);
    if (!out.lobby && !out.date)
        out.letGo = row.letGo;
    return out;
}

} // namespace jjak::app::dates
