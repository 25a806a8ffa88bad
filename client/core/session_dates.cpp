// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/session_private.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

namespace {

//! In a date that goes on, and not left.
bool isSeated(const BlindDate &now)
{
    if (!now.date || now.date->phase == DatePhase::Closed)
        return false;
    const auto me = std::ranges::find(now.date->seats, now.date->me, &Seat::number);
    return me == now.date->seats.cend() || me->state != SeatState::Left;
}

} // namespace

void Session::enterDate(EventId event, Callback<> done)
{
    const auto verdict = [this, event]() -> std::optional<Result<>> {
        const BlindDate &now = d->state.blindDate;
        const bool there = (now.lobby && now.lobby->event == event) || (isSeated(now) && now.date->event == event);
        return there ? std::optional<Result<>>(Done()) : std::nullopt;
    };
    d->requests.add(cmd::EnterDate{event}, u"lobby"_s, d->date(std::move(done), "date.enter"), verdict);
}

void Session::leaveDate(Callback<> done)
{
    const auto verdict = [this]() -> std::optional<Result<>> {
        const BlindDate &now = d->state.blindDate;
        return now.lobby || isSeated(now) ? std::nullopt : std::optional<Result<>>(Done());
    };
    d->requests.add(cmd::LeaveDate{}, u"lobby"_s, d->date(std::move(done), "date.leave"), verdict);
}

//! A choice that could not be told yet is told as long as its phase lasts.
template <class C>
void Session::Private::choose(Slot slot, const C &command, DatePhase phase, const QString &key, Callback<> done)
{
    const Choice choice{command.date, command.seat, ++choices};
    this->*slot = choice;
    const auto verdict = [this, choice, phase]() -> std::optional<Result<>> {
        const auto &now = state.blindDate.date;
        if (!now || now->date != choice.date)
            return Result<>(ErrorCode::DateNotFound);
        return now->phase == phase ? std::nullopt : std::optional<Result<>>(ErrorCode::DatePhase);
    };
    const auto settle = [this, slot, choice] {
        const auto &held = this->*slot;
        const bool mine = held && held->number == choice.number;
        if (mine)
            (this->*slot).reset();
        return mine;
    };
    requests.add(command, key, date(std::move(done), C::spec.name.data(), settle), verdict);
    Q_EMIT q.blindDateChanged();
}

void Session::pick(DateId date, int seat, Callback<> done)
{
    d->choose(&Private::impression, cmd::Pick{date, seat}, DatePhase::Impression, u"impression"_s, std::move(done));
}

void Session::shoot(DateId date, int seat, Callback<> done)
{
    d->choose(&Private::arrow, cmd::Shoot{date, seat}, DatePhase::Arrow, u"arrow"_s, std::move(done));
}

std::optional<int> Session::Private::chosen(const std::optional<Choice> &choice) const
{
    const auto &now = state.blindDate.date;
    return choice && now && now->date == choice->date ? std::optional(choice->seat) : std::nullopt;
}

std::optional<int> Session::pendingArrow() const
{
    return d->chosen(d->arrow);
}

std::optional<int> Session::pendingPick() const
{
    return d->chosen(d->impression);
}

void Session::openPair(PairId pair, Callback<> done)
{
    // A pair that is not told any more may have got its room by this very command: only the server knows.
    const auto verdict = [this, pair]() -> std::optional<Result<>> {
        const BlindDate &now = d->state.blindDate;
        const auto it = std::ranges::find(now.pairs, pair, &Pair::pair);
        const auto &reveal = now.date ? now.date->reveal : std::optional<Reveal>();
        const bool said = (it != now.pairs.cend() && it->mine == Answer::Accepted) || (reveal && reveal->pair == pair && reveal->mine == Answer::Accepted);
        return said ? std::optional<Result<>>(Done()) : std::nullopt;
    };
    d->requests.add(cmd::OpenPair{pair}, {}, d->date(std::move(done), "pair.open"), verdict);
}

std::function<void(Result<BlindDate>)> Session::Private::date(Callback<> done, const char *what, std::function<bool()> settle)
{
    return [this, answer = plain<BlindDate>(std::move(done), what), settle = std::move(settle)](const Result<BlindDate> &reply) {
        // A request that ended without the network comes with an empty one, of version 0.
        Effects effects = reply && reply->version > 0 ? applyBlindDate(state, *reply) : Effects();
        if (settle && settle() && std::ranges::find(effects, Effect(effect::DateChanged{})) == effects.end())
            effects.push_back(effect::DateChanged{});
        handle(effects);
        answer(reply);
    };
}

void Session::openEvent(const cmd::OpenEvent &event, Callback<EventInfo> done)
{
    cmd::OpenEvent command = event;
    command.cid = ClientId::random(d->rng);
    d->requests.add(command, {}, [this, done = std::move(done)](const Result<EventInfo> &reply) {
        if (reply) {
            d->handle(applyEvent(d->state, *reply));
            Q_EMIT eventOpened(*reply);
        }
        if (done)
            done(reply);
        else if (!reply)
            Q_EMIT failed(reply.error(), u"event.open"_s);
    });
}

void Session::closeEvent(EventId event, Callback<> done)
{
    d->requests.add(cmd::CloseEvent{event}, {}, [this, answer = d->plain<EventInfo>(std::move(done), "event.close")](const Result<EventInfo> &reply) {
        if (reply && !reply->event.isNull())
            d->handle(applyEvent(d->state, *reply));
        answer(reply);
    });
}

void Session::listEndedEvents()
{
    cmd::ListEvents ask;
    ask.ended = true;
    d->link.send(ask, [this](const Result<cmd::EventList> &reply) {
        if (reply)
            Q_EMIT endedEventsListed(reply->events);
        else
            Q_EMIT failed(reply.error(), u"event.list"_s);
    });
}

std::optional<Error> Session::maySend(RoomId room) const
{
    const RoomEntry *entry = d->state.room(room);
    if (!entry)
        return Error{ErrorCode::RoomNotFound};
    if (hasLeft(entry->room))
        return Error{ErrorCode::RoomLeft};
    if (isDeserted(entry->room))
        return Error{ErrorCode::RoomEnded};
    if (entry->room.kind == RoomKind::Group)
        return d->maySendInGroup(*entry);
    if (entry->room.kind != RoomKind::Date)
        return std::nullopt;
    const Date *date = d->state.dateIn(room);
    if (!date)
        return Error{d->listed ? ErrorCode::RoomEnded : ErrorCode::Unavailable};
    if (date->phase == DatePhase::Closed)
        return Error{ErrorCode::RoomEnded};
    const Time now = serverNow();
    if (date->frozen && !(date->thaw && *date->thaw <= now))
        return Error::notBefore(ErrorCode::RoomFrozen, date->thaw);
    if (date->cooling && *date->cooling > now)
        return Error::notBefore(ErrorCode::RoomCooling, date->cooling);
    return std::nullopt;
}

//! First into the draft, which is on the disk: nobody may be looking at the room.
void Session::Private::returned(RoomId room, const QString &text, const Error &error)
{
    const QString draft = drafts.value(room);
    q.setDraft(room, draft.isEmpty() ? text : text + u'\n' + draft);
    Q_EMIT q.messageReturned(room, text, error);
}

const DateRoom *Session::Private::dateRoom(RoomId room) const
{
    const auto it = state.dateRooms.constFind(room);
    return it == state.dateRooms.cend() ? nullptr : &*it;
}

QList<int> Session::Private::hiddenIn(RoomId room) const
{
    const DateRoom *kept = dateRoom(room);
    return kept ? kept->hidden : state.hidden.value(room);
}

bool Session::Private::isHidden(RoomId room, const Message &message) const
{
    // What somebody did to the group is for everybody to know.
    return message.kind != MessageKind::Notice && hiddenIn(room).contains(message.author);
}

//! What is not shown cannot be read by looking at it: it counts as read as soon as everything before it is.
void Session::Private::readHidden(RoomId room)
{
    const RoomEntry *entry = state.room(room);
    const Member *me = entry ? meIn(entry->room) : nullptr;
    if (!me || hiddenIn(room).isEmpty())
        return;
    qint64 read = me->read;
    for (const Message &message : cache.messagesBefore(room, entry->have + 1, limits::historyPage))
        if (message.seq == read + 1 && isHidden(room, message))
            read = message.seq;
    const Effects effects = applyOwnRead(state, room, read);
    handle(effects);
    if (!effects.empty())
        on(effect::TellRead{room, read});
}

} // namespace jjak::client
