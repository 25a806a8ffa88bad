// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "common/base/ip_network.h"

#include <algorithm>
#include <arpa/inet.h>
#include <cstring>

namespace jjak {

namespace {

constexpr std::array<std::uint8_t, 12> v4Prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

//! The address with all but its first bits zero.
IpAddress masked(IpAddress address, int bits)
{
    for (int i = 0; i < 16; ++i) {
        const int kept = std::clamp(bits - 8 * i, 0, 8);
        address.bytes[size_t(i)] = std::uint8_t(address.bytes[size_t(i)] & (0xff00 >> kept));
    }
    return address;
}

//! One to three digits.
std::optional<int> lengthFrom(QByteArrayView text)
{
    if (text.isEmpty() || text.size() > 3 || !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return std::nullopt;
    return text.toByteArray().toInt();
}

} // namespace

std::optional<IpAddress> IpAddress::from(QByteArrayView text)
{
    char zeroEnded[INET6_ADDRSTRLEN] = {};
    if (text.size() >= qsizetype(sizeof zeroEnded) || text.contains('\0'))
        return std::nullopt;
    std::copy(text.begin(), text.end(), zeroEnded);
    std::array<std::uint8_t, 4> four{};
    if (inet_pton(AF_INET, zeroEnded, four.data()) == 1)
        return fromV4(four);
    IpAddress address;
    if (inet_pton(AF_INET6, zeroEnded, address.bytes.data()) == 1)
        return address;
    return std::nullopt;
}

IpAddress IpAddress::fromV4(const std::array<std::uint8_t, 4> &four)
{
    IpAddress address;
    std::ranges::copy(v4Prefix, address.bytes.begin());
    std::ranges::copy(four, address.bytes.begin() + v4Prefix.size());
    return address;
}

bool IpAddress::isV4() const
{
    return std::equal(v4Prefix.begin(), v4Prefix.end(), bytes.begin());
}

QString IpAddress::toString() const
{
    char text[INET6_ADDRSTRLEN] = {};
    inet_ntop(isV4() ? AF_INET : AF_INET6, bytes.data() + (isV4() ? v4Prefix.size() : 0), text, sizeof text);
    return QString::fromLatin1(text);
}

std::optional<IpNetwork> IpNetwork::from(QByteArrayView text)
{
    const qsizetype slash = text.indexOf('/');
    const auto address = IpAddress::from(slash < 0 ? text : text.first(slash));
    if (!address)
        return std::nullopt;
    const bool isShort = !text.contains(':');
    const auto length = slash < 0 ? std::optional(isShort ? 32 : 128) : lengthFrom(text.sliced(slash + 1));
    if (!length || *length == 0 || *length > (isShort ? 32 : 128))
        return std::nullopt;
    const int bits = *length + (isShort ? 96 : 0);
    return masked(*address, bits) == *address ? std::optional(IpNetwork{*address, bits}) : std::nullopt;
}

bool IpNetwork::contains(const IpAddress &address) const
{
    return masked(address, bits) == first;
}

} // namespace jjak
