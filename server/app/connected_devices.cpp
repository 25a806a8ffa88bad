// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/connected_devices.h"

namespace jjak::app {

void ConnectedDevices::arrive(AccountId account, DeviceId device, ConnectionId connection)
{
    m_changes.push_back({device, lineOf(device)});
    put(device, Line{account, connection});
}

bool ConnectedDevices::depart(DeviceId device, ConnectionId connection)
{
    const auto line = lineOf(device);
    if (!line || line->connection != connection)
        return false;
    remove(device);
    return true;
}

void ConnectedDevices::remove(DeviceId device)
{
    const auto line = lineOf(device);
    if (!line)
        return;
    m_changes.push_back({device, line});
    put(device, std::nullopt);
}

void ConnectedDevices::setAway(DeviceId device, bool away)
{
    const auto line = lineOf(device);
    if (!line || line->away == away)
        return;
    m_changes.push_back({device, line});
    put(device, Line{line->account, line->connection, away});
}

std::optional<protocol::Presence> ConnectedDevices::presenceOf(AccountId account) const
{
    const auto it = m_devices.constFind(account);
    if (it == m_devices.cend())
        return std::nullopt;
    return it->away == it->connected ? protocol::Presence::Away : protocol::Presence::Online;
}

void ConnectedDevices::undoTo(size_t mark)
{
    for (; m_changes.size() > mark; m_changes.pop_back())
        put(m_changes.back().device, m_changes.back().before);
}

std::optional<ConnectedDevices::Line> ConnectedDevices::lineOf(DeviceId device) const
{
    const auto it = m_lines.constFind(device);
    return it == m_lines.cend() ? std::nullopt : std::optional(*it);
}

void ConnectedDevices::count(const Line &line, int by)
{
    Count &count = m_devices[line.account];
    count.connected += by;
    count.away += line.away ? by : 0;
    if (count.connected == 0)
        m_devices.remove(line.account);
}

void ConnectedDevices::put(DeviceId device, const std::optional<Line> &line)
{
    if (const auto before = lineOf(device))
        count(*before, -1);
    if (line) {
        count(*line, +1);
        m_lines.insert(device, *line);
    } else {
        m_lines.remove(device);
    }
}

} // namespace jjak::app
