// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a message costs when 1, 2 and 4 servers share a PostgreSQL (with fsync) and a Redis, beside a server alone on the same PostgreSQL and
// one on its own file; and what reading costs beside it, with and without a copy of the database. On a machine with few cores this shows cost, not speed: read the CPU column.
//   build/bin/bench.bench_cluster [short]
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <cstdio>
#include <unistd.h>

#include "server/storage/database.h"
#include "tests/bench/jjak_load.h"
#include "tests/support/cluster.h"

using namespace jjak;
using namespace jjak::bench;
using namespace Qt::StringLiterals;

namespace {

int seconds = 8;

//! Seconds of processor time of a process; see proc(5).
double cpuOf(qint64 pid)
{
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray line = file.readAll();
    const auto fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
    return double(fields.value(11).toLongLong() + fields.value(12).toLongLong()) / double(sysconf(_SC_CLK_TCK));
}

double cpuOf(const QList<qint64> &pids)
{
    double sum = 0;
    for (const qint64 pid : pids)
        sum += cpuOf(pid);
    return sum;
}

//! Seconds of processor time, and transactions that came to their end and that did not, readers' left out.
struct Costs {
    double servers = 0, postgres = 0, redis = 0, copy = 0;
    qint64 commits = 0, conflicts = 0;
};

qint64 counted(test::Cluster &cluster, const QString &sql)
{
    storage::Database database(cluster.database(), storage::OpenAs::Caretaker);
    return database.value<qint64>(sql).value_or(0);
}

constexpr int readBeforeEvery = 2; //!< messages

bool measure(const QString &what, const std::vector<quint16> &ports, std::vector<test::PreparedPerson> people, std::vector<RoomId> rooms, const std::function<Costs()> &costs, bool reading = false)
{
    const auto connections = people.size();
    JjakLoad load(ports, std::move(people), std::move(rooms), 2);
    if (!load.signIn())
        return false;
    load.readBeforeEvery(reading ? readBeforeEvery : 0);
    load.closedLoop(1); // everything warm
    const Costs before = costs();
    auto r = load.closedLoop(seconds);
    const Costs after = costs();
    const auto each = [&](double from, double to) { return (to - from) * 1e6 / double(std::max<quint64>(1, r.acknowledged)); };
    std::printf("%-34s %5zu people %7.0f messages/s   CPU a message: servers %4.0f µs, PostgreSQL %4.0f µs, Redis %3.0f µs   %4.1f messages a commit, %.2f of them in vain   ack %s   refused %llu\n", qUtf8Printable(what), connections,
                double(r.acknowledged) / r.seconds, each(before.servers, after.servers), each(before.postgres, after.postgres), each(before.redis, after.redis), double(r.acknowledged) / double(std::max<qint64>(1, after.commits - before.commits)),
                double(after.conflicts - before.conflicts) / double(std::max<qint64>(1, after.commits - before.commits)), qUtf8Printable(r.ack.text()),
                static_cast<unsigned long long>(r.refused));
    if (reading)
        std::printf("%-34s %19.0f pages/s      read %s   the copy %.0f µs of CPU a page\n", "", double(r.read) / r.seconds, qUtf8Printable(r.reading.text()), (after.copy - before.copy) * 1e6 / double(std::max<quint64>(1, r.read)));
    std::fflush(stdout);
    return r.acknowledged > 0;
}

bool alone(int people)
{
    test::ServerProcess server;
    std::vector<test::PreparedPerson> persons;
    std::vector<RoomId> rooms;
    {
        test::Preparation preparation(server.database());
        persons = preparation.people(people, u"p"_s);
        rooms = preparation.rooms(persons, 2);
    }
    return server.start() && measure(u"one server, its own file"_s, {server.port()}, persons, rooms, [&] { return Costs{server.cpuSeconds()}; });
}

enum class Reading { None, FromOriginal, FromCopy };

//! 0 servers: one that shares nothing.
bool together(int servers, int people, Reading reading = Reading::None)
{
    test::Cluster cluster(test::PostgresServer::Fsync::On);
    std::vector<test::PreparedPerson> persons;
    std::vector<RoomId> rooms;
    {
        test::Preparation preparation(cluster.database());
        persons = preparation.people(people, u"p"_s);
        rooms = preparation.rooms(persons, 2);
    }
    std::unique_ptr<test::PostgresServer> copy;
    QHash<QString, QString> settings;
    if (reading == Reading::FromCopy) {
        copy = std::make_unique<test::PostgresServer>(cluster.postgres(), test::PostgresServer::Fsync::On);
        settings.insert(u"JJAK_DATA_DATABASE_READ"_s, copy->address());
    }
    std::unique_ptr<test::ServerProcess> single;
    std::vector<quint16> ports;
    if (servers == 0) {
        single = std::make_unique<test::ServerProcess>(QHash<QString, QString>{{u"JJAK_DATA_DATABASE"_s, cluster.database()}});
        if (!single->start())
            return false;
        ports = {single->port()};
    } else {
        cluster.start(servers, settings);
        if (!cluster.settle(servers))
            return false;
        for (int i = 0; i < servers; ++i)
            ports.push_back(cluster.node(i).port());
    }
    const auto costs = [&] {
        Costs out{single ? single->cpuSeconds() : 0, cpuOf(cluster.postgres().processes()), cpuOf(cluster.redis().processes()), copy ? cpuOf(copy->processes()) : 0};
        out.commits = counted(cluster, u"SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()"_s);
        out.conflicts = counted(cluster, u"SELECT xact_rollback FROM pg_stat_database WHERE datname = current_database()"_s);
        for (int i = 0; i < cluster.size(); ++i)
            out.servers += cluster.node(i).cpuSeconds();
        return out;
    };
    const QString who = servers == 0 ? u"one server alone on PostgreSQL"_s : u"%1 servers that share it"_s.arg(servers);
    const QString how = reading == Reading::None ? QString() : reading == Reading::FromCopy ? u", reading, a copy"_s : u", reading"_s;
    return measure(who + how, ports, persons, rooms, costs, reading != Reading::None);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const bool quick = app.arguments().contains(u"short"_s);
    seconds = quick ? 2 : 8;
    const int people = quick ? 100 : 400;
    bool good = alone(people) && together(0, people);
    for (const int servers : {1, 2, 4})
        good = good && ((quick && servers == 4) || together(servers, people));
    for (const Reading reading : {Reading::FromOriginal, Reading::FromCopy})
        good = good && together(2, people, reading);
    std::printf("%s\n", good ? "all stages completed" : "A STAGE FAILED");
    return good ? 0 : 1;
}
