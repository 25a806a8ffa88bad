// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFileInfo>
#include <cstdio>
#include <sys/resource.h>

#include "server/storage/move/move.h"
#include "tests/bench/town.h"
#include "tests/support/postgres_server.h"

using namespace jjak;

namespace {

double perSecond(qint64 rows, qint64 ms)
{
    return double(rows) * 1000 / double(std::max(ms, qint64(1)));
}

} // namespace

//! bench_move [rooms] [messages in each]: how fast the data of a server goes into a PostgreSQL of its own that syncs what it writes.
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const int rooms = argc > 1 ? atoi(argv[1]) : 10'000, messages = argc > 2 ? atoi(argv[2]) : 100;
    const bench::Town town(rooms, messages);
    const test::PostgresServer server(test::PostgresServer::Fsync::On);
    const auto report = storage::move({QFileInfo(town.path()).path(), server.address()}, [](const storage::MoveProgress &) {});
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    std::printf("%lld rows of %lld MiB copied in %.1f s: %.0f rows/s; compared in %.1f s: %.0f rows/s; at most %ld MiB of memory\n", report.copied, QFileInfo(town.path()).size() >> 20, double(report.copyingMs) / 1000,
                perSecond(report.copied, report.copyingMs), double(report.comparingMs) / 1000, perSecond(report.copied, report.comparingMs), used.ru_maxrss >> 10);
    return report.copied > 0 ? 0 : 1;
}
