// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services.h"

#include "server/app/services/date_view.h"
#include "server/app/services/event_service.h"
#include "server/app/services/group_service.h"
#include "server/app/services/invitations.h"
#include "server/app/services/lounge_service.h"
#include "server/app/services/message_service.h"
#include "server/app/services/people_service.h"
#include "server/app/services/room_service.h"
#include "server/app/services/search_service.h"
#include "server/app/services/table_service.h"

namespace jjak::app {

namespace {

using namespace protocol;

constexpr int messagesRemovedAtOnce = 256;

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

Result<cmd::Empty> drop(Context &ctx, const cmd::DropLetter &command)
{
    if (!ctx.stores.streams.drop(command.letter))
        return ErrorCode::LetterNotFound;
    return cmd::Empty();
}

//! Takes the answer out of what a command has caused whose sender is gone (connection 0), and tells what it was.
cmd::ReplayedLetter answerIn(std::vector<Outgoing> &caused)
{
    cmd::ReplayedLetter out;
    std::erase_if(caused, [&](const Outgoing &one) {
        const auto *told = std::get_if<ToConnection>(&one);
        if (!told || told->connection != 0)
            return false;
        const auto frame = parseServerFrame(told->frame);
        const auto *answered = frame ? std::get_if<Answered>(&*frame) : nullptr;
        if (const auto *error = answered ? std::get_if<Error>(&answered->result) : nullptr) {
            const auto name = nameOf(error->code);
            out.refused = QString::fromLatin1(name.data(), qsizetype(name.size()));
        }
        return true;
    });
    return out;
}

cmd::Snapshot snapshot(Context &ctx, const Identity &who)
{
    cmd::Snapshot out;
    out.time = ctx.now;
    out.nearby = NearbyService::view(ctx, who.account);
    out.blindDate = dates::view(ctx, who.account);
    out.events = events::list(ctx, false);
    if (auto page = rooms::list(ctx, who, {})) {
        out.rooms = std::move(page->rooms);
        out.more = page->more;
    }
    if (const auto account = ctx.stores.accounts.byId(who.account))
        out.settings = account->settings;
    out.invitations = invitations::openOf(ctx, who.account);
    out.hidden = ctx.stores.blocks.hidden(who.account, limits::hiddenMembers);
    return out;
}

} // namespace

void Services::run(Context &ctx, const Job &job)
{
    const Caller &caller = job.caller;
    const Identity who = caller.identity.value_or(Identity());
    const rooms::DatePermit mayWriteInDate = [&](const rooms::Membership &in) { return m_dates.mayWrite(ctx, in); };
    const auto command = Overloaded{
        [&](const cmd::Resume &c) { answer(ctx, caller, m_accounts.resume(ctx, caller, c)); },
        [&](const cmd::SignOut &) { answer(ctx, caller, m_accounts.signOut(ctx, who)); },
        [&](const cmd::RevokeDevice &c) { answer(ctx, caller, m_accounts.revoke(ctx, who, c)); },
        [&](const cmd::Seek &c) { answer(ctx, caller, m_nearby.seek(ctx, who, c)); },
        [&](const cmd::CancelSeek &) { answer(ctx, caller, m_nearby.cancel(ctx, who)); },
        [&](const cmd::Accept &c) { answer(ctx, caller, m_nearby.accept(ctx, who, c)); },
        [&](const cmd::Decline &c) { answer(ctx, caller, m_nearby.decline(ctx, who, c)); },
        [&](const cmd::Send &c) { answer(ctx, caller, rooms::send(ctx, who, c, mayWriteInDate)); },
        [&](const cmd::Edit &c) { answer(ctx, caller, messages::edit(ctx, who, c, mayWriteInDate)); },
        [&](const cmd::Erase &c) { answer(ctx, caller, messages::erase(ctx, who, c)); },
        [&](const cmd::React &c) { answer(ctx, caller, messages::react(ctx, who, c, mayWriteInDate)); },
        [&](const cmd::Read &c) { answer(ctx, caller, rooms::read(ctx, who, c)); },
        [&](const cmd::Leave &c) { answer(ctx, caller, leave(ctx, who, c)); },
        [&](const cmd::Block &c) { answer(ctx, caller, m_safety.block(ctx, who, c)); },
        [&](const cmd::Unblock &c) { answer(ctx, caller, SafetyService::unblock(ctx, who, c)); },
        [&](const cmd::Report &c) { answer(ctx, caller, m_safety.report(ctx, who, c)); },
        [&](const cmd::OpenEvent &c) { answer(ctx, caller, events::open(ctx, c)); },
        [&](const cmd::CloseEvent &c) { answer(ctx, caller, m_dates.closeEvent(ctx, c)); },
        [&](const cmd::EnterDate &c) { answer(ctx, caller, m_dates.enter(ctx, who, c)); },
        [&](const cmd::LeaveDate &) { answer(ctx, caller, m_dates.leave(ctx, who.account)); },
        [&](const cmd::Pick &c) { answer(ctx, caller, m_dates.pick(ctx, who, c)); },
        [&](const cmd::Shoot &c) { answer(ctx, caller, m_dates.shoot(ctx, who, c)); },
        [&](const cmd::OpenPair &c) { answer(ctx, caller, m_dates.openPair(ctx, who, c)); },
        [&](const cmd::SetRole &c) { answer(ctx, caller, m_accounts.setRole(ctx, c)); },
        [&](const cmd::Got &c) { answer(ctx, caller, rooms::got(ctx, who, c)); },
        [&](const cmd::ReadAll &) { answer(ctx, caller, rooms::readAll(ctx, who)); },
        [&](const cmd::Silence &c) { answer(ctx, caller, rooms::silence(ctx, who, c)); },
        [&](const cmd::SetExpiry &c) { answer(ctx, caller, expiry::set(ctx, who, c)); },
        [&](const cmd::SetAway &c) { answer(ctx, caller, people::setAway(ctx, who, c)); },
        [&](const cmd::ChangeSettings &c) { answer(ctx, caller, people::change(ctx, who, c)); },
        [&](const cmd::CreateGroup &c) { answer(ctx, caller, groups::create(ctx, who, c)); },
        [&](const cmd::Invite &c) { answer(ctx, caller, groups::invite(ctx, who, c)); },
        [&](const cmd::AnswerInvitation &c) { answer(ctx, caller, groups::answer(ctx, who, c)); },
        [&](const cmd::Remove &c) { answer(ctx, caller, groups::remove(ctx, who, c)); },
        [&](const cmd::Unban &c) { answer(ctx, caller, groups::unban(ctx, who, c)); },
        [&](const cmd::Mute &c) { answer(ctx, caller, groups::mute(ctx, who, c)); },
        [&](const cmd::Rename &c) { answer(ctx, caller, groups::rename(ctx, who, c)); },
        [&](const cmd::SlowDown &c) { answer(ctx, caller, groups::slowDown(ctx, who, c)); },
        [&](const cmd::Appoint &c) { answer(ctx, caller, groups::appoint(ctx, who, c)); },
        [&](const cmd::Offer &c) { answer(ctx, caller, m_files.offer(ctx, who, c)); },
        [&](const cmd::Withdraw &c) { answer(ctx, caller, m_files.withdraw(ctx, who, c)); },
        [&](const cmd::OfferPicture &c) { answer(ctx, caller, m_files.offer(ctx, who, c)); },
        [&](const cmd::Introduce &c) { answer(ctx, caller, lounge::introduce(ctx, who, c)); },
        [&](const cmd::ViewPost &c) { answer(ctx, caller, lounge::view(ctx, who, c)); },
        [&](const cmd::WritePost &c) { answer(ctx, caller, lounge::write(ctx, who, c)); },
        [&](const cmd::EditPost &c) { answer(ctx, caller, lounge::edit(ctx, who, c)); },
        [&](const cmd::ErasePost &c) { answer(ctx, caller, lounge::erase(ctx, who, c)); },
        [&](const cmd::LikePost &c) { answer(ctx, caller, lounge::like(ctx, who, c)); },
        [&](const cmd::WriteComment &c) { answer(ctx, caller, lounge::comment(ctx, who, c)); },
        [&](const cmd::EditComment &c) { answer(ctx, caller, lounge::editComment(ctx, who, c)); },
        [&](const cmd::EraseComment &c) { answer(ctx, caller, lounge::eraseComment(ctx, who, c)); },
        [&](const cmd::LikeComment &c) { answer(ctx, caller, lounge::likeComment(ctx, who, c)); },
        [&](const cmd::OfferTable &c) { answer(ctx, caller, tables::offer(ctx, who, c)); },
        [&](const cmd::JoinTable &c) { answer(ctx, caller, tables::join(ctx, who, c)); },
        [&](const cmd::LeaveTable &c) { answer(ctx, caller, tables::leave(ctx, who, c)); },
        [&](const cmd::AdmitToTable &c) { answer(ctx, caller, tables::admit(ctx, who, c)); },
        [&](const cmd::RenameTable &c) { answer(ctx, caller, tables::rename(ctx, who, c)); },
        [&](const cmd::RemoveFromTable &c) { answer(ctx, caller, tables::remove(ctx, who, c)); },
        [&](const cmd::CloseTable &c) { answer(ctx, caller, tables::close(ctx, who, c)); },
        [&](const cmd::KeepTable &c) { answer(ctx, caller, tables::keep(ctx, who, c)); },
        [&](const cmd::ThankHost &c) { answer(ctx, caller, tables::thank(ctx, who, c)); },
        [&](const cmd::DropLetter &c) { answer(ctx, caller, drop(ctx, c)); },
        [&]<class C>(const C &)
            requires(C::spec.route != Route::Write)
        { misrouted(ctx, caller); },
    };
    std::visit(Overloaded{
                   [&](const Command &c) { visit(command, c); },
                   [&](const SignUpHashed &w) { answer(ctx, caller, m_accounts.signUp(ctx, caller, w)); },
                   [&](const PasswordProved &w) { answer(ctx, caller, m_accounts.signIn(ctx, caller, w)); },
                   [&](const DeviceGone &w) { m_accounts.gone(ctx, w); },
                   [&](const FinishedUpload &w) { finish(ctx, caller, who, w); },
                   [&](const DropFiles &w) { m_files.drop(ctx, w); },
                   [&](const Tick &) { tick(ctx); },
                   [&](const TakenOver &w) { takeOver(ctx, w); },
                   [&](const Replay &w) { replay(ctx, caller, w); },
               },
               job.work);
}

void Services::finish(Context &ctx, const Caller &caller, const Identity &who, const FinishedUpload &work)
{
    if (work.purpose == UploadFor::Message)
        answer(ctx, caller, m_files.finishMessage(ctx, who, work));
    else
        answer(ctx, caller, m_files.finishPicture(ctx, who, work));
}

Result<cmd::Empty> Services::leave(Context &ctx, const Identity &who, const cmd::Leave &command)
{
    const auto row = ctx.stores.rooms.find(command.room);
    if (row && row->kind == RoomKind::Group)
        return groups::leave(ctx, who, command);
    if (row && row->kind == RoomKind::Table)
        return tables::leaveRoomOf(ctx, who, command);
    if (!row || row->kind != RoomKind::Date)
        return rooms::leave(ctx, who, command);
    const auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    const auto date = ctx.stores.dates.activeOf(who.account);
    if (date && date->room == command.room)
        (void)m_dates.leave(ctx, who.account);
    else
        rooms::depart(ctx, command.room, in->me.number); // the date has ended: only its room is left
    return cmd::Empty();
}

//! What the owner before has kept may not have been told: everybody looks again. And nobody loses a proposal to the time in between.
void Services::takeOver(Context &ctx, const TakenOver &work)
{
    if (!work.wereLeft)
        return;
    m_nearby.distrustPool();
    NearbyService::afterTakeOver(ctx);
    ctx.effects.tellEverybody(ev::Resync());
}

//! Its letter goes in the same transaction: either both are kept, or the letter stays.
void Services::replay(Context &ctx, const Caller &caller, const Replay &work)
{
    if (!ctx.stores.streams.drop(work.letter))
        return ctx.effects.refuse(caller, Error{ErrorCode::LetterNotFound});
    Job job = *work.job;
    job.caller.connection = 0;
    Effects effects;
    Context its{ctx.stores, ctx.now, ctx.rng, ctx.policy, effects, ctx.shelf};
    run(its, job);
    std::vector<Outgoing> caused = effects.take();
    ctx.effects.reply(caller, answerIn(caused));
    ctx.effects.pass(std::move(caused));
}

void Services::tick(Context &ctx)
{
    m_nearby.tick(ctx);
    m_dates.tick(ctx);
    m_files.tick();
    people::sweep(ctx);
    lounge::sweep(ctx);
    tables::tick(ctx);
    m_sweeper.step(ctx);
    ctx.stores.groups.removeEnded(ctx.now, messagesRemovedAtOnce);
    if (ctx.now - m_swept < 1h)
        return;
    m_swept = ctx.now;
    m_accounts.sweep(ctx);
    m_dates.sweep(ctx);
    invitations::sweep(ctx);
    m_files.sweep(ctx);
    ctx.stores.proposals.removeEnded(ctx.now - ctx.policy.reportAfterLeaving, 10'000);
}

void runRead(Context &ctx, const Caller &caller, const Command &command)
{
    const Identity who = caller.identity.value_or(Identity());
    visit(Overloaded{
                   [&](const cmd::Sync &) { ctx.effects.reply(caller, snapshot(ctx, who)); },
                   [&](const cmd::ListDevices &) { answer(ctx, caller, AccountService::devices(ctx, who)); },
                   [&](const cmd::ListRooms &c) { answer(ctx, caller, rooms::list(ctx, who, c)); },
                   [&](const cmd::Changes &c) { answer(ctx, caller, messages::changes(ctx, who, c)); },
                   [&](const cmd::Search &c) { answer(ctx, caller, search::find(ctx, who, c)); },
                   [&](const cmd::History &c) { answer(ctx, caller, rooms::history(ctx, who, c)); },
                   [&](const cmd::Typing &c) { answer(ctx, caller, rooms::typing(ctx, who, c)); },
                   [&](const cmd::ListBlocks &) { answer(ctx, caller, SafetyService::blocks(ctx, who)); },
                   [&](const cmd::ListEvents &c) { ctx.effects.reply(caller, cmd::EventList{events::list(ctx, c.ended)}); },
                   [&](const cmd::ScriptTexts &c) { answer(ctx, caller, events::texts(ctx, c)); },
                   [&](const cmd::LookAtProfile &c) { answer(ctx, caller, lounge::profile(ctx, who, c)); },
                   [&](const cmd::LookUpAuthor &c) { answer(ctx, caller, lounge::author(ctx, who, c)); },
                   [&](const cmd::ListPosts &c) { answer(ctx, caller, lounge::list(ctx, who, c)); },
                   [&](const cmd::FindPosts &c) { answer(ctx, caller, lounge::find(ctx, who, c)); },
                   [&](const cmd::CountNews &c) { answer(ctx, caller, lounge::news(ctx, who, c)); },
                   [&](const cmd::OpenPost &c) { answer(ctx, caller, lounge::open(ctx, who, c)); },
                   [&](const cmd::ListComments &c) { answer(ctx, caller, lounge::comments(ctx, who, c)); },
                   [&](const cmd::LookAtBoard &c) { answer(ctx, caller, lounge::board(ctx, who, c)); },
                   [&](const cmd::LookAtTable &c) { answer(ctx, caller, tables::look(ctx, who, c)); },
                   [&](const cmd::ListTables &c) { answer(ctx, caller, tables::list(ctx, who, c)); },
                   [&](const auto &) { misrouted(ctx, caller); },
               },
               command);
}

} // namespace jjak::app
