// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/redis/redis_script.h"

#include <QCryptographicHash>
#include <algorithm>

namespace jjak::engine {

RedisScript::RedisScript(const char *text) : m_text(text), m_hash(QCryptographicHash::hash(m_text, QCryptographicHash::Sha1).toHex()) {}

RedisCommand RedisScript::call(const std::vector<QByteArray> &keys, const std::vector<QByteArray> &arguments) const
{
    RedisCommand out{"EVALSHA", m_hash, QByteArray::number(qsizetype(keys.size()))};
    out.insert(out.end(), keys.begin(), keys.end());
    out.insert(out.end(), arguments.begin(), arguments.end());
    return out;
}

std::optional<std::vector<RedisReply>> RedisScript::run(RedisConnection &connection, const std::vector<RedisCommand> &calls) const
{
    const auto isForgotten = [](const RedisReply &reply) { return reply.isError() && reply.text.startsWith("NOSCRIPT"); };
    auto replies = connection.ask(calls);
    if (!replies || std::ranges::none_of(*replies, isForgotten))
        return replies;
    if (!connection.ask(RedisCommand{"SCRIPT", "LOAD", m_text}))
        return std::nullopt;
    return connection.ask(calls);
}

} // namespace jjak::engine
