// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <functional>
#include <optional>

#include "common/base/ids.h"

namespace jjak::desktop {

//! The conversations in the order in which they were looked at, and the way through them while Ctrl is held: the order
//! stays as it is until the key is let go, so that one can go on to the third and the fourth. Pure.
class RecentRooms {
public:
    //! It is on the screen now.
    void opened(RoomId room);
    //! The one `step` further back that still exists, in a circle; the latest itself when none is on the screen (`shows`).
    //! nullopt when there is no other.
    std::optional<RoomId> next(int step, bool shows, const std::function<bool(RoomId)> &exists);
    //! The key was let go: where one has stopped is the newest.
    void settle();

private:
    QList<RoomId> m_rooms; //!< the latest first
    qsizetype m_at = 0;
    bool m_walking = false;
};

} // namespace jjak::desktop
