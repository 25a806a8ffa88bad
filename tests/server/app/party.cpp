// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/app/party.h"

namespace jjak::app::test {

using namespace protocol;

Party::Party()
{
    group = create(owner, QStringLiteral("walks"), {});
    for (Guest *guest : {&moderator, &plain, &reader})
        join(group, owner, *guest);
    for (const auto &[number, role] : {std::pair(2, MemberRole::Moderator), std::pair(4, MemberRole::ReadOnly)}) {
        if (refusal(owner, cmd::Appoint{group, number, role}))
            qFatal("not appointed");
    }
}

RoomId Party::direct(Guest &one, Guest &other, bool talked)
{
    Stores &stores = counter.stores();
    if (const auto there = stores.rooms.directOf(one.identity.account, other.identity.account))
        return *there;
    RoomRow room;
    room.id = RoomId::random(rng);
    room.opened = room.active = counter.now();
    const qint64 written = talked ? 1 : 0;
    QList<MemberRow> members;
    for (const Guest *guest : {&one, &other})
        members.append({room.id, int(members.size()) + 1, guest->identity.account, stores.accounts.byId(guest->identity.account)->name, false, 0, written, {}});
    stores.rooms.insert(room, members);
    return room.id;
}

RoomId Party::create(Guest &by, const QString &name, const QList<RoomId> &with)
{
    const auto created = counter.ask(by, cmd::CreateGroup{ClientId::random(rng), name, with});
    if (!created)
        qFatal("not created: %s", nameOf(created.error().code).data());
    return created->room;
}

void Party::join(RoomId room, Guest &by, Guest &newcomer)
{
    if (const auto refused = refusal(by, cmd::Invite{room, direct(by, newcomer)}))
        qFatal("not invited: %s", nameOf(refused->code).data());
    const auto joined = counter.ask(newcomer, cmd::AnswerInvitation{invitationOf(newcomer).invitation, true});
    if (!joined || joined->room != room)
        qFatal("not joined");
}

Invitation Party::invitationOf(Guest &guest)
{
    const auto all = invitationsOf(guest);
    if (all.size() != 1)
        qFatal("%d invitations", int(all.size()));
    return all.first();
}

MemberRow Party::member(RoomId room, int number)
{
    for (const MemberRow &row : counter.stores().rooms.members(room)) {
        if (row.number == number)
            return row;
    }
    qFatal("no member %d", number);
}

QStringList Party::notices(RoomId room)
{
    QStringList out;
    for (const Message &message : counter.stores().messages.page(room, {}, 0, 50)) {
        if (message.kind == MessageKind::Notice)
            out.append(QStringLiteral("%1: ").arg(message.author) + message.text);
    }
    return out;
}

qint64 Party::say(Guest &who, const QString &text)
{
    const auto sent = counter.ask(who, cmd::Send{group, ClientId::random(rng), text});
    if (!sent)
        qFatal("not sent: %s", nameOf(sent.error().code).data());
    return sent->seq;
}

} // namespace jjak::app::test
