// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <optional>

#include "common/protocol/values.h"

namespace jjak::app {

struct RoomRow {
    RoomId id;
    protocol::RoomKind kind = protocol::RoomKind::Direct;
    qint64 version = 1;
    qint64 head = 0; //!< seq of the newest message
    Time opened;
    Time active; //!< when the newest message came, or opened
    std::optional<Reach> distance;
    std::optional<Time> expires; //!< then it goes, with everything in it
    qint64 changes = 0; //!< how many changes of messages there were
    std::optional<QString> name = std::nullopt; //!< of a group
    protocol::Expiry expiry = protocol::Expiry::Off;
    qint64 floor = 0; //!< all messages up to this one are gone
    int slow = 0;     //!< seconds
    std::optional<AccountId> creator = std::nullopt; //!< of a group: with cid, the command that created it
    std::optional<ClientId> cid = std::nullopt;
};

struct MemberRow {
    RoomId room;
    int number = 0; //!< from 1
    AccountId account;
    QString name;
    bool demo = false;
    qint64 read = 0;
    qint64 written = 0; //!< how many messages this member wrote
    std::optional<Time> left;
    qint64 got = 0;
    protocol::MemberRole role = protocol::MemberRole::Member;
    std::optional<Time> muted = std::nullopt; //!< until then
    bool banned = false;
    bool silent = false;
    std::optional<Time> spoke = std::nullopt; //!< when they wrote last
    protocol::Settings shows = {}; //!< of the account; only read
};

//! A room and who is in it.
struct RoomWithMembers {
    RoomRow room;
    QList<MemberRow> members; //!< by number
};

class RoomStore {
public:
    virtual ~RoomStore() = default;
    virtual std::optional<RoomRow> find(RoomId id) = 0;
    //! The direct room of two accounts; they can have one only (unique pair key).
    virtual std::optional<RoomId> directOf(AccountId a, AccountId b) = 0;
    //! With its members; a direct room of the pair that exists already is Failure::Command.
    virtual void insert(const RoomRow &room, const QList<MemberRow> &members) = 0;
    virtual QList<MemberRow> members(RoomId room) = 0; //!< by number
    //! Rooms of an account, the latest active first, behind the given one, at most limit.
    virtual QList<RoomWithMembers> ofAccount(AccountId account, std::optional<RoomId> after, int limit) = 0;
    //! Moves the read position forward; false when it was there already or further.
    virtual bool advanceRead(RoomId room, int member, qint64 seq) = 0;
    //! Moves the received position forward, at most to the head; false when it was there already or further.
    virtual bool advanceGot(RoomId room, int member, qint64 seq) = 0;
    virtual void setSilent(RoomId room, int member, bool silent) = 0; //!< advances the room's version when it changes
    virtual void touch(RoomId room) = 0;                              //!< advances the room's version
    //! Rooms of an account in which something is unread.
    virtual QList<RoomId> unreadOf(AccountId account) = 0;
    //! Marks the member as gone and advances the room's version.
    virtual void leave(RoomId room, int member, Time at) = 0;
    //! From then on the room may be removed; advances its version.
    virtual void expire(RoomId room, Time at) = 0;
};

struct MessageRow {
    RoomId room;
    protocol::Message message;
    std::optional<DeviceId> device; //!< which wrote it; (device, cid) is unique
};

class MessageStore {
public:
    virtual ~MessageStore() = default;
    //! Gives the message the room's next seq, stores it, advances head, activity and the author's written count and read
    //! position, and returns the seq.
    virtual qint64 append(const MessageRow &row) = 0;
    //! Also one that has expired and is gone: then `deleted`, and nothing is known of what it said.
    virtual std::optional<MessageRow> byClientId(DeviceId device, ClientId cid) = 0;
    virtual std::optional<protocol::Message> find(RoomId room, qint64 seq) = 0;
    //! Replaces text, edited, deleted and reactions of a message that is there, gives it the room's next change number and returns that.
    virtual qint64 change(RoomId room, const protocol::Message &message) = 0;
    //! In order of their changes, the first ones above `after`; without what has expired by `now`.
    virtual QList<protocol::Message> changes(RoomId room, qint64 after, int limit, Time now = {}) = 0;
    //! Keeps what a message says before it is edited.
    virtual void keepEarlier(RoomId room, const protocol::Message &message) = 0;
    //! What the message said before, the oldest first, each as it was.
    virtual QList<protocol::Message> earlier(RoomId room, qint64 seq) = 0;
    virtual void forgetEarlier(RoomId room, qint64 seq) = 0;
    //! In order of seq: the first ones above `after`, or else the last ones below `before`, or the last ones; without what has
    //! expired by `now`.
    virtual QList<protocol::Message> page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit, Time now = {}) = 0;
    //! Of each of these rooms, in their order, what page() gives as the last ones. No room twice; the rows were read in the same transaction
    //! and say how the rooms are: whoever knows what the messages were at the same head, changes and floor need not look.
    virtual QList<QList<protocol::Message>> newest(const QList<RoomRow> &rooms, int limit, Time now = {}) = 0;
};

} // namespace jjak::app
