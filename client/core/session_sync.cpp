// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/log.h"
#include "client/core/net/refusal.h"
#include "client/core/session_private.h"

namespace jjak::client {

using namespace protocol;

namespace {

Time localNow()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

QList<HiddenMember> hiddenMembers(const State &state)
{
    QList<HiddenMember> out;
    for (auto it = state.hidden.begin(); it != state.hidden.end(); ++it)
        for (const int member : *it)
            out.append({it.key(), member});
    return out;
}

} // namespace

//! The server has registered this connection for events before it reads the snapshot, so nothing falls between them.
void Session::Private::startSync()
{
    syncing = true;
    ready = resyncWanted = false;
    quiet = !cache.isListed();
    sinceSync.start();
    beginListing(state);
    told = {};
    updateState();
    link.send(cmd::Sync{}, [this, now = round](const Result<cmd::Snapshot> &snapshot) {
        if (now != round || !signer.isSignedIn())
            return;
        if (!snapshot)
            return refused(snapshot.error(), &Private::startSync);
        cmd::Snapshot latest = *snapshot;
        if (told.invitations)
            latest.invitations = state.invitations;
        if (told.settings)
            latest.settings = state.settings;
        if (told.hidden)
            latest.hidden = hiddenMembers(state);
        handle(apply(state, latest));
        if (snapshot->more && !snapshot->rooms.isEmpty())
            listRooms(snapshot->rooms.last().room);
        else
            endListing();
    });
}

void Session::Private::listRooms(RoomId after)
{
    link.send(cmd::ListRooms{after}, [this, now = round](const Result<cmd::RoomList> &page) {
        if (now != round || !signer.isSignedIn())
            return;
        if (!page)
            return refused(page.error(), &Private::startSync);
        handle(applyRooms(state, page->rooms));
        if (page->more && !page->rooms.isEmpty())
            listRooms(page->rooms.last().room);
        else
            endListing();
    });
}

//! The listing begins anew after a while; what is wrong with it for good is wrong with the connection.
void Session::Private::refused(const Error &error, void (Private::*again)())
{
    qCInfo(logSession) << "listing refused:" << int(error.code);
    if (!isPassing(error.code))
        return link.drop(LinkProblem::Lost);
    QTimer::singleShot(retryAfter(error, config.times), this, [this, again, now = round] {
        if (now == round && signer.isSignedIn())
            (this->*again)();
    });
}

void Session::Private::endListing()
{
    handle(jjak::client::endListing(state));
    expire();
    armClock();
    wantWords();
    cache.setListed();
    syncing = quiet = false;
    listed = true;
    requests.start();
    fetches.start();
    for (auto it = state.rooms.cbegin(); it != state.rooms.cend(); ++it)
        if (!puller.isBusy(it.key()))
            outbox.start(it.key());
    if (away)
        tellAway();
    if (resyncWanted)
        resync();
    becomeReady();
}

void Session::Private::becomeReady()
{
    if (ready || !listed || syncing || !puller.isIdle())
        return;
    ready = true;
    updateState();
    lounge.becomeReady();
    lookAtTables();
    Q_EMIT q.synced();
}

void Session::Private::resync()
{
    if (!signer.isSignedIn() || resyncTimer.isActive())
        return;
    if (syncing) {
        resyncWanted = true;
        return;
    }
    const Duration every = config.times.resyncEvery;
    const Duration since(sinceSync.isValid() ? sinceSync.elapsed() : every.count());
    if (since < every)
        resyncTimer.start(every - since);
    else
        startSync();
}

//! Others were told at this moment, too.
void Session::Private::resyncSoon()
{
    const auto within = std::uint64_t(config.times.resyncWithin.count());
    if (within == 0 || syncing)
        return resync();
    if (!resyncTimer.isActive())
        resyncTimer.start(Duration(qint64(rng.below(within))));
}

void Session::Private::eventArrived(const Event &event)
{
    if (const auto *end = std::get_if<ev::SessionEnded>(&event))
        return on(effect::Ended{end->reason});
    // What comes before the snapshot was asked for is in it.
    if (!signer.isSignedIn())
        return;
    if (const auto *progress = std::get_if<ev::FileProgress>(&event))
        return uploads.told(*progress);
    if (const auto *table = std::get_if<ev::TableState>(&event))
        return tables.told(*table);
    if (std::holds_alternative<ev::Resync>(event))
        return resyncSoon();
    told.invitations |= std::holds_alternative<ev::InvitationsState>(event);
    told.settings |= std::holds_alternative<ev::SettingsState>(event);
    told.hidden |= std::holds_alternative<ev::HiddenState>(event);
    handle(apply(state, event, localNow()));
    if (std::holds_alternative<ev::RoomTyping>(event))
        armTyping();
}

void Session::Private::armTyping()
{
    if (const auto end = nextTypingEnd(state); end && !typingTimer.isActive())
        typingTimer.start(std::max(Duration(0), *end - localNow()) + 1ms);
}

void Session::Private::flushReads()
{
    // Without a connection the next snapshot shows the difference.
    const auto tell = std::exchange(readsToTell, {});
    if (!signer.isSignedIn())
        return;
    for (const RoomId room : tell) {
        const RoomEntry *entry = state.room(room);
        const Member *me = entry ? meIn(entry->room) : nullptr;
        if (!me)
            continue;
        link.send(cmd::Read{room, me->read}, [this, room, now = round](const Result<cmd::Empty> &reply) {
            if (reply || now != round || !isPassing(reply.error().code))
                return;
            readsToTell.insert(room);
            if (!readTimer.isActive())
                readTimer.start(retryAfter(reply.error(), config.times));
        });
    }
}

//! What is told to be here has to be on the disk.
void Session::Private::flushGots()
{
    const auto tell = std::exchange(gotsToTell, {});
    if (!signer.isSignedIn() || tell.isEmpty())
        return;
    cache.commit();
    for (const RoomId room : tell) {
        const RoomEntry *entry = state.room(room);
        const Member *me = entry ? meIn(entry->room) : nullptr;
        if (!me)
            continue;
        link.send(cmd::Got{room, me->got}, [this, room, now = round](const Result<cmd::Empty> &reply) {
            if (reply || now != round || !isPassing(reply.error().code))
                return;
            gotsToTell.insert(room);
            if (!gotTimer.isActive())
                gotTimer.start(retryAfter(reply.error(), config.times));
        });
    }
}

QList<Message> Session::Private::cachedBefore(RoomId room, qint64 before, int limit)
{
    return cache.messagesBefore(room, before, limit);
}

void Session::Private::fetchBefore(RoomId room, qint64 before)
{
    cmd::History ask;
    ask.room = room;
    ask.before = before;
    link.send(ask, [this, room, before, ask](const Result<cmd::Page> &page) {
        const bool isHere = page && state.room(room);
        const QList<Message> messages = isHere ? cache.putMessages(room, page->messages) : QList<Message>();
        if (isHere) {
            const Covered covered = coveredBy(ask, *page);
            cache.cover(room, covered.from, covered.upTo);
            armClock();
        }
        MessageListModel *model = open.value(room);
        if (!model)
            return;
        if (page)
            model->olderArrived(before, messages);
        else
            model->olderFailed();
    });
}

} // namespace jjak::client
