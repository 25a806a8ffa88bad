// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/table_service.h"

#include <QTimeZone>
#include <algorithm>

#include "server/app/services/lounge_common.h"
#include "server/app/services/room_service.h"
#include "server/app/services/table_room.h"
#include "server/app/services/table_view.h"
#include "server/domain/rooms/roles.h"

namespace jjak::app::tables {

using namespace protocol;
using namespace Qt::StringLiterals;
using domain::CoffeeTable;

namespace {

constexpr int messagesRemovedAtOnce = 256;

bool isLanguage(const QString &code)
{
    return std::ranges::all_of(code, [](QChar c) { return c == u'-' || (c.unicode() < 128 && c.isLetterOrNumber()); });
}

std::optional<Time> activeIn(Context &ctx, const CoffeeTable &table)
{
    const auto room = table.room ? ctx.stores.rooms.find(*table.room) : std::nullopt;
    return room ? std::optional(room->active) : std::nullopt;
}

//! To everybody who has to do with it, or had before.
void tell(Context &ctx, const CoffeeTable &before, const CoffeeTable &after)
{
    const TableView view(ctx, after);
    QList<AccountId> concerned;
    for (const CoffeeTable *table : {&before, &after}) {
        for (const domain::TableGuest &guest : table->guests) {
            if (guest.standing != Standing::None && !concerned.contains(guest.account))
                concerned.append(guest.account);
        }
    }
    for (const AccountId &account : std::as_const(concerned)) {
        const Standing now = after.standingOf(account);
        const bool mayBeHidden = now != Standing::None && !domain::sits(now);
        if (!mayBeHidden || !ctx.stores.tableDirectory.isHidden(after.id, account))
            ctx.effects.tell(account, ev::TableState{view.seenBy(account)});
    }
}

void moveInRoom(Context &ctx, const CoffeeTable &before, const domain::TableStep &step, bool byHost)
{
    const CoffeeTable &table = step.table;
    if (!table.room)
        return;
    if (step.opened)
        openRoom(ctx, table);
    else if (before.topic != table.topic)
        renameRoom(ctx, table);
    for (const AccountId &account : step.came) {
        if (!step.opened)
            enterRoom(ctx, table, account);
    }
    for (const AccountId &account : step.went) {
        if (byHost)
            removeFromRoom(ctx, table, account);
        else
            leaveRoom(ctx, table, account);
    }
    if (step.ended)
        endRoom(ctx, table);
}

//! Lets something happen to the table, stores what comes of it and tells it.
domain::TableStep play(Context &ctx, const CoffeeTable &table, const domain::TableInput &input)
{
    const auto active = activeIn(ctx, table);
    auto step = domain::step(table, input, ctx.now, active, ctx.policy.tableRules);
    if (step.opened)
        step.table.room = RoomId::random(ctx.rng);
    if (step.changed || std::holds_alternative<domain::TableTimePassed>(input)) // looked at in vain: not before it is due again
        ctx.stores.tables.save(step.table, domain::dueAt(step.table, active, ctx.policy.tableRules));
    if (!step.changed)
        return step;
    moveInRoom(ctx, table, step, std::holds_alternative<domain::GuestRemoved>(input));
    tell(ctx, table, step.table);
    return step;
}

bool isNamed(Context &ctx, AccountId account)
{
    return ctx.stores.personas.of(account).has_value();
}

//! A table for somebody with a name in the lounge.
Result<CoffeeTable> tableFor(Context &ctx, AccountId account, TableId id)
{
    if (!isNamed(ctx, account))
        return ErrorCode::LoungeNoName;
    const auto table = ctx.stores.tables.find(id);
    if (!table || ctx.stores.tableDirectory.isHidden(id, account))
        return ErrorCode::TableNotFound;
    return *table;
}

Result<CoffeeTable> tableOfHost(Context &ctx, AccountId account, TableId id)
{
    auto table = tableFor(ctx, account, id);
    if (table && table->host != account)
        return ErrorCode::TableNotHost;
    return table;
}

Result<cmd::TableReply> replyOf(Context &ctx, AccountId viewer, const domain::TableStep &step)
{
    if (step.refused)
        return *step.refused;
    return cmd::TableReply{TableView(ctx, step.table).seenBy(viewer)};
}

std::optional<Error> wrongField(const Context &ctx, const cmd::OfferTable &command)
{
    if (!domain::groupName(command.topic))
        return Error::badField(u"args.topic"_s, u"characters"_s);
    if (!isLanguage(command.language))
        return Error::badField(u"args.language"_s, u"characters"_s);
    if (command.at && (*command.at < ctx.now || *command.at > ctx.now + ctx.policy.tableAhead))
        return Error::badField(u"args.at"_s, u"range"_s);
    if (!QTimeZone(command.zone.toUtf8()).isValid())
        return Error::badField(u"args.zone"_s, u"value"_s);
    return std::nullopt;
}

//! Why this post cannot have a table from that account.
std::optional<Error> wrongPost(Context &ctx, AccountId account, PostId id)
{
    const auto post = ctx.stores.posts.find(id);
    if (!post || (post->author != account && ctx.stores.blocks.between(post->author, account)))
        return Error{ErrorCode::PostNotFound};
    if (post->author != account)
        return Error{ErrorCode::LoungeNotOwn};
    return ctx.stores.tables.ofPost(id) ? std::optional(Error{ErrorCode::TableOpen}) : std::nullopt;
}

CoffeeTable wishedTable(Context &ctx, const Identity &who, const cmd::OfferTable &command)
{
    CoffeeTable wished;
    wished.id = TableId::random(ctx.rng);
    wished.host = who.account;
    wished.cid = command.cid;
    wished.post = command.post;
    wished.topic = *domain::groupName(command.topic);
    wished.language = command.language;
    wished.zone = command.zone;
    wished.at = command.at.value_or(ctx.now);
    wished.seats = command.seats;
    wished.approval = command.approval;
    return domain::offerTable(wished);
}

//! Whether they are, or were, in its room.
bool hasBeenThere(Context &ctx, const CoffeeTable &table, AccountId account)
{
    const auto members = table.room ? ctx.stores.rooms.members(*table.room) : QList<MemberRow>();
    return std::ranges::find(members, account, &MemberRow::account) != members.end();
}

bool isBusy(Context &ctx, AccountId account, const CoffeeTable &table)
{
    return ctx.stores.tableDirectory.isBusy(account, table.at, ctx.policy.sameHour, table.id);
}

} // namespace

Result<cmd::TableReply> offer(Context &ctx, const Identity &who, const cmd::OfferTable &command)
{
    if (!isNamed(ctx, who.account))
        return ErrorCode::LoungeNoName;
    if (const auto earlier = ctx.stores.tables.offeredBy(who.account, command.cid))
        return look(ctx, who, {*earlier});
    if (const auto refused = wrongField(ctx, command))
        return *refused;
    if (const auto refused = wrongPost(ctx, who.account, command.post))
        return *refused;
    const CoffeeTable table = wishedTable(ctx, who, command);
    if (!command.sure && isBusy(ctx, who.account, table))
        return ErrorCode::TableSameHour;
    ctx.stores.tables.save(table, table.at);
    const auto step = play(ctx, table, domain::TableTimePassed());
    if (!step.changed)
        tell(ctx, table, table);
    return replyOf(ctx, who.account, step);
}

Result<cmd::TableReply> join(Context &ctx, const Identity &who, const cmd::JoinTable &command)
{
    const auto table = tableFor(ctx, who.account, command.table);
    if (!table)
        return table.error();
    const domain::GuestJoined joined{who.account, command.line};
    const bool isNew = table->standingOf(who.account) == Standing::None;
    const auto tried = domain::step(*table, joined, ctx.now, activeIn(ctx, *table), ctx.policy.tableRules);
    if (!tried.refused && isNew && !command.sure && isBusy(ctx, who.account, *table))
        return ErrorCode::TableSameHour;
    return replyOf(ctx, who.account, play(ctx, *table, joined));
}

Result<cmd::Empty> leave(Context &ctx, const Identity &who, const cmd::LeaveTable &command)
{
    if (!isNamed(ctx, who.account))
        return ErrorCode::LoungeNoName;
    const auto table = ctx.stores.tables.find(command.table);
    // Who waits where they would not be let in any more can still go.
    if (!table || (table->standingOf(who.account) == Standing::None && ctx.stores.tableDirectory.isHidden(command.table, who.account)))
        return ErrorCode::TableNotFound;
    const auto step = play(ctx, *table, domain::GuestLeft{who.account});
    if (table->phase == TablePhase::Ended && table->room && domain::sits(table->standingOf(who.account)))
        leaveRoom(ctx, *table, who.account);
    return cmd::Empty();
}

Result<cmd::Empty> leaveRoomOf(Context &ctx, const Identity &who, const cmd::Leave &command)
{
    const auto in = rooms::membership(ctx, who.account, command.room);
    if (!in)
        return in.error();
    const auto id = ctx.stores.tables.ofRoom(command.room);
    if (in->me.left || !id)
        return cmd::Empty();
    return leave(ctx, who, {*id});
}

Result<cmd::TableReply> admit(Context &ctx, const Identity &who, const cmd::AdmitToTable &command)
{
    const auto table = tableOfHost(ctx, who.account, command.table);
    if (!table)
        return table.error();
    const auto persona = ctx.stores.personas.find(command.persona);
    const bool isSeated = persona && domain::sits(table->standingOf(persona->account));
    if (!persona || (!isSeated && ctx.stores.tableDirectory.isHidden(table->id, persona->account)))
        return ErrorCode::GuestNotFound;
    return replyOf(ctx, who.account, play(ctx, *table, domain::GuestAnswered{persona->account, command.yes}));
}

Result<cmd::TableReply> rename(Context &ctx, const Identity &who, const cmd::RenameTable &command)
{
    const auto table = tableOfHost(ctx, who.account, command.table);
    if (!table)
        return table.error();
    const auto topic = domain::groupName(command.topic);
    if (!topic)
        return Error::badField(u"args.topic"_s, u"characters"_s);
    return replyOf(ctx, who.account, play(ctx, *table, domain::TableRenamed{*topic}));
}

Result<cmd::TableReply> remove(Context &ctx, const Identity &who, const cmd::RemoveFromTable &command)
{
    const auto table = tableOfHost(ctx, who.account, command.table);
    if (!table)
        return table.error();
    const auto persona = ctx.stores.personas.find(command.persona);
    if (!persona)
        return ErrorCode::GuestNotFound;
    return replyOf(ctx, who.account, play(ctx, *table, domain::GuestRemoved{persona->account}));
}

Result<cmd::Empty> close(Context &ctx, const Identity &who, const cmd::CloseTable &command)
{
    const auto table = tableOfHost(ctx, who.account, command.table);
    if (!table)
        return table.error();
    play(ctx, *table, domain::TableClosed());
    return cmd::Empty();
}

Result<cmd::TableReply> keep(Context &ctx, const Identity &who, const cmd::KeepTable &command)
{
    const auto table = tableFor(ctx, who.account, command.table);
    if (!table)
        return table.error();
    return replyOf(ctx, who.account, play(ctx, *table, domain::GuestKeeps{who.account, command.on}));
}

Result<cmd::TableReply> thank(Context &ctx, const Identity &who, const cmd::ThankHost &command)
{
    const auto table = tableFor(ctx, who.account, command.table);
    if (!table)
        return table.error();
    if (table->host == who.account)
        return ErrorCode::TableOwn;
    if (table->ended && ctx.now >= *table->ended + ctx.policy.tableRoomKept)
        return ErrorCode::TableEnded;
    if (!hasBeenThere(ctx, *table, who.account))
        return ErrorCode::GuestNotFound;
    const bool isNews = ctx.stores.thanks.has(table->id, who.account) != command.on;
    if (isNews && command.on)
        ctx.stores.thanks.give({table->id, who.account, table->host, ctx.now, lounge::counts(ctx, who.account)});
    else if (isNews)
        ctx.stores.thanks.takeBack(table->id, who.account);
    const Table view = TableView(ctx, *table).seenBy(who.account);
    if (isNews) // to nobody else, and under the same version: the host is not to know who thanked, nor when
        ctx.effects.tell(who.account, ev::TableState{view});
    return cmd::TableReply{view};
}

void goOn(Context &ctx, TableId id)
{
    if (const auto table = ctx.stores.tables.find(id))
        play(ctx, *table, domain::TableTimePassed());
}

void rest(Context &ctx, TableId id)
{
    if (const auto table = ctx.stores.tables.find(id))
        ctx.stores.tables.save(*table, ctx.now + 1h);
}

void tick(Context &ctx)
{
    ctx.stores.tables.removeRooms(ctx.now, messagesRemovedAtOnce);
}

} // namespace jjak::app::tables
