// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/peers/trusted_proxies.h"

#include <algorithm>

namespace jjak::gateway {

namespace {

constexpr qsizetype proxiesInARow = 16; //!< nobody has more; who claims so is not followed any further

bool isPort(QByteArrayView text)
{
    return !text.isEmpty() && text.size() <= 5 && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

//! "192.0.2.1", "2001:db8::1", and with a port behind "192.0.2.1:80", "[2001:db8::1]:80", as proxies write them.
std::optional<IpAddress> addressIn(QByteArrayView entry)
{
    if (entry.startsWith('[')) {
        const qsizetype end = entry.indexOf(']');
        const QByteArrayView inside = end < 0 ? QByteArrayView() : entry.sliced(1, end - 1);
        const QByteArrayView behind = end < 0 ? QByteArrayView() : entry.sliced(end + 1);
        const bool good = inside.contains(':') && (behind.isEmpty() || (behind.startsWith(':') && isPort(behind.sliced(1))));
        return good ? IpAddress::from(inside) : std::nullopt;
    }
    const qsizetype colon = entry.indexOf(':');
    if (colon < 0 || entry.lastIndexOf(':') != colon) // two colons: IPv6
        return IpAddress::from(entry);
    return isPort(entry.sliced(colon + 1)) ? IpAddress::from(entry.first(colon)) : std::nullopt;
}

} // namespace

bool TrustedProxies::has(const IpAddress &address) const
{
    return std::any_of(m_networks.begin(), m_networks.end(), [&](const IpNetwork &network) { return network.contains(address); });
}

IpAddress TrustedProxies::clientOf(const IpAddress &peer, const HttpHead &request) const
{
    if (!has(peer))
        return peer;
    const QList<QByteArray> entries = request.list("x-forwarded-for");
    IpAddress client = peer;
    for (qsizetype i = entries.size() - 1, seen = 0; i >= 0; --i) {
        const auto address = addressIn(entries[i]);
        if (!address || ++seen > proxiesInARow)
            return peer;
        client = *address;
        if (!has(client))
            break;
    }
    return client;
}

} // namespace jjak::gateway
