// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>

#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"
#include "tests/support/server_process.h"

namespace jjak::faults {

//! Everything a cluster is made of, with addresses of its own: one PostgreSQL, one Redis, some nodes. One node without a Redis is a server for itself.
class Stage {
public:
    //! Nothing runs but PostgreSQL and Redis; the tables are there. Settings as for test::ServerProcess.
    Stage(int nodes, bool redis, const QHash<QString, QString> &settings = {});

    //! Starts all nodes; false when one does not come.
    bool start();
    //! All nodes end in good order.
    bool stop();

    int size() const { return int(m_nodes.size()); }
    test::ServerProcess &node(int i) { return *m_nodes[size_t(i)]; }
    std::vector<quint16> ports() const;
    test::PostgresServer &postgres() { return m_postgres; }
    test::RedisServer &redis() { return *m_redis; }
    bool hasRedis() const { return m_redis != nullptr; }
    QString database() const { return m_postgres.address(); }
    //! Of all nodes.
    QString logs() const;

private:
    test::PostgresServer m_postgres;
    std::unique_ptr<test::RedisServer> m_redis;
    QTemporaryDir m_files; //!< that all nodes see
    std::vector<std::unique_ptr<test::ServerProcess>> m_nodes;
};

} // namespace jjak::faults
