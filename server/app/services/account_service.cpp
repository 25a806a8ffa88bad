// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/account_service.h"

#include "server/app/services/people_service.h"
#include "server/domain/accounts/names.h"
#include "server/domain/accounts/token_use.h"

namespace jjak::app {

using namespace protocol;
using domain::TokenUse;

Result<cmd::SignedIn> AccountService::signUp(Context &ctx, const Caller &caller, const SignUpHashed &work)
{
    const auto name = domain::accountName(work.command.name);
    if (!name)
        return name.error();
    const AccountRow row{AccountId::random(ctx.rng), name->shown, name->folded, work.passwordHash, work.command.attempt, work.demo, Role::User, ctx.now};
    if (!ctx.stores.accounts.insert(row))
        return ErrorCode::AccountNameTaken;
    return newDevice(ctx, caller, row, work.command.attempt, work.command.device);
}

Result<cmd::SignedIn> AccountService::signIn(Context &ctx, const Caller &caller, const PasswordProved &work)
{
    const auto account = ctx.stores.accounts.byId(work.account);
    if (!account)
        return ErrorCode::AuthDenied;
    if (!work.rehashed.isEmpty())
        ctx.stores.accounts.setPasswordHash(account->id, work.rehashed);
    return newDevice(ctx, caller, *account, work.attempt, work.device);
}

Result<cmd::SignedIn> AccountService::resume(Context &ctx, const Caller &caller, const cmd::Resume &command)
{
    const QByteArray hash = Tokens::hash(command.token);
    auto device = ctx.stores.devices.byToken(hash);
    if (!device)
        return resumeSpent(ctx, caller, command.token, hash);
    const TokenUse use = domain::useCurrent(device->tokenSince, device->used, ctx.now, ctx.policy.tokenRotation, ctx.policy.tokenUnused);
    const auto account = ctx.stores.accounts.byId(device->account);
    if (use == TokenUse::Unknown || !account)
        return ErrorCode::AuthToken;
    std::optional<QString> successor;
    if (use == TokenUse::Rotate) {
        successor = m_tokens.successorOf(command.token);
        device->tokenHash = Tokens::hash(*successor);
        device->tokenSince = ctx.now;
    }
    device->used = ctx.now;
    ctx.stores.devices.renew(*device);
    return welcome(ctx, caller, *account, device->id, successor);
}

Result<cmd::SignedIn> AccountService::resumeSpent(Context &ctx, const Caller &caller, const QString &token, const QByteArray &hash)
{
    const auto spent = ctx.stores.devices.spent(hash);
    if (!spent)
        return ErrorCode::AuthToken;
    const auto device = ctx.stores.devices.byId(spent->device);
    if (!device)
        return ErrorCode::AuthToken;
    const QString successor = m_tokens.successorOf(token);
    const bool previous = Tokens::hash(successor) == device->tokenHash;
    const auto account = ctx.stores.accounts.byId(device->account);
    if (!account || domain::useSpent(spent->spent, previous, ctx.now, ctx.policy.tokenGrace) != TokenUse::Successor) {
        end(ctx, device->account, device->id, SessionEnd::Revoked);
        return ErrorCode::AuthToken;
    }
    return welcome(ctx, caller, *account, device->id, successor);
}

Result<cmd::Empty> AccountService::signOut(Context &ctx, const Identity &who)
{
    end(ctx, who.account, who.device, SessionEnd::SignedOut);
    return cmd::Empty();
}

Result<cmd::Empty> AccountService::revoke(Context &ctx, const Identity &who, const cmd::RevokeDevice &command)
{
    const auto device = ctx.stores.devices.byId(command.device);
    if (!device || device->account != who.account)
        return ErrorCode::DeviceNotFound;
    end(ctx, device->account, device->id, SessionEnd::Revoked);
    return cmd::Empty();
}

Result<cmd::DeviceList> AccountService::devices(Context &ctx, const Identity &who)
{
    cmd::DeviceList out;
    for (const DeviceRow &row : ctx.stores.devices.ofAccount(who.account))
        out.devices.append({row.id, row.label, row.created, row.used, row.id == who.device});
    return out;
}

void AccountService::gone(Context &ctx, const DeviceGone &work)
{
    if (ctx.stores.connected.depart(work.identity.device, work.connection))
        away(ctx, work.identity.account, work.identity.device);
}

void AccountService::sweep(Context &ctx)
{
    const Time unused = ctx.now - ctx.policy.tokenUnused;
    // Well before the next sweep: whose line is cut in between comes again with its token.
    ctx.stores.devices.useConnected(unused + std::max<Duration>(ctx.policy.tokenUnused / 10, 2h), ctx.now);
    for (const DeviceId &device : ctx.stores.devices.removeUnused(unused)) {
        m_nearby.deviceGone(ctx, device);
        ctx.effects.end(device, SessionEnd::Revoked);
    }
}

cmd::SignedIn AccountService::newDevice(Context &ctx, const Caller &caller, const AccountRow &account, ClientId attempt, const QString &label)
{
    const QString token = m_tokens.fresh(ctx.rng);
    // A repeated attempt means that its answer was lost: the device it made gets another token.
    DeviceRow row = ctx.stores.devices.byAttempt(account.id, attempt).value_or(DeviceRow{DeviceId::random(ctx.rng), account.id, label, attempt, {}, {}, ctx.now, {}});
    row.tokenHash = Tokens::hash(token);
    row.tokenSince = row.used = ctx.now;
    ctx.stores.devices.save(row);
    return welcome(ctx, caller, account, row.id, token);
}

cmd::SignedIn AccountService::welcome(Context &ctx, const Caller &caller, const AccountRow &account, DeviceId device, std::optional<QString> token)
{
    ctx.effects.bind(caller, {account.id, device, account.role});
    ctx.stores.connected.arrive(account.id, device, caller.connection);
    people::refresh(ctx, account.id);
    m_nearby.deviceBack(ctx, device);
    m_dates.back(ctx, account.id);
    return {account.id, device, account.name, std::move(token), account.demo, account.role};
}

void AccountService::end(Context &ctx, AccountId account, DeviceId device, SessionEnd reason)
{
    ctx.stores.devices.remove(device);
    away(ctx, account, device);
    ctx.effects.end(device, reason);
}

void AccountService::away(Context &ctx, AccountId account, DeviceId device)
{
    m_nearby.deviceGone(ctx, device);
    people::refresh(ctx, account);
    if (!ctx.stores.connected.presenceOf(account))
        m_dates.lost(ctx, account);
}

Result<cmd::Empty> AccountService::setRole(Context &ctx, const cmd::SetRole &command)
{
    const auto name = domain::accountName(command.name);
    const auto account = name ? ctx.stores.accounts.byName(name->folded) : std::nullopt;
    if (!account)
        return ErrorCode::AccountNotFound;
    ctx.stores.accounts.setRole(account->id, command.role);
    people::refresh(ctx, account->id); // whoever signs in meanwhile with the old role is in its way
    for (const DeviceRow &device : ctx.stores.devices.ofAccount(account->id)) {
        if (const ConnectionId connection = ctx.stores.connected.connectionOf(device.id))
            ctx.effects.bind({connection, 0, {}, {}}, {account->id, device.id, command.role});
    }
    return cmd::Empty();
}

} // namespace jjak::app
