// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/session_private.h"

namespace jjak::client {

using namespace protocol;

void Session::Private::handle(const Effects &effects)
{
    for (const Effect &effect : effects)
        std::visit([this](const auto &one) { on(one); }, effect);
}

void Session::Private::on(const effect::NearbyChanged &)
{
    Q_EMIT q.nearbyChanged();
}

void Session::Private::on(const effect::DateChanged &)
{
    wantWords();
    Q_EMIT q.blindDateChanged();
}

void Session::Private::on(const effect::DateRoomChanged &changed)
{
    const DateRoom *kept = dateRoom(changed.room);
    if (!kept)
        return;
    cache.putDateRoom(changed.room, *kept);
    showRoom(changed.room);
    readHidden(changed.room);
    if (state.room(changed.room))
        Q_EMIT q.roomChanged(changed.room);
}

void Session::Private::on(const effect::EventsChanged &)
{
    wantWords();
    armClock();
    Q_EMIT q.eventsChanged();
}

void Session::Private::on(const effect::RoomChanged &changed)
{
    const RoomEntry *entry = state.room(changed.room);
    if (!entry)
        return;
    cache.putRoom(*entry);
    showRoom(changed.room);
    armClock();
    Q_EMIT q.roomChanged(changed.room);
}

void Session::Private::on(const effect::RoomOpened &opened)
{
    const RoomEntry *entry = state.room(opened.room);
    if (!entry)
        return;
    cache.putRoom(*entry);
    showRoom(opened.room);
    armClock();
    if (listed && !puller.isBusy(opened.room))
        outbox.start(opened.room);
    if (!quiet)
        Q_EMIT q.roomOpened(opened.room);
}

void Session::Private::on(const effect::RoomGone &gone)
{
    if (gone.forGood)
        outbox.drop(gone.room);
    cache.removeRoom(gone.room);
    shelf.dropRoom(gone.room);
    rooms.remove(gone.room);
    drafts.remove(gone.room);
    q.closeRoom(gone.room);
    Q_EMIT q.roomChanged(gone.room);
}

void Session::Private::on(const effect::Append &appended)
{
    const RoomEntry *entry = state.room(appended.room);
    if (!entry)
        return;
    // A change may have come before the message as it was at first.
    const QList<Message> messages = cache.putMessages(appended.room, alive(appended.messages));
    cache.cover(appended.room, appended.from, appended.upTo);
    cache.putRoom(*entry);
    armClock();
    const int myself = entry->room.me;
    const Member *me = meIn(entry->room);
    const qint64 read = me ? me->read : 0, have = entry->have;
    if (MessageListModel *model = open.value(appended.room)) {
        model->setRoom(entry->room);
        model->append(messages, appended.jump, appended.upTo);
    }
    for (const Message &message : messages)
        outbox.messageHere(appended.room, message, message.author == myself);
    outbox.haveUpTo(appended.room, have);
    readHidden(appended.room);
    const auto foreign = std::find_if(messages.crbegin(), messages.crend(), [myself](const Message &message) { return message.author != myself && message.author != 0; });
    if (foreign != messages.crend())
        handle(applyOwnGot(state, appended.room, foreign->seq));
    for (const Message &message : messages)
        if ((appended.live || (message.seq > read && message.author != myself)) && !message.deleted && !isHidden(appended.room, message))
            Q_EMIT q.messageArrived(appended.room, message);
}

void Session::Private::on(const effect::Changed &changed)
{
    const RoomEntry *entry = state.room(changed.room);
    if (!entry)
        return;
    const QList<Message> messages = cache.putMessages(changed.room, alive(changed.messages));
    cache.putRoom(*entry);
    armClock();
    dropFiles(changed.room, messages);
    if (MessageListModel *model = open.value(changed.room))
        model->change(messages);
    for (const Message &message : messages)
        if (!isHidden(changed.room, message))
            Q_EMIT q.messageChanged(changed.room, message);
}

void Session::Private::on(const effect::Pull &pull)
{
    puller.want(pull.room);
}

void Session::Private::on(const effect::Floor &floor)
{
    cache.dropUpTo(floor.room, floor.upTo);
    shelf.dropUpTo(floor.room, floor.upTo);
    if (MessageListModel *model = open.value(floor.room))
        model->dropUpTo(floor.upTo);
    Q_EMIT q.messagesExpired(floor.room);
}

QList<Message> Session::Private::alive(QList<Message> messages) const
{
    const Time now = q.serverNow();
    messages.removeIf([now](const Message &message) { return message.expires && *message.expires <= now; });
    return messages;
}

void Session::Private::on(const effect::TellRead &tell)
{
    readsToTell.insert(tell.room);
    if (!readTimer.isActive())
        readTimer.start(config.times.readEvery);
}

void Session::Private::on(const effect::TellGot &tell)
{
    gotsToTell.insert(tell.room);
    if (!gotTimer.isActive())
        gotTimer.start(config.times.gotEvery);
}

void Session::Private::on(const effect::SettingsChanged &)
{
    Q_EMIT q.settingsChanged();
}

void Session::Private::on(const effect::InvitationsChanged &)
{
    Q_EMIT q.invitationsChanged();
}

//! A block changes nothing in a group: only the devices of who blocked hide what that member writes.
void Session::Private::on(const effect::HiddenChanged &change)
{
    cache.putHidden(change.room, state.hidden.value(change.room));
    if (!state.room(change.room))
        return;
    showRoom(change.room);
    readHidden(change.room);
    Q_EMIT q.roomChanged(change.room);
}

void Session::Private::on(const effect::Resync &)
{
    resync();
}

void Session::Private::on(const effect::Ended &end)
{
    signer.endedByServer(end.reason);
}

void Session::Private::confirmed(const OutboxEntry &entry, qint64 seq, Time at)
{
    const RoomEntry *room = state.room(entry.room);
    if (!room)
        return;
    // What the server has made of a file only it can tell.
    if (entry.file)
        handle(applyStored(state, entry.room, seq));
    else
        handle(applySent(state, entry.room, sentMessage(entry, room->room, seq, at)));
    if (const RoomEntry *after = state.room(entry.room))
        outbox.haveUpTo(entry.room, after->have);
}

Message Session::Private::sentMessage(const OutboxEntry &entry, const Room &room, qint64 seq, Time at)
{
    Message message;
    message.seq = seq;
    message.author = room.me;
    message.text = entry.text;
    message.at = at;
    message.cid = entry.cid;
    if (entry.reply > 0)
        message.reply = entry.reply;
    if (!entry.mentions.isEmpty())
        message.mentions = entry.mentions;
    if (const Duration kept = durationOf(room.expiry); kept > Duration(0))
        message.expires = at + kept;
    return message;
}

void Session::Private::outboxChanged(RoomId room)
{
    showRoom(room);
    if (MessageListModel *model = open.value(room))
        model->setOutbox(outbox.entries(room));
    Q_EMIT q.outboxChanged(room);
}

void Session::Private::showRoom(RoomId room)
{
    const RoomEntry *entry = state.room(room);
    if (!entry)
        return;
    rooms.put(rowOf(*entry));
    if (MessageListModel *model = open.value(room)) {
        model->setRoom(entry->room);
        model->setHidden(hiddenIn(room), entry->have);
    }
}

RoomListModel::Row Session::Private::rowOf(const RoomEntry &entry) const
{
    const RoomId id = entry.room.room;
    const int unsent = outbox.count(id, OutboxEntry::State::Waiting);
    RoomListModel::Row row{id, entry.room, drafts.value(id), !entry.typing.empty(), unsent, outbox.count(id, OutboxEntry::State::Refused)};
    if (const DateRoom *kept = dateRoom(id))
        row.heading = kept->heading;
    if (const auto &newest = entry.room.newest; newest && (isHidden(id, *newest) || alive({*newest}).isEmpty()))
        row.preview = QString();
    else if (newest && newest->kind == MessageKind::Host)
        row.preview = hostText(id, *newest);
    return row;
}

std::function<void(Result<Nearby>)> Session::Private::nearby(Callback<> done, const char *what)
{
    return [this, answer = plain<Nearby>(std::move(done), what)](const Result<Nearby> &reply) {
        // A request that ended without the network comes with an empty one, of version 0.
        if (reply && reply->version > 0)
            handle(applyNearby(state, *reply));
        answer(reply);
    };
}

} // namespace jjak::client
