// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services.h"

#include "server/app/services/room_service.h"

namespace jjak::app {

namespace {

using namespace protocol;

template <class... F>
struct Overloaded : F... {
    using F::operator()...;
};

template <class R>
void answer(Context &ctx, const Caller &caller, const Result<R> &result)
{
    if (result)
        ctx.effects.reply(caller, *result);
    else
        ctx.effects.refuse(caller, result.error());
}

//! The commands that a thread of this kind never gets: the reception sends them elsewhere.
void misrouted(Context &ctx, const Caller &caller)
{
    ctx.effects.refuse(caller, Error{ErrorCode::ProtocolUnknownCommand});
}

cmd::Snapshot snapshot(Context &ctx, const Identity &who)
{
    cmd::Snapshot out;
    out.time = ctx.now;
    out.nearby = NearbyService::view(ctx, who.account);
    if (auto page = rooms::list(ctx, who, {})) {
        out.rooms = std::move(page->rooms);
        out.more = page->more;
    }
    return out;
}

} // namespace

void Services::run(Context &ctx, const Job &job)
{
    const Caller &caller = job.caller;
    const Identity who = caller.identity.value_or(Identity());
    const auto command = Overloaded{
        [&](const cmd::Resume &c) { answer(ctx, caller, m_accounts.resume(ctx, caller, c)); },
        [&](const cmd::SignOut &) { answer(ctx, caller, m_accounts.signOut(ctx, who)); },
        [&](const cmd::RevokeDevice &c) { answer(ctx, caller, m_accounts.revoke(ctx, who, c)); },
        [&](const cmd::Seek &c) { answer(ctx, caller, m_nearby.seek(ctx, who, c)); },
        [&](const cmd::CancelSeek &) { answer(ctx, caller, m_nearby.cancel(ctx, who)); },
        [&](const cmd::Accept &c) { answer(ctx, caller, m_nearby.accept(ctx, who, c)); },
        [&](const cmd::Decline &c) { answer(ctx, caller, m_nearby.decline(ctx, who, c)); },
        [&](const cmd::Send &c) { answer(ctx, caller, rooms::send(ctx, who, c)); },
        [&](const cmd::Read &c) { answer(ctx, caller, rooms::read(ctx, who, c)); },
        [&](const cmd::Leave &c) { answer(ctx, caller, rooms::leave(ctx, who, c)); },
        [&](const cmd::Block &c) { answer(ctx, caller, m_safety.block(ctx, who, c)); },
        [&](const cmd::Unblock &c) { answer(ctx, caller, SafetyService::unblock(ctx, who, c)); },
        [&](const cmd::Report &c) { answer(ctx, caller, m_safety.report(ctx, who, c)); },
        [&](const cmd::Hello &) { misrouted(ctx, caller); },
        [&](const cmd::SignUp &) { misrouted(ctx, caller); },
        [&](const cmd::SignIn &) { misrouted(ctx, caller); },
        [&](const cmd::ListDevices &) { misrouted(ctx, caller); },
        [&](const cmd::Sync &) { misrouted(ctx, caller); },
        [&](const cmd::ListRooms &) { misrouted(ctx, caller); },
        [&](const cmd::History &) { misrouted(ctx, caller); },
        [&](const cmd::Typing &) { misrouted(ctx, caller); },
        [&](const cmd::ListBlocks &) { misrouted(ctx, caller); },
    };
    std::visit(Overloaded{
                   [&](const Command &c) { std::visit(command, c); },
                   [&](const SignUpHashed &w) { answer(ctx, caller, m_accounts.signUp(ctx, caller, w)); },
                   [&](const PasswordProved &w) { answer(ctx, caller, m_accounts.signIn(ctx, caller, w)); },
                   [&](const DeviceGone &w) { m_accounts.gone(ctx, w); },
                   [&](const Tick &) { tick(ctx); },
               },
               job.work);
}

void Services::tick(Context &ctx)
{
    m_nearby.tick(ctx);
    if (ctx.now - m_swept < 1h)
        return;
    m_swept = ctx.now;
    m_accounts.sweep(ctx);
    ctx.stores.proposals.removeEnded(ctx.now - ctx.policy.reportAfterLeaving, 10'000);
}

void runRead(Context &ctx, const Caller &caller, const Command &command)
{
    const Identity who = caller.identity.value_or(Identity());
    std::visit(Overloaded{
                   [&](const cmd::Sync &) { ctx.effects.reply(caller, snapshot(ctx, who)); },
                   [&](const cmd::ListDevices &) { answer(ctx, caller, AccountService::devices(ctx, who)); },
                   [&](const cmd::ListRooms &c) { answer(ctx, caller, rooms::list(ctx, who, c)); },
                   [&](const cmd::History &c) { answer(ctx, caller, rooms::history(ctx, who, c)); },
                   [&](const cmd::Typing &c) { answer(ctx, caller, rooms::typing(ctx, who, c)); },
                   [&](const cmd::ListBlocks &) { answer(ctx, caller, SafetyService::blocks(ctx, who)); },
                   [&](const auto &) { misrouted(ctx, caller); },
               },
               command);
}

} // namespace jjak::app
