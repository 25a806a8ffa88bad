// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Measures a real jjakd with durability on, over loopback, and prints one table. Takes about two minutes.
//   build/bin/bench.bench_server [short]
#include <QCoreApplication>
#include <cstdio>

#include "tests/bench/jjak_load.h"
#include "tests/support/server_process.h"

using namespace jjak;
using namespace jjak::bench;

namespace {

bool quick = false;

void row(const QString &what, const QString &figures)
{
    std::printf("%-46s %s\n", qUtf8Printable(what), qUtf8Printable(figures));
    std::fflush(stdout);
}

QString number(double value, int decimals = 0)
{
    return QString::number(value, 'f', decimals);
}

//! A server with people in rooms of that size, and their clients signed in.
struct Stage {
    Stage(int people, int roomSize)
    {
        test::Preparation preparation(server.database());
        persons = preparation.people(people, QStringLiteral("p"));
        rooms = preparation.rooms(persons, roomSize);
        size = roomSize;
    }
    bool open()
    {
        if (!server.start())
            return false;
        load = std::make_unique<JjakLoad>(std::vector{server.port()}, persons, rooms, size);
        return load->signIn();
    }
    test::ServerProcess server;
    std::vector<test::PreparedPerson> persons;
    std::vector<RoomId> rooms;
    int size = 2;
    std::unique_ptr<JjakLoad> load;
};

bool acknowledged(int connections)
{
    Stage stage(std::max(2, connections), 2);
    if (connections == 1)
        stage.persons.resize(1);
    if (!stage.open())
        return false;
    auto r = stage.load->closedLoop(quick ? 2 : 8);
    row(QStringLiteral("acknowledged, closed loop, %1 connections").arg(connections), QStringLiteral("%1 messages/s, %2, refused %3").arg(number(double(r.acknowledged) / r.seconds), r.ack.text()).arg(r.refused));
    return r.acknowledged > 0 && r.refused == 0;
}

bool paced(int connections, int roomSize, int perSecond)
{
    Stage stage(connections, roomSize);
    if (!stage.open())
        return false;
    stage.load->openLoop(perSecond, 1); // everything warm
    const double before = stage.server.cpuSeconds();
    auto r = stage.load->openLoop(perSecond, quick ? 2 : 8);
    const double cpu = stage.server.cpuSeconds() - before;
    row(QStringLiteral("%1 messages/s, %2 connections, rooms of %3").arg(perSecond).arg(connections).arg(roomSize),
        QStringLiteral("ack %1; delivery %2; %3 deliveries/s, %4 µs CPU each, %5 µs CPU a message; refused %6")
            .arg(r.ack.text(), r.delivery.text(), number(double(r.delivered) / r.seconds), number(cpu * 1e6 / double(std::max<quint64>(1, r.delivered)), 2), number(cpu * 1e6 / double(std::max<quint64>(1, r.acknowledged)), 1))
            .arg(r.refused));
    return r.refused == 0 && r.delivered >= r.acknowledged * quint64(roomSize);
}

bool saturated(int connections, int roomSize)
{
    Stage stage(connections, roomSize);
    if (!stage.open())
        return false;
    const double before = stage.server.cpuSeconds();
    auto r = stage.load->closedLoop(quick ? 2 : 8);
    const double cpu = stage.server.cpuSeconds() - before;
    row(QStringLiteral("everybody talks, %1 connections, rooms of %2").arg(connections).arg(roomSize),
        QStringLiteral("%1 messages/s stored, %2 deliveries/s, %3 µs CPU a delivery; ack %4")
            .arg(number(double(r.acknowledged) / r.seconds), number(double(r.delivered) / r.seconds), number(cpu * 1e6 / double(std::max<quint64>(1, r.delivered)), 2), r.ack.text()));
    return r.refused == 0;
}

bool idle(int connections)
{
    Stage stage(connections + 2, 2);
    std::vector<test::PreparedPerson> idlers(stage.persons.begin() + 2, stage.persons.end());
    stage.persons.resize(2);
    if (!stage.open())
        return false;
    auto alone = stage.load->closedLoop(2);
    const qint64 before = stage.server.residentBytes();
    JjakLoad others({stage.server.port()}, std::move(idlers), {}, 2);
    if (!others.signIn())
        return false;
    others.clients().pollUntil([] { return false; }, 500);
    const qint64 after = stage.server.residentBytes();
    auto r = stage.load->closedLoop(2);
    row(QStringLiteral("%1 idle connections").arg(connections), QStringLiteral("%1 KiB resident each; echo p99 %2 ms, without them %3 ms; closed %4")
                                                                    .arg(number(double(after - before) / 1024 / connections, 2), number(r.ack.at(0.99), 2), number(alone.ack.at(0.99), 2)).arg(others.clients().closed()));
    return others.clients().closed() == 0;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    quick = app.arguments().contains(QStringLiteral("short"));
    bool good = true;
    for (const int connections : {1, 100, 1000})
        good = acknowledged(connections) && good;
    good = paced(1000, 2, 5000) && good;
    good = paced(quick ? 700 : 7000, 7, quick ? 2000 : 7000) && good;
    good = saturated(quick ? 700 : 7000, 7) && good;
    for (const int connections : {1000, quick ? 2000 : 10'000})
        good = idle(connections) && good;
    std::printf("%s\n", good ? "all stages completed" : "A STAGE FAILED");
    return good ? 0 : 1;
}
