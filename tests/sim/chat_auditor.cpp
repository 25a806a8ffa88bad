// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sim/chat_auditor.h"

#include "client/core/state/reduce.h"
#include "tests/sim/chat_witness.h"
#include "tests/sim/violation.h"

namespace jjak::sim {

using namespace Qt::StringLiterals;
using namespace protocol;
using client::MessageListModel;
using client::RoomListModel;

void Auditor::afterBatch()
{
    QSet<AccountId> concerned;
    for (const RoomId id : m_circle.m_exchange.touched()) {
        const BookRoom *room = book().room(id);
        if (!room)
            continue;
        checkServer(*room, false);
        for (const BookRoom::Member &member : room->members)
            concerned.insert(member.account);
    }
    for (const AccountId account : std::as_const(concerned))
        checkServer(account);
}

void Auditor::afterStep()
{
    ++m_turn;
    for (const auto &device : m_circle.m_devices)
        if (isUpToDate(*device))
            checkClient(*device, false);
}

void Auditor::atRest()
{
    for (const BookRoom &room : book().rooms()) {
        checkServer(room, true);
        Witness{u"the server"_s, room.id}.compare(room.floor, room.goneBelow(now()), "floor at rest");
    }
    for (const auto &device : m_circle.m_devices) {
        if (!device->isAtRest() || !isUpToDate(*device) || !hasToldReads(*device))
            throw Violation(u"%1 does not come to rest"_s.arg(device->name()).toStdString());
        checkServer(device->account());
        checkClient(*device, true);
        checkWishes(*device);
    }
}

bool Auditor::isSure(const Message &message) const
{
    constexpr Duration imprecise = 10s;
    return isGone(message, now() + imprecise) == isGone(message, now() - imprecise);
}

QList<Message> Auditor::sureOf(QList<Message> messages) const
{
    messages.removeIf([this](const Message &message) { return !isSure(message); });
    return messages;
}

QList<Message> Auditor::visible(const BookRoom &room, qint64 from) const
{
    QList<Message> out = room.messages.mid(std::max<qint64>(0, from - 1));
    out.removeIf([this](const Message &message) { return isGone(message, now()); });
    return out;
}

bool Auditor::isUpToDate(const Device &device) const
{
    const client::Session &session = device.session();
    if (session.connectionState() != client::ConnectionState::Ready || !m_circle.m_exchange.isIdle(device.id()))
        return false;
    return std::ranges::all_of(session.state().rooms, [](const client::RoomEntry &entry) { return entry.have == entry.room.head && entry.changed == entry.room.changes; });
}

void Auditor::checkClient(Device &device, bool fully)
{
    m_circle.m_tally.clientViews++;
    checkRooms(device);
    checkList(device);
    if (fully)
        Witness{device.name(), {}}.compare(device.session().invitations(), m_circle.m_exchange.ask(device.account(), cmd::Sync{}).invitations, "invitations");
    const auto rooms = book().listOf(device.account(), std::less<RoomId>());
    for (qsizetype i = 0; i < rooms.size(); ++i) {
        if (fully || i == qsizetype(m_turn % quint64(rooms.size())))
            checkMessages(device, *rooms[i], fully);
        checkModel(device, *rooms[i]);
    }
}

qint64 Auditor::readOn(const Device &device, const BookRoom &room)
{
    return std::max(room.of(device.account())->read, device.marked(room.id));
}

void Auditor::checkRooms(const Device &device)
{
    const auto &rooms = device.session().state().rooms;
    const auto expected = book().listOf(device.account(), std::less<RoomId>());
    const Witness list{device.name(), {}};
    list.compare(rooms.size(), expected.size(), "number of rooms");
    for (const BookRoom *room : expected) {
        list.compare(rooms.contains(room->id), true, "which rooms");
        const Witness witness{device.name(), room->id};
        const Room &seen = rooms[room->id].room;
        witness.compare(seen, *room, device.account(), readOn(device, *room));
        // Of one whose time is over only its moment may be left.
        const Message *newest = room->head() > 0 ? &room->messages.last() : nullptr;
        if (newest && isSure(*newest) && !isGone(*newest, now())) {
            witness.compare(seen.newest.has_value(), true, "whether there is a newest message");
            witness.compare(*seen.newest, *newest, "newest message");
        } else if (seen.newest && !client::isGhost(*seen.newest)) {
            witness.compare(*seen.newest, *room->message(seen.newest->seq), "newest message that is left");
            witness.compare(isSure(*seen.newest) && isGone(*seen.newest, now()), false, "newest message, whose time is over");
        }
    }
}

void Auditor::checkList(Device &device)
{
    const RoomListModel &model = *device.session().rooms();
    const auto rooms = book().listOf(device.account(), std::less<RoomId>());
    const Witness list{device.name() + u"'s list"_s, {}};
    list.compare(model.rowCount(), int(rooms.size()), "number of rows");
    qint64 sum = 0;
    int above = -1;
    for (const BookRoom *room : rooms) {
        const BookRoom::Member &me = *room->of(device.account());
        const Witness witness{device.name() + u"'s list"_s, room->id};
        const int row = model.rowOf(room->id);
        const auto shown = [&](int role) { return model.index(row).data(role); };
        const qint64 unread = me.left ? 0 : room->head() - readOn(device, *room);
        witness.compare(row >= 0 && model.roomAt(row) == room->id, true, "whether it is in the list");
        witness.compare(shown(RoomListModel::UnreadRole).toLongLong(), unread, "unread");
        witness.compare(shown(RoomListModel::LeftRole).toBool(), me.left, "left");
        witness.compare(shown(RoomListModel::DesertedRole).toBool(), room->kind == RoomKind::Direct && std::ranges::all_of(room->members, [&](const BookRoom::Member &m) { return m.number == me.number || m.left; }), "deserted");
        sum += unread;
        witness.compare(row > above, true, "order of rows");
        above = row;
    }
    list.compare(model.totalUnread(), sum, "sum of unread");
}

//! What stands in the cache; fully: also what is older than a gap in it.
void Auditor::checkMessages(const Device &device, const BookRoom &room, bool fully)
{
    const Witness witness{device.name(), room.id};
    const QList<Message> held = device.session().cachedMessages(room.id, 0, fully ? int(room.head()) + 1 : 30);
    if (!held.isEmpty())
        witness.compare(sureOf(held), sureOf(visible(room, held.first().seq)));
    else if (room.head() > 0)
        witness.compare(isGone(room.messages.last(), now()) || !isSure(room.messages.last()), true, "whether messages are here");
    for (qint64 seq = 1; fully && seq <= room.head(); ++seq) {
        const Message &expected = *room.message(seq);
        const auto message = isSure(expected) ? device.session().cachedMessage(room.id, seq) : std::nullopt;
        if (message)
            witness.compare(*message, expected, "older message");
        witness.compare(message && isGone(expected, now()), false, "a message is here whose time is over");
    }
}

void Auditor::checkModel(const Device &device, const BookRoom &room)
{
    const MessageListModel *model = device.open().value(room.id);
    if (!model)
        return;
    const Witness witness{device.name() + u"'s view"_s, room.id};
    const BookRoom::Member &me = *room.of(device.account());
    const int waiting = int(device.session().outbox(room.id).size()), stored = model->rowCount() - waiting;
    const auto seqOf = [&](int row) { return model->index(row).data(MessageListModel::SeqRole).toLongLong(); };
    QList<int> rows;
    for (int row = 0; row < stored; ++row) {
        witness.compare(seqOf(row) >= 1 && seqOf(row) <= room.head(), true, "seq of a row");
        if (isSure(*room.message(seqOf(row))))
            rows.append(row);
    }
    const QList<Message> all = sureOf(visible(room, stored > 0 ? seqOf(0) : room.head()));
    witness.compare(rows.size(), all.size(), "number of rows");
    for (qsizetype i = 0; i < all.size(); ++i) {
        const Message &expected = all[i];
        const auto shown = [&](int role) { return model->index(rows[i]).data(role); };
        witness.compare(shown(MessageListModel::SeqRole).toLongLong(), expected.seq, "seq of a row");
        witness.compare(shown(MessageListModel::DeletedRole).toBool(), expected.deleted.has_value(), "deleted");
        witness.compare(shown(MessageListModel::EditedRole).toBool(), expected.edited.has_value(), "edited");
        witness.compare(shown(MessageListModel::MineRole).toBool(), expected.author == me.number, "mine");
        if (expected.kind == MessageKind::Text && !expected.deleted)
            witness.compare(shown(MessageListModel::TextRole).toString(), expected.text, "text of a row");
        witness.compare(shown(MessageListModel::ReactionsRole).value<QList<Reaction>>(), expected.reactions.value_or(QList<Reaction>()), "reactions of a row");
    }
}

bool Auditor::hasToldReads(const Device &device) const
{
    return std::ranges::all_of(book().rooms(), [&](const BookRoom &room) {
        const BookRoom::Member *me = room.of(device.account());
        return !room.isOpenTo(device.account()) || me->read >= device.marked(room.id);
    });
}

//! Everything that was said stands in the room once, in the order in which it was said, or was refused.
void Auditor::checkWishes(const Device &device)
{
    QHash<RoomId, qint64> last;
    for (const Device::Said &said : device.said()) {
        const Witness witness{device.name(), said.room};
        const BookRoom &room = *book().room(said.room);
        const auto here = book().sent(device.id(), said.cid);
        const auto entries = device.session().outbox(said.room);
        const bool isRefused = std::ranges::any_of(entries, [&](const client::OutboxEntry &entry) { return entry.cid == said.cid; });
        const bool isDropped = room.wentAway.contains(device.account()); // what waits is not sent to a group that one has left
        if (!here && !isRefused && !isDropped && !device.isDiscarded(said.cid))
            witness.fail(u"“%1” is lost"_s.arg(said.text));
        if (!here)
            continue;
        witness.compare(isRefused, false, "stored, and shown as refused");
        const auto stored = std::ranges::count_if(room.messages, [&](const Message &message) { return message.cid == said.cid || (!message.deleted && !message.edited && message.text == said.text); });
        witness.compare(stored, 1, "how often it stands there");
        if (!said.isLoose && std::exchange(last[said.room], here->second) >= here->second)
            witness.fail(u"“%1” overtook another"_s.arg(said.text));
    }
}

} // namespace jjak::sim
