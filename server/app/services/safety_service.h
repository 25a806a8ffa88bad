// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/context.h"
#include "server/app/services/nearby_service.h"

namespace jjak::app {

//! Blocks and reports. Whom they concern is told through a room or a proposal: accounts have no name on the wire.
class SafetyService {
public:
    explicit SafetyService(NearbyService &nearby) : m_nearby(nearby) {}

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
    };
    static Result<Target> target(Context &ctx, AccountId account, const std::optional<RoomId> &room, const std::optional<ProposalId> &proposal);
    BlockId blockTarget(Context &ctx, const Identity &who, const Target &target);

    NearbyService &m_nearby;
};

} // namespace jjak::app
