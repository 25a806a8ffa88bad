// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/attendance.h"

namespace jjak::engine {

using app::ConnectionId;
using app::Identity;

void Attendance::arrive(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    if (!m_devices.contains(who.device))
        m_accounts[who.account]++;
    m_devices[who.device] = connection;
}

bool Attendance::leave(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    const auto here = m_devices.constFind(who.device);
    return here != m_devices.cend() && *here == connection && remove(who);
}

bool Attendance::moved(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    const auto here = m_devices.constFind(who.device);
    return here != m_devices.cend() && *here != connection && remove(who);
}

bool Attendance::has(AccountId account) const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts.contains(account);
}

bool Attendance::has(const Identity &who, ConnectionId connection) const
{
    const std::lock_guard lock(m_mutex);
    const auto here = m_devices.constFind(who.device);
    return here != m_devices.cend() && *here == connection;
}

QList<AccountId> Attendance::accounts() const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts.keys();
}

bool Attendance::remove(const Identity &who)
{
    m_devices.remove(who.device);
    const auto account = m_accounts.find(who.account);
    if (account == m_accounts.end() || --*account > 0)
        return false;
    m_accounts.erase(account);
    return true;
}

} // namespace jjak::engine
