// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "client/core/net/link_times.h"
#include "tests/faults/cluster/person.h"

namespace jjak::faults {

using namespace protocol;

namespace {

const client::LinkTimes times;
constexpr qint64 askAgain = 500; //!< ms after which a listing or a pull that was refused is tried again

template <class E>
QByteArray word(E value)
{
    const auto name = protocol::nameOf(value);
    return QByteArray(name.data(), qsizetype(name.size()));
}

} // namespace

void Person::sync()
{
    m_synced = false;
    m_resyncAt = 0;
    m_syncedAt = m_around.now;
    ask<cmd::Sync>({}, [this](const Result<cmd::Snapshot> &snapshot) {
        if (snapshot)
            return fold(*snapshot);
        m_synced = true; // for tick()
        m_resyncAt = m_around.now + askAgain;
    });
}

void Person::fold(const cmd::Snapshot &snapshot)
{
    see(snapshot.nearby);
    see(snapshot.blindDate);
    for (const Room &room : snapshot.rooms)
        see(room);
    if (snapshot.more && !snapshot.rooms.isEmpty())
        listRooms(snapshot.rooms.last().room);
    else
        synced();
}

void Person::listRooms(RoomId after)
{
    ask<cmd::ListRooms>({after}, [this](const Result<cmd::RoomList> &page) {
        if (!page)
            return sync();
        for (const Room &room : page->rooms)
            see(room);
        if (page->more && !page->rooms.isEmpty())
            listRooms(page->rooms.last().room);
        else
            synced();
    });
}

void Person::synced()
{
    m_synced = true;
    for (auto it = m_rooms.cbegin(); it != m_rooms.cend(); ++it)
        if (it->have < it->head)
            pull(it.key());
}

void Person::hear(const Event &event)
{
    if (m_link != Link::Live)
        return; // what comes before the snapshot was asked for is in it
    if (const auto *told = std::get_if<ev::NearbyState>(&event))
        see(told->nearby);
    else if (const auto *date = std::get_if<ev::DateState>(&event))
        see(date->blindDate);
    else if (const auto *state = std::get_if<ev::RoomState>(&event))
        see(state->room);
    else if (const auto *message = std::get_if<ev::RoomMessage>(&event))
        see(message->room, message->message);
    else if (std::holds_alternative<ev::Resync>(event)) {
        repeatUnanswered();
        if (m_resyncAt == 0)
            m_resyncAt = std::max(m_around.now + m_around.upTo(int(times.resyncWithin.count())), m_syncedAt + times.resyncEvery.count());
    }
}

void Person::see(const Nearby &nearby)
{
    if (nearby.version < m_nearby.version)
        return;
    if (nearby.proposal && (!m_nearby.proposal || m_nearby.proposal->proposal != nearby.proposal->proposal))
        note(Op::Proposed, {nearby.proposal->proposal.toText()});
    if (nearby.ended && (!m_nearby.ended || m_nearby.ended->proposal != nearby.ended->proposal))
        note(Op::Ended, {nearby.ended->proposal.toText(), word(nearby.ended->outcome), OperationLog::id(nearby.ended->room)});
    m_nearby = nearby;
}

void Person::see(const BlindDate &blindDate)
{
    if (blindDate.version < m_blindDate.version)
        return;
    if (blindDate.lobby && (!m_blindDate.lobby || m_blindDate.lobby->seated != blindDate.lobby->seated))
        note(Op::Lobby, {blindDate.lobby->event.toText(), QByteArray::number(blindDate.lobby->seated)});
    const Date *before = m_blindDate.date && blindDate.date && m_blindDate.date->date == blindDate.date->date ? &*m_blindDate.date : nullptr;
    if (const auto &date = blindDate.date; date && (!before || before->phase != date->phase || before->me != date->me))
        note(Op::Sits, {date->date.toText(), m_around.log.room(date->room), QByteArray::number(int(date->phase)), QByteArray::number(date->me), QByteArray::number(date->seats.size())});
    if (const auto &date = blindDate.date; date && date->reveal && (!before || !before->reveal))
        note(Op::Met, {date->date.toText(), QByteArray::number(date->reveal->seat)});
    m_blindDate = blindDate;
}

void Person::see(const Room &room)
{
    View &view = m_rooms[room.room];
    view.kind = room.kind;
    view.me = room.me;
    view.head = std::max(view.head, room.head);
    if (m_synced && view.have < view.head)
        pull(room.room);
}

void Person::see(RoomId room, const Message &message)
{
    View &view = m_rooms[room];
    view.head = std::max(view.head, message.seq);
    if (message.seq <= view.have)
        return;
    if (message.seq == view.have + 1) {
        view.have = message.seq;
        note(Op::Heard, {m_around.log.room(room), QByteArray::number(message.seq), QByteArray::number(message.author), QByteArray::number(int(message.kind)), OperationLog::id(message.cid), OperationLog::text(message.text.toUtf8())});
    } else if (m_synced) {
        pull(room);
    }
}

void Person::pull(RoomId room)
{
    View &view = m_rooms[room];
    if (m_link != Link::Live || std::exchange(view.pulling, true))
        return;
    cmd::History ask;
    ask.room = room;
    ask.after = view.have;
    this->ask<cmd::History>(ask, [this, room](const Result<cmd::Page> &page) {
        View &now = m_rooms[room];
        now.pulling = false;
        if (!page) {
            m_resyncAt = m_around.now + askAgain;
            return;
        }
        now.head = std::max(now.head, page->head);
        const qint64 before = now.have;
        for (const Message &message : page->messages)
            see(room, message);
        const View &after = m_rooms[room];
        if (after.have < after.head && after.have > before)
            pull(room);
        else if (after.have < after.head)
            m_resyncAt = m_around.now + askAgain;
    });
}

void Person::noteViews()
{
    if (m_link != Link::Live)
        return; // who is not connected sees nothing
    const auto number = [](qint64 n) { return QByteArray::number(std::max(qint64(0), n)); };
    note(Op::SeesNearby, {number(m_nearby.version), number(m_nearby.ticket.has_value()), OperationLog::id(m_nearby.proposal ? std::optional(m_nearby.proposal->proposal) : std::nullopt)});
    note(Op::SeesDate, {number(m_blindDate.version), OperationLog::id(m_blindDate.date ? std::optional(m_blindDate.date->date) : std::nullopt), number(m_blindDate.date ? int(m_blindDate.date->phase) : 0), number(m_blindDate.lobby.has_value())});
    for (auto it = m_rooms.cbegin(); it != m_rooms.cend(); ++it)
        note(Op::SeesRoom, {m_around.log.room(it.key()), number(it->head), number(it->have)});
}

} // namespace jjak::faults
