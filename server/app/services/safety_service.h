// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"
#include "server/app/services/date_service.h"
#include "server/app/services/nearby_service.h"

namespace jjak::app {

//! Blocks and reports. Whom they concern is told through a room, a proposal, a post or a comment: accounts have no name on the wire.
class SafetyService {
public:
    SafetyService(NearbyService &nearby, DateService &dates) : m_nearby(nearby), m_dates(dates) {}

    Result<protocol::cmd::Blocked> block(Context &ctx, const Identity &who, const protocol::cmd::Block &command);
    Result<protocol::cmd::Reported> report(Context &ctx, const Identity &who, const protocol::cmd::Report &command);
    static Result<protocol::cmd::Empty> unblock(Context &ctx, const Identity &who, const protocol::cmd::Unblock &command);
    static Result<protocol::cmd::BlockList> blocks(Context &ctx, const Identity &who);

private:
    //! The other person, and where they were met.
    struct Target {
        AccountId account;
        QString name; //!< empty for somebody who was only proposed
        std::optional<RoomId> room;
        std::optional<ProposalId> proposal;
        std::optional<Time> left; //!< when the asker left the room
        protocol::RoomKind kind = protocol::RoomKind::Direct;
        int me = 0, member = 0; //!< numbers in the room
        std::optional<protocol::Message> written = std::nullopt; //!< in the lounge: what they are met by
    };
    //! Of a Block or a Report: exactly one of room, proposal, post and comment tells whom it is about.
    template <class C>
    static Result<Target> target(Context &ctx, AccountId account, const C &command);
    static Result<Target> byPost(Context &ctx, AccountId account, PostId id);
    static Result<Target> byComment(Context &ctx, AccountId account, CommentId id);
    static Target inLounge(Context &ctx, AccountId author, const QString &text, Time at, ClientId cid);
    static Result<Target> targetIn(Context &ctx, AccountId account, RoomId room, std::optional<int> member);
    BlockId blockTarget(Context &ctx, const Identity &who, const Target &target);

    NearbyService &m_nearby;
    DateService &m_dates;
};

} // namespace jjak::app
