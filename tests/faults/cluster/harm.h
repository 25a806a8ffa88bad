// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <atomic>

#include "tests/faults/cluster/operations.h"
#include "tests/faults/cluster/stage.h"

namespace jjak::faults {

//! What befalls a cluster, one thing after the other, each noted with the moment of its beginning and end. Returns when no more harm is done; not yet:
//! when everybody is served again.
class Harm {
public:
    Harm(Stage &stage, OperationLog &log, Rng &rng) : m_stage(stage), m_log(log), m_rng(rng) {}

    static QStringList names();
    //! By its name. false when a part of the cluster did not come back.
    bool befall(const QString &name);

private:
    bool killNode();
    bool freezeNode();
    bool killRedis();
    bool flushRedis();
    bool freezeRedis();
    bool polluteRedis();
    bool restartPostgres(test::PostgresServer::Mode mode);
    bool cutPostgres();
    int anyNode() { return int(m_rng.below(std::uint64_t(m_stage.size()))); }

    Stage &m_stage;
    OperationLog &m_log;
    Rng &m_rng;
};

} // namespace jjak::faults
