// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QMap>
#include <QSet>
#include <functional>

#include "server/app/ports/front_door.h"
#include "server/app/ports/rooms.h"

namespace jjak::sim {

//! One room as the book says it is: its messages stand in a list, the first one is number 1.
struct BookRoom {
    struct Member {
        AccountId account;
        int number = 0;
        QString name;
        qint64 read = 0;
        qint64 got = 0;
        int written = 0;
        bool left = false;
        bool silent = false;
        MemberRole role = MemberRole::Member;
    };
    RoomId id;
    protocol::RoomKind kind = protocol::RoomKind::Direct;
    std::optional<QString> name;
    Time opened;
    Time active;
    QList<Member> members;
    QList<protocol::Message> messages; //!< all there ever were, also when their time is over
    qint64 changes = 0;
    protocol::Expiry expiry = protocol::Expiry::Off;
    qint64 floor = 0;

    QSet<AccountId> wentAway; //!< who has left once, also if they came back

    qint64 head() const { return messages.size(); }
    //! Whether that account can read it: who has left a group cannot.
    bool isOpenTo(AccountId account) const
    {
        const Member *member = of(account);
        return member && (kind == protocol::RoomKind::Direct || !member->left);
    }
    Member *of(AccountId account);
    const Member *of(AccountId account) const { return const_cast<BookRoom *>(this)->of(account); }
    protocol::Message *message(qint64 seq) { return seq >= 1 && seq <= head() ? &messages[seq - 1] : nullptr; }
    const protocol::Message *message(qint64 seq) const { return const_cast<BookRoom *>(this)->message(seq); }
    //! The newest one whose time is not over; nullptr when there is none.
    const protocol::Message *newest(Time now) const;
    //! How many there are at the beginning whose time is over.
    qint64 goneBelow(Time now) const;
};

inline bool isGone(const protocol::Message &message, Time now)
{
    return message.expires && *message.expires <= now;
}

//! The plainest account of what chats are: what every committed command has to be answered with, and what every room, list
//! and count has to be afterwards. Lists in memory, no database, no devices that miss anything. The server's code is not
//! used: only the words of the protocol and the product's numbers.
class Reference {
public:
    //! What a room is called, who is in it as what, and which notices stand at its end, as the server stores it: when a room has
    //! just been opened, or somebody has changed a group (tests/e2e/tst_roles.cpp knows who may).
    void learn(const app::RoomRow &room, const QList<app::MemberRow> &members, const QList<protocol::Message> &notices);
    //! The frame that has to be the command's answer; nullopt for a command this book says nothing about.
    std::optional<QByteArray> answer(const app::Caller &caller, const protocol::Command &command, Time now);

    //! The sweeper has come so far in that room: what it takes away has to be over, and read positions go with it.
    void sweep(RoomId room, qint64 floor, Time now);

    const QMap<RoomId, BookRoom> &rooms() const { return m_rooms; }
    const BookRoom *room(RoomId id) const;
    //! The rooms of an account, the latest active first; `before` decides among those of one moment.
    QList<const BookRoom *> listOf(AccountId account, const std::function<bool(RoomId, RoomId)> &before) const;
    //! Where the message is that a device sent under this id.
    std::optional<std::pair<RoomId, qint64>> sent(DeviceId device, ClientId cid) const;

private:
    template <class C>
    using Answer = Result<typename C::Reply>;
    struct Desk; //!< one command, and whose it is

    QMap<RoomId, BookRoom> m_rooms;
    QHash<std::pair<DeviceId, ClientId>, std::pair<RoomId, qint64>> m_sent;
};

} // namespace jjak::sim
