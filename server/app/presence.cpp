// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/presence.h"

namespace jjak::app {

void Presence::arrive(AccountId account, DeviceId device, ConnectionId connection)
{
    m_changes.push_back({device, lineOf(device)});
    put(device, Line{account, connection});
}

bool Presence::depart(DeviceId device, ConnectionId connection)
{
    const auto line = lineOf(device);
    if (!line || line->connection != connection)
        return false;
    remove(device);
    return true;
}

void Presence::remove(DeviceId device)
{
    const auto line = lineOf(device);
    if (!line)
        return;
    m_changes.push_back({device, line});
    put(device, std::nullopt);
}

void Presence::undoTo(size_t mark)
{
    for (; m_changes.size() > mark; m_changes.pop_back())
        put(m_changes.back().device, m_changes.back().before);
}

std::optional<Presence::Line> Presence::lineOf(DeviceId device) const
{
    const auto it = m_lines.constFind(device);
    return it == m_lines.cend() ? std::nullopt : std::optional(*it);
}

void Presence::put(DeviceId device, const std::optional<Line> &line)
{
    if (const auto before = lineOf(device)) {
        if (--m_devices[before->account] == 0)
            m_devices.remove(before->account);
    }
    if (line) {
        ++m_devices[line->account];
        m_lines.insert(device, *line);
    } else {
        m_lines.remove(device);
    }
}

} // namespace jjak::app
