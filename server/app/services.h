// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/services/account_service.h"
#include "server/app/services/expiry_service.h"
#include "server/app/services/file_service.h"
#include "server/app/services/nearby_service.h"
#include "server/app/services/safety_service.h"

namespace jjak::app {

//! The services that write, and which work goes to which of them. Worker's thread only.
class Services {
public:
    Services(MatchPool &pool, const Tokens &tokens, UploadFolder &uploads, FileFolder &files)
        : m_nearby(pool), m_safety(m_nearby, m_dates), m_accounts(tokens, m_nearby, m_dates), m_files(uploads, files)
    {
    }

    //! Runs one job; its answer and events go to ctx.effects.
    void run(Context &ctx, const Job &job);
    NearbyService &nearby() { return m_nearby; }
    DateService &dates() { return m_dates; }
    FileService &files() { return m_files; }
    expiry::Sweeper &sweeper() { return m_sweeper; }

private:
    void tick(Context &ctx);
    void takeOver(Context &ctx, const TakenOver &work);
    void replay(Context &ctx, const Caller &caller, const Replay &work);
    void finish(Context &ctx, const Caller &caller, const Identity &who, const FinishedUpload &work);
    Result<protocol::cmd::Empty> leave(Context &ctx, const Identity &who, const protocol::cmd::Leave &command);

    NearbyService m_nearby;
    DateService m_dates;
    SafetyService m_safety;
    AccountService m_accounts;
    FileService m_files;
    expiry::Sweeper m_sweeper;
    Time m_swept{};
};

//! Answers commands of Route::Read; may be called on any reading connection.
void runRead(Context &ctx, const Caller &caller, const protocol::Command &command);

} // namespace jjak::app
