// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/app/counter.h"

namespace jjak::app::test {

//! Two who have met in Nearby, and their room.
struct Talk {
    Talk()
    {
        for (Guest *guest : {&one, &other}) {
            const auto seeking = counter.ask(*guest, protocol::cmd::Seek{Cell::containing({37.5, 127.0}, counter.policy.cellKm), Reach::Anywhere});
            if (!seeking)
                qFatal("nobody is sought: %d %s %s", int(seeking.error().code), qPrintable(seeking.error().field), qPrintable(seeking.error().reason));
        }
        counter.pass(1s);
        for (Guest *guest : {&one, &other}) {
            const auto now = counter.read(*guest, protocol::cmd::Sync{});
            if (!counter.ask(*guest, protocol::cmd::Accept{now->nearby.proposal->proposal}))
                qFatal("the proposal is gone");
        }
        room = one.latest<protocol::ev::RoomState>()->room.room;
    }
    qint64 say(Guest &who, const QString &text, std::optional<qint64> reply = {})
    {
        const auto sent = counter.ask(who, protocol::cmd::Send{room, ClientId::random(rng), text, reply});
        if (!sent)
            qFatal("not sent: %d %s", int(sent.error().code), qPrintable(sent.error().field));
        return sent->seq;
    }
    protocol::Message stored(qint64 seq) { return *counter.stores().messages.find(room, seq); }
    qint64 changes() { return counter.stores().rooms.find(room)->changes; }
    //! ProtocolMalformed when it was answered well: that code never is an answer here.
    ErrorCode refusal(Guest &who, const protocol::Command &command) { return counter.refusal(who, command).value_or(ErrorCode::ProtocolMalformed); }

    Counter counter;
    SeededRng rng{5};
    Guest &one = counter.guest(QStringLiteral("one"));
    Guest &other = counter.guest(QStringLiteral("other"));
    RoomId room;
};

} // namespace jjak::app::test
