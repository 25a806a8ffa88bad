// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "tests/sim/chat_device.h"

namespace jjak::sim {

using namespace Qt::StringLiterals;
using namespace protocol;

//! Not in that group any more.
void Device::forget(RoomId room)
{
    m_open.remove(room);
    m_marked.remove(room);
    m_heard.removeIf([room](const auto &key) { return key.first == room; });
}

QString Device::join(Talk &deeds)
{
    deeds.joined++;
    const bool accepts = any(5) != 0;
    ++m_asked;
    m_session->answerInvitation(m_session->invitations().first().invitation, accepts, [this](const Result<std::optional<RoomId>> &) { --m_asked; });
    return accepts ? u"joins a group"_s : u"does not join a group"_s;
}

QString Device::gather(Talk &deeds)
{
    QList<RoomId> with;
    for (const client::RoomEntry &entry : m_session->state().rooms)
        if (entry.room.kind == RoomKind::Direct)
            with.append(entry.room.room);
    if (with.isEmpty())
        return {};
    std::ranges::sort(with);
    deeds.groups++;
    ++m_asked;
    m_session->createGroup(u"group %1"_s.arg(++m_words), with, [this](const Result<RoomId> &) { --m_asked; });
    return u"opens a group"_s;
}

//! Whether it is allowed is the server's to know.
QString Device::govern(const Room &group, Talk &deeds)
{
    deeds.governed++;
    const int member = group.members[any(int(group.members.size()))].number;
    constexpr std::array roles{MemberRole::Owner, MemberRole::Moderator, MemberRole::Member, MemberRole::ReadOnly};
    switch (any(5)) {
    case 0:
        m_session->renameGroup(group.room, u"group %1"_s.arg(++m_words), answered());
        return u"renames %1"_s.arg(called(group.room));
    case 1:
        m_session->removeMember(group.room, member, false, answered());
        return u"takes %1 out of %2"_s.arg(member).arg(called(group.room));
    case 2:
        m_session->appoint(group.room, member, roles[size_t(any(4))], answered());
        return u"appoints %1 in %2"_s.arg(member).arg(called(group.room));
    case 3:
        m_session->leave(group.room, answered());
        return u"leaves %1"_s.arg(called(group.room));
    default:
        break;
    }
    QList<RoomId> rooms = m_session->state().rooms.keys();
    std::ranges::sort(rooms);
    m_session->invite(group.room, rooms[any(int(rooms.size()))], answered());
    return u"invites to %1"_s.arg(called(group.room));
}

} // namespace jjak::sim
