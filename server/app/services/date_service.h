// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "server/app/services/context.h"
#include "server/app/services/room_service.h"

namespace jjak::app {

//! The blind date: lobbies, dates and what follows from them. Every change of a date is one step of its machine, and
//! apply() stores and tells what the step says. Between two batches
//! it keeps nothing that the stores do not have.
class DateService {
public:
    Result<protocol::BlindDate> enter(Context &ctx, const Identity &who, const protocol::cmd::EnterDate &command);
    Result<protocol::BlindDate> leave(Context &ctx, AccountId account);
    Result<protocol::BlindDate> pick(Context &ctx, const Identity &who, const protocol::cmd::Pick &command);
    Result<protocol::BlindDate> shoot(Context &ctx, const Identity &who, const protocol::cmd::Shoot &command);
    Result<protocol::BlindDate> openPair(Context &ctx, const Identity &who, const protocol::cmd::OpenPair &command);
    Result<protocol::EventInfo> closeEvent(Context &ctx, const protocol::cmd::CloseEvent &command);

    //! Why a member of a date's room may not write now; empty when the message may be stored, which then has been counted.
    std::optional<Error> mayWrite(Context &ctx, const rooms::Membership &in);
    //! A person has blocked another seat of the room: their arrows cannot meet any more.
    void hide(Context &ctx, RoomId room, int by, int whom);

    //! A person has blocked another: if both wait in the same lobby, the one who blocks moves to the end of the queue.
    void part(Context &ctx, const Identity &by, AccountId whom);

    //! The account's last device has gone, or its first one is back.
    void lost(Context &ctx, AccountId account);
    void back(Context &ctx, AccountId account);
    //! Something is due in it.
    void goOn(Context &ctx, DateId id);
    //! Leaves one that cannot be played alone for an hour, so that it does not keep the others waiting.
    static void rest(Context &ctx, DateId id);
    //! Closes events that have ended, joins small lobbies.
    void tick(Context &ctx);
    //! At the end of a batch: tells lobbies how many they are, once for all who came.
    void finish(Context &ctx);
    //! Nothing of the transaction was kept.
    void undo() { m_lobbies.clear(); }
    //! After a start of the server: nobody is connected yet.
    void afterStart(Context &ctx);
    //! Removes what has been kept long enough.
    void sweep(Context &ctx);

private:
    //! One step of a stored date; the step as it was applied, or nullopt when the date cannot be played.
    std::optional<domain::DateStep> play(Context &ctx, const domain::Date &date, const domain::DateInput &input);
    void apply(Context &ctx, domain::DateStep &step, const domain::Programme &programme);
    void openRoom(Context &ctx, const domain::Date &date);
    void release(Context &ctx, const domain::Date &date, const domain::Released &released);
    void keepPairs(Context &ctx, const domain::DateStep &step);
    void tell(Context &ctx, const domain::Date &date, const domain::Seat &seat);
    void tellAlone(Context &ctx, AccountId account);
    void letGo(Context &ctx, EventId event);
    void join(Context &ctx, EventId event);
    //! The seat of a running date, or why the account may not act there.
    Result<std::pair<domain::Date, int>> seatIn(Context &ctx, AccountId account, DateId id);

    Time m_joined{};
    QSet<DateId> m_lobbies; //!< changed in this batch
};

} // namespace jjak::app
