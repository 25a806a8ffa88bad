// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/engine/redis/redis_connection.h"

namespace jjak::engine {

//! A script in Lua, which Redis runs as a whole and nothing else meanwhile. Redis knows it by the hash of its text, and forgets it whenever
//! it likes.
class RedisScript {
public:
    explicit RedisScript(const char *text);

    //! One call of it, for run().
    RedisCommand call(const std::vector<QByteArray> &keys, const std::vector<QByteArray> &arguments) const;
    //! As RedisConnection::ask(). The calls may be run twice: all of them, when Redis had forgotten the script.
    std::optional<std::vector<RedisReply>> run(RedisConnection &connection, const std::vector<RedisCommand> &calls) const;

private:
    const QByteArray m_text, m_hash;
};

} // namespace jjak::engine
