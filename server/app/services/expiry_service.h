// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "server/app/services/context.h"

namespace jjak::app::expiry {

//! When a message that is stored in the room now has to go; nullopt: it stays.
std::optional<Time> keptUntil(const RoomRow &room, Time now);
//! Whether it has to be gone by now; whoever reads single messages asks this, pages leave such out by themselves.
inline bool isGone(const protocol::Message &message, Time now) { return message.expires && *message.expires <= now; }

//! How long a room's messages are kept from now on; told with a notice. The same again changes nothing.
//! Errors: room.*, room.kind in a date or at a table, room.role in a group.
Result<protocol::cmd::Empty> set(Context &ctx, const Identity &who, const protocol::cmd::SetExpiry &command);

//! Takes away what has expired: a little with every tick, so that nobody waits for it. Until it comes there, reads leave out what
//! has expired. Worker's thread only; it keeps nothing that a restart would miss.
class Sweeper {
public:
    //! What one step takes at most; also for the test that looks for steps that take too long.
    static constexpr int messagesAStep = 200, filesAStep = 50, datesAStep = 4, roomsLookedAt = 500, pagesGivenBack = 256;

    //! A step, inside the tick's transaction.
    void step(Context &ctx);
    //! After the commit: empties the log, which has the bytes of what is gone, now and then.
    void settle(Stores &stores);

private:
    void removeMessages(Context &ctx, const QList<MessageKey> &messages);
    QList<MessageKey> aged(Context &ctx, int limit);

    std::optional<RoomId> m_lookedBehind; //!< where the walk for the operator's retention goes on
    Time m_now{}, m_emptied{};
    bool m_ticked = false;
};

} // namespace jjak::app::expiry
