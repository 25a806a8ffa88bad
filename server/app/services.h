// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/account_service.h"
#include "server/app/services/nearby_service.h"
#include "server/app/services/safety_service.h"

namespace jjak::app {

//! The services that write, and which work goes to which of them. Worker's thread only.
class Services {
public:
    Services(MatchPool &pool, const Tokens &tokens) : m_nearby(pool), m_safety(m_nearby, m_dates), m_accounts(tokens, m_presence, m_nearby, m_dates) {}

    //! Runs one job; its answer and events go to ctx.effects.
    void run(Context &ctx, const Job &job);
    NearbyService &nearby() { return m_nearby; }
    DateService &dates() { return m_dates; }
    Presence &presence() { return m_presence; }

private:
    void tick(Context &ctx);
    Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);

    Presence m_presence;
    NearbyService m_nearby;
    DateService m_dates;
    SafetyService m_safety;
    AccountService m_accounts;
    Time m_swept{};
};

//! Answers commands of Route::Read; may be called on any reading connection.
void runRead(Context &ctx, const Caller &caller, const protocol::Command &command);

} // namespace jjak::app
