// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/rooms.h"

namespace jjak::app {

//! What only groups have: they are created by a command, joined, and their members have roles.
class GroupStore {
public:
    virtual ~GroupStore() = default;
    //! The group that this command created before.
    virtual std::optional<RoomId> createdBy(AccountId creator, ClientId cid) = 0;
    //! Makes the account a member and advances the room's version; who was one before gets the same number again, and stays muted as
    //! long as they were. The number; nullopt when `most` are in it, all numbers were given away, they are banned or in it already.
    virtual std::optional<int> join(const MemberRow &newcomer, int most) = 0;
    //! Stores role, mute, ban and leaving of a member and advances the room's version. A second owner is Failure::Command.
    virtual void setMember(const MemberRow &member) = 0;
    //! Stores name and slow mode and advances the version.
    virtual void setRoom(const RoomRow &room) = 0;
    //! Removes groups whose time has ended: of the one that ended first at most so many messages, and the group itself with the last.
    virtual void removeEnded(Time now, int messages) = 0;
};

struct InvitationRow {
    InvitationId id;
    RoomId room;       //!< the group
    AccountId account; //!< who is invited
    RoomId through;    //!< the direct room of the two
    int by = 0;        //!< number in the group of who invites
    Time at;
    std::optional<bool> accepted = std::nullopt; //!< once it was answered; kept so that a repeated answer finds it
};

class InvitationStore {
public:
    virtual ~InvitationStore() = default;
    virtual std::optional<InvitationRow> find(InvitationId id) = 0;
    //! The latest one of that account to that group.
    virtual std::optional<InvitationRow> of(RoomId room, AccountId account) = 0;
    //! In the place of an earlier one of that account to that group.
    virtual void save(const InvitationRow &row) = 0;
    virtual void remove(InvitationId id) = 0;
    //! Those that wait for an answer and are not older than `since`, the latest first, as the account sees them.
    virtual QList<protocol::Invitation> openOf(AccountId account, Time since) = 0;
    //! To whom one is open that is not older than `since`; so many at most.
    virtual QList<AccountId> waiting(RoomId room, Time since, int limit) = 0;
    //! Removes the open ones, by a member of a group or through a direct room; whose they were.
    virtual QList<AccountId> withdrawBy(RoomId room, int member) = 0;
    virtual QList<AccountId> withdrawThrough(RoomId direct) = 0;
    //! Removes what is older, at most so many; to whom one was open.
    virtual QList<AccountId> sweep(Time before, int limit) = 0;
};

} // namespace jjak::app
