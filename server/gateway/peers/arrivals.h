// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <mutex>

#include "common/base/ip_network.h"

namespace jjak::gateway {

//! The name under which an address is counted and throttled. An IPv6 customer has a whole /64: that is what counts as one.
QString countedAs(const IpAddress &address);

//! How many connections each address has. Does not know which they are. Any thread.
class Arrivals {
public:
    explicit Arrivals(int perAddress) : m_perAddress(perAddress) {}

    //! One more, unless the address has as many as it may; `name` as from countedAs().
    bool enter(const QString &name);
    //! One less; to be said once for each that entered.
    void leave(const QString &name);

private:
    const int m_perAddress;
    std::mutex m_mutex; //!< guards m_names
    QHash<QString, int> m_names;
};

} // namespace jjak::gateway
