// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/command_log.h"
#include "server/app/services/context.h"
#include "server/app/services/date_service.h"
#include "server/app/services/nearby_service.h"
#include "server/app/tokens.h"

namespace jjak::app {

//! Accounts and their devices: who is signed in, with which token, since when. Passwords are dealt with before.
class AccountService {
public:
    AccountService(const Tokens &tokens, NearbyService &nearby, DateService &dates) : m_tokens(tokens), m_nearby(nearby), m_dates(dates) {}

    //! The three ways in. On success the caller's connection is bound to the device, before the answer.
    Result<protocol::cmd::SignedIn> signUp(Context &ctx, const Caller &caller, const SignUpHashed &work);
    Result<protocol::cmd::SignedIn> signIn(Context &ctx, const Caller &caller, const PasswordProved &work);
    Result<protocol::cmd::SignedIn> resume(Context &ctx, const Caller &caller, const protocol::cmd::Resume &command);

    Result<protocol::cmd::Empty> signOut(Context &ctx, const Identity &who);
    Result<protocol::cmd::Empty> revoke(Context &ctx, const Identity &who, const protocol::cmd::RevokeDevice &command);
    //! What the account may do from now on, also over connections it has. Errors: account.not_found.
    Result<protocol::cmd::Empty> setRole(Context &ctx, const protocol::cmd::SetRole &command);
    static Result<protocol::cmd::DeviceList> devices(Context &ctx, const Identity &who);
    void gone(Context &ctx, const DeviceGone &work);
    //! Takes away devices that were not used for too long.
    void sweep(Context &ctx);

private:
    protocol::cmd::SignedIn newDevice(Context &ctx, const Caller &caller, const AccountRow &account, ClientId attempt, const QString &label);
    protocol::cmd::SignedIn welcome(Context &ctx, const Caller &caller, const AccountRow &account, DeviceId device, std::optional<QString> token);
    Result<protocol::cmd::SignedIn> resumeSpent(Context &ctx, const Caller &caller, const QString &token, const QByteArray &hash);
    void end(Context &ctx, AccountId account, DeviceId device, protocol::SessionEnd reason);
    void away(Context &ctx, AccountId account, DeviceId device);

    const Tokens &m_tokens;
    NearbyService &m_nearby;
    DateService &m_dates;
};

} // namespace jjak::app
