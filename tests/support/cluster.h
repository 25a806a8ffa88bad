// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>
#include <memory>
#include <vector>

#include "tests/support/postgres_server.h"
#include "tests/support/redis_server.h"
#include "tests/support/server_process.h"

namespace jjak::test {

//! Several servers on one PostgreSQL and one Redis of their own. Throws std::runtime_error when one of them cannot be had.
class Cluster {
public:
    explicit Cluster(PostgresServer::Fsync fsync) : m_postgres(fsync) {}
    //! Starts so many servers, too.
    explicit Cluster(int nodes, const QHash<QString, QString> &settings = {}) { start(nodes, settings); }
    //! More of them; settings as for ServerProcess.
    void start(int nodes, const QHash<QString, QString> &settings = {});

    ServerProcess &node(int index) { return *m_nodes.at(size_t(index)); }
    int size() const { return int(m_nodes.size()); }
    PostgresServer &postgres() { return m_postgres; }
    RedisServer &redis() { return m_redis; }
    QString database() const { return m_postgres.address(); }
    //! What all of them have logged so far.
    QString log();
    QString filesFolder() const { return m_files.path(); }
    //! In the folder that all of them see.
    int storedFiles() const;
    //! Waits until that many nodes each own a share of all streams; false after 20 s.
    bool settle(int workers);

private:
    PostgresServer m_postgres;
    RedisServer m_redis;
    QTemporaryDir m_files; //!< that all of them see
    std::vector<std::unique_ptr<ServerProcess>> m_nodes;
};

} // namespace jjak::test
