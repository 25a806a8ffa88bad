// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/peers/arrivals.h"

#include <algorithm>

namespace jjak::gateway {

QString countedAs(const IpAddress &address)
{
    IpAddress counted = address;
    if (!address.isV4())
        std::fill(counted.bytes.begin() + 8, counted.bytes.end(), std::uint8_t(0));
    return counted.toString();
}

bool Arrivals::enter(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    if (m_names.value(name) >= m_perAddress)
        return false;
    ++m_names[name];
    return true;
}

void Arrivals::leave(const QString &name)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_names.find(name);
    if (it != m_names.end() && --*it == 0)
        m_names.erase(it);
}

} // namespace jjak::gateway
