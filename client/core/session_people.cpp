// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/refusal.h"
#include "client/core/session_private.h"
#include "common/protocol/codec.h"

namespace jjak::client {

using namespace Qt::StringLiterals;
using namespace protocol;

void Session::changeSettings(const protocol::Settings &settings, Callback<> done)
{
    d->requests.add(cmd::ChangeSettings{settings}, u"settings"_s, [this, settings, answer = d->plain<cmd::Empty>(std::move(done), "account.settings")](const Result<cmd::Empty> &reply) {
        if (reply)
            d->handle(applySettings(d->state, settings));
        answer(reply);
    });
}

void Session::setAway(bool away)
{
    if (std::exchange(d->away, away) != away)
        d->tellAway();
}

//! A connection that begins counts as somebody being there.
void Session::Private::tellAway()
{
    if (!signer.isSignedIn() || !listed)
        return;
    link.send(cmd::SetAway{away}, [this, told = away, now = round](const Result<cmd::Empty> &reply) {
        if (reply || now != round || told != away || !isPassing(reply.error().code))
            return;
        QTimer::singleShot(retryAfter(reply.error(), config.times), this, [this, told, now] {
            if (now == round && told == away)
                tellAway();
        });
    });
}

void Session::setSilent(RoomId room, bool silent, Callback<> done)
{
    const auto answered = [this, room, silent, answer = d->plain<cmd::Empty>(std::move(done), "room.silence")](const Result<cmd::Empty> &reply) {
        if (reply)
            d->handle(applySilence(d->state, room, silent));
        answer(reply);
    };
    d->requests.add(cmd::Silence{room, silent}, u"silence "_s + QString::fromLatin1(room.toText()), answered);
}

//! Only what is known here is marked: without a connection, and when this very command is lost, the rooms are told one by
//! one, so that what comes in the meantime stays unread.
void Session::markAllRead()
{
    QList<RoomId> raised;
    for (const RoomId room : d->state.rooms.keys()) {
        const Effects effects = applyOwnRead(d->state, room, d->state.room(room)->room.head);
        d->handle(effects);
        if (!effects.empty())
            raised.append(room);
    }
    if (raised.isEmpty() || !d->signer.isSignedIn())
        return;
    d->link.send(cmd::ReadAll{}, [this, raised, now = d->round](const Result<cmd::Empty> &reply) {
        if (reply || now != d->round)
            return;
        for (const RoomId room : raised)
            d->on(effect::TellRead{room, 0});
    });
}

void Session::search(const QString &text, std::optional<RoomId> room, const QString &after, Callback<cmd::Found> done)
{
    if (const auto checked = checkText(text, Rule::line(1, limits::searchCodePoints), u"args.text"_s); !checked)
        return d->later([done = std::move(done), error = checked.error()] { done(error); });
    d->link.send(cmd::Search{text, room, after.isEmpty() ? std::nullopt : std::optional(after)}, std::move(done));
}

} // namespace jjak::client
