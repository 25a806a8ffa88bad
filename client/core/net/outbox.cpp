// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/outbox.h"

#include <algorithm>

#include "client/core/net/refusal.h"

namespace jjak::client {

using Step = OutboxEntry::State;

Outbox::Outbox(Cache &cache, Send send, Upload upload, const LinkTimes &times, QObject *parent) : QObject(parent), m_cache(cache), m_send(std::move(send)), m_upload(std::move(upload)), m_times(times) {}

void Outbox::load()
{
    stop();
    m_entries = m_cache.outbox();
    // Confirmed but not yet here when the program ended: sending it again is how to learn its number.
    for (OutboxEntry &entry : m_entries)
        if (entry.state == Step::Stored)
            entry.state = Step::Waiting;
}

void Outbox::forget()
{
    stop();
    m_entries.clear();
}

void Outbox::start(RoomId room)
{
    m_open.insert(room);
    next(room);
}

void Outbox::stop()
{
    m_open.clear();
    m_paused.clear();
    m_inFlight.clear();
    m_carried.clear();
}

void Outbox::add(const OutboxEntry &entry)
{
    m_cache.addOutbox(entry);
    m_entries.push_back(entry);
    Q_EMIT changed(entry.room);
    next(entry.room);
}

void Outbox::retry(ClientId cid, ClientId fresh, Time now)
{
    const OutboxEntry *held = find(cid);
    if (!held || held->state != Step::Refused)
        return;
    OutboxEntry again = *held;
    if (again.error.code == ErrorCode::MessageConflict)
        again.cid = fresh;
    again.state = Step::Waiting;
    again.error = {};
    again.created = now;
    std::erase_if(m_entries, [&](const OutboxEntry &entry) { return entry.cid == cid; });
    m_carried.remove(cid);
    add(again); // replaces the one of the same id in the cache
    if (again.cid != cid)
        m_cache.removeOutbox(cid);
}

bool Outbox::discard(ClientId cid)
{
    const OutboxEntry *entry = find(cid);
    if (!entry || entry->state == Step::Stored || m_inFlight.value(entry->room) == cid)
        return false;
    const RoomId room = entry->room;
    remove(cid);
    Q_EMIT changed(room);
    return true;
}

void Outbox::drop(RoomId room)
{
    m_inFlight.remove(room);
    for (const OutboxEntry &entry : entries(room))
        remove(entry.cid);
    m_open.remove(room);
    Q_EMIT changed(room);
}

void Outbox::messageHere(RoomId room, const protocol::Message &message, bool mine)
{
    const auto it = std::ranges::find_if(m_entries, [&](const OutboxEntry &entry) {
        return entry.room == room && ((mine && message.cid == entry.cid) || (entry.state == Step::Stored && entry.seq == message.seq));
    });
    if (it == m_entries.end())
        return;
    const ClientId cid = it->cid;
    if (m_inFlight.value(room) == cid)
        m_inFlight.remove(room);
    remove(cid);
    Q_EMIT changed(room);
    next(room);
}

void Outbox::haveUpTo(RoomId room, qint64 have)
{
    std::vector<ClientId> here;
    for (const OutboxEntry &entry : m_entries)
        if (entry.room == room && entry.state == Step::Stored && entry.seq <= have)
            here.push_back(entry.cid);
    for (const ClientId cid : here)
        remove(cid);
    if (!here.empty())
        Q_EMIT changed(room);
}

std::vector<OutboxEntry> Outbox::entries(RoomId room) const
{
    std::vector<OutboxEntry> out;
    std::ranges::copy_if(m_entries, std::back_inserter(out), [&](const OutboxEntry &entry) { return entry.room == room; });
    return out;
}

QList<RoomId> Outbox::rooms() const
{
    QList<RoomId> out;
    for (const OutboxEntry &entry : m_entries)
        if (!out.contains(entry.room))
            out.append(entry.room);
    return out;
}

int Outbox::count(RoomId room, Step state) const
{
    return int(std::ranges::count_if(m_entries, [&](const OutboxEntry &entry) { return entry.room == room && entry.state == state; }));
}

int Outbox::size() const
{
    return int(std::ranges::count_if(m_entries, [](const OutboxEntry &entry) { return entry.state != Step::Stored; }));
}

void Outbox::next(RoomId room)
{
    carry(room);
    if (!m_open.contains(room) || m_paused.contains(room) || m_inFlight.contains(room))
        return;
    const auto it = std::ranges::find_if(m_entries, [&](const OutboxEntry &entry) { return entry.room == room && entry.state == Step::Waiting && !entry.file; });
    if (it == m_entries.end())
        return;
    const ClientId cid = it->cid;
    m_inFlight.insert(room, cid);
    protocol::cmd::Send send{room, cid, it->text};
    if (it->reply > 0)
        send.reply = it->reply;
    if (!it->mentions.isEmpty())
        send.mentions = it->mentions;
    m_send(send, [this, room, cid](const Result<protocol::cmd::Sent> &answer) { answered(room, cid, answer); });
}

void Outbox::carry(RoomId room)
{
    if (!m_open.contains(room))
        return;
    for (const OutboxEntry &entry : entries(room))
        if (entry.file && entry.state == Step::Waiting && !m_carried.contains(entry.cid)) {
            m_carried.insert(entry.cid);
            m_upload(entry);
        }
}

bool Outbox::progress(ClientId cid, qint64 sent)
{
    OutboxEntry *entry = find(cid);
    if (!entry || !entry->file)
        return false;
    const int before = entry->file->percent();
    entry->file->sent = sent;
    return entry->file->percent() != before;
}

std::optional<OutboxEntry> Outbox::entry(ClientId cid) const
{
    const auto it = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return it == m_entries.end() ? std::nullopt : std::optional(*it);
}

QList<ClientId> Outbox::files() const
{
    QList<ClientId> out;
    for (const OutboxEntry &entry : m_entries)
        if (entry.file)
            out.append(entry.cid);
    return out;
}

void Outbox::answered(RoomId room, ClientId cid, const Result<protocol::cmd::Sent> &answer)
{
    if (m_inFlight.value(room) == cid)
        m_inFlight.remove(room);
    OutboxEntry *entry = find(cid);
    // Gone already when the message itself came before the answer.
    if (!entry)
        return next(room);
    if (answer) {
        entry->state = Step::Stored;
        entry->seq = answer->seq;
        const OutboxEntry copy = *entry;
        Q_EMIT confirmed(copy, answer->seq, answer->at);
        // Still there: messages before it are missing, it goes when they are here. The cache need not know: sent again
        // after a restart, it gets the same answer.
    } else if (isHosts(answer.error().code) && !entry->file) {
        return giveBack(room, answer.error());
    } else if ((isPassing(answer.error().code) || answer.error().code == ErrorCode::RoomSlow) && !entry->file) {
        return pause(room, retryAfter(answer.error(), m_times));
    } else {
        entry->state = Step::Refused;
        entry->error = answer.error();
        m_cache.updateOutbox(*entry);
        const OutboxEntry copy = *entry;
        Q_EMIT refused(copy);
    }
    Q_EMIT changed(room);
    next(room);
}

void Outbox::giveBack(RoomId room, const Error &error)
{
    QStringList texts;
    for (const OutboxEntry &entry : entries(room))
        if (entry.state == Step::Waiting && !entry.file) {
            texts.append(entry.text);
            remove(entry.cid);
        }
    Q_EMIT changed(room);
    Q_EMIT returned(room, texts.join(u'\n'), error);
}

void Outbox::pause(RoomId room, Duration wait)
{
    if (!m_open.contains(room))
        return;
    m_paused.insert(room);
    QTimer::singleShot(wait, this, [this, room] {
        m_paused.remove(room);
        next(room);
    });
}

OutboxEntry *Outbox::find(ClientId cid)
{
    const auto it = std::ranges::find(m_entries, cid, &OutboxEntry::cid);
    return it == m_entries.end() ? nullptr : &*it;
}

void Outbox::remove(ClientId cid)
{
    const auto gone = entry(cid);
    m_cache.removeOutbox(cid);
    m_carried.remove(cid);
    std::erase_if(m_entries, [&](const OutboxEntry &one) { return one.cid == cid; });
    if (gone)
        Q_EMIT removed(*gone);
}

} // namespace jjak::client
