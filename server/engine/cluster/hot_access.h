// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "server/app/pool.h"
#include "server/engine/cluster/hot_messages.h"

namespace jjak::engine {

//! A reading connection, or one and a copy's, whose messages are looked for in Redis first.
class HotAccess final : public app::StoreAccess {
public:
    HotAccess(std::unique_ptr<app::StoreAccess> stored, HotPages::Options options, const Keyspace &space, const Seal &seal, HotFigures &figures)
        : m_stored(std::move(stored)), m_pages(std::move(options), space, seal, figures)
    {
    }
    app::Stores stores() override { return before(m_stored->stores()); }
    app::Stores storesFor(const app::Caller &caller) override { return before(m_stored->storesFor(caller)); }
    void answered(const app::Caller &caller, app::Stores &stores) override { m_stored->answered(caller, stores); }

private:
    app::Stores before(const app::Stores &stores)
    {
        const auto it = m_messages.try_emplace(&stores.messages, stores.messages, stores.transaction, m_pages).first;
        return stores.with(it->second);
    }

    const std::unique_ptr<app::StoreAccess> m_stored;
    HotPages m_pages;
    std::map<const app::MessageStore *, HotMessages> m_messages; //!< one for each connection that `stored` has, which lasts as long as that
};

} // namespace jjak::engine
