// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/gateway/peers/arrivals.h"
#include "server/gateway/peers/trusted_proxies.h"
#include "tests/fuzz/pieces.h"

using namespace jjak;

// Input: what stands in X-Forwarded-For, a line feed between two lines of it.
// Holds: who is not trusted is not believed; a client that is no proxy of ours is the same whatever stands left of it, of commas in
// the same line as of lines before; every address can be written down and read again.

namespace {

const gateway::TrustedProxies &ours()
{
    static const gateway::TrustedProxies all({IpNetwork::from("10.0.0.0/8").value(), IpNetwork::from("fd00::/8").value()});
    return all;
}

gateway::HttpHead headWith(const QByteArrayList &lines)
{
    gateway::HttpHead head;
    for (const QByteArray &line : lines)
        head.fields.append(gateway::HttpField{"x-forwarded-for", line});
    return head;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    QByteArrayList lines = QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)).split('\n');
    const IpAddress proxy = IpAddress::fromV4({10, 0, 0, 1}), stranger = IpAddress::fromV4({203, 0, 113, 1});
    fuzz::require(ours().clientOf(stranger, headWith(lines)) == stranger, "believes a stranger");
    const IpAddress client = ours().clientOf(proxy, headWith(lines));
    fuzz::require(IpAddress::from(client.toString().toLatin1()) == client, "an address that cannot be read again");
    const QString counted = gateway::countedAs(client);
    fuzz::require(IpAddress::from(counted.toLatin1()).has_value(), "counts under a name that is no address");
    if (ours().has(client))
        return 0;
    fuzz::require(ours().clientOf(proxy, headWith(QByteArrayList{"198.51.100.1"} + lines)) == client, "a line of the client's own changes who it is");
    lines.first().prepend("198.51.100.1, 10.0.0.2, nonsense,");
    fuzz::require(ours().clientOf(proxy, headWith(lines)) == client, "what the client wrote itself changes who it is");
    return 0;
}
