// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a page of rooms and the newest page of one cost on PostgreSQL: with a statement for each room, with one for all of them, out of Redis,
// and when Redis has nothing. Through the service on a reading connection, in turn, each over a unix socket. All have to answer the same.
//   build/bin/bench.bench_hot [rooms of the list] [messages in each] [other rooms] [rounds]
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <algorithm>
#include <cstdio>

#include "server/app/services.h"
#include "server/engine/cluster/hot_access.h"
#include "server/storage/store_set.h"
#include "tests/support/postgres_server.h"
#include "tests/support/prepared.h"
#include "tests/support/redis_server.h"

using namespace jjak;
using namespace Qt::StringLiterals;

namespace {

//! The last messages of many rooms as they were asked for before there was a question for all of them.
class OneByOne final : public app::MessageStore {
public:
    explicit OneByOne(app::MessageStore &stored) : m_stored(stored) {}
    qint64 append(const app::MessageRow &row) override { return m_stored.append(row); }
    std::optional<app::MessageRow> byClientId(DeviceId device, ClientId cid) override { return m_stored.byClientId(device, cid); }
    std::optional<protocol::Message> find(RoomId room, qint64 seq) override { return m_stored.find(room, seq); }
    qint64 change(RoomId room, const protocol::Message &message) override { return m_stored.change(room, message); }
    QList<protocol::Message> changes(RoomId room, qint64 after, int limit, Time now) override { return m_stored.changes(room, after, limit, now); }
    void keepEarlier(RoomId room, const protocol::Message &message) override { m_stored.keepEarlier(room, message); }
    QList<protocol::Message> earlier(RoomId room, qint64 seq) override { return m_stored.earlier(room, seq); }
    void forgetEarlier(RoomId room, qint64 seq) override { m_stored.forgetEarlier(room, seq); }
    QList<protocol::Message> page(RoomId room, std::optional<qint64> before, std::optional<qint64> after, int limit, Time now) override { return m_stored.page(room, before, after, limit, now); }
    QList<QList<protocol::Message>> newest(const QList<app::RoomRow> &rooms, int limit, Time now) override
    {
        QList<QList<protocol::Message>> out;
        for (const app::RoomRow &room : rooms)
            out.append(m_stored.page(room.id, {}, {}, limit, now));
        return out;
    }

private:
    app::MessageStore &m_stored;
};

Time systemTime()
{
    return std::chrono::floor<Duration>(std::chrono::system_clock::now());
}

//! A reading connection, used the one way or the other.
class Desk {
public:
    Desk(const QString &database, const QString &redis, const engine::Keyspace &space, const engine::Seal &seal)
        : m_set(database, storage::OpenAs::Reader), m_oneByOne(m_set.stores().messages), m_pages({redis, {2s, 2s, 1s}}, space, seal, m_figures),
          m_hot(m_set.stores().messages, m_set.stores().transaction, m_pages)
    {
    }
    app::Stores oneByOne() { return m_set.stores().with(m_oneByOne); }
    app::Stores plain() { return m_set.stores(); }
    app::Stores hot() { return m_set.stores().with(m_hot); }
    const engine::HotFigures &figures() const { return m_figures; }

    QByteArray ask(app::Stores stores, const app::Identity &who, const protocol::Command &command)
    {
        app::Effects effects;
        app::Context ctx{stores, systemTime(), m_rng, m_policy, effects, m_shelf};
        (void)stores.transaction.begin();
        app::runRead(ctx, {1, 1, who, {}}, command);
        stores.transaction.rollback();
        const auto out = effects.take();
        const auto *answer = out.empty() ? nullptr : std::get_if<app::ToConnection>(&out.front());
        return answer ? answer->frame : QByteArray();
    }

private:
    storage::StoreSet m_set;
    OneByOne m_oneByOne;
    engine::HotFigures m_figures;
    engine::HotPages m_pages;
    engine::HotMessages m_hot;
    app::Policy m_policy;
    app::ScriptShelf m_shelf;
    SystemRng m_rng;
};

//! One person in so many rooms; others in others.
app::Identity prepare(const QString &database, int rooms, int messages, int others)
{
    test::Preparation preparation(database);
    const auto people = preparation.people(rooms + 1, u"a"_s);
    for (int i = 1; i <= rooms; ++i) {
        const RoomId room = preparation.rooms({people[0], people[size_t(i)]}, 2).front();
        preparation.messages(room, 2, messages);
    }
    for (const RoomId &room : preparation.rooms(preparation.people(others * 2, u"b"_s), 2))
        preparation.messages(room, 2, messages);
    return {people[0].account, people[0].device, protocol::Role::User};
}

struct Way {
    const char *name;
    std::function<app::Stores()> stores;
    std::function<void()> before = [] {};
    std::vector<double> took = {}; //!< µs
};

double median(std::vector<double> values, double at = 0.5)
{
    std::ranges::sort(values);
    return values.empty() ? 0 : values[std::min(values.size() - 1, size_t(at * double(values.size())))];
}

void tell(const char *what, std::vector<Way> &ways)
{
    std::printf("%s\n", what);
    for (Way &way : ways) {
        std::printf("  %-34s %7.0f us at the median, %7.0f us at p90\n", way.name, median(way.took), median(way.took, 0.9));
        way.took.clear();
    }
}

//! The rooms are known already.
bool measureAlone(std::vector<Way> &ways, const app::Identity &who, int rounds)
{
    bool same = true;
    for (int i = 0; i < rounds; ++i) {
        QList<QList<protocol::Message>> expected;
        for (Way &way : ways) {
            way.before();
            app::Stores stores = way.stores();
            (void)stores.transaction.begin();
            QList<app::RoomRow> rows;
            for (const auto &one : stores.rooms.ofAccount(who.account, {}, limits::roomsPage))
                rows.append(one.room);
            QElapsedTimer timer;
            timer.start();
            const auto newest = stores.messages.newest(rows, 1, systemTime());
            way.took.push_back(double(timer.nsecsElapsed()) / 1e3);
            stores.transaction.rollback();
            if (expected.isEmpty())
                expected = newest;
            same = same && newest == expected;
        }
    }
    tell("of that, the last messages alone", ways);
    return same;
}

bool measure(const char *what, Desk &desk, std::vector<Way> &ways, const app::Identity &who, const protocol::Command &command, int rounds)
{
    QByteArray expected;
    bool same = true;
    for (int i = -2; i < rounds; ++i) { // everything warm
        for (Way &way : ways) {
            way.before();
            QElapsedTimer timer;
            timer.start();
            const QByteArray frame = desk.ask(way.stores(), who, command);
            if (i >= 0)
                way.took.push_back(double(timer.nsecsElapsed()) / 1e3);
            if (expected.isEmpty())
                expected = frame;
            same = same && frame == expected && frame.contains("\"seq\"");
        }
    }
    tell(what, ways);
    if (!same)
        std::printf("  they do not answer the same\n");
    return same;
}

//! Why pages are not kept as JSON: what reading one back takes, in each form.
bool measureForms(Desk &desk, RoomId room, int rounds)
{
    app::Stores stores = desk.plain();
    (void)stores.transaction.begin();
    const protocol::cmd::Page page{stores.messages.page(room, {}, {}, limits::historyPage, systemTime()), 0};
    stores.transaction.rollback();
    QByteArray json;
    protocol::JsonWriter writer(json);
    protocol::Codec<protocol::cmd::Page>::encode(writer, page);
    const QByteArray ours = engine::encodeHotPage({{}, {}, page.messages});
    std::vector<Way> ways{{"as JSON", {}}, {"as it is kept", {}}};
    bool same = true;
    for (int i = 0; i < rounds; ++i) {
        QElapsedTimer timer;
        timer.start();
        const auto fromJson = protocol::Codec<protocol::cmd::Page>::decode(QJsonDocument::fromJson(json).object(), {}, QString());
        ways[0].took.push_back(double(timer.nsecsElapsed()) / 1e3);
        timer.start();
        const auto fromOurs = engine::decodeHotPage(ours);
        ways[1].took.push_back(double(timer.nsecsElapsed()) / 1e3);
        same = same && fromJson && fromOurs && fromJson->messages == fromOurs->messages && fromOurs->messages == page.messages;
    }
    std::printf("%lld bytes as JSON, %lld as it is kept; ", static_cast<long long>(json.size()), static_cast<long long>(ours.size()));
    tell("reading a page of messages", ways);
    return same;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto argument = [&](int at, int usual) { return argc > at ? atoi(argv[at]) : usual; };
    const int rooms = argument(1, 50), messages = argument(2, 60), others = argument(3, 300), rounds = argument(4, 500);
    test::PostgresServer postgres;
    test::RedisServer redis;
    const app::Identity who = prepare(postgres.address(), rooms, messages, others);
    {
        storage::Database database(postgres.address(), storage::OpenAs::Caretaker);
        database.change(u"ANALYZE"_s);
    }
    const QByteArray secret(32, 's');
    const engine::Seal seal(secret);
    Desk desk(postgres.address(), u"unix:"_s + redis.socket(), engine::Keyspace(QByteArray(engine::Keyspace::installationBytes, 'k'), secret), seal);
    std::vector<Way> ways{{"PostgreSQL, a statement a room", [&] { return desk.oneByOne(); }}, {"PostgreSQL, one statement", [&] { return desk.plain(); }},
                          {"out of Redis", [&] { return desk.hot(); }},
                          {"Redis lacks one of them", [&] { return desk.hot(); }, [&] { (void)redis.ask("EVAL \"return redis.call('DEL', redis.call('RANDOMKEY'))\" 0"); }},
                          {"Redis has nothing, PostgreSQL", [&] { return desk.hot(); }, [&] { redis.flush(); }}};
    std::swap(ways[2], ways[4]); // what it has put there is there for the others
    std::printf("%d rooms, %d messages in each, %d other rooms, %d rounds\n", rooms, messages, others, rounds);
    bool good = measure("room.list", desk, ways, who, protocol::cmd::ListRooms{}, rounds);
    good = measureAlone(ways, who, rounds) && good;
    RoomId first;
    {
        storage::StoreSet set(postgres.address(), storage::OpenAs::Reader);
        const auto page = set.stores().rooms.ofAccount(who.account, {}, 1);
        first = page.value(0).room.id;
    }
    ways = {ways[1], ways[2], ways[4]}; // of one room there is one statement
    good = measure("room.history, the newest page", desk, ways, who, protocol::cmd::History{first, {}, {}, limits::historyPage}, rounds) && good;
    good = measureForms(desk, first, rounds) && good;
    const engine::HotFigures &figures = desk.figures();
    std::printf("hits %llu, misses %llu, unreadable %llu, failures %llu\n", static_cast<unsigned long long>(figures.hits), static_cast<unsigned long long>(figures.misses),
                static_cast<unsigned long long>(figures.unreadable), static_cast<unsigned long long>(figures.failures));
    return good && figures.hits == quint64(2 * rounds + 2) * quint64(2 * rooms - 1) + quint64(rounds + 2) && figures.failures == 0 ? 0 : 1;
}
