// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/people/lounge/companion.h"

#include <algorithm>

#include "client/core/lounge/lounge.h"
#include "client/core/lounge/tables.h"

namespace jjak::people {

using namespace protocol;
using client::ConnectionState;
using client::Session;

namespace {

void ignore(const Result<Table> &) {} // too late for it, or another one at the same hour: the next look tells

} // namespace

Companion::Companion(Session &session, int number, Speech speech, Rng &rng, const Pace &pace, QObject *parent)
    : QObject(parent), m_session(session), m_number(number), m_speech(speech), m_rng(rng), m_pace(pace)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Companion::goOn);
    connect(&m_session, &Session::synced, this, &Companion::later);
    connect(&m_session, &Session::signedOut, this, [this] { m_chats.clear(); });
    connect(&m_session, &Session::messageArrived, this, &Companion::heard);
    connect(&m_session, &Session::roomOpened, this, [this](RoomId room) {
        if (isTable(room))
            chat(room).next->start(between(m_pace.sayFrom, m_pace.sayTo));
    });
}

Duration Companion::between(Duration from, Duration to)
{
    return from + Duration(qint64(m_rng.below(std::uint64_t((to - from).count()) + 1)));
}

void Companion::later()
{
    m_next.start(between(m_pace.lookFrom, m_pace.lookTo));
}

// --- tables ---------------------------------------------------------------------------------------------------------

//! One thing at a time; what fails is tried again later, and without a connection synced() begins anew.
void Companion::goOn()
{
    if (m_session.connectionState() != ConnectionState::Ready)
        return;
    later();
    if (!m_session.lounge().profile())
        return;
    m_session.tables().list({true, false, {}}, [this](const Result<cmd::TableList> &mine) {
        if (mine)
            lookAround(mine->tables);
    });
}

void Companion::lookAround(const QList<Table> &mine)
{
    leaveOld(mine);
    const auto stands = [&mine](Standing standing) { return std::ranges::find(mine, standing, &Table::mine) != mine.end(); };
    if (isHost(m_number) && !stands(Standing::Host))
        offer();
    else if (!stands(Standing::Seated))
        sitDown();
}

void Companion::leaveOld(const QList<Table> &mine)
{
    for (const Table &table : mine) {
        const auto known = table.room ? m_chats.find(*table.room) : m_chats.end();
        if (isTimeToGo(table, known == m_chats.end() ? std::nullopt : known->second.people, m_session.serverNow()))
            m_session.tables().leave(table.table, [](const Result<> &) {});
    }
}

void Companion::offer()
{
    m_session.lounge().list({Feed::Written, {}, {}, {}}, [this](const Result<cmd::PostList> &own) {
        if (own && !own->posts.isEmpty())
            m_session.tables().offer(tableWith(own->posts.first(), m_speech, m_session.serverNow(), m_rng), ignore);
    });
}

void Companion::sitDown()
{
    m_session.tables().list({}, [this](const Result<cmd::TableList> &all) {
        if (const auto free = all ? seatAmong(all->tables, m_rng) : std::nullopt)
            m_session.tables().join(*free, false, false, ignore);
    });
}

// --- in their rooms -------------------------------------------------------------------------------------------------

bool Companion::isTable(RoomId room) const
{
    const auto *entry = m_session.state().room(room);
    return entry && entry->room.kind == RoomKind::Table;
}

Companion::Chat &Companion::chat(RoomId room)
{
    Chat &out = m_chats[room];
    if (out.talk)
        return out;
    const auto &profile = m_session.lounge().profile();
    out.talk = std::make_unique<TableTalk>(profile ? profile->name : QString(), m_rng);
    out.next = std::make_unique<QTimer>();
    out.next->setSingleShot(true);
    connect(out.next.get(), &QTimer::timeout, this, [this, room] { sayNext(room); });
    return out;
}

void Companion::heard(RoomId room, const Message &message)
{
    if (!isTable(room))
        return;
    m_session.markRead(room, message.seq);
    const Room &in = m_session.state().room(room)->room;
    const auto author = std::ranges::find(in.members, message.author, &Member::number);
    if (message.kind != MessageKind::Text || message.author == in.me || author == in.members.end())
        return;
    Chat &here = chat(room);
    if (!author->demo)
        here.people = m_session.serverNow();
    const auto others = std::ranges::count_if(in.members, [&in](const Member &m) { return !m.left && m.number != in.me; });
    if (here.next->isActive() || !here.talk->answers(author->demo, int(others))) // one answer to several messages
        return;
    here.heard = message.text;
    here.next->start(between(m_pace.sayFrom, m_pace.sayTo));
}

void Companion::sayNext(RoomId room)
{
    const auto *entry = m_session.state().room(room);
    const auto it = m_chats.find(room);
    if (!entry || it == m_chats.end() || !client::isWritable(entry->room))
        return;
    const QString heard = std::exchange(it->second.heard, {});
    // What cannot be said is not worth more: the table may just have ended.
    (void)m_session.sendText(room, heard.isEmpty() ? it->second.talk->greeting() : it->second.talk->reply(heard));
}

} // namespace jjak::people
