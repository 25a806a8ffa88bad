// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QTest>

#include "server/engine/memory/memory_match_pool.h"
#include "tests/contract/match_pool_contract.h"

using jjak::engine::MemoryMatchPool;

namespace {

std::unique_ptr<jjak::app::MatchPool> fresh()
{
    return std::make_unique<MemoryMatchPool>();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    jjak::contract::MatchPoolContract searches(fresh);
    jjak::contract::MatchPoolChangesContract changes(fresh);
    return QTest::qExec(&searches, argc, argv) + QTest::qExec(&changes, argc, argv);
}
