// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a search for a partner costs while 10,000 people wait, with the pool in memory and with the one in a Redis of its own.
//   build/bin/bench.bench_pool [waiting]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

#include "server/engine/memory/memory_match_pool.h"
#include "server/engine/redis/redis_match_pool.h"
#include "tests/support/redis_server.h"

using namespace jjak;
using domain::Ticket;

namespace {

//! People in one region, with all reaches.
std::vector<Ticket> people(SeededRng &rng, int count, double spread)
{
    const auto offset = [&] { return (double(rng.below(1'000'000)) / 1e6 - 0.5) * spread; };
    std::vector<Ticket> out;
    for (int i = 0; i < count; ++i) {
        Ticket t;
        t.account = AccountId::random(rng);
        t.cell = Cell::containing({37.5 + offset(), 127 + offset()}, 2);
        t.reach = allReaches[rng.below(allReaches.size())];
        t.since = fromMs(1'800'000'000'000 + qint64(rng.below(3'600'000)));
        out.push_back(t);
    }
    return out;
}

//! Microseconds that one takes, of many.
template <class F>
double cost(const std::vector<Ticket> &searching, F &&search)
{
    QElapsedTimer timer;
    timer.start();
    for (const Ticket &me : searching)
        search(me);
    return double(timer.nsecsElapsed()) / 1e3 / double(searching.size());
}

//! How many have found somebody; the two pools have to agree on that.
int measure(const char *name, app::MatchPool &pool, const std::vector<Ticket> &waiting, const std::vector<Ticket> &searching)
{
    QElapsedTimer timer;
    timer.start();
    pool.clear();
    for (const Ticket &t : waiting)
        pool.add(t);
    pool.settle();
    const double filled = double(timer.nsecsElapsed()) / 1e6;
    int found = 0;
    const double first = cost(searching, [&](const Ticket &me) { found += pool.partnerFor(me, [](const Ticket &) { return true; }).has_value(); });
    const double tenth = cost(searching, [&](const Ticket &me) {
        int asked = 0;
        (void)pool.partnerFor(me, [&](const Ticket &) { return ++asked == 10; });
    });
    const double count = cost(searching, [&](const Ticket &me) { (void)pool.countNear(me, 50); });
    const double change = cost(searching, [&](const Ticket &me) {
        pool.add(me);
        pool.settle();
        pool.remove(me.account);
        pool.settle();
    });
    std::printf("  %-7s filled in %.0f ms; the first who fits %.0f us, the tenth %.0f us, counted up to 50 %.0f us, one comes and goes %.0f us\n", name, filled, first, tenth, count, change);
    return found;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? atoi(argv[1]) : 10'000;
    const test::RedisServer redis;
    bool agreed = true;
    for (const auto &[where, spread] : {std::pair("one town", 0.3), std::pair("a country", 6.0), std::pair("a continent", 60.0)}) {
        SeededRng rng(1);
        const auto waiting = people(rng, count, spread), searching = people(rng, std::min(count, 1000), spread);
        engine::MemoryMatchPool memory;
        engine::RedisMatchPool shared(QStringLiteral("unix:") + redis.socket(), {"bench", "secret"}, {2s, 2s, 1s});
        std::printf("%d people wait in %s, %zu search\n", count, where, searching.size());
        agreed &= measure("memory", memory, waiting, searching) == measure("Redis", shared, waiting, searching);
        (void)shared.isWhole(); // sees what there is, so that the next one may clear it
        shared.clear();
    }
    return agreed ? 0 : 1;
}
