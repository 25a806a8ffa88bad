// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What sending costs while 100,000 expired messages are swept: the worker on its thread, SQLite on disk with fsync, no sockets.
//   build/bin/bench.bench_sweep [expired messages] [messages a second]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <atomic>
#include <cstdio>
#include <thread>

#include "common/protocol/frame.h"
#include "server/app/worker.h"
#include "server/engine/memory/memory_command_log.h"
#include "server/engine/memory/memory_match_pool.h"
#include "server/storage/disk_folders.h"
#include "tests/bench/percentiles.h"
#include "tests/bench/town.h"

using namespace jjak;
using namespace jjak::bench;
using Steady = std::chrono::steady_clock;

namespace {

//! Notes when the answer to each request came.
class Answers final : public app::FanOut {
public:
    explicit Answers(size_t requests) : m_asked(requests), m_answered(requests) {}
    void release(std::vector<app::Outgoing> batch) override
    {
        const auto now = Steady::now();
        for (const app::Outgoing &out : batch) {
            const auto *answer = std::get_if<app::ToConnection>(&out);
            if (!answer)
                continue;
            const auto parsed = protocol::parseServerFrame(answer->frame);
            const auto *answered = parsed ? std::get_if<protocol::Answered>(&parsed.value()) : nullptr;
            if (answered && std::holds_alternative<QJsonObject>(answered->result))
                m_answered[size_t(answered->re)] = now;
        }
    }
    void ask(size_t request) { m_asked[request] = Steady::now(); }
    Percentiles latency(size_t from, size_t until) const
    {
        Percentiles out;
        for (size_t i = from; i < until; ++i) {
            if (m_answered[i] != Steady::time_point())
                out.add(std::chrono::nanoseconds(m_answered[i] - m_asked[i]).count());
        }
        return out;
    }

private:
    std::vector<Steady::time_point> m_asked, m_answered;
};

//! The worker with what it needs, on a thread of its own as in the server.
class Office {
public:
    Office(const QString &path, app::FanOut &out) : m_path(path), m_out(out), m_thread([this] { run(); }) {}
    ~Office() { end(); }
    void send(const app::Identity &who, RoomId room, qint64 request)
    {
        m_log.append({{1, request, who, {}}, protocol::Command(protocol::cmd::Send{room, ClientId::random(m_rng), QStringLiteral("message %1").arg(request)})});
    }
    void tick() { m_log.append({{}, app::Tick{}}); }
    //! After the end.
    double longestBatchMs() const { return double(m_longest) / 1e6; }
    void end()
    {
        m_log.close();
        if (m_thread.joinable())
            m_thread.join();
    }

private:
    void run()
    {
        storage::StoreSet set(m_path, storage::OpenAs::Writer);
        engine::MemoryMatchPool pool;
        SystemRng rng;
        const app::SystemClock clock;
        const app::Policy policy;
        const app::Tokens tokens(QByteArray(32, 't'));
        const QString folder = QFileInfo(m_path).absolutePath();
        storage::DiskUploads uploads(folder);
        storage::DiskFiles files(folder);
        app::Worker worker(set.stores(), m_log, m_out, pool, clock, rng, policy, tokens, uploads, files);
        worker.start();
        for (auto jobs = m_log.take(app::Worker::batchSize); !jobs.empty(); jobs = m_log.take(app::Worker::batchSize)) {
            QElapsedTimer timer;
            timer.start();
            worker.runBatch(jobs);
            m_longest = std::max(m_longest, timer.nsecsElapsed());
        }
    }

    const QString m_path;
    app::FanOut &m_out;
    SystemRng m_rng;
    engine::MemoryCommandLog m_log;
    qint64 m_longest = 0; //!< a batch and what follows its commit, in ns
    std::thread m_thread; //!< last: it uses the others
};

qint64 left(const QString &path)
{
    storage::StoreSet set(path, storage::OpenAs::Reader);
    return set.database().value<qint64>(QStringLiteral("SELECT count(*) FROM message WHERE expires IS NOT NULL")).value_or(-1);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int expired = argc > 1 ? atoi(argv[1]) : 100'000, aSecond = argc > 2 ? atoi(argv[2]) : 200;
    constexpr int messagesInEach = 100;
    Town town(expired / messagesInEach, messagesInEach);
    const RoomId room = town.longConversation(10);
    const app::Identity writer = town.people()[town.people().size() - 2];
    const int seconds = expired / (10 * app::expiry::Sweeper::messagesAStep) + 6;
    const auto requests = size_t(aSecond) * size_t(seconds) + size_t(aSecond) * 5;
    Answers answers(requests + 1);
    const auto run = [&](size_t from, size_t until, bool ticks) {
        Office office(town.path(), answers);
        const auto start = Steady::now();
        for (size_t i = from; i < until; ++i) {
            std::this_thread::sleep_until(start + std::chrono::nanoseconds(1'000'000'000) / aSecond * qint64(i - from));
            if (ticks && (i - from) % size_t(std::max(aSecond / 10, 1)) == 0)
                office.tick();
            answers.ask(i);
            office.send(writer, room, qint64(i));
        }
        office.end();
        return office.longestBatchMs();
    };
    const size_t quiet = size_t(aSecond) * 5;
    const double longestQuiet = run(1, quiet, false);
    {
        storage::StoreSet set(town.path(), storage::OpenAs::Writer);
        set.database().change(QStringLiteral("UPDATE message SET expires = ? WHERE room <> ?"), qint64(1), room);
    }
    const qint64 before = QFileInfo(town.path()).size();
    const double longest = run(quiet, requests, true);
    std::printf("nothing to sweep, %d sends/s: %s; longest batch %.1f ms\n", aSecond, qPrintable(answers.latency(1, quiet).text()), longestQuiet);
    auto during = answers.latency(quiet, requests);
    std::printf("%d expired messages are swept, %d at most a tick: %s; longest batch %.1f ms\n", expired, app::expiry::Sweeper::messagesAStep, qPrintable(during.text()), longest);
    std::printf("left %lld; the file had %.1f MiB and has %.1f MiB\n", static_cast<long long>(left(town.path())), double(before) / 1048576, double(QFileInfo(town.path()).size()) / 1048576);
    return left(town.path()) == 0 && during.count() == requests - quiet ? 0 : 1;
}
