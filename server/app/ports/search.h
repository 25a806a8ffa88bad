// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/rooms.h"
#include "server/domain/rooms/needle.h"

namespace jjak::app {

//! A stretch of a room's messages that was looked at, from new to old.
struct Stretch {
    struct Spot {
        qint64 seq = 0;
        Time at;
    };
    QList<Spot> hits;
    int looks = 0; //!< how much work it was: messages, and digests in place of them
    Spot reached;  //!< what is left has smaller numbers, and is not younger than that
};

//! Looks for texts in messages. There is no index that could keep the words of what is gone; digests of messages that lie
//! together tell which need not be read.
class SearchStore {
public:
    virtual ~SearchStore() = default;
    //! A room and the account's own row in it, for each room of the account or only the given one; of the rows only what
    //! decides whether it may be read, head and activity.
    virtual QList<std::pair<RoomRow, MemberRow>> rooms(AccountId account, std::optional<RoomId> only) = 0;
    //! Goes on below a spot, down to a seq or until it has looked often enough. Finds what people wrote and what is still there
    //! at that moment.
    virtual Stretch look(RoomId room, Stretch::Spot below, qint64 downTo, int looks, domain::Needle &needle, Time now) = 0;
    //! The newest message that is not younger than that; seq 0 when there is none.
    virtual Stretch::Spot upTo(const RoomRow &room, Time at) = 0;
};

} // namespace jjak::app
