// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/app/ports/match_pool.h"
#include "server/engine/redis/redis_tickets.h"

namespace jjak::engine {

//! The match pool that servers share. What is changed here is seen here at once, and by the others when it is settled. While Redis does not
//! answer it knows nobody and takes nothing, and holds nobody longer than its times say.
class RedisMatchPool final : public app::MatchPool {
public:
    //! The address as RedisConnection wants it; throws as it does.
    RedisMatchPool(const QString &address, const Keyspace &space, const RedisTimes &times = {250ms, 250ms, 1s});

    void add(const domain::Ticket &ticket) override;
    void remove(AccountId account) override;
    std::optional<domain::Ticket> partnerFor(const domain::Ticket &ticket, const std::function<bool(const domain::Ticket &)> &may) const override;
    int countNear(const domain::Ticket &ticket, int most) const override;
    int size() const override;
    size_t mark() const override { return m_changes.size(); }
    void undoTo(size_t mark) override;
    void settle() override;
    bool isWhole() override { return m_tickets->isWhole(); }
    void clear() override;

private:
    class Search;
    struct Change {
        AccountId account;
        std::optional<domain::Ticket> ticket{};
    };

    const std::unique_ptr<RedisTickets> m_tickets;
    std::vector<Change> m_changes;   //!< that are not settled, in their order
    RedisTickets::Changes m_changed; //!< what each account has become by them
};

} // namespace jjak::engine
