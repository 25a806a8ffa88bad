// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "server/engine/memory/memory_command_log.h"
#include "tests/contract/command_log_contract.h"

using jjak::engine::MemoryCommandLog;

class TstMemoryCommandLog : public jjak::contract::CommandLogContract {
    Q_OBJECT

public:
    TstMemoryCommandLog() : CommandLogContract([](int capacity) { return std::make_unique<MemoryCommandLog>(capacity); }) {}
};

QTEST_GUILESS_MAIN(TstMemoryCommandLog)
#include "tst_memory_command_log.moc"
