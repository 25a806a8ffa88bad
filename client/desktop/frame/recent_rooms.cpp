// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/frame/recent_rooms.h"

namespace jjak::desktop {

void RecentRooms::opened(RoomId room)
{
    if (m_walking && m_at < m_rooms.size() && m_rooms[m_at] == room)
        return; // by next()
    m_walking = false;
    m_at = 0;
    m_rooms.removeAll(room);
    m_rooms.prepend(room);
}

std::optional<RoomId> RecentRooms::next(int step, bool shows, const std::function<bool(RoomId)> &exists)
{
    const std::optional<RoomId> now = m_at < m_rooms.size() ? std::optional(m_rooms[m_at]) : std::nullopt;
    m_rooms.removeIf([&](RoomId room) { return !exists(room); });
    const qsizetype count = m_rooms.size(), at = now ? m_rooms.indexOf(*now) : -1;
    if (count == 0 || (shows && at >= 0 && count == 1))
        return std::nullopt;
    m_at = at < 0 || (!shows && !m_walking) ? 0 : (at + step + count) % count;
    m_walking = true;
    return m_rooms[m_at];
}

void RecentRooms::settle()
{
    if (!m_walking)
        return;
    m_walking = false;
    m_rooms.move(m_at, 0);
    m_at = 0;
}

} // namespace jjak::desktop
