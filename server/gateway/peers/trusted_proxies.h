// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "common/base/ip_network.h"
#include "server/gateway/websocket/http_head.h"

namespace jjak::gateway {

//! The proxies of the operator: those who are believed when they say for whom they speak. Everybody else could write anything.
class TrustedProxies {
public:
    TrustedProxies() = default;
    explicit TrustedProxies(QList<IpNetwork> networks) : m_networks(std::move(networks)) {}

    bool has(const IpAddress &address) const;

    //! For whom `peer` speaks: the last address in its X-Forwarded-For that is no proxy of ours. What stands left of that one anybody
    //! may have written. The peer itself when it is not trusted, says nothing, or says something that cannot be read up to there.
    IpAddress clientOf(const IpAddress &peer, const HttpHead &request) const;

private:
    QList<IpNetwork> m_networks;
};

} // namespace jjak::gateway
