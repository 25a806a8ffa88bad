// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/services/event_service.h"

#include <QSet>
#include <QTimeZone>
#include <algorithm>

#include "server/app/scripts.h"

namespace jjak::app::events {

namespace {

using namespace protocol;
using namespace Qt::StringLiterals;

std::optional<Error> wrong(const cmd::OpenEvent &command, Time now)
{
    if (command.heading.trimmed().isEmpty())
        return Error::badField(u"args.title"_s, u"length"_s);
    if (command.until <= command.from || command.until <= now || command.until - command.from > limits::eventLongest)
        return Error::badField(u"args.until"_s, u"range"_s);
    if (!QTimeZone(command.zone.toUtf8()).isValid())
        return Error::badField(u"args.zone"_s, u"value"_s);
    if (QSet<QString>(command.languages.cbegin(), command.languages.cend()).size() != command.languages.size())
        return Error::badField(u"args.languages"_s, u"value"_s);
    return std::nullopt;
}

} // namespace

Result<EventInfo> open(Context &ctx, const cmd::OpenEvent &command)
{
    if (const auto earlier = ctx.stores.events.byClientId(command.cid))
        return earlier->info;
    if (const auto mistake = wrong(command, ctx.now))
        return *mistake;
    const auto script = scriptFrom(command.script.value_or(builtInScript()));
    if (!script)
        return script.error();
    for (const QString &language : command.languages) {
        if (!script->script.languages.contains(language))
            return Error::badField(u"args.languages"_s, u"script"_s);
    }
    ctx.stores.scripts.insert(script->row);
    EventRow row;
    row.cid = command.cid;
    row.info = {EventId::random(ctx.rng), 1, command.heading.trimmed(), command.from, command.until, command.zone, command.seats, command.languages, script->script.id, command.from - ctx.policy.doorsBefore, false};
    ctx.stores.events.save(row);
    ctx.effects.tellEverybody(ev::EventState{row.info});
    return row.info;
}

bool close(Context &ctx, EventRow &row)
{
    if (row.info.closed)
        return false;
    row.info.closed = true;
    row.info.version++;
    ctx.stores.events.save(row);
    ctx.effects.tellEverybody(ev::EventState{row.info});
    return true;
}

QList<EventInfo> list(Context &ctx, bool ended)
{
    QList<EventInfo> out;
    const auto rows = ended ? ctx.stores.events.ended(limits::eventsPage) : ctx.stores.events.current(limits::eventsPage);
    for (const EventRow &row : rows)
        out.append(row.info);
    return out;
}

Result<cmd::Texts> texts(Context &ctx, const cmd::ScriptTexts &command)
{
    cmd::Texts out{ctx.stores.scripts.texts(command.script, command.language)};
    return out.texts.isEmpty() ? Result<cmd::Texts>(ErrorCode::ScriptNotFound) : Result<cmd::Texts>(std::move(out));
}

} // namespace jjak::app::events
