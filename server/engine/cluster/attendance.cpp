// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/attendance.h"

namespace jjak::engine {

namespace {

constexpr std::chrono::minutes endsKnown(5); //!< an inbox is read within seconds, and kept for one minute

} // namespace

using app::ConnectedDevice;
using app::ConnectionId;
using app::Identity;

void Attendance::arrive(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    if (!m_devices.contains(who.device))
        m_accounts[who.account]++;
    m_devices[who.device] = {who, connection};
}

bool Attendance::leave(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    const auto here = m_devices.constFind(who.device);
    return here != m_devices.cend() && here->connection == connection && remove(who);
}

bool Attendance::moved(const Identity &who, ConnectionId connection)
{
    const std::lock_guard lock(m_mutex);
    const auto here = m_devices.constFind(who.device);
    return here != m_devices.cend() && here->connection != connection && remove(who);
}

bool Attendance::has(AccountId account) const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts.contains(account);
}

QList<AccountId> Attendance::accounts() const
{
    const std::lock_guard lock(m_mutex);
    return m_accounts.keys();
}

QList<ConnectedDevice> Attendance::devices() const
{
    const std::lock_guard lock(m_mutex);
    return m_devices.values();
}

void Attendance::end(DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    const auto now = std::chrono::steady_clock::now();
    if (now - m_while > endsKnown) {
        m_endedBefore = std::exchange(m_ended, {});
        m_while = now;
    }
    m_ended.insert(device);
}

bool Attendance::hasEnded(DeviceId device) const
{
    const std::lock_guard lock(m_mutex);
    return m_ended.contains(device) || m_endedBefore.contains(device);
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
