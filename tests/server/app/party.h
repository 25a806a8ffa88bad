// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/app/counter.h"

namespace jjak::app::test {

//! Some people who know each other two by two, and a group of them with one of every role.
struct Party {
    Party();

    //! The direct room of two who have written to each other; the same one again when there is one.
    RoomId direct(Guest &one, Guest &other, bool talked = true);
    RoomId create(Guest &by, const QString &name, const QList<RoomId> &with);
    //! Invites through their direct room and accepts.
    void join(RoomId group, Guest &by, Guest &newcomer);
    //! The only invitation that waits for them; fails when there is none, or several.
    protocol::Invitation invitationOf(Guest &guest);
    QList<protocol::Invitation> invitationsOf(Guest &guest) { return counter.read(guest, protocol::cmd::Sync{})->invitations; }
    //! Nothing when it was done, else why not.
    template <class C>
    std::optional<Error> refusal(Guest &who, const C &command)
    {
        const auto answer = counter.ask(who, command);
        return answer ? std::nullopt : std::optional(answer.error());
    }
    MemberRow member(int number) { return member(group, number); }
    MemberRow member(RoomId room, int number);
    RoomRow room() { return *counter.stores().rooms.find(group); }
    //! The texts of all notices, each with its author before it.
    QStringList notices() { return notices(group); }
    QStringList notices(RoomId room);
    qint64 say(Guest &who, const QString &text);
    int heard(const Guest &guest) const { return int(guest.events.size()); }

    Counter counter;
    SeededRng rng{9};
    Guest &owner = counter.guest(QStringLiteral("owner"));
    Guest &moderator = counter.guest(QStringLiteral("moderator"));
    Guest &plain = counter.guest(QStringLiteral("plain"));
    Guest &reader = counter.guest(QStringLiteral("reader"));
    Guest &outsider = counter.guest(QStringLiteral("outsider"));
    RoomId group; //!< owner is 1, moderator 2, plain 3, reader 4
};

} // namespace jjak::app::test
