// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/operator_desk.h"

#include <algorithm>

namespace jjak::app {

using namespace protocol;

namespace {

int secondsUntil(Time until, Time now)
{
    return int(std::clamp<qint64>(std::chrono::ceil<std::chrono::seconds>(until - now).count(), 0, 86'400));
}

//! As the server to which the caller speaks sees it.
cmd::ClusterState clusterOf(Context &ctx, const Caller &caller)
{
    cmd::ClusterState out;
    const qint64 here = nodeOf(caller.connection);
    const auto devices = ctx.stores.connected.countByNode();
    for (const int count : devices)
        out.devices += count;
    out.letters = int(ctx.stores.streams.countDead());
    out.alone = here == 0;
    if (out.alone)
        return out;
    QHash<qint64, int> owned;
    for (const StreamRow &row : ctx.stores.leases.all()) {
        out.streams.append({row.stream, row.owner, row.position});
        owned[row.owner.value_or(0)]++;
    }
    for (const NodeRow &row : ctx.stores.nodes.all()) {
        if (row.until >= ctx.now && out.nodes.size() < limits::clusterNodesShown)
            out.nodes.append({row.number, row.name, row.number == here, row.works, secondsUntil(row.until, ctx.now), owned.value(row.number), devices.value(row.number)});
    }
    return out;
}

cmd::Letter told(const DeadLetter &letter)
{
    return {letter.number, letter.name, letter.reason, letter.at, letter.origin.stream, letter.origin.position};
}

cmd::LetterList letters(Context &ctx)
{
    cmd::LetterList out;
    for (const DeadLetter &letter : ctx.stores.streams.deadLetters(limits::lettersShown))
        out.letters.append(told(letter));
    out.all = int(ctx.stores.streams.countDead());
    return out;
}

//! What was asked. What has to do with signing in holds passwords and tokens, which are nobody's business.
std::optional<QString> textOf(const Job &job)
{
    const auto *command = std::get_if<Command>(&job.work);
    if (!command || command->spec().family == Family::Auth)
        return std::nullopt;
    return QString::fromUtf8(visit([](const auto &c) { return encode(c); }, *command));
}

} // namespace

bool OperatorDesk::run(Context &ctx, const Caller &caller, const Command &command) const
{
    if (command.is<cmd::LookAtCluster>()) {
        ctx.effects.reply(caller, clusterOf(ctx, caller));
    } else if (command.is<cmd::ListLetters>()) {
        ctx.effects.reply(caller, letters(ctx));
    } else if (const auto *which = command.as<cmd::ShowLetter>()) {
        const auto shown = show(ctx, *which);
        shown ? ctx.effects.reply(caller, *shown) : ctx.effects.refuse(caller, shown.error());
    } else if (const auto *again = command.as<cmd::ReplayLetter>()) {
        if (const auto error = replay(ctx, caller, *again))
            ctx.effects.refuse(caller, *error);
    } else {
        return false;
    }
    return true;
}

Result<cmd::OpenedLetter> OperatorDesk::show(Context &ctx, const cmd::ShowLetter &command) const
{
    const auto letter = ctx.stores.streams.deadLetter(command.letter);
    if (!letter)
        return ErrorCode::LetterNotFound;
    const auto job = open(*letter);
    return cmd::OpenedLetter{told(*letter), job ? textOf(*job) : std::nullopt};
}

std::optional<Error> OperatorDesk::replay(Context &ctx, const Caller &caller, const cmd::ReplayLetter &command) const
{
    const auto letter = ctx.stores.streams.deadLetter(command.letter);
    if (!letter)
        return Error{ErrorCode::LetterNotFound};
    auto job = open(*letter);
    if (!job)
        return Error{ErrorCode::LetterUnreadable};
    const bool taken = m_log.append({caller, Replay{letter->number, std::make_shared<const Job>(std::move(*job))}});
    return taken ? std::nullopt : std::optional(Error::later(ErrorCode::Unavailable, 1s));
}

} // namespace jjak::app
