// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Proposals a second while 100,000 people wait: the worker, the services and SQLite on disk with fsync, without sockets.
//   build/bin/bench.bench_matching [waiting] [newcomers]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstdio>

#include "server/app/worker.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "server/storage/store_set.h"
#include "tests/support/prepared.h"

using namespace jjak;

namespace {

class NoLog final : public app::CommandLog {
public:
    bool append(app::Job) override { return false; }
    std::vector<app::Job> take(int) override { return {}; }
    void close() override {}
    bool isClosed() const override { return true; }
};

class Counter final : public app::FanOut {
public:
    void release(std::vector<app::Outgoing> batch) override { frames += batch.size(); }
    size_t frames = 0;
};

//! Places far enough apart that nobody who waits can meet anybody else who does.
Cell place(int i)
{
    return Cell::containing({-55 + double(i % 400) * 0.3, -180 + double(i / 400) * 1.4}, limits::cellKm);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int waiting = argc > 1 ? atoi(argv[1]) : 100'000, newcomers = argc > 2 ? atoi(argv[2]) : 50'000;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("data/jjak.sqlite"));
    std::vector<test::PreparedPerson> first, second;
    {
        test::Preparation preparation(path);
        first = preparation.people(waiting, QStringLiteral("w"));
        second = preparation.people(newcomers, QStringLiteral("n"));
    }
    storage::StoreSet set(path, storage::OpenAs::Writer);
    engine::MemoryMatchPool pool;
    NoLog log;
    Counter out;
    SystemRng rng;
    const app::SystemClock clock;
    const app::Policy policy;
    const app::Tokens tokens(QByteArray(32, 't'));
    storage::DiskUploads uploads{{}}; // nobody sends files here
    storage::DiskFiles files{{}};
    app::Worker worker(set.stores(), log, out, pool, clock, rng, policy, tokens, uploads, files);
    worker.start();

    const auto seekAll = [&](const std::vector<test::PreparedPerson> &people, int upTo) {
        QElapsedTimer timer;
        timer.start();
        std::vector<app::Job> batch;
        for (int i = 0; i < upTo; ++i) {
            const auto &p = people[size_t(i)];
            batch.push_back({{1, 1, app::Identity{p.account, p.device}, {}}, protocol::Command(protocol::cmd::Seek{place(i), Reach::SameArea})});
            if (batch.size() == app::Worker::batchSize || i + 1 == upTo) {
                worker.runBatch(batch);
                batch.clear();
            }
        }
        return double(timer.nsecsElapsed()) / 1e9;
    };
    const double entering = seekAll(first, waiting);
    std::printf("%d people start to wait: %.0f a second, %d in the pool\n", waiting, waiting / entering, pool.size());
    const double matching = seekAll(second, newcomers);
    const auto open = set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM proposal WHERE outcome IS NULL")).value_or(0);
    std::printf("%d newcomers while they wait: %lld proposals, %.0f a second, 256 to a commit with fsync\n", newcomers, static_cast<long long>(open), double(open) / matching);
    return open == newcomers ? 0 : 1;
}
