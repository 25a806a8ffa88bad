// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/state/reduce.h"

#include <algorithm>
#include <utility>

namespace jjak::client {

using protocol::Member;
using protocol::Message;
using protocol::Room;

namespace {

//! Raises a member's read position, or how far they have received; false when it was there already or the member is unknown.
bool raise(Room &room, int number, qint64 Member::*position, qint64 seq)
{
    for (Member &member : room.members)
        if (member.number == number && member.*position < seq) {
            member.*position = seq;
            return true;
        }
    return false;
}

bool raiseRead(Room &room, int number, qint64 seq)
{
    return raise(room, number, &Member::read, seq);
}

//! A later message, or the same after a later change. Anything is newer than what is gone.
bool isNewer(const Message &message, const Message &than)
{
    if (isGhost(message) != isGhost(than))
        return isGhost(than);
    return std::pair(message.seq, changeOf(message)) > std::pair(than.seq, changeOf(than));
}

void raiseHead(Room &room, const Message &message)
{
    room.head = std::max(room.head, message.seq);
    room.active = std::max(room.active, message.at);
    if (!room.newest || isNewer(message, *room.newest))
        room.newest = message;
}

//! Takes over all messages from one number to another; `from` is above `have`.
void append(RoomEntry &entry, const QList<Message> &messages, qint64 from, qint64 upTo, bool live, Effects &effects)
{
    const bool jump = from != entry.have + 1;
    for (const Message &message : messages) {
        raiseHead(entry.room, message);
        entry.typing.erase(message.author);
        // Who writes has read what stands above: the server stores it with the message.
        raiseRead(entry.room, message.author, message.seq);
        if (message.author == entry.room.me)
            entry.wrote = std::max(entry.wrote, message.at);
    }
    entry.have = upTo;
    effects.push_back(effect::Append{entry.room.room, messages, live, jump, from, upTo});
}

//! One message that is known to exist: appends it when it is the next one, asks for those between when it is not.
void offer(RoomEntry &entry, const Message &message, bool live, Effects &effects)
{
    if (message.seq <= entry.have)
        return;
    raiseHead(entry.room, message);
    if (message.seq == entry.have + 1)
        append(entry, {message}, message.seq, message.seq, live, effects);
    else
        effects.push_back(effect::Pull{entry.room.room});
}

//! Whoever has the higher version knows the members; heads, changes, floors and positions only grow, whoever tells them.
//! In a listing a position of 0 means that it is not shown (any more); whether others are there is always the latest word.
Room joined(const Room &held, const Room &told, bool listed)
{
    const bool isLater = told.version >= held.version;
    Room out = isLater ? told : held;
    const Room &other = isLater ? held : told;
    out.head = std::max(held.head, told.head);
    out.active = std::max(held.active, told.active);
    out.changes = std::max(held.changes, told.changes);
    out.floor = std::max(held.floor, told.floor);
    for (const Member &member : other.members)
        for (const auto position : {&Member::read, &Member::got}) {
            const Member *now = memberOf(out, member.number);
            const bool hidden = listed && isLater && member.number != out.me && now && now->*position == 0;
            if (!hidden)
                raise(out, member.number, position, member.*position);
        }
    if (other.newest && (!out.newest || isNewer(*other.newest, *out.newest)))
        out.newest = other.newest;
    return out;
}

//! What is missing after the head is known: the newest message itself may be enough.
void catchUp(RoomEntry &entry, Effects &effects)
{
    if (entry.have >= entry.room.head)
        return;
    if (const auto newest = entry.room.newest; newest && newest->seq == entry.room.head && !isGhost(*newest))
        offer(entry, *newest, false, effects);
    else
        effects.push_back(effect::Pull{entry.room.room});
}

//! What is gone is not missing.
void sinkTo(RoomEntry &entry, qint64 floor, Effects &effects)
{
    if (entry.room.newest && entry.room.newest->seq <= floor)
        makeGhost(*entry.room.newest);
    entry.have = std::max(entry.have, floor);
    effects.push_back(effect::Floor{entry.room.room, floor});
}

void openRoom(State &state, const Room &told, Effects &effects)
{
    RoomEntry &entry = state.rooms[told.room];
    // Its messages are all still to come and will be at least as new as this.
    entry = {told, told.floor, {}, state.listing, told.changes};
    effects.push_back(effect::RoomOpened{told.room});
    catchUp(entry, effects);
}

//! Presence has no version: what an event told while the snapshot was on its way may be newer than it.
void keepPresence(RoomEntry &entry, const Room &before)
{
    for (Member &member : entry.room.members) {
        const Member *held = entry.freshPresence.contains(member.number) ? memberOf(before, member.number) : nullptr;
        if (held)
            member.presence = held->presence;
    }
}

void mergeRoom(State &state, const Room &told, bool listed, Effects &effects)
{
    const auto it = state.rooms.find(told.room);
    // Who left a group or was taken out of it is told so once, and sees nothing more of it.
    if (told.kind == protocol::RoomKind::Group && hasLeft(told) && (it == state.rooms.end() || told.version >= it->room.version)) {
        if (it != state.rooms.end())
            effects.push_back(effect::RoomGone{told.room, true});
        state.rooms.remove(told.room);
        return;
    }
    if (it == state.rooms.end())
        return openRoom(state, told, effects);
    RoomEntry &entry = *it;
    const Room before = entry.room;
    entry.listing = state.listing;
    entry.room = joined(before, told, listed);
    if (listed)
        keepPresence(entry, before);
    const Member *mine = meIn(entry.room), *known = meIn(told);
    if (listed && mine && known && known->read < mine->read)
        effects.push_back(effect::TellRead{told.room, mine->read});
    if (listed && mine && known && known->got < mine->got)
        effects.push_back(effect::TellGot{told.room, mine->got});
    if (entry.room.floor > before.floor)
        sinkTo(entry, entry.room.floor, effects);
    catchUp(entry, effects);
    if (entry.changed < entry.room.changes)
        effects.push_back(effect::Pull{told.room});
    if (!(entry.room == before))
        effects.push_back(effect::RoomChanged{told.room});
}

//! Changes after which all up to `upTo` are here.
void takeOver(RoomEntry &entry, const QList<Message> &messages, qint64 upTo, Effects &effects)
{
    const Room before = entry.room;
    entry.changed = upTo;
    entry.room.changes = std::max(entry.room.changes, upTo);
    effects.push_back(effect::Changed{entry.room.room, messages});
    for (const Message &message : messages)
        raiseHead(entry.room, message);
    // A change may overtake the message itself.
    catchUp(entry, effects);
    if (!(entry.room == before))
        effects.push_back(effect::RoomChanged{entry.room.room});
}

void change(RoomEntry &entry, const Message &message, Effects &effects)
{
    const qint64 number = changeOf(message);
    if (number == entry.changed + 1)
        return takeOver(entry, {message}, number, effects);
    if (number <= entry.changed)
        return;
    entry.room.changes = std::max(entry.room.changes, number);
    effects.push_back(effect::Pull{entry.room.room});
}

//! One overload for each event; an unknown room means that its opening was missed.
struct Apply {
    State &state;
    Time now;
    Effects effects = {};

    void operator()(const protocol::ev::NearbyState &event) { effects = applyNearby(state, event.nearby); }
    void operator()(const protocol::ev::RoomState &event) { mergeRoom(state, event.room, false, effects); }
    void operator()(const protocol::ev::RoomMessage &event)
    {
        if (RoomEntry *entry = find(event.room)) {
            const Room before = entry->room;
            offer(*entry, event.message, true, effects);
            if (!(entry->room == before))
                effects.push_back(effect::RoomChanged{event.room});
        }
    }
    void operator()(const protocol::ev::RoomChanged &event)
    {
        if (RoomEntry *entry = find(event.room))
            change(*entry, event.message, effects);
    }
    void operator()(const protocol::ev::RoomRead &event)
    {
        if (RoomEntry *entry = find(event.room); entry && raiseRead(entry->room, event.member, event.seq))
            effects.push_back(effect::RoomChanged{event.room});
    }
    void operator()(const protocol::ev::RoomGot &event)
    {
        if (RoomEntry *entry = find(event.room); entry && raise(entry->room, event.member, &Member::got, event.seq))
            effects.push_back(effect::RoomChanged{event.room});
    }
    void operator()(const protocol::ev::RoomPresence &event)
    {
        RoomEntry *entry = find(event.room);
        if (!entry)
            return;
        entry->freshPresence.insert(event.member);
        for (Member &member : entry->room.members)
            if (member.number == event.member && std::exchange(member.presence, event.presence) != event.presence)
                effects.push_back(effect::RoomChanged{event.room});
    }
    void operator()(const protocol::ev::InvitationsState &event) { effects = applyInvitations(state, event.invitations); }
    void operator()(const protocol::ev::HiddenState &event) { effects = applyHidden(state, event.hidden); }
    void operator()(const protocol::ev::SettingsState &event)
    {
        effects = applySettings(state, event.settings);
        // What is shown of others has changed as well.
        effects.push_back(effect::Resync{});
    }
    void operator()(const protocol::ev::TableState &) {} // not of the state: who shows a table follows it
    void operator()(const protocol::ev::FileProgress &) {} // not of the state: see Uploads
    void operator()(const protocol::ev::RoomTyping &event)
    {
        const auto it = state.rooms.find(event.room);
        if (it == state.rooms.end() || event.member == it->room.me || !memberOf(it->room, event.member))
            return;
        const bool isNew = it->typing.insert_or_assign(event.member, now + limits::typingTime).second;
        if (isNew)
            effects.push_back(effect::RoomChanged{event.room});
    }
    void operator()(const protocol::ev::DateState &event) { effects = applyBlindDate(state, event.blindDate); }
    void operator()(const protocol::ev::EventState &event) { effects = applyEvent(state, event.event); }
    void operator()(const protocol::ev::SessionEnded &event) { effects.push_back(effect::Ended{event.reason}); }
    void operator()(const protocol::ev::Resync &) { effects.push_back(effect::Resync{}); }

    RoomEntry *find(RoomId room)
    {
        const auto it = state.rooms.find(room);
        if (it == state.rooms.end()) {
            effects.push_back(effect::Resync{});
            return nullptr;
        }
        // A room that moves to the front between two pages of a listing is in neither of them.
        it->listing = state.listing;
        return &*it;
    }
};

} // namespace

Effects apply(State &state, const protocol::Event &event, Time now)
{
    Apply fold{state, now};
    std::visit(fold, event);
    return std::move(fold.effects);
}

void beginConnection(State &state)
{
    state.nearby.version = state.blindDate.version = -1;
}

void beginListing(State &state)
{
    ++state.listing;
    state.freshEvents.clear();
    for (RoomEntry &entry : state.rooms)
        entry.freshPresence.clear();
}

Effects apply(State &state, const protocol::cmd::Snapshot &snapshot)
{
    Effects effects = applyNearby(state, snapshot.nearby);
    // Events first: the date takes its title from them.
    for (Effects part : {applySettings(state, snapshot.settings), applyInvitations(state, snapshot.invitations), applyHidden(state, snapshot.hidden),
                         applyEvents(state, snapshot.events), applyBlindDate(state, snapshot.blindDate), applyRooms(state, snapshot.rooms)})
        effects.insert(effects.end(), std::make_move_iterator(part.begin()), std::make_move_iterator(part.end()));
    return effects;
}

Effects applyRooms(State &state, const QList<Room> &rooms)
{
    Effects effects;
    for (const Room &room : rooms)
        mergeRoom(state, room, true, effects);
    return effects;
}

Effects endListing(State &state)
{
    Effects effects;
    for (auto it = state.rooms.begin(); it != state.rooms.end();) {
        if (it->listing == state.listing) {
            ++it;
            continue;
        }
        // A group that one is not in is not listed.
        effects.push_back(effect::RoomGone{it.key(), it->room.kind == protocol::RoomKind::Group});
        state.dateRooms.remove(it.key());
        it = state.rooms.erase(it);
    }
    return effects;
}

Effects applyNearby(State &state, const protocol::Nearby &told)
{
    protocol::Nearby &held = state.nearby;
    const protocol::Nearby before = held;
    if (told.version > held.version)
        held = told;
    else if (told.version == held.version)
        held.crowd = told.crowd;
    // The number alone is nothing to see.
    protocol::Nearby compared = before;
    compared.version = held.version;
    return compared == held ? Effects() : Effects{effect::NearbyChanged{}};
}

std::optional<protocol::cmd::History> pullOf(const RoomEntry &entry)
{
    if (entry.have >= entry.room.head)
        return std::nullopt;
    protocol::cmd::History ask;
    ask.room = entry.room.room;
    if (entry.have > 0 && entry.room.head - entry.have <= limits::historyPage)
        ask.after = entry.have;
    return ask;
}

Effects applyPage(State &state, const protocol::cmd::History &asked, const protocol::cmd::Page &page)
{
    Effects effects;
    const auto it = state.rooms.find(asked.room);
    if (it == state.rooms.end())
        return effects;
    const qint64 had = it->have;
    const Room before = it->room;
    const Covered covered = coveredBy(asked, page);
    it->room.head = std::max(it->room.head, page.head);
    if (covered.upTo > had) {
        QList<Message> messages = page.messages;
        messages.removeIf([had](const Message &message) { return message.seq <= had; });
        append(*it, messages, std::max(covered.from, had + 1), covered.upTo, false, effects);
    }
    if (!(it->room == before))
        effects.push_back(effect::RoomChanged{asked.room});
    if (it->have > had && it->have < it->room.head)
        effects.push_back(effect::Pull{asked.room});
    return effects;
}

Covered coveredBy(const protocol::cmd::History &asked, const protocol::cmd::Page &page)
{
    const bool isWhole = page.messages.size() < asked.limit;
    const qint64 first = page.messages.isEmpty() ? 1 : page.messages.first().seq;
    const qint64 last = page.messages.isEmpty() ? 0 : page.messages.last().seq;
    if (asked.after)
        return {*asked.after + 1, isWhole ? std::max(last, page.head) : last};
    return {isWhole ? 1 : first, asked.before ? *asked.before - 1 : std::max(last, page.head)};
}

std::optional<protocol::cmd::Changes> changesOf(const RoomEntry &entry)
{
    return entry.changed < entry.room.changes ? std::optional(protocol::cmd::Changes{entry.room.room, entry.changed}) : std::nullopt;
}

Effects applyPage(State &state, const protocol::cmd::Changes &asked, const protocol::cmd::ChangePage &page)
{
    Effects effects;
    const auto it = state.rooms.find(asked.room);
    if (it == state.rooms.end() || page.upTo <= it->changed)
        return effects;
    QList<Message> unknown = page.messages;
    unknown.removeIf([&](const Message &message) { return changeOf(message) <= it->changed; });
    takeOver(*it, unknown, page.upTo, effects);
    if (page.more)
        it->room.changes = std::max(it->room.changes, page.upTo + 1);
    return effects;
}

std::optional<Question> missingIn(const RoomEntry &entry)
{
    if (const auto messages = pullOf(entry))
        return *messages;
    if (const auto changes = changesOf(entry))
        return *changes;
    return std::nullopt;
}

Effects applyChange(State &state, RoomId room, const Message &message)
{
    Apply fold{state, Time()};
    fold(protocol::ev::RoomChanged{room, message});
    return std::move(fold.effects);
}

Effects applySent(State &state, RoomId room, const Message &message)
{
    Apply fold{state, Time()};
    fold(protocol::ev::RoomMessage{room, message});
    return std::move(fold.effects);
}

Effects applyStored(State &state, RoomId room, qint64 seq)
{
    const auto it = state.rooms.find(room);
    if (it == state.rooms.end() || seq <= it->have)
        return {};
    it->room.head = std::max(it->room.head, seq);
    return {effect::Pull{room}, effect::RoomChanged{room}};
}

Effects applyOwnGot(State &state, RoomId room, qint64 seq)
{
    const auto it = state.rooms.find(room);
    if (it == state.rooms.end() || it->room.kind == protocol::RoomKind::Date || !raise(it->room, it->room.me, &Member::got, std::min(seq, it->room.head)))
        return {};
    return {effect::TellGot{room, seq}};
}

Effects applyOwnRead(State &state, RoomId room, qint64 seq)
{
    const auto it = state.rooms.find(room);
    if (it == state.rooms.end() || !raiseRead(it->room, it->room.me, std::min(seq, it->room.head)))
        return {};
    return {effect::RoomChanged{room}};
}

Effects expireTyping(State &state, Time now)
{
    Effects effects;
    for (RoomEntry &entry : state.rooms)
        if (std::erase_if(entry.typing, [&](const auto &sign) { return sign.second <= now; }) > 0)
            effects.push_back(effect::RoomChanged{entry.room.room});
    return effects;
}

std::optional<Time> nextTypingEnd(const State &state)
{
    std::optional<Time> next;
    for (const RoomEntry &entry : state.rooms)
        for (const auto &[member, end] : entry.typing)
            next = next ? std::min(*next, end) : end;
    return next;
}

} // namespace jjak::client
