// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/date_service.h"

#include <algorithm>

#include "server/app/services/date_view.h"
#include "server/app/services/event_service.h"

namespace jjak::app {

namespace {

using namespace protocol;

constexpr int dueAtOnce = 256;      //!< how many events and lobbies one tick looks at; what is left is due at the next
constexpr int lobbiesAtOnce = 8;    //!< how many lobbies of an event are looked at for joining
constexpr Duration joinEvery = 1s;
constexpr Duration slowestPace = 10min; //!< a longer silence says nothing about how people come

void notePace(EventRow &row, Time now)
{
    if (row.latest) {
        const Duration between = std::clamp(now - *row.latest, Duration(1), Duration(slowestPace));
        row.pace = row.pace.count() == 0 ? between : (row.pace * 3 + between) / 4;
    }
    row.latest = now;
}

bool blocked(Context &ctx, AccountId a, AccountId b)
{
    const auto blocks = [&](AccountId by, AccountId whom) { return std::ranges::any_of(ctx.stores.blocks.by(by), [&](const BlockRow &row) { return row.whom == whom; }); };
    return blocks(a, b) || blocks(b, a);
}

} // namespace

Result<BlindDate> DateService::enter(Context &ctx, const Identity &who, const cmd::EnterDate &command)
{
    if (const auto active = ctx.stores.dates.activeOf(who.account)) {
        if (active->event != command.event)
            return ErrorCode::DateElsewhere;
        return dates::view(ctx, who.account);
    }
    auto event = ctx.stores.events.find(command.event);
    if (!event)
        return ErrorCode::EventNotFound;
    if (event->info.closed || ctx.now >= event->info.until)
        return ErrorCode::EventClosed;
    if (ctx.now < event->info.doors)
        return Error::notBefore(ErrorCode::EventClosed, event->info.doors);
    const auto account = ctx.stores.accounts.byId(who.account);
    if (!account)
        return Error::later(ErrorCode::Unavailable, 1s);
    // A lobby whose time has come begins with this very step, and does not take the person in: then the next one does.
    for (int attempt = 0; attempt < lobbiesAtOnce; ++attempt) {
        const auto lobby = ctx.stores.seating.lobbyFor(command.event, who.account, ctx.now);
        const auto date = lobby ? ctx.stores.dates.find(*lobby) : std::optional(domain::openDate(DateId::random(ctx.rng), event->info, ctx.now));
        const auto step = date ? play(ctx, *date, domain::Entered{who.account, account->demo}) : std::nullopt;
        if (!step)
            break;
        if (step->refused)
            continue;
        notePace(*event, ctx.now);
        ctx.stores.events.save(*event);
        if (!step->started)
            ctx.stores.attendance.advance(who.account, std::nullopt, std::nullopt);
        return dates::view(ctx, who.account);
    }
    return Error::later(ErrorCode::Unavailable, 1s);
}

Result<BlindDate> DateService::leave(Context &ctx, AccountId account)
{
    if (const auto date = ctx.stores.dates.activeOf(account)) {
        const domain::Seat *seat = date->seatOf(account);
        const auto step = seat ? play(ctx, *date, domain::SeatLeft{seat->number}) : std::nullopt;
        // The step may have begun the date before the seat was left: what it is now decides.
        const domain::Seat *left = step && step->changed ? step->date.seatOf(account) : nullptr;
        if (left && step->date.room) {
            rooms::depart(ctx, *step->date.room, left->number);
            ctx.stores.attendance.advance(account, std::nullopt, std::nullopt);
            tellAlone(ctx, account);
        }
    }
    return dates::view(ctx, account);
}

Result<std::pair<domain::Date, int>> DateService::seatIn(Context &ctx, AccountId account, DateId id)
{
    auto date = ctx.stores.dates.find(id);
    const domain::Seat *seat = date ? date->seatOf(account) : nullptr;
    if (!seat || seat->state == SeatState::Left || date->act < 0)
        return ErrorCode::DateNotFound;
    const int number = seat->number;
    return std::pair(std::move(*date), number);
}

Result<BlindDate> DateService::pick(Context &ctx, const Identity &who, const cmd::Pick &command)
{
    const auto in = seatIn(ctx, who.account, command.date);
    if (!in)
        return in.error();
    const auto step = play(ctx, in->first, domain::Picked{in->second, command.seat});
    if (step && step->refused)
        return *step->refused;
    return dates::view(ctx, who.account);
}

Result<BlindDate> DateService::shoot(Context &ctx, const Identity &who, const cmd::Shoot &command)
{
    const auto in = seatIn(ctx, who.account, command.date);
    if (!in)
        return in.error();
    const auto step = play(ctx, in->first, domain::Shot{in->second, command.seat});
    if (step && step->refused)
        return *step->refused;
    return dates::view(ctx, who.account);
}

Result<BlindDate> DateService::openPair(Context &ctx, const Identity &who, const cmd::OpenPair &command)
{
    auto row = ctx.stores.arrowPairs.find(command.pair);
    if (!row)
        return ErrorCode::PairGone;
    auto &halves = row->halves;
    const auto mine = std::ranges::find(halves, who.account, &ArrowPairRow::Half::account);
    if (mine == halves.end() || (ctx.now >= row->until && !row->room))
        return ErrorCode::PairGone;
    if (!mine->yes) {
        mine->yes = true;
        const bool both = halves[0].yes && halves[1].yes;
        const AccountId a = halves[0].account, b = halves[1].account;
        // Who has blocked the other since is never told to have been wanted, and no room opens.
        if (both && !blocked(ctx, a, b))
            row->room = rooms::openDirect(ctx, ctx.stores.accounts.byId(a).value_or(AccountRow()), ctx.stores.accounts.byId(b).value_or(AccountRow()), std::nullopt);
        ctx.stores.arrowPairs.save(*row);
        for (const auto &half : halves) {
            if (half.account == who.account || row->room)
                tellAlone(ctx, half.account);
        }
    }
    return dates::view(ctx, who.account);
}

Result<EventInfo> DateService::closeEvent(Context &ctx, const cmd::CloseEvent &command)
{
    auto row = ctx.stores.events.find(command.event);
    if (!row)
        return ErrorCode::EventNotFound;
    if (events::close(ctx, *row))
        letGo(ctx, command.event);
    return row->info;
}

std::optional<Error> DateService::mayWrite(Context &ctx, const rooms::Membership &in)
{
    const auto date = ctx.stores.dates.ofRoom(in.room.id);
    if (!date)
        return Error{ErrorCode::RoomEnded};
    const auto step = play(ctx, *date, domain::Spoke{in.me.number});
    return step ? step->refused : Error::later(ErrorCode::Unavailable, 1s);
}

void DateService::hide(Context &ctx, RoomId room, int by, int whom)
{
    if (const auto date = ctx.stores.dates.ofRoom(room))
        (void)play(ctx, *date, domain::Hid{by, whom});
}

void DateService::part(Context &ctx, const Identity &by, AccountId whom)
{
    const auto lobby = ctx.stores.dates.activeOf(by.account);
    const domain::Seat *mine = lobby && lobby->inLobby() && lobby->seatOf(whom) ? lobby->seatOf(by.account) : nullptr;
    if (!mine)
        return;
    const auto step = play(ctx, *lobby, domain::SeatLeft{mine->number});
    if (step && step->date.inLobby()) // it may have begun with this very step
        (void)enter(ctx, by, {lobby->event});
}

void DateService::lost(Context &ctx, AccountId account)
{
    if (const auto date = ctx.stores.dates.activeOf(account)) {
        if (const domain::Seat *seat = date->seatOf(account))
            (void)play(ctx, *date, domain::SeatLost{seat->number});
    }
}

void DateService::back(Context &ctx, AccountId account)
{
    if (const auto date = ctx.stores.dates.activeOf(account)) {
        if (const domain::Seat *seat = date->seatOf(account))
            (void)play(ctx, *date, domain::SeatBack{seat->number});
    }
}

void DateService::goOn(Context &ctx, DateId id)
{
    const auto date = ctx.stores.dates.find(id);
    if (date && !play(ctx, *date, domain::TimePassed{}))
        rest(ctx, id); // its script or its event is missing
}

void DateService::rest(Context &ctx, DateId id)
{
    if (const auto date = ctx.stores.dates.find(id))
        ctx.stores.dates.save(*date, ctx.now + 1h);
}

void DateService::tick(Context &ctx)
{
    for (EventRow &row : ctx.stores.events.due(ctx.now, dueAtOnce)) {
        if (events::close(ctx, row))
            letGo(ctx, row.info.event);
    }
    if (ctx.now - m_joined < joinEvery && ctx.now >= m_joined)
        return;
    m_joined = ctx.now;
    for (const EventRow &row : ctx.stores.events.current(limits::eventsPage)) {
        if (row.info.doors <= ctx.now)
            join(ctx, row.info.event);
    }
}

void DateService::finish(Context &ctx)
{
    for (const DateId &id : std::exchange(m_lobbies, {})) {
        const auto date = ctx.stores.dates.find(id);
        if (!date || !date->inLobby())
            continue; // who sits there was told when it began
        for (const domain::Seat &seat : date->seats)
            tell(ctx, *date, seat);
    }
}

void DateService::afterStart(Context &ctx)
{
    ctx.stores.dates.allLost(ctx.now);
}

void DateService::sweep(Context &ctx)
{
    ctx.stores.arrowPairs.removeEnded(ctx.now, 10'000);
    ctx.stores.seating.forget(ctx.now, 10'000);
}

std::optional<domain::DateStep> DateService::play(Context &ctx, const domain::Date &date, const domain::DateInput &input)
{
    const auto script = dates::scriptOf(ctx, date);
    const auto event = ctx.stores.events.find(date.event);
    if (!script || !event)
        return std::nullopt;
    const domain::Programme programme{*script, ctx.policy.dateRules, event->info.from, event->info.until};
    auto step = domain::step(date, input, ctx.now, ctx.rng, programme);
    if (step.changed)
        apply(ctx, step, programme);
    else if (std::holds_alternative<domain::TimePassed>(input))
        ctx.stores.dates.save(date, domain::dueAt(date, programme)); // it was looked at in vain: not before it is due again
    return step;
}

void DateService::apply(Context &ctx, domain::DateStep &step, const domain::Programme &programme)
{
    domain::Date &date = step.date;
    if (step.started)
        openRoom(ctx, date);
    ctx.stores.dates.save(date, domain::dueAt(date, programme));
    if (step.started)
        rooms::announce(ctx, *date.room);
    keepPairs(ctx, step);
    for (const domain::Released &released : step.released)
        release(ctx, date, released);
    if (date.inLobby())
        m_lobbies.insert(date.id);
    for (const domain::Seat &seat : date.seats) {
        if (!date.inLobby() && seat.state != SeatState::Left && (step.seenByAll || step.seenBy.contains(seat.number)))
            tell(ctx, date, seat);
    }
    for (const domain::HostLine &line : step.lines) {
        if (date.room)
            rooms::say(ctx, *date.room, line.toText());
    }
    if (date.closed && date.room && step.seenByAll)
        rooms::expire(ctx, *date.room, date.ended.value_or(ctx.now) + ctx.policy.dateRoomKept);
}

void DateService::openRoom(Context &ctx, const domain::Date &date)
{
    QList<MemberRow> members;
    for (const domain::Seat &seat : date.seats) {
        members.append({*date.room, seat.number, seat.account, seat.alias.toText(), seat.demo, 0, 0, {}});
        ctx.stores.attendance.advance(seat.account, date.id, std::nullopt);
        for (const domain::Seat &other : date.seats) {
            if (seat.number < other.number && !seat.demo && !other.demo)
                ctx.stores.seating.remember(seat.account, other.account, ctx.now + ctx.policy.metApart);
        }
    }
    rooms::openDate(ctx, *date.room, members);
}

void DateService::keepPairs(Context &ctx, const domain::DateStep &step)
{
    for (const domain::MetPair &met : step.met) {
        const domain::Seat *one = step.date.seat(met.one), *other = step.date.seat(met.other);
        if (one && other)
            ctx.stores.arrowPairs.save({met.pair, step.date.id, {{{one->account, one->alias.toText(), false}, {other->account, other->alias.toText(), false}}}, ctx.now + ctx.policy.pairTime, {}});
    }
}

void DateService::release(Context &ctx, const domain::Date &date, const domain::Released &released)
{
    const auto why = released.reason ? std::optional(LetGo{date.event, *released.reason}) : std::nullopt;
    ctx.stores.attendance.advance(released.account, std::nullopt, why);
    tellAlone(ctx, released.account);
}

void DateService::tell(Context &ctx, const domain::Date &date, const domain::Seat &seat)
{
    const auto row = ctx.stores.attendance.advance(seat.account);
    if (!date.inLobby() && row.last != date.id) // a date of the past: who sat there may wait or sit elsewhere by now
        ctx.effects.tell(seat.account, ev::DateState{dates::view(ctx, seat.account)});
    else
        ctx.effects.tell(seat.account, ev::DateState{dates::view(ctx, seat.account, row, date)});
}

void DateService::tellAlone(Context &ctx, AccountId account)
{
    ctx.stores.attendance.advance(account);
    ctx.effects.tell(account, ev::DateState{dates::view(ctx, account)});
}

void DateService::letGo(Context &ctx, EventId event)
{
    for (;;) {
        const auto lobbies = ctx.stores.dates.lobbies(event, dueAtOnce);
        bool closed = false;
        for (const DateId &id : lobbies) {
            const auto date = ctx.stores.dates.find(id);
            const auto step = date ? play(ctx, *date, domain::DoorsClosed{}) : std::nullopt;
            closed = closed || (step && step->date.closed);
        }
        if (!closed)
            return;
    }
}

//! Lobbies that could not be one when they began (who parted them may have left since) become one as soon as they can.
void DateService::join(Context &ctx, EventId event)
{
    const auto lobbies = ctx.stores.dates.lobbies(event, lobbiesAtOnce);
    for (qsizetype i = 0; i + 1 < lobbies.size(); ++i) {
        for (qsizetype k = i + 1; k < lobbies.size(); ++k) {
            const auto into = ctx.stores.dates.find(lobbies[i]);
            auto from = ctx.stores.dates.find(lobbies[k]);
            if (!into || !from || !into->inLobby() || !from->inLobby())
                continue;
            const auto both = domain::merged(*into, *from);
            if (!both || !ctx.stores.seating.mayMerge(into->id, from->id, ctx.now))
                continue;
            from->seats.clear();
            from->closed = true;
            from->ended = ctx.now;
            ctx.stores.dates.save(*from, std::nullopt);
            ctx.stores.dates.save(*both, ctx.now);
            m_lobbies.insert(both->id);
            (void)play(ctx, *both, domain::TimePassed{});
        }
    }
}

} // namespace jjak::app
