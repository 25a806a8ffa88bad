// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/memory/memory_match_pool.h"
#include "tests/contract/match_pool_contract.h"

using jjak::engine::MemoryMatchPool;

class TstMemoryMatchPool : public jjak::contract::MatchPoolContract {
    Q_OBJECT

public:
    TstMemoryMatchPool() : MatchPoolContract([] { return std::make_unique<MemoryMatchPool>(); }) {}
};

QTEST_GUILESS_MAIN(TstMemoryMatchPool)
#include "tst_memory_match_pool.moc"
