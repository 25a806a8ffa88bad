// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <array>
#include <cstdint>
#include <optional>

namespace jjak {

//! An IP address without port and zone; IPv4 in the form ::ffff:a.b.c.d (RFC 4291 §2.5.5.2), so that there is one kind only.
struct IpAddress {
    std::array<std::uint8_t, 16> bytes{};

    //! Four decimal numbers, or what RFC 4291 §2.2 allows. Nothing more lenient: two readers of "010.1" could disagree.
    static std::optional<IpAddress> from(QByteArrayView text);
    //! From four bytes in the order of the network.
    static IpAddress fromV4(const std::array<std::uint8_t, 4> &four);

    bool isV4() const;
    QString toString() const;
    friend bool operator==(const IpAddress &, const IpAddress &) = default;
};

//! All addresses whose first bits are the same.
struct IpNetwork {
    IpAddress first; //!< its other bits are zero
    int bits = 128;  //!< of the 16 bytes, also for IPv4

    //! "10.0.0.0/8", "fd00::/8", or one address. Nothing when bits beyond the length are set (which of the two was meant?), and for
    //! a length of 0: that would be everybody.
    static std::optional<IpNetwork> from(QByteArrayView text);

    bool contains(const IpAddress &address) const;
};

} // namespace jjak
