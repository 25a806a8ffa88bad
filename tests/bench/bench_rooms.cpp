// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Room lists and searches on 1,000,000 messages in 100,000 rooms of 20,000 people, through the service on reading connections,
// without sockets; then the plans of the statements that were run.
//   build/bin/bench.bench_rooms [rooms] [messages in each] [seconds] [messages of the long conversation]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <cstdio>
#include <ctime>
#include <thread>

#include "tests/bench/percentiles.h"
#include "tests/bench/town.h"

using namespace jjak;
using namespace jjak::bench;

namespace {

struct Asked {
    qint64 requests = 0;
    double cpuSeconds = 0;
};

double cpuOfThisThread()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) + double(time.tv_nsec) / 1e9;
}

//! Asks for the first page of everybody's list, one after the other from there on, until the time is over.
Asked askForLists(const Town &town, size_t people, size_t from, double seconds)
{
    ReadingDesk desk(town.path());
    Asked out;
    const double before = cpuOfThisThread();
    QElapsedTimer timer;
    timer.start();
    for (size_t i = from; double(timer.elapsed()) < seconds * 1000; i += 7919, ++out.requests)
        (void)desk.ask(town.people()[i % people], protocol::cmd::ListRooms{});
    out.cpuSeconds = cpuOfThisThread() - before;
    return out;
}

bool lists(const Town &town, double seconds, size_t people)
{
    ReadingDesk desk(town.path());
    for (size_t i = 0; i < people; i += 1 + people / 50) {
        const auto frame = desk.ask(town.people()[i], protocol::cmd::ListRooms{});
        if (frame.count("\"newest\"") != Town::roomsOfEach || frame.count("\"opened\"") != Town::roomsOfEach) {
            std::printf("this is no list: %s\n", frame.left(300).constData());
            return false;
        }
    }
    for (const int threads : {1, 2}) {
        std::vector<Asked> done(static_cast<size_t>(threads));
        std::vector<std::thread> workers;
        for (size_t i = 0; i < done.size(); ++i)
            workers.emplace_back([&, i] { done[i] = askForLists(town, people, i * 104'729, seconds); });
        for (std::thread &worker : workers)
            worker.join();
        Asked all;
        for (const Asked &one : done)
            all = {all.requests + one.requests, all.cpuSeconds + one.cpuSeconds};
        std::printf("room.list, %d thread%s: %.0f requests/s, %.1f µs of CPU each\n", threads, threads == 1 ? "" : "s", double(all.requests) / seconds, all.cpuSeconds / double(all.requests) * 1e6);
    }
    return true;
}

//! One search after the other; a following page counts as one.
bool searches(const Town &town, const char *where, const QString &word, const char *what, int count, qint64 least, qint64 most, std::pair<size_t, size_t> people)
{
    ReadingDesk desk(town.path());
    Percentiles latency;
    qint64 hits = 0;
    for (int i = 0; i < count; ++i) {
        const app::Identity &who = town.people()[people.first + size_t(i) * 7919 % people.second];
        QElapsedTimer timer;
        timer.start();
        const auto frame = desk.ask(who, protocol::cmd::Search{word, {}, {}});
        latency.add(timer.nsecsElapsed());
        hits += frame.count("\"seq\"");
    }
    std::printf("room.search, %s, %s word: %s, %.2f hits each\n", where, what, qPrintable(latency.text()), double(hits) / count);
    return hits >= least && hits <= most;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int rooms = argc > 1 ? atoi(argv[1]) : 100'000, messages = argc > 2 ? atoi(argv[2]) : 10, longOne = argc > 4 ? atoi(argv[4]) : 100'000;
    const double seconds = argc > 3 ? atof(argv[3]) : 4;
    Town town(rooms, messages);
    const size_t people = town.people().size();
    town.longConversation(longOne);
    std::printf("%d messages in %d rooms of %zu people, and %d in one\n", rooms * messages, rooms, people, longOne);
    bool good = lists(town, seconds, people);
    const int count = 500;
    const qint64 many = count * qint64(limits::searchPage);
    good = searches(town, "ten rooms", Town::commonWord(), "a common", count, 1, many, {0, people}) && good;
    good = searches(town, "ten rooms", Town::rareWord(), "a rare", count, 0, many, {0, people}) && good;
    good = searches(town, "one long conversation", Town::commonWord(), "a common", 50, 50, many, {people, 2}) && good;
    good = searches(town, "one long conversation", Town::rareWord(), "a rare", 50, 50, many, {people, 2}) && good;
    good = searches(town, "one long conversation", Town::unsaidWord(), "no", 50, 0, 0, {people, 2}) && good;

    ReadingDesk desk(town.path());
    desk.ask(town.people()[0], protocol::cmd::ListRooms{});
    desk.ask(town.people()[0], protocol::cmd::Search{Town::rareWord(), {}, {}});
    const QStringList walked = walks(desk.database());
    std::printf("query plans: %lld statements, %lld walk through a table\n%s", static_cast<long long>(desk.database().statements().size()), static_cast<long long>(walked.size()), qPrintable(walked.join(u'\n')));
    return good && walked.isEmpty() ? 0 : 1;
}
