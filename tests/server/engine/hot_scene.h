// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

#include "server/engine/cluster/hot_messages.h"
#include "server/storage/data_file.h"
#include "server/storage/store_set.h"
#include "tests/server/engine/bench.h"
#include "tests/support/engine.h"

namespace jjak::engine::testing {

inline constexpr Time noon = fromMs(1'800'000'000'000);

//! A database of the engine that the environment says, its writer, and rooms of two people in it. Of PostgreSQL there is one at a time.
class HotScene {
public:
    HotScene() : m_address(test::engine() == test::Engine::Postgres ? test::emptyPostgres() : m_folder.filePath(QStringLiteral("jjak.sqlite")))
    {
        if (test::engine() == test::Engine::Sqlite)
            storage::prepareDatabase(m_address);
        m_writer = std::make_unique<storage::StoreSet>(m_address, storage::OpenAs::Writer, storage::Durability::Off);
    }

    app::Stores *operator->() { return &m_writer->stores(); }
    QString address() const { return m_address; }
    Rng &rng() { return m_rng; }

    //! Does it in a transaction that is kept.
    template <class F>
    void commit(F &&f)
    {
        const bool begun = m_writer->stores().transaction.begin();
        f();
        if (!begun || !m_writer->stores().transaction.commit())
            qFatal("the scene cannot be set");
    }

    RoomId room(protocol::RoomKind kind = protocol::RoomKind::Group)
    {
        app::RoomRow row;
        row.id = RoomId::random(m_rng);
        row.kind = kind;
        row.opened = row.active = noon;
        commit([&] {
            QList<app::MemberRow> members;
            for (int number : {1, 2}) {
                app::AccountRow account;
                account.id = AccountId::random(m_rng);
                account.name = account.folded = QStringLiteral("person %1").arg(++m_people);
                account.passwordHash = "none";
                account.attempt = ClientId::random(m_rng);
                account.created = noon;
                m_writer->stores().accounts.insert(account);
                members.append({row.id, number, account.id, account.name, false, 0, 0, {}});
            }
            m_writer->stores().rooms.insert(row, members);
        });
        return row.id;
    }
    QList<RoomId> rooms(int count)
    {
        QList<RoomId> out;
        while (out.size() < count)
            out.append(room());
        return out;
    }

    //! Its seq.
    qint64 write(RoomId room, const QString &text, Time at = noon, std::optional<Time> expires = {}, protocol::MessageKind kind = protocol::MessageKind::Text)
    {
        app::MessageRow row{room, {0, 1 + int(m_rng.below(2)), kind, text, at, ClientId::random(m_rng)}, DeviceId::random(m_rng)};
        row.message.expires = expires;
        return m_writer->stores().messages.append(row);
    }
    void say(RoomId room, const QString &text, Time at = noon, std::optional<Time> expires = {})
    {
        commit([&] { write(room, text, at, expires); });
    }
    //! A change of a message that is there.
    void change(RoomId room, qint64 seq, const std::function<void(protocol::Message &)> &how)
    {
        commit([&] {
            auto message = *m_writer->stores().messages.find(room, seq);
            how(message);
            m_writer->stores().messages.change(room, message);
        });
    }

private:
    QTemporaryDir m_folder;
    const QString m_address;
    SeededRng m_rng{20261122};
    std::unique_ptr<storage::StoreSet> m_writer;
    int m_people = 0;
};

//! A reading connection as a server has them, and what it would answer without Redis.
class HotReader {
public:
    HotReader(const HotScene &scene, HotPages::Options options, const Seal &seal)
        : m_set(scene.address(), storage::OpenAs::Reader), m_pages(std::move(options), space, seal, m_figures), m_messages(m_set.stores().messages, m_set.stores().transaction, m_pages)
    {
    }

    storage::StoreSet &set() { return m_set; }
    HotPages &pages() { return m_pages; }
    //! From now on it sees what there is now.
    bool begin() { return m_set.stores().transaction.begin(); }
    void end() { m_set.stores().transaction.rollback(); }
    QList<app::RoomRow> rows(const QList<RoomId> &rooms)
    {
        QList<app::RoomRow> out;
        for (const RoomId &room : rooms) {
            if (const auto row = m_set.stores().rooms.find(room))
                out.append(*row);
        }
        return out;
    }
    QList<QList<protocol::Message>> newest(const QList<app::RoomRow> &rows, int limit, Time now) { return m_messages.newest(rows, limit, now); }
    QList<QList<protocol::Message>> stored(const QList<app::RoomRow> &rows, int limit, Time now) { return m_set.stores().messages.newest(rows, limit, now); }

    //! Asked in a transaction of its own; nullopt when the database answers something else, or not at all.
    std::optional<QList<QList<protocol::Message>>> read(const QList<RoomId> &rooms, int limit, Time now = noon)
    {
        const bool begun = begin();
        const auto all = rows(rooms);
        auto out = newest(all, limit, now);
        const bool same = out == stored(all, limit, now);
        const bool good = begun && same && all.size() == rooms.size() && m_set.stores().transaction.failure() == app::Transaction::Failure::None;
        end();
        return good ? std::optional(std::move(out)) : std::nullopt;
    }
    //! Counts since the last time: hits, misses, unreadable, failures.
    QList<int> counts()
    {
        const QList<int> all{int(m_figures.hits), int(m_figures.misses), int(m_figures.unreadable), int(m_figures.failures)};
        QList<int> out;
        for (qsizetype i = 0; i < all.size(); ++i)
            out.append(all[i] - m_told.value(i));
        m_told = all;
        return out;
    }

private:
    storage::StoreSet m_set;
    HotFigures m_figures;
    HotPages m_pages;
    HotMessages m_messages;
    QList<int> m_told;
};

using Counts = QList<int>; //!< hits, misses, unreadable, failures

//! A scene, a Redis, and whoever reads there.
class HotBench {
public:
    //! Everything anew.
    void begin()
    {
        m_scene.reset(); // there may be one only
        m_scene = std::make_unique<HotScene>();
        m_redis = std::make_unique<test::RedisServer>();
        m_direct = std::make_unique<RedisConnection>(addressOf(*m_redis));
    }
    std::unique_ptr<HotReader> reader(HotPages::Options options, const Seal &seal)
    {
        options.redis = addressOf(*m_redis);
        return std::make_unique<HotReader>(*m_scene, std::move(options), seal);
    }
    std::unique_ptr<HotReader> reader(HotPages::Options options) { return reader(std::move(options), m_seal); }
    static HotPages::Options patient() { return {{}, veryPatient}; }
    static HotPages::Options hurried() { return {{}, {1s, 1s, 20ms}}; }
    //! Of Redis: how many keys there are, what stands under one, for how many ms.
    qint64 size() { return m_direct->ask(RedisCommand{"DBSIZE"}).value_or(RedisReply()).integer; }
    QByteArray value(const QByteArray &key) { return m_direct->ask(RedisCommand{"GET", key}).value_or(RedisReply()).text; }
    qint64 lives(const QByteArray &key) { return m_direct->ask(RedisCommand{"PTTL", key}).value_or(RedisReply()).integer; }

protected:
    const Seal m_seal{QByteArray(32, 's')};
    std::unique_ptr<test::RedisServer> m_redis;
    std::unique_ptr<RedisConnection> m_direct;
    std::unique_ptr<HotScene> m_scene;
};

} // namespace jjak::engine::testing
