// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "common/base/time.h"

struct redisContext;

namespace jjak::engine {

//! A command's name and its arguments, as bytes.
using RedisCommand = std::vector<QByteArray>;

//! What Redis answered to one command.
struct RedisReply {
    enum class Type { Nothing, Text, Integer, List, Error };

    Type type = Type::Nothing;
    QByteArray text; //!< of a text, a status or an error
    qint64 integer = 0;
    std::vector<RedisReply> list;

    bool isError() const { return type == Type::Error; }
};

//! How long to wait for Redis before it counts as gone.
struct RedisTimes {
    Duration connect = 2s;
    Duration answer = 2s;
    Duration again = 200ms; //!< after a failure nobody connects again sooner
};

//! One connection to Redis, made when it is first needed and anew after a failure. It never waits longer than its times say, whatever Redis
//! does; only a host that is given by name is looked up for as long as the system likes. One thread.
class RedisConnection {
public:
    //! redis://[user[:password]@]host[:port][/number], or unix:/path/of/the/socket. Throws std::invalid_argument for anything else.
    explicit RedisConnection(const QString &address, const RedisTimes &times = {});
    ~RedisConnection();
    RedisConnection(const RedisConnection &) = delete;
    RedisConnection &operator=(const RedisConnection &) = delete;

    //! Sends all of them in one go; their answers in the same order. nullopt: the connection failed or an answer did not come in time, and
    //! each of them may have been done or not. `longer`: how much longer the answers may take than usual, for commands that block.
    std::optional<std::vector<RedisReply>> ask(const std::vector<RedisCommand> &commands, Duration longer = {});
    //! One of them; an answer that is an error counts as an answer.
    std::optional<RedisReply> ask(const RedisCommand &command, Duration longer = {});

    //! Counts up with every connection that is made: who remembers it sees that Redis was away in between.
    quint64 generation() const { return m_generation; }
    //! Why the last ask() gave nothing, for people; never the password.
    QString lastError() const { return m_error; }

    //! What is wrong with this Redis for us, a sentence for the operator each: a version that is too old, memory that may be evicted, one
    //! that does not take what is written, an answer that does not come. Empty: nothing.
    QList<QString> complaints();

private:
    using Moment = std::chrono::steady_clock::time_point;
    struct Free {
        void operator()(redisContext *context) const;
    };
    bool connect();
    bool isConnected();
    bool introduceOurselves(Moment until);
    std::optional<std::vector<RedisReply>> exchange(const std::vector<RedisCommand> &commands, Moment until);
    bool send(const QByteArray &request, qsizetype &sent);
    bool receive(std::vector<RedisReply> &replies, size_t expected);
    //! The events that came; nothing and dropped when none did in time.
    short await(short events, Moment until);
    void drop(const QString &why);

    const RedisTimes m_times;
    QString m_host, m_socket, m_user, m_password, m_error;
    int m_port = 6379, m_number = 0;
    std::unique_ptr<redisContext, Free> m_context;
    quint64 m_generation = 0;
    std::optional<Moment> m_failed;
};

} // namespace jjak::engine
