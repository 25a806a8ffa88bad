// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "client/core/state/reduce.h"

namespace jjak::client {

using protocol::Member;

Effects applyInvitations(State &state, const QList<protocol::Invitation> &told)
{
    return std::exchange(state.invitations, told) == told ? Effects() : Effects{effect::InvitationsChanged{}};
}

Effects dropInvitation(State &state, InvitationId invitation)
{
    QList<protocol::Invitation> left = state.invitations;
    left.removeIf([&](const protocol::Invitation &one) { return one.invitation == invitation; });
    return applyInvitations(state, left);
}

Effects applyHidden(State &state, const QList<protocol::HiddenMember> &told)
{
    QHash<RoomId, QList<int>> hidden;
    for (const protocol::HiddenMember &one : told)
        hidden[one.room].append(one.member);
    for (QList<int> &members : hidden)
        std::ranges::sort(members);
    const auto before = std::exchange(state.hidden, hidden);
    Effects effects;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (hidden.value(it.key()) != *it)
            effects.push_back(effect::HiddenChanged{it.key()});
    for (auto it = hidden.begin(); it != hidden.end(); ++it)
        if (!before.contains(it.key()))
            effects.push_back(effect::HiddenChanged{it.key()});
    return effects;
}

Effects applySettings(State &state, const protocol::Settings &settings)
{
    return std::exchange(state.settings, settings) == settings ? Effects() : Effects{effect::SettingsChanged{}};
}

Effects applySilence(State &state, RoomId room, bool silent)
{
    const auto it = state.rooms.find(room);
    if (it == state.rooms.end() || std::exchange(it->room.silent, silent) == silent)
        return {};
    return {effect::RoomChanged{room}};
}

Effects forgetPresence(State &state)
{
    Effects effects;
    for (RoomEntry &entry : state.rooms) {
        bool changed = false;
        for (Member &member : entry.room.members)
            changed |= std::exchange(member.presence, std::nullopt).has_value();
        if (changed)
            effects.push_back(effect::RoomChanged{entry.room.room});
    }
    return effects;
}

Effects applyNewest(State &state, RoomId room, const protocol::Message &message)
{
    const auto it = state.rooms.find(room);
    if (it == state.rooms.end() || !it->room.newest || !isGhost(*it->room.newest))
        return {};
    it->room.newest = message;
    return {effect::RoomChanged{room}};
}

bool isGhost(const protocol::Message &message)
{
    return message.kind == protocol::MessageKind::Text && message.text.isEmpty() && !message.deleted;
}

void makeGhost(protocol::Message &message)
{
    protocol::Message ghost;
    ghost.seq = message.seq;
    ghost.author = message.author;
    ghost.at = message.at;
    message = ghost;
}

} // namespace jjak::client
