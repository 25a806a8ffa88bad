// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/state/reduce.h"

namespace jjak::client {

using protocol::BlindDate;
using protocol::Date;
using protocol::EventInfo;

namespace {

void sortEvents(QList<EventInfo> &events)
{
    std::ranges::sort(events, {}, [](const EventInfo &event) { return std::pair(event.from, event.event); });
}

const EventInfo *eventOf(const QList<EventInfo> &events, EventId id)
{
    const auto it = std::ranges::find(events, id, &EventInfo::event);
    return it == events.cend() ? nullptr : &*it;
}

//! What has to be known about the room when the date itself is no longer told.
void keepRoom(State &state, const Date &date, Effects &effects)
{
    DateRoom &kept = state.dateRooms[date.room];
    const EventInfo *event = eventOf(state.events, date.event);
    const DateRoom now{date.script, date.event, event ? event->heading : kept.heading, date.hidden};
    if (std::exchange(kept, now) != now)
        effects.push_back(effect::DateRoomChanged{date.room});
}

//! The title of an event may be told after the date that it belongs to.
void renameRooms(State &state, Effects &effects)
{
    for (auto it = state.dateRooms.begin(); it != state.dateRooms.end(); ++it)
        if (const EventInfo *event = eventOf(state.events, it->event); event && event->heading != it->heading) {
            it->heading = event->heading;
            effects.push_back(effect::DateRoomChanged{it.key()});
        }
}

Effects replaceEvents(State &state, QList<EventInfo> events)
{
    Effects effects;
    sortEvents(events);
    if (state.events == events)
        return effects;
    state.events = std::move(events);
    effects.push_back(effect::EventsChanged{});
    renameRooms(state, effects);
    return effects;
}

} // namespace

Effects applyBlindDate(State &state, const BlindDate &told)
{
    if (told.version <= state.blindDate.version)
        return {};
    BlindDate before = std::exchange(state.blindDate, told);
    Effects effects;
    if (told.date)
        keepRoom(state, *told.date, effects);
    // The number alone is nothing to see.
    before.version = told.version;
    if (!(before == told))
        effects.push_back(effect::DateChanged{});
    return effects;
}

Effects applyEvent(State &state, const EventInfo &told)
{
    const EventInfo *held = eventOf(state.events, told.event);
    const auto fresh = state.freshEvents.constFind(told.event);
    if ((held && held->version >= told.version) || (fresh != state.freshEvents.cend() && fresh->version >= told.version))
        return {};
    state.freshEvents.insert(told.event, told);
    QList<EventInfo> events = state.events;
    events.removeIf([&](const EventInfo &event) { return event.event == told.event; });
    if (!told.closed)
        events.append(told);
    return replaceEvents(state, std::move(events));
}

Effects applyEvents(State &state, const QList<EventInfo> &listed)
{
    QList<EventInfo> events = listed;
    for (const EventInfo &fresh : std::as_const(state.freshEvents)) {
        const EventInfo *known = eventOf(events, fresh.event);
        if (known && known->version >= fresh.version)
            continue;
        events.removeIf([&](const EventInfo &event) { return event.event == fresh.event; });
        events.append(fresh);
    }
    events.removeIf([](const EventInfo &event) { return event.closed; });
    return replaceEvents(state, std::move(events));
}

Effects expireRooms(State &state, Time now)
{
    Effects effects;
    for (auto it = state.rooms.begin(); it != state.rooms.end();) {
        if (!it->room.expires || *it->room.expires > now) {
            if (auto &newest = it->room.newest; newest && newest->expires && *newest->expires <= now) {
                makeGhost(*newest);
                effects.push_back(effect::RoomChanged{it.key()});
            }
            ++it;
            continue;
        }
        effects.push_back(effect::RoomGone{it.key()});
        state.dateRooms.remove(it.key());
        it = state.rooms.erase(it);
    }
    return effects;
}

std::optional<Time> nextExpiry(const State &state)
{
    std::optional<Time> next;
    const auto take = [&](const std::optional<Time> &time) {
        if (time)
            next = next ? std::min(*next, *time) : *time;
    };
    for (const RoomEntry &entry : state.rooms) {
        take(entry.room.expires);
        if (entry.room.newest)
            take(entry.room.newest->expires);
    }
    return next;
}

} // namespace jjak::client
