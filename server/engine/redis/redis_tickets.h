// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>

#include "server/domain/matching/ticket.h"
#include "server/engine/redis/keyspace.h"
#include "server/engine/redis/redis_script.h"

namespace jjak::engine {

//! The waiting tickets as they stand in Redis, where all servers share them: all of them by account, and for every reach the places (GEO) and
//! the queue of those who look that far. What stands there of a ticket is what a search needs: account, reach, waiting time, and its cell.
//! A key that is there while all tickets are tells when Redis has lost them. Does not know transactions. One thread.
class RedisTickets {
public:
    using Changes = std::map<AccountId, std::optional<domain::Ticket>>; //!< nullopt: waits no more
    //! What came for one question.
    struct Answer {
        std::vector<domain::Ticket> tickets;
        int entries = 0; //!< what cannot be read counts as well
    };

    RedisTickets(const QString &address, const Keyspace &space, const RedisTimes &times);

    //! Whether a circle around the cell lies where GEO knows places: it does not go to the poles.
    static bool knowsAround(const Cell &cell, double km);
    //! Question for those of that reach who are no further than km away, and maybe some a little further; at most `most`, any of them.
    RedisCommand around(Reach reach, const Cell &cell, double km, int most) const;
    //! Question for those of that reach in the order of their turn.
    RedisCommand inTurn(Reach reach, int from, int count) const;

    //! The answers in the order of the questions. nullopt: Redis did not answer.
    std::optional<std::vector<Answer>> ask(std::vector<RedisCommand> questions);
    //! How many wait, without those accounts.
    int countWithout(const std::vector<AccountId> &accounts);

    //! See app::MatchPool::isWhole(). true as well while nothing can be done about it.
    bool isWhole();
    //! There are none now, unless somebody else has begun to fill them since we looked. What is written next fills them: it does not take the
    //! place of what others write meanwhile, and then they are whole.
    void beginFilling();
    //! Instead of that: they are not.
    void abandonFilling();
    void write(const Changes &changes);

private:
    std::optional<std::vector<RedisReply>> read(std::vector<RedisCommand> commands);
    bool send(const std::vector<QByteArray> &arguments);

    const std::vector<QByteArray> m_keys; //!< in the scripts' order
    RedisConnection m_redis;
    std::optional<QByteArray> m_whole; //!< what stood last in the key that tells that all are there; empty: nothing. nullopt: not looked
    QByteArray m_filling;              //!< what we have put there
    bool m_lacking = false;            //!< something that we wrote is lost
    std::optional<std::chrono::steady_clock::time_point> m_failed; //!< to fill them
};

} // namespace jjak::engine
